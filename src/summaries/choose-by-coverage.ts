// The choice among several documents: cover the terms and pairs of terms that many of them say (Gillick and Favre, "A
// Scalable Global Model for Summarization", 2009), greedily.

import { admission } from './choose-by-model.ts';
import { NEARLY_SAME } from './likeness.ts';
import type { Limits } from './limits.ts';
import type { Reading, Sentence } from './sentence.ts';
import { rarity } from './sentence-features.ts';
import { leadPositions } from './word-features.ts';

/** Found by a search over the development clusters; the optimum is flat (half or double of each costs under 0.3 ROUGE). */
const COVERAGE = {
  /** A single term against a pair. */
  term: 0.5,
  /** Power of the documents that say it. */
  docs: 1.3,
  /** Power of the sentences that say it. */
  sentences: 0.3,
  /** What only one sentence of all says. */
  once: 0.1,
  /** Said early in some document; in a title. */
  early: 3,
  title: 1,
  /** The sentence itself stands early. */
  lead: 2,
  /** How fast that fades: power of the position. */
  fading: 0.7,
} as const;

/** What is covered, once: terms and neighbouring pairs, as keys. */
export interface Concepts {
  readonly ofSentence: readonly (readonly number[])[];
  readonly worth: ReadonlyMap<number, number>;
}

interface Sighting {
  docs: number;
  lastDoc: number;
  sentences: number;
  earliest: number;
}

function conceptsOf(sentence: Sentence, size: number): number[] {
  const keys = new Set(sentence.terms);
  // Keys above the vocabulary are pairs.
  for (let i = 1; i < sentence.sequence.length; i++) {
    keys.add(size + sentence.sequence[i - 1]! * size + sentence.sequence[i]!);
  }
  return [...keys];
}

function sight(seen: Map<number, Sighting>, key: number, doc: number, position: number): void {
  const known = seen.get(key);
  if (!known) {
    seen.set(key, { docs: 1, lastDoc: doc, sentences: 1, earliest: position });
    return;
  }
  known.sentences++;
  known.earliest = Math.min(known.earliest, position);
  if (known.lastDoc !== doc) {
    known.docs++;
    known.lastDoc = doc;
  }
}

/** Worth of every term and pair of a reading, from who says it where. */
export function weighConcepts(reading: Reading, positions: readonly number[]): Concepts {
  const size = reading.vocabulary.length;
  const ofSentence = reading.sentences.map((sentence) => conceptsOf(sentence, size));
  const seen = new Map<number, Sighting>();
  ofSentence.forEach((keys, i) => {
    for (const key of keys) sight(seen, key, reading.sentences[i]!.doc, positions[i]!);
  });
  const titled = new Set(reading.titles.flatMap((title) => [...title]));
  const worth = new Map<number, number>();
  for (const [key, { docs, sentences, earliest }] of seen) {
    const kind = key < size ? COVERAGE.term * (titled.has(key) ? 1 + COVERAGE.title : 1) : 1;
    const spread = docs ** COVERAGE.docs * sentences ** COVERAGE.sentences * (sentences === 1 ? COVERAGE.once : 1);
    worth.set(key, kind * spread * (1 + COVERAGE.early / (1 + earliest)));
  }
  return { ofSentence, worth };
}

// Below this share of the most central document's, a document is of something else (an archive's notice, a lexicon): its
// sentences count less.
const RELATED = 0.4;
const STRANGER = 0.4;
// A stub shares a high part of its few terms by chance.
const FEWEST_TERMS = 20;

/** How much each document belongs to the story: by the part of its terms that the others say too. */
export function weighDocuments(reading: Reading): number[] {
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
  return shares.map((share) => (share < RELATED * most ? STRANGER : 1));
}

// Where sentences are counted and not words, length costs less: short ones would say too little each.
const PRICE_OF_LENGTH = 0.5;

interface Candidate {
  readonly index: number;
  readonly keys: readonly number[];
  readonly factor: number;
  readonly words: number;
  /** What its gain is divided by. */
  readonly cost: number;
}

class Coverage {
  readonly #worth: ReadonlyMap<number, number>;
  readonly #limits: Limits;
  readonly #admits: (chosen: readonly number[], candidate: number) => boolean;
  readonly #covered = new Set<number>();
  chosen: Candidate[] = [];
  words = 0;

  constructor(worth: ReadonlyMap<number, number>, limits: Limits, admits: Coverage['admits']) {
    this.#worth = worth;
    this.#limits = limits;
    this.#admits = admits;
  }

  admits(chosen: readonly number[], candidate: number): boolean {
    return this.#admits(chosen, candidate);
  }

  gain({ keys, factor }: Candidate): number {
    let sum = 0;
    for (const key of keys) if (!this.#covered.has(key)) sum += this.#worth.get(key)!;
    return sum * factor;
  }

  add(candidate: Candidate): void {
    for (const key of candidate.keys) this.#covered.add(key);
    this.words += candidate.words;
    this.chosen.push(candidate);
  }

  fits(candidate: Candidate): boolean {
    return (
      this.chosen.length < this.#limits.most &&
      this.words + candidate.words <= this.#limits.words &&
      !this.chosen.includes(candidate)
    );
  }
}

interface Rated {
  readonly candidate: Candidate;
  ratio: number;
}

/** Most worth for its length. Gains only shrink, so the search ends where the old gain is lower than the best new one. */
function mostWorth(coverage: Coverage, rated: Rated[]): Rated | undefined {
  rated.sort((a, b) => b.ratio - a.ratio || a.candidate.index - b.candidate.index);
  const indices = coverage.chosen.map((c) => c.index);
  let best: Rated | undefined;
  for (const entry of rated) {
    if (best && entry.ratio <= best.ratio) break;
    if (!coverage.fits(entry.candidate)) continue;
    entry.ratio = coverage.gain(entry.candidate) / entry.candidate.cost;
    const better = entry.ratio > (best?.ratio ?? 0);
    if (better && coverage.admits(indices, entry.candidate.index)) best = entry;
  }
  return best;
}

function fill(coverage: Coverage, candidates: readonly Candidate[]): void {
  const rated = candidates.map((candidate) => ({ candidate, ratio: coverage.gain(candidate) / candidate.cost }));
  for (let best = mostWorth(coverage, rated); best; best = mostWorth(coverage, rated)) coverage.add(best.candidate);
}

/** Sentences that together cover most, at most so many words and sentences. */
export function chooseByCoverage(reading: Reading, limits: Limits): Sentence[] {
  const positions = leadPositions(reading.sentences);
  const { ofSentence, worth } = weighConcepts(reading, positions);
  const relevance = weighDocuments(reading);
  const candidates = reading.sentences.map((sentence, index) => ({
    index,
    keys: ofSentence[index]!,
    factor: (1 + COVERAGE.lead / (1 + positions[index]!) ** COVERAGE.fading) * relevance[sentence.doc]!,
    words: Math.max(1, sentence.words),
    cost: Math.max(1, sentence.words) ** (Number.isFinite(limits.words) ? 1 : PRICE_OF_LENGTH),
  }));
  const coverage = new Coverage(worth, limits, admission(reading, rarity(reading), NEARLY_SAME));
  fill(coverage, candidates);
  return coverage.chosen.map(({ index }) => reading.sentences[index]!);
}
