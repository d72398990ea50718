// How much each document belongs to the story: an archive's notice or a lexicon's entry among the reports does not.

import type { Reading } from './sentence.ts';

// Nothing counts nothing: a short notice may share no term with the others.
const LEAST = 0.1;
// A stub shares a high part of its few terms by chance.
const FEWEST_TERMS = 20;

/** The part of each document's terms that the others say too, relative to the most central document's. */
export function relevanceOf(reading: Reading): number[] {
  const terms = reading.docs.map(() => new Set<number>());
  for (const sentence of reading.sentences) for (const term of sentence.terms) terms[sentence.doc]!.add(term);
  const docs = new Uint16Array(reading.vocabulary.length);
  for (const own of terms) for (const term of own) docs[term]!++;
  const shares = terms.map((own) => {
    let shared = 0;
    for (const term of own) if (docs[term]! > 1) shared++;
    return shared / Math.max(FEWEST_TERMS, own.size);
  });
  const most = shares.reduce((a, b) => Math.max(a, b), 0);
  return shares.map((share) => (most === 0 ? 1 : Math.max(LEAST, share / most)));
}
