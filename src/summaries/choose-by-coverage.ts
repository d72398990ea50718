// The choice among several documents: cover the terms, the pairs of terms and the pairs of plain words that many of them
// say (Gillick and Favre, "A Scalable Global Model for Summarization", 2009), greedily.

import { admission } from './choose-by-model.ts';
import { NEARLY_SAME } from './likeness.ts';
import type { Limits } from './limits.ts';
import type { Reading, Sentence } from './sentence.ts';
import { rarity } from './sentence-features.ts';
import { leadPositions } from './word-features.ts';

const SPACELESS = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);

/** The middle of a plateau of the development clusters: a fifth more or less of docs, early or lead costs under 0.3 ROUGE. */
const COVERAGE = {
  /** A single term. */
  term: 0.4,
  /** Two neighbouring terms, whatever stop words stand between them. */
  pair: 0.6,
  /** Two neighbouring words as they are written, stop words too. */
  words: 0.5,
  /** Power of the documents that say it. */
  docs: 1.5,
  /** Power of the sentences that say it. */
  sentences: 0.3,
  /** What only one sentence of all says. */
  once: 0.1,
  /** Said early in some document; in a title. */
  early: 3,
  title: 1,
  /** The sentence itself stands early. */
  lead: 3,
  /** How fast that fades: power of the position. */
  fading: 0.7,
} as const;

/** What is covered, once: terms, neighbouring pairs of terms and of words, numbered from 0. */
export interface Concepts {
  readonly ofSentence: readonly (readonly number[])[];
  readonly worth: Float64Array;
}

interface Sighting {
  /** A term is its own key; pairs have keys above. */
  readonly key: number;
  docs: number;
  lastDoc: number;
  sentences: number;
  earliest: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of each sentence as they are written, numbered. Where no spaces stand between words there are none. */
function wordsOf(reading: Reading): { readonly ofSentence: readonly (readonly number[])[]; readonly count: number } {
  const ids = new Map<string, number>();
  const ofSentence = reading.sentences.map(({ text }) => {
    const numbers: number[] = [];
    if (SPACELESS.has(reading.lang ?? '')) return numbers;
    for (const word of text.toLowerCase().match(WORD) ?? []) {
      const known = ids.get(word);
      if (known === undefined) ids.set(word, ids.size);
      numbers.push(known ?? ids.size - 1);
    }
    return numbers;
  });
  return { ofSentence, count: ids.size };
}

/** A key for each two neighbours, from `base` on. */
function addPairs(keys: Set<number>, sequence: readonly number[], base: number, size: number): void {
  for (let i = 1; i < sequence.length; i++) keys.add(base + sequence[i - 1]! * size + sequence[i]!);
}

/** Numbers what is said, in the order in which it is met, and notes who says it where. */
class Sightings {
  readonly seen: Sighting[] = [];
  readonly #numbers = new Map<number, number>();

  note(key: number, doc: number, position: number): number {
    const number = this.#numbers.get(key);
    if (number === undefined) {
      this.#numbers.set(key, this.seen.length);
      return this.seen.push({ key, docs: 1, lastDoc: doc, sentences: 1, earliest: position }) - 1;
    }
    const known = this.seen[number]!;
    known.sentences++;
    if (position < known.earliest) known.earliest = position;
    if (known.lastDoc !== doc) {
      known.docs++;
      known.lastDoc = doc;
    }
    return number;
  }
}

function spreadOf({ docs, sentences }: Sighting): number {
  return sentences === 1 ? COVERAGE.once : docs ** COVERAGE.docs * sentences ** COVERAGE.sentences;
}

/** Worth of every term and pair of a reading, from who says it where. */
export function weighConcepts(reading: Reading, positions: readonly number[]): Concepts {
  const size = reading.vocabulary.length;
  const words = wordsOf(reading);
  // Keys above the vocabulary are pairs of terms, those above these are pairs of words.
  const firstOfWords = size + size * size;
  const sightings = new Sightings();
  const ofSentence = reading.sentences.map((sentence, i) => {
    const keys = new Set(sentence.terms);
    addPairs(keys, sentence.sequence, size, size);
    addPairs(keys, words.ofSentence[i]!, firstOfWords, words.count);
    return Array.from(keys, (key) => sightings.note(key, sentence.doc, positions[i]!));
  });
  const titled = new Set(reading.titles.flatMap((title) => [...title]));
  const worth = Float64Array.from(sightings.seen, (sighting) => {
    const { key } = sighting;
    const pair = key < firstOfWords ? COVERAGE.pair : COVERAGE.words;
    const kind = key < size ? COVERAGE.term * (titled.has(key) ? 1 + COVERAGE.title : 1) : pair;
    return kind * spreadOf(sighting) * (1 + COVERAGE.early / (1 + sighting.earliest));
  });
  return { ofSentence, worth };
}

// Below this share of the most central document's, a document is of something else (an archive's notice, a lexicon): its
// sentences count less still.
const RELATED = 0.4;
const STRANGER = 0.4;
// How much a document's share counts above that: a power of it.
const CENTRALITY = 0.35;
// Nothing counts nothing: a short notice may share no term with the others.
const LEAST_SHARE = 0.1;
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
  return shares.map((share) => {
    const relative = most === 0 ? 1 : share / most;
    return Math.max(LEAST_SHARE, relative) ** CENTRALITY * (relative < RELATED ? STRANGER : 1);
  });
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
  readonly #worth: Float64Array;
  readonly #limits: Limits;
  readonly #admits: (chosen: readonly number[], candidate: number) => boolean;
  readonly #covered: Uint8Array;
  chosen: Candidate[] = [];
  words = 0;

  constructor(worth: Float64Array, limits: Limits, admits: Coverage['admits']) {
    this.#worth = worth;
    this.#covered = new Uint8Array(worth.length);
    this.#limits = limits;
    this.#admits = admits;
  }

  admits(chosen: readonly number[], candidate: number): boolean {
    return this.#admits(chosen, candidate);
  }

  gain({ keys, factor }: Candidate): number {
    let sum = 0;
    for (const key of keys) if (this.#covered[key] === 0) sum += this.#worth[key]!;
    return sum * factor;
  }

  add(candidate: Candidate): void {
    for (const key of candidate.keys) this.#covered[key] = 1;
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
