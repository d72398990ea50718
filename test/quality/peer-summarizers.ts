// The libraries that the summarizer is measured against, each at its best: asked for exactly the sentences wanted.

import { createRequire } from 'node:module';
import type { SummaryBudget, SummaryDoc } from '../../src/summaries/summary.ts';

export type Peer = (docs: readonly SummaryDoc[], budget: SummaryBudget) => Promise<readonly string[]>;

const require = createRequire(import.meta.url);
const { SummarizerManager } = require('node-summarizer') as {
  readonly SummarizerManager: new (
    text: string,
    count: number,
  ) => { getSummaryByRank(): Promise<{ readonly summary: unknown }> };
};

const textRank = require('ts-textrank') as {
  readonly SorensenDiceSimilarity: new () => unknown;
  readonly DefaultTextParser: new () => unknown;
  readonly NullLogger: new () => unknown;
  readonly Summarizer: {
    new (config: unknown, logger: unknown): { summarize(text: string, lang: string): readonly string[] };
    readonly SORT_SCORE: unknown;
    readonly SORT_OCCURENCE: unknown;
  };
  readonly AbsoluteSummarizerConfig: new (...args: readonly unknown[]) => unknown;
};

function joined(docs: readonly SummaryDoc[]): string {
  return docs.map((doc) => doc.text).join('\n');
}

/** Enough sentences for a budget in words, which the scorer cuts. */
function countFor({ sentences, words }: SummaryBudget): number {
  return sentences ?? Math.ceil((words ?? 60) / 8);
}

/** Its answer is one string. The package prints what goes wrong inside it, and walks at random. */
export const nodeSummarizerByRank: Peer = async (docs, budget) => {
  const { summary } = await new SummarizerManager(joined(docs), countFor(budget)).getSummaryByRank();
  return typeof summary === 'string' ? [summary] : [];
};

export const tsTextRank: Peer = async (docs, budget) => {
  const { AbsoluteSummarizerConfig, DefaultTextParser, NullLogger, SorensenDiceSimilarity, Summarizer } = textRank;
  const sorting = budget.words === undefined ? Summarizer.SORT_OCCURENCE : Summarizer.SORT_SCORE;
  const similarity = new SorensenDiceSimilarity();
  const config = new AbsoluteSummarizerConfig(countFor(budget), similarity, new DefaultTextParser(), 0.85, sorting);
  return new Summarizer(config, new NullLogger()).summarize(joined(docs), budget.lang ?? 'en');
};
