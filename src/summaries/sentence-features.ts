// What is known of each sentence beyond its words: place, length, shape, and how the rest of the text relates to it.

import type { Fault, Reading, Sentence } from './sentence.ts';

export const SENTENCE_FEATURES = [
  'bias',
  'first',
  'second',
  'third',
  'earliness',
  'depth',
  'opens a line',
  'log words',
  'under 9 words',
  'over 35 words',
  'terms per word',
  'names per word',
  'numbers per word',
  'dangling',
  'loose',
  'question',
  'furniture',
  'fragment',
  'speech',
  'centrality to what follows',
  'centrality to what precedes',
  'likeness to the first sentence',
  'likeness to the titles',
  'mean chance of its terms',
  'first and dangling',
  'first and central',
  'said by other documents',
] as const;

const WIDTH = SENTENCE_FEATURES.length;
const SPEECH = /["“”«»「」]/;

// Choosing, telling repeats and citing all ask for it.
const rarities = new WeakMap<Reading, Float64Array>();

/** Terms that most sentences share say little: the usual weight, log(n / sentences with it). */
export function rarity(reading: Reading): Float64Array {
  let weights = rarities.get(reading);
  if (!weights) {
    const seen = new Float64Array(reading.vocabulary.length);
    for (const sentence of reading.sentences) for (const term of sentence.terms) seen[term]!++;
    const total = reading.sentences.length;
    weights = seen.map((n) => (n === 0 ? 0 : Math.log(1 + total / n)));
    rarities.set(reading, weights);
  }
  return weights;
}

function norm(terms: readonly number[], weights: Float64Array): number {
  let sum = 0;
  for (const term of terms) sum += weights[term]! * weights[term]!;
  return Math.sqrt(sum) || 1;
}

/** Mean cosine of each sentence, taken in `order`, with those of its document that came before it in that order. */
function sweep(sentences: readonly Sentence[], weights: Float64Array, order: readonly number[]): number[] {
  const out = new Array<number>(sentences.length).fill(0);
  const sums = new Float64Array(weights.length);
  let doc = -1;
  let seen = 0;
  for (const i of order) {
    const { terms, doc: own } = sentences[i]!;
    if (own !== doc) {
      doc = own;
      sums.fill(0);
      seen = 0;
    }
    const length = norm(terms, weights);
    let dot = 0;
    for (const term of terms) {
      dot += weights[term]! * sums[term]!;
      sums[term]! += weights[term]! / length;
    }
    out[i] = seen === 0 ? 0 : dot / length / seen;
    seen++;
  }
  return out;
}

/**
 * Directed centrality (Zheng and Lapata, "Sentence Centrality Revisited", ACL 2019): how much the sentences after a
 * sentence, and those before it, resemble it. Sums of unit vectors make it linear in the text; documents are apart.
 */
export function directedCentrality(sentences: readonly Sentence[], weights: Float64Array) {
  const order = sentences.map((_, i) => i);
  return { before: sweep(sentences, weights, order), after: sweep(sentences, weights, order.toReversed()) };
}

function overlap(terms: readonly number[], others: ReadonlySet<number>, weights: Float64Array): number {
  let shared = 0;
  let all = 0;
  for (const term of terms) {
    all += weights[term]!;
    if (others.has(term)) shared += weights[term]!;
  }
  return all === 0 ? 0 : shared / all;
}

function flag(claim: boolean): number {
  return claim ? 1 : 0;
}

function shape(sentence: Sentence): number[] {
  const words = Math.max(1, sentence.words);
  const has = (fault: Fault) => flag(sentence.faults.includes(fault));
  return [
    flag(sentence.opensLine),
    Math.log(words),
    flag(sentence.words < 9),
    flag(sentence.words > 35),
    sentence.terms.length / words,
    sentence.names / words,
    sentence.numbers / words,
    has('dangling'),
    has('loose'),
    has('question'),
    has('furniture'),
    has('fragment'),
    flag(SPEECH.test(sentence.text)),
  ];
}

function place(position: number, count: number): number[] {
  const last = position / Math.max(1, count);
  return [flag(position === 0), flag(position === 1), flag(position === 2), 1 / (1 + position), last];
}

function meanOf(values: Float64Array, terms: readonly number[]): number {
  let sum = 0;
  for (const term of terms) sum += values[term]!;
  return terms.length === 0 ? 0 : sum / terms.length;
}

/** Terms of each document's first sentence. */
function leadTerms(reading: Reading, positions: readonly number[]): Set<number>[] {
  const leads = reading.counts.map(() => new Set<number>());
  reading.sentences.forEach((s, i) => {
    if (positions[i] === 0) for (const term of s.terms) leads[s.doc]!.add(term);
  });
  return leads;
}

/** For each term, the share of the other documents that say it. */
function elsewhere(reading: Reading): Float64Array {
  const lastDoc = new Int32Array(reading.vocabulary.length).fill(-1);
  const docs = new Float64Array(reading.vocabulary.length);
  for (const { doc, terms } of reading.sentences) {
    for (const term of terms) {
      if (lastDoc[term] !== doc) docs[term]!++;
      lastDoc[term] = doc;
    }
  }
  const others = Math.max(1, reading.counts.length - 1);
  return docs.map((n) => Math.max(0, n - 1) / others);
}

/** Rows of SENTENCE_FEATURES, one per sentence, one after the other. */
export function sentenceFeatures(reading: Reading, positions: readonly number[], chances: Float64Array): Float64Array {
  const { sentences } = reading;
  const rows = new Float64Array(sentences.length * WIDTH);
  const weights = rarity(reading);
  const { after, before } = directedCentrality(sentences, weights);
  const titles = new Set(reading.titles.flatMap((t) => [...t]));
  const leads = leadTerms(reading, positions);
  const shares = elsewhere(reading);
  sentences.forEach((sentence, i) => {
    const first = flag(positions[i] === 0);
    const row = [
      1,
      ...place(positions[i]!, reading.counts[sentence.doc]!),
      ...shape(sentence),
      after[i]!,
      before[i]!,
      first === 1 ? 0 : overlap(sentence.terms, leads[sentence.doc]!, weights),
      overlap(sentence.terms, titles, weights),
      meanOf(chances, sentence.terms),
      first * flag(sentence.faults.includes('dangling')),
      first * after[i]!,
      meanOf(shares, sentence.terms),
    ];
    rows.set(row, i * WIDTH);
  });
  return rows;
}

/** Rows of SENTENCE_FEATURES times weights: one number for each sentence. */
export function weighRows(rows: Float64Array, weights: readonly number[]): Float64Array {
  const sums = new Float64Array(rows.length / WIDTH);
  for (let i = 0; i < sums.length; i++) {
    let sum = 0;
    for (let k = 0; k < WIDTH; k++) sum += rows[i * WIDTH + k]! * (weights[k] ?? 0);
    sums[i] = sum;
  }
  return sums;
}
