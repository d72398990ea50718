// The timeline of a growing story: for each step, the sentence that brought most of what was new, with its time.

import { likeness } from './likeness.ts';
import { positionsOf } from './positions.ts';
import { readSentences } from './read.ts';
import type { Reading, Sentence } from './sentence.ts';
import { rarity } from './sentence-features.ts';
import type { CitedSentence, SummaryDoc } from './summary.ts';
import { citeSentences } from './support.ts';

export interface TimelineEntry {
  /** When the document that says it was published; milliseconds in UTC. */
  readonly at: number;
  readonly sentence: CitedSentence;
}

export interface TimelineOptions {
  readonly lang?: string;
  /** At most so many entries (8); the ones that bring least are left out. */
  readonly most?: number;
}

const USUAL_ENTRIES = 8;
// A sentence is news when this share of its weight was in no earlier document.
const NEWS = 0.5;
// Opening sentences say what happened; later ones are often background.
const OPENING = 6;

interface Step {
  readonly at: number;
  readonly sentence: Sentence;
  readonly news: number;
}

/** Weight of what is new in a sentence, and its share of the whole. */
export function newsOf(sentence: Sentence, known: ReadonlySet<number>, weights: Float64Array): [number, number] {
  let fresh = 0;
  let all = 0;
  for (const term of sentence.terms) {
    all += weights[term]!;
    if (!known.has(term)) fresh += weights[term]!;
  }
  return [fresh, all === 0 ? 0 : fresh / all];
}

function bestStep(sentences: readonly Sentence[], known: ReadonlySet<number>, weights: Float64Array, at: number) {
  let best: Step | undefined;
  for (const sentence of sentences) {
    const [fresh, share] = newsOf(sentence, known, weights);
    const news = fresh / (1 + sentence.order / 2);
    if (share >= NEWS && news > (best?.news ?? 0)) best = { at, sentence, news };
  }
  return best;
}

function isAlike(a: Sentence, b: Sentence, weights: Float64Array): boolean {
  const { contained, dice } = likeness(a, b, weights);
  return contained >= 0.6 || dice >= 0.45;
}

/** Documents with a time, oldest first. */
function datedDocs(reading: Reading): number[] {
  return reading.docs
    .map((_, doc) => doc)
    .filter((doc) => reading.docs[doc]!.publishedAt !== undefined)
    .toSorted((a, b) => reading.docs[a]!.publishedAt! - reading.docs[b]!.publishedAt! || a - b);
}

/** The step that each document brought, oldest first. */
function findSteps(reading: Reading, weights: Float64Array): Step[] {
  const positions = positionsOf(reading);
  const known = new Set<number>();
  const steps: Step[] = [];
  for (const doc of datedDocs(reading)) {
    const own = reading.sentences.filter((s) => s.doc === doc);
    const opening = reading.sentences.filter(
      (s, i) => s.doc === doc && positions[i]! < OPENING && s.faults.length === 0,
    );
    const step = bestStep(opening, known, weights, reading.docs[doc]!.publishedAt!);
    if (step && !steps.some((s) => isAlike(s.sentence, step.sentence, weights))) steps.push(step);
    for (const { terms } of own) for (const term of terms) known.add(term);
  }
  return steps;
}

/** Oldest first. Documents without a time, and those that bring nothing new, have no entry. */
export function buildTimeline(docs: readonly SummaryDoc[], { lang, most = USUAL_ENTRIES }: TimelineOptions = {}) {
  const reading = readSentences(docs, lang);
  const weights = rarity(reading);
  const steps = findSteps(reading, weights);
  // The first step opens the story and always stays.
  const byNews = [...steps.slice(0, 1), ...steps.slice(1).toSorted((a, b) => b.news - a.news)];
  const kept = new Set(byNews.slice(0, Math.max(1, most)));
  const shown = steps.filter((step) => kept.has(step));
  const cited = citeSentences(
    reading,
    shown.map((step) => step.sentence),
    weights,
  );
  return shown.map(({ at }, i): TimelineEntry => ({ at, sentence: cited[i]! }));
}
