// Lead: the first sentences, in turn from each document. News is written so that this is hard to beat.

import type { Reading } from '../sentence.ts';

export function scoreLead(reading: Reading): number[] {
  const docs = reading.docs.length;
  return reading.sentences.map((sentence) => -(sentence.order * docs + sentence.doc));
}
