// Luhn ("The Automatic Creation of Literature Abstracts", IBM Journal 1958): significant words are the frequent ones; a
// sentence scores by its densest cluster of them, squared over the cluster's length.

import type { Reading } from '../sentence.ts';

// "A distance of four or five": more other terms than this between two significant ones end a cluster.
const GAP = 4;

function significantTerms(reading: Reading): boolean[] {
  const counts = new Float64Array(reading.vocabulary.length);
  for (const sentence of reading.sentences) for (const term of sentence.terms) counts[term]!++;
  const least = Math.max(2, Math.ceil(Math.sqrt(reading.sentences.length) / 2));
  return Array.from(counts, (count) => count >= least);
}

function densestCluster(terms: readonly number[], significant: readonly boolean[]): number {
  let best = 0;
  let from = -1;
  let last = -1;
  let inside = 0;
  terms.forEach((term, at) => {
    if (!significant[term]) return;
    if (from < 0 || at - last > GAP) {
      from = at;
      inside = 0;
    }
    inside++;
    last = at;
    best = Math.max(best, inside ** 2 / (at - from + 1));
  });
  return best;
}

export function scoreLuhn(reading: Reading): number[] {
  const significant = significantTerms(reading);
  return reading.sentences.map((sentence) => densestCluster(sentence.terms, significant));
}
