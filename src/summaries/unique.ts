// What only one source says: the sentence of each source that is furthest from all that the others wrote.

import { readSentences } from './read.ts';
import type { Sentence } from './sentence.ts';
import { rarity } from './sentence-features.ts';
import type { CitedSentence, SummaryDoc } from './summary.ts';
import { citeSentences } from './support.ts';
import { newsOf } from './timeline.ts';

export interface UniqueSentence {
  readonly source: string;
  readonly sentence: CitedSentence;
}

// More than this share of its weight is in no other source's text.
const ONLY_HERE = 0.5;
// It has to be of the story: a term at least is in the others' texts too.
const SHARED_TERMS = 1;
const SHORTEST = 8;

function sourceOf(doc: SummaryDoc): string {
  return doc.source ?? String(doc.id);
}

/** Terms that sources other than this one use. */
function termsOfOthers(sentences: readonly Sentence[], sources: readonly string[], source: string): Set<number> {
  const others = new Set<number>();
  for (const sentence of sentences) {
    if (sources[sentence.doc] !== source) for (const term of sentence.terms) others.add(term);
  }
  return others;
}

interface Field {
  readonly sentences: readonly Sentence[];
  readonly others: ReadonlySet<number>;
  readonly weights: Float64Array;
}

/** How much of a sentence nobody else says; 0 where it says too little, or is of another story. */
function uniqueness(sentence: Sentence, { others, weights }: Field): number {
  const [, share] = newsOf(sentence, others, weights);
  const shared = sentence.terms.filter((term) => others.has(term)).length;
  if (share <= ONLY_HERE || shared < SHARED_TERMS) return 0;
  // What a source puts first matters most to it.
  return share * Math.min(1, sentence.terms.length / 12) * (1 + 1 / (1 + sentence.order));
}

function mostUnique(field: Field): Sentence | undefined {
  const sound = field.sentences.filter(({ faults, words }) => faults.length === 0 && words >= SHORTEST);
  const rated = sound.map((sentence) => ({ sentence, value: uniqueness(sentence, field) }));
  return rated.filter(({ value }) => value > 0).toSorted((a, b) => b.value - a.value)[0]?.sentence;
}

/** One sentence for each source that has one, in the order of the documents; nothing where there is one source alone. */
export function findUnique(docs: readonly SummaryDoc[], lang?: string): UniqueSentence[] {
  const reading = readSentences(docs, lang);
  const sources = docs.map(sourceOf);
  const distinct = [...new Set(sources)];
  if (distinct.length < 2) return [];
  const weights = rarity(reading);
  return distinct.flatMap((source) => {
    const sentences = reading.sentences.filter((sentence) => sources[sentence.doc] === source);
    const others = termsOfOthers(reading.sentences, sources, source);
    const best = mostUnique({ sentences, others, weights });
    return best ? citeSentences(reading, [best], weights).map((sentence) => ({ source, sentence })) : [];
  });
}
