// The summarization corpora beside the project, read as documents and budgets, and their scorer.

import { existsSync } from 'node:fs';
import type { SummaryBudget, SummaryDoc } from '../../src/summaries/summary.ts';

/** A line of the corpora (their README has the format). */
export interface Gold {
  readonly id: string;
  readonly lang: string;
  readonly title?: string;
  readonly text?: string;
  readonly docs?: readonly { readonly title: string; readonly text: string }[];
  readonly refs: readonly (readonly string[])[];
  readonly sentences?: number;
  readonly words?: number;
}

interface Overlap {
  readonly f: number;
}
export interface ItemScore {
  readonly r1: Overlap;
  readonly r2: Overlap;
  readonly words: number;
}
export interface Interval {
  readonly mean: number;
  readonly lo: number;
  readonly hi: number;
}

/** What the corpora's own rouge.mjs exports. */
export interface Scorer {
  readJsonl(path: URL): Gold[];
  scoreItem(gold: Gold, sentences: readonly string[]): ItemScore;
  bootstrap(values: readonly number[]): Interval;
  tokens(text: string, lang: string): string[];
  rougeN(reference: readonly string[], system: readonly string[], n: number): Overlap;
}

const FOLDER = new URL('../../../shared/corpora/summarization/', import.meta.url);

/** Why nothing can be measured here, or undefined. */
export function whyNoCorpus(): string | undefined {
  const isThere = existsSync(new URL('rouge.mjs', FOLDER));
  return isThere ? undefined : 'no ../shared/corpora/summarization beside the project';
}

export async function openScorer(): Promise<Scorer> {
  return (await import(new URL('rouge.mjs', FOLDER).href)) as Scorer;
}

export function readGold(scorer: Scorer, name: string): Gold[] {
  return scorer.readJsonl(new URL(`${name}.jsonl.gz`, FOLDER));
}

export function toDocs(gold: Gold): SummaryDoc[] {
  if (gold.docs) return gold.docs.map(({ title, text }, id) => ({ id, title, text }));
  return [{ id: gold.id, text: gold.text ?? '', ...(gold.title === undefined ? {} : { title: gold.title }) }];
}

export function toBudget({ lang, sentences, words }: Gold): SummaryBudget {
  return { lang, ...(sentences === undefined ? {} : { sentences }), ...(words === undefined ? {} : { words }) };
}
