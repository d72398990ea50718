// Finds, for a chosen sentence, the other documents that say it too: what its [n] [m] link to.

import { likeness } from './likeness.ts';
import type { Reading, Sentence } from './sentence.ts';
import type { Cite, CitedSentence } from './summary.ts';

// Below three shared terms "says the same" is chance ("police said on Tuesday").
const SHARED = 3;
const ALIKE = 0.5;
const CONTAINED = 0.7;

function toCite(reading: Reading, sentence: Sentence): Cite {
  return { doc: reading.docs[sentence.doc]!.id, start: sentence.start, end: sentence.end };
}

/** Sentences that hold each term: so that support is looked for among those that share something. */
export function indexTerms(reading: Reading): number[][] {
  const holders: number[][] = reading.vocabulary.map(() => []);
  reading.sentences.forEach((sentence, i) => {
    for (const term of sentence.terms) holders[term]!.push(i);
  });
  return holders;
}

/** Sentences of other documents that share enough terms to be looked at. */
function relatives(reading: Reading, sentence: Sentence, holders: number[][]): Sentence[] {
  const shared = new Map<number, number>();
  for (const term of sentence.terms) for (const i of holders[term]!) shared.set(i, (shared.get(i) ?? 0) + 1);
  const least = Math.min(SHARED, sentence.terms.length);
  const found = [...shared].filter(([, count]) => count >= least).map(([i]) => reading.sentences[i]!);
  return found.filter((other) => other.doc !== sentence.doc);
}

/** The best sentence of every other document that says it, best first. */
function supporters(sentence: Sentence, others: readonly Sentence[], weights: Float64Array): Sentence[] {
  const best = new Map<number, { sentence: Sentence; value: number }>();
  for (const other of others) {
    const { contained, dice } = likeness(sentence, other, weights);
    if (dice < ALIKE && contained < CONTAINED) continue;
    if (dice > (best.get(other.doc)?.value ?? 0)) best.set(other.doc, { sentence: other, value: dice });
  }
  return [...best.values()].toSorted((a, b) => b.value - a.value).map((b) => b.sentence);
}

/** The sentences with all their cites, the quoted document first. */
export function citeSentences(reading: Reading, chosen: readonly Sentence[], weights: Float64Array): CitedSentence[] {
  const holders = reading.docs.length > 1 && chosen.length > 0 ? indexTerms(reading) : [];
  return chosen.map((sentence) => {
    const others = reading.docs.length > 1 ? supporters(sentence, relatives(reading, sentence, holders), weights) : [];
    return { text: sentence.text, cites: [sentence, ...others].map((s) => toCite(reading, s)) };
  });
}
