// What may be chosen as one: a sentence that can be read alone, or two neighbours that can be read together, such as a
// pronoun after the name it stands for, or a quote of two sentences.

import { findFaults, isBareQuote } from './faults.ts';
import type { Fault, Reading, Sentence } from './sentence.ts';

export interface Passage {
  /** Index of its first sentence. */
  readonly first: number;
  readonly count: 1 | 2;
  readonly words: number;
}

// What the neighbour can mend.
const MENDED: ReadonlySet<Fault> = new Set(['dangling', 'loose', 'question']);

const CLOSED = /["”“»’」]\s*$/;

function isMendable({ faults }: Sentence): boolean {
  return faults.every((fault) => MENDED.has(fault));
}

function readTogether(reading: Reading, one: Sentence, next: Sentence): boolean {
  if (one.doc !== next.doc || !isMendable(one) || !isMendable(next)) return false;
  if (one.faults.length + next.faults.length === 0) return false;
  // Who said it may stand in the second sentence of a quote, not in the sentence after the whole of it.
  if (isBareQuote(one.text) && CLOSED.test(one.text)) return false;
  const text = reading.docs[one.doc]!.text.slice(one.start, next.end);
  const terms = one.terms.length + next.terms.length;
  return findFaults({ text, words: one.words + next.words, terms, last: false }, reading.lang).length === 0;
}

/** In the order of the text. Where no sentence is whole, each stands for itself. */
export function findPassages(reading: Reading): Passage[] {
  const { sentences } = reading;
  const anyWhole = sentences.some(({ faults }) => faults.length === 0);
  const passages: Passage[] = [];
  sentences.forEach((sentence, first) => {
    const words = Math.max(1, sentence.words);
    if (sentence.faults.length === 0 || !anyWhole) passages.push({ first, count: 1, words });
    const next = sentences[first + 1];
    if (!next || !readTogether(reading, sentence, next)) return;
    passages.push({ first, count: 2, words: words + Math.max(1, next.words) });
  });
  return passages;
}
