// The choice among several documents: cover the words and the pairs of words that an editor's summary is likely to have
// (budgeted coverage of concepts: Gillick and Favre, "A Scalable Global Model for Summarization", 2009), greedily.

import { conceptChances } from './concept-features.ts';
import { Concepts } from './concepts.ts';
import { NEARLY_SAME, SAME, saysTheSame } from './likeness.ts';
import type { Limits } from './limits.ts';
import type { CoverageWeights } from './model.ts';
import { findPassages, type Passage } from './passages.ts';
import { positionsOf } from './positions.ts';
import { relevanceOf } from './relevance.ts';
import type { Reading, Sentence } from './sentence.ts';
import { rarity } from './sentence-features.ts';

/** What is known of a reading before anything is chosen. */
export interface Ground {
  readonly reading: Reading;
  readonly positions: readonly number[];
  readonly relevance: readonly number[];
  readonly concepts: Concepts;
  readonly passages: readonly Passage[];
}

export function surveyReading(reading: Reading): Ground {
  const positions = positionsOf(reading);
  const relevance = relevanceOf(reading);
  const concepts = new Concepts(reading, positions, relevance);
  return { reading, positions, relevance, concepts, passages: findPassages(reading) };
}

// Where sentences are counted and not words, length costs less: short ones would say too little each.
const PRICE_OF_LENGTH = 0.5;

interface Candidate {
  readonly passage: Passage;
  readonly keys: readonly number[];
  /** What its gain is multiplied with: where it stands, over what it costs. */
  readonly factor: number;
  /** Its gain when last looked at; gains only shrink. */
  gain: number;
}

function keysOf({ ofSentence }: Concepts, { first, count }: Passage): readonly number[] {
  return count === 1 ? ofSentence[first]! : [...new Set([...ofSentence[first]!, ...ofSentence[first + 1]!])];
}

class Coverage {
  readonly #sentences: readonly Sentence[];
  readonly #rarity: Float64Array;
  readonly #worth: Float64Array;
  readonly #limits: Limits;
  readonly #same: typeof SAME;
  readonly #covered: Uint8Array;
  readonly chosen: number[] = [];
  #words = 0;

  constructor(reading: Reading, worth: Float64Array, limits: Limits) {
    this.#sentences = reading.sentences;
    this.#rarity = rarity(reading);
    this.#worth = worth;
    this.#covered = new Uint8Array(worth.length);
    this.#limits = limits;
    this.#same = Number.isFinite(limits.most) ? NEARLY_SAME : SAME;
  }

  gain({ keys, factor }: Candidate): number {
    let sum = 0;
    for (const key of keys) if (this.#covered[key] === 0) sum += this.#worth[key]!;
    return sum * factor;
  }

  add({ passage, keys }: Candidate): void {
    for (const key of keys) this.#covered[key] = 1;
    this.#words += passage.words;
    this.chosen.push(passage.first);
    if (passage.count > 1) this.chosen.push(passage.first + 1);
  }

  /** What does not fit now never will. */
  fits({ first, count, words }: Passage): boolean {
    if (this.chosen.length + count > this.#limits.most || this.#words + words > this.#limits.words) return false;
    return !this.chosen.includes(first) && !(count > 1 && this.chosen.includes(first + 1));
  }

  repeats({ first, count }: Passage): boolean {
    return this.chosen.some((index) => this.#areAlike(index, first) || (count > 1 && this.#areAlike(index, first + 1)));
  }

  #areAlike(a: number, b: number): boolean {
    return saysTheSame(this.#sentences[a]!, this.#sentences[b]!, this.#rarity, this.#same);
  }
}

/** The next to take, and the candidates that are still possible. */
function mostWorth(coverage: Coverage, candidates: readonly Candidate[]) {
  const possible = candidates.filter(({ passage }) => coverage.fits(passage));
  possible.sort((a, b) => b.gain - a.gain || a.passage.first - b.passage.first);
  const refused = new Set<Candidate>();
  let best: Candidate | undefined;
  for (const candidate of possible) {
    if (best && candidate.gain <= best.gain) break;
    candidate.gain = coverage.gain(candidate);
    if (candidate.gain <= (best?.gain ?? 0)) continue;
    if (coverage.repeats(candidate.passage)) refused.add(candidate);
    else best = candidate;
  }
  return { best, possible: possible.filter((candidate) => candidate !== best && !refused.has(candidate)) };
}

/** Indices of sentences that together cover most, at most so many words and sentences. */
export function coverGround(ground: Ground, limits: Limits, weights: CoverageWeights, chances: Float64Array): number[] {
  const { reading, positions, relevance, concepts, passages } = ground;
  const worth = chances.map((chance, id) => (concepts.pair[id] === 1 ? 1 : weights.word) * chance ** weights.power);
  const price = Number.isFinite(limits.words) ? weights.length : PRICE_OF_LENGTH;
  const coverage = new Coverage(reading, worth, limits);
  let candidates = passages.map((passage): Candidate => {
    const { first, count, words } = passage;
    const place = 1 + weights.lead / (1 + positions[first]!);
    const factor =
      (place * relevance[reading.sentences[first]!.doc]! ** weights.relevance) / (count * (words / count) ** price);
    return { passage, keys: keysOf(concepts, passage), factor, gain: Number.POSITIVE_INFINITY };
  });
  for (const candidate of candidates) candidate.gain = coverage.gain(candidate);
  for (;;) {
    const { best, possible } = mostWorth(coverage, candidates);
    if (!best) return coverage.chosen;
    coverage.add(best);
    candidates = possible;
  }
}

export function chooseByCoverage(reading: Reading, limits: Limits, weights: CoverageWeights): Sentence[] {
  const ground = surveyReading(reading);
  const chances = conceptChances(ground.concepts, weights.words, weights.pairs);
  return coverGround(ground, limits, weights, chances).map((index) => reading.sentences[index]!);
}
