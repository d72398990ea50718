// The order in which found articles are shown. The engine only gives candidates; the order is computed here from their
// terms, so that it is the same on every engine: text first (BM25 over headline and text), then freshness and breadth.

import { bm25 } from './bm25.ts';
import { shareOf } from './idf.ts';

export interface Candidate<Id> {
  readonly id: Id;
  readonly lang: string | undefined;
  /** The analyser's terms. */
  readonly titleTerms: readonly string[];
  readonly textTerms: readonly string[];
  /** Milliseconds in UTC (articleTime). */
  readonly time: number;
  /** How many publishers its story has, in the asker's scope. */
  readonly sources: number;
}

export interface Ranked<Id> {
  readonly id: Id;
  readonly score: number;
}

const MEAN_LENGTH = 250;
/** A week old counts as half as fresh as new; all of freshness moves a score by a tenth, all of breadth by another. */
const HALF_LIFE_MS = 7 * 86_400_000;
const FRESHNESS = 0.1;
const BREADTH = 0.1;

/** Best first. `terms` are the asked words' terms; a candidate that has none of them scores on freshness alone. */
export function rankCandidates<Id>(
  terms: readonly string[],
  candidates: readonly Candidate<Id>[],
  now: number,
): Ranked<Id>[] {
  const ranked = candidates.map((candidate, i) => ({ i, id: candidate.id, score: scoreOf(terms, candidate, now) }));
  return ranked.sort((a, b) => b.score - a.score || a.i - b.i).map(({ id, score }) => ({ id, score }));
}

function scoreOf<Id>(terms: readonly string[], candidate: Candidate<Id>, now: number): number {
  const counts = countWanted(terms, candidate);
  const lang = candidate.lang ?? 'en';
  const length = candidate.titleTerms.length + candidate.textTerms.length;
  let text = 0;
  for (const [term, { title, text: inText }] of counts) {
    text += bm25({ title, text: inText, length, meanLength: MEAN_LENGTH, idf: -Math.log(shareOf(term, lang)) });
  }
  const age = Math.max(0, now - candidate.time);
  const freshness = 2 ** (-age / HALF_LIFE_MS);
  const breadth = Math.min(1, Math.log2(Math.max(1, candidate.sources)) / 3);
  return (text + (terms.length === 0 ? 1 : 0)) * (1 + FRESHNESS * freshness + BREADTH * breadth);
}

function countWanted<Id>(
  terms: readonly string[],
  candidate: Candidate<Id>,
): Map<string, { title: number; text: number }> {
  const counts = new Map(terms.map((term) => [term, { title: 0, text: 0 }]));
  for (const term of candidate.titleTerms) {
    const count = counts.get(term);
    if (count !== undefined) count.title += 1;
  }
  for (const term of candidate.textTerms) {
    const count = counts.get(term);
    if (count !== undefined) count.text += 1;
  }
  return counts;
}
