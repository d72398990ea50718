// What is new in a story to those who know some of its documents: sentences of the others that say what no known one said.
// For Updates.

import { saysTheSame } from './likeness.ts';
import { readSentences } from './read.ts';
import type { Reading, Sentence } from './sentence.ts';
import { rarity } from './sentence-features.ts';
import type { CitedSentence, SummaryBudget, SummaryDoc } from './summary.ts';
import { citeSentences } from './support.ts';
import { newsOf } from './timeline.ts';

type Known = ReadonlySet<string | number>;

export interface NewsOptions {
  /** Ids of the documents that are known. */
  readonly known: Known;
  readonly lang?: string | undefined;
  /** At most so many sentences (3). */
  readonly most?: number | undefined;
}

const USUAL_SENTENCES = 3;
// A rewording keeps most of the terms; a new fact brings about half of its own.
const NEWS = 0.45;

interface Find {
  readonly sentence: Sentence;
  readonly value: number;
}

/** What was published at or before a time (milliseconds in UTC), or at no time that is known. */
export function knownAt(docs: readonly SummaryDoc[], time: number): Known {
  return new Set(docs.filter(({ publishedAt }) => !((publishedAt ?? 0) > time)).map(({ id }) => id));
}

/** The documents that the reader does not know. */
export function withoutKnown(docs: readonly SummaryDoc[], { known = [] }: SummaryBudget): readonly SummaryDoc[] {
  return known.length === 0 ? docs : docs.filter(({ id }) => !known.includes(id));
}

function termsOf(sentences: readonly Sentence[]): Set<number> {
  return new Set(sentences.flatMap((sentence) => [...sentence.terms]));
}

/** Sentences with news, the most first. */
function rate(reading: Reading, known: Known, weights: Float64Array): Find[] {
  const late = reading.docs.map(({ id }) => !known.has(id));
  const earlier = reading.sentences.filter((s) => !late[s.doc]);
  const heard = termsOf(earlier);
  const sound = reading.sentences.filter((s) => late[s.doc] && s.faults.length === 0);
  const rated = sound.map((sentence) => {
    const [fresh, share] = newsOf(sentence, heard, weights);
    return { sentence, share, value: (fresh / Math.sqrt(sentence.words)) * (1 + 2 / (1 + sentence.order)) };
  });
  return rated
    .filter(({ share }) => share >= NEWS)
    .filter(({ sentence }) => !earlier.some((other) => saysTheSame(sentence, other, weights)))
    .toSorted((a, b) => b.value - a.value);
}

/** Oldest document first, each in its own order; empty where nothing new is said, or nothing was known before. */
export function findNews(docs: readonly SummaryDoc[], { known, lang, most = USUAL_SENTENCES }: NewsOptions) {
  const reading = readSentences(docs, lang);
  if (!docs.some(({ id }) => known.has(id))) return [];
  const weights = rarity(reading);
  const chosen: Sentence[] = [];
  for (const { sentence } of rate(reading, known, weights)) {
    if (chosen.length >= most) break;
    if (!chosen.some((other) => saysTheSame(other, sentence, weights))) chosen.push(sentence);
  }
  const time = (s: Sentence) => docs[s.doc]!.publishedAt ?? 0;
  const ordered = chosen.toSorted((a, b) => time(a) - time(b) || a.doc - b.doc || a.order - b.order);
  return citeSentences(reading, ordered, weights) as readonly CitedSentence[];
}
