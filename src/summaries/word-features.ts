// What is known of each term of a reading: how often, how early, how widely, and in what shape it was written.

import type { Reading } from './sentence.ts';

export const WORD_FEATURES = [
  'bias',
  'log sentences with it',
  'share of sentences with it',
  'earliness',
  'in a first sentence',
  'in a second sentence',
  'in a third sentence',
  'capitalised',
  'number',
  'own title',
  'share of titles',
  'share of documents',
  'log documents',
  'share of first sentences',
  'length of the word',
  'log sentences in all',
  'capitalised and frequent',
  'early and frequent',
  'spread',
] as const;

const WIDTH = WORD_FEATURES.length;

class TermTally {
  readonly sentences: Uint32Array;
  readonly docs: Uint32Array;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly leads: Uint32Array;
  readonly titles: Uint32Array;
  readonly #lastDoc: Int32Array;
  readonly #lastLead: Int32Array;

  constructor(size: number) {
    this.sentences = new Uint32Array(size);
    this.docs = new Uint32Array(size);
    this.earliest = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.latest = new Float64Array(size);
    this.leads = new Uint32Array(size);
    this.titles = new Uint32Array(size);
    this.#lastDoc = new Int32Array(size).fill(-1);
    this.#lastLead = new Int32Array(size).fill(-1);
  }

  add(term: number, doc: number, position: number): void {
    this.sentences[term]!++;
    if (position < this.earliest[term]!) this.earliest[term] = position;
    if (position > this.latest[term]!) this.latest[term] = position;
    if (this.#lastDoc[term] !== doc) {
      this.#lastDoc[term] = doc;
      this.docs[term]!++;
    }
    if (position === 0 && this.#lastLead[term] !== doc) {
      this.#lastLead[term] = doc;
      this.leads[term]!++;
    }
  }
}

function tally(reading: Reading, positions: readonly number[]): TermTally {
  const counts = new TermTally(reading.vocabulary.length);
  reading.sentences.forEach((sentence, i) => {
    for (const term of sentence.terms) counts.add(term, sentence.doc, positions[i]!);
  });
  for (const title of reading.titles) for (const term of title) counts.titles[term]!++;
  return counts;
}

/** Sizes that a row's shares are taken of. */
interface Totals {
  readonly sentences: number;
  readonly docs: number;
  readonly longest: number;
  readonly titled: number;
}

function totalsOf(reading: Reading): Totals {
  const least1 = (n: number) => Math.max(1, n);
  return {
    sentences: least1(reading.sentences.length),
    docs: least1(reading.counts.filter((n) => n > 0).length),
    longest: reading.counts.reduce((a, b) => Math.max(a, b), 1),
    titled: least1(reading.titles.filter((t) => t.size > 0).length),
  };
}

function flag(claim: boolean): number {
  return claim ? 1 : 0;
}

function rowOf(reading: Reading, counts: TermTally, totals: Totals, term: number): number[] {
  const first = counts.earliest[term]!;
  const early = 1 / (1 + first);
  const word = reading.vocabulary[term]!;
  const capital = flag(reading.capitalised[term]!);
  const frequent = Math.log(counts.sentences[term]!);
  return [
    1,
    frequent,
    counts.sentences[term]! / totals.sentences,
    early,
    flag(first === 0),
    flag(first === 1),
    flag(first === 2),
    capital,
    flag(/^\p{Nd}/u.test(word)),
    flag(counts.titles[term]! > 0),
    counts.titles[term]! / totals.titled,
    counts.docs[term]! / totals.docs,
    Math.log(counts.docs[term]!),
    counts.leads[term]! / totals.docs,
    Math.min(word.length, 12) / 10,
    Math.log(totals.sentences / totals.docs),
    capital * frequent,
    early * frequent,
    (counts.latest[term]! - first) / totals.longest,
  ];
}

/** Rows of WORD_FEATURES, one per term of the vocabulary, one after the other; terms of no sentence have none (zeros). */
export function wordFeatures(reading: Reading, positions: readonly number[]): Float64Array {
  const rows = new Float64Array(reading.vocabulary.length * WIDTH);
  const counts = tally(reading, positions);
  const totals = totalsOf(reading);
  reading.vocabulary.forEach((_, term) => {
    if (counts.sentences[term]! > 0) rows.set(rowOf(reading, counts, totals, term), term * WIDTH);
  });
  return rows;
}

/** Chance of each term to be in the summary. */
export function wordChances(rows: Float64Array, weights: readonly number[]): Float64Array {
  const chances = new Float64Array(rows.length / WIDTH);
  for (let term = 0; term < chances.length; term++) {
    if (rows[term * WIDTH] === 0) continue;
    let sum = 0;
    for (let k = 0; k < WIDTH; k++) sum += rows[term * WIDTH + k]! * (weights[k] ?? 0);
    chances[term] = 1 / (1 + Math.exp(-sum));
  }
  return chances;
}
