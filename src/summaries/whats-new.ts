// What is new in a story since a time: sentences of later documents that say what no earlier one said. For Updates.

import { saysTheSame } from './likeness.ts';
import { readSentences } from './read.ts';
import type { Reading, Sentence } from './sentence.ts';
import { rarity } from './sentence-features.ts';
import type { CitedSentence, SummaryDoc } from './summary.ts';
import { citeSentences } from './support.ts';
import { newsOf } from './timeline.ts';

export interface NewsOptions {
  /** Documents published at or before it are known. Milliseconds in UTC. */
  readonly since: number;
  readonly lang?: string;
  /** At most so many sentences (3). */
  readonly most?: number;
}

const USUAL_SENTENCES = 3;
// A rewording keeps most of the terms; a new fact brings about half of its own.
const NEWS = 0.45;

interface Find {
  readonly sentence: Sentence;
  readonly value: number;
}

function isLater(doc: SummaryDoc, since: number): boolean {
  return doc.publishedAt !== undefined && doc.publishedAt > since;
}

function termsOf(sentences: readonly Sentence[]): Set<number> {
  return new Set(sentences.flatMap((sentence) => [...sentence.terms]));
}

/** Sentences with news, the most first. */
function rate(reading: Reading, since: number, weights: Float64Array): Find[] {
  const late = reading.docs.map((doc) => isLater(doc, since));
  const earlier = reading.sentences.filter((s) => !late[s.doc]);
  const known = termsOf(earlier);
  const sound = reading.sentences.filter((s) => late[s.doc] && s.faults.length === 0);
  const rated = sound.map((sentence) => {
    const [fresh, share] = newsOf(sentence, known, weights);
    return { sentence, share, value: (fresh / Math.sqrt(sentence.words)) * (1 + 2 / (1 + sentence.order)) };
  });
  return rated
    .filter(({ share }) => share >= NEWS)
    .filter(({ sentence }) => !earlier.some((other) => saysTheSame(sentence, other, weights)))
    .toSorted((a, b) => b.value - a.value);
}

/** Oldest document first, each in its own order; empty where nothing new is said, or nothing was known before. */
export function findNews(docs: readonly SummaryDoc[], { since, lang, most = USUAL_SENTENCES }: NewsOptions) {
  const reading = readSentences(docs, lang);
  if (!docs.some((doc) => !isLater(doc, since))) return [];
  const weights = rarity(reading);
  const chosen: Sentence[] = [];
  for (const { sentence } of rate(reading, since, weights)) {
    if (chosen.length >= most) break;
    if (!chosen.some((other) => saysTheSame(other, sentence, weights))) chosen.push(sentence);
  }
  const time = (s: Sentence) => docs[s.doc]!.publishedAt ?? 0;
  const ordered = chosen.toSorted((a, b) => time(a) - time(b) || a.doc - b.doc || a.order - b.order);
  return citeSentences(reading, ordered, weights) as readonly CitedSentence[];
}
