// LSA (Gong and Liu, SIGIR 2001; score of Steinberger and Ježek, "Using Latent Semantic Analysis in Text Summarization
// and Summary Evaluation", 2004): the strongest topics of the term-by-sentence matrix; a sentence scores by its length
// in the space of topics, each weighted with its singular value.

import type { Reading } from '../sentence.ts';
import { rarity } from '../sentence-features.ts';

interface Matrix {
  readonly idf: Float64Array;
  /** Length of each sentence's vector. */
  readonly norms: readonly number[];
}

const TOPICS = 5;
const ROUNDS = 25;

/** AᵀA·v, without ever building the matrix. Columns have unit length, or long sentences alone would win. */
function multiply(reading: Reading, { idf, norms }: Matrix, v: Float64Array): Float64Array {
  const byTerm = new Float64Array(idf.length);
  reading.sentences.forEach((s, i) => {
    for (const term of s.terms) byTerm[term]! += (idf[term]! * v[i]!) / norms[i]!;
  });
  return Float64Array.from(reading.sentences, (s, i) => {
    let sum = 0;
    for (const term of s.terms) sum += idf[term]! * byTerm[term]!;
    return sum / norms[i]!;
  });
}

function lengthOf(v: Float64Array): number {
  return Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
}

function orthogonalize(v: Float64Array, others: readonly Float64Array[]): void {
  for (const other of others) {
    const dot = other.reduce((sum, x, i) => sum + x * v[i]!, 0);
    other.forEach((x, i) => {
      v[i]! -= dot * x;
    });
  }
}

/** Power iteration on AᵀA, one topic after the other, each at right angles to those before it. */
export function scoreLsa(reading: Reading): number[] {
  const idf = rarity(reading);
  const norms = reading.sentences.map((s) => Math.sqrt(s.terms.reduce((sum, term) => sum + idf[term]! ** 2, 0)) || 1);
  const size = reading.sentences.length;
  const topics: Float64Array[] = [];
  const scores = new Array<number>(size).fill(0);
  for (let topic = 0; topic < Math.min(TOPICS, size); topic++) {
    let v: Float64Array = Float64Array.from({ length: size }, (_, i) => 1 + ((i * (topic + 1)) % 7) / 7);
    let value = 0;
    for (let round = 0; round < ROUNDS; round++) {
      v = multiply(reading, { idf, norms }, v);
      orthogonalize(v, topics);
      value = lengthOf(v);
      if (value < 1e-9) break;
      v = v.map((x) => x / value);
    }
    if (value < 1e-9) break;
    topics.push(v);
    v.forEach((x, i) => {
      scores[i]! += x * x * value;
    });
  }
  return scores.map(Math.sqrt);
}
