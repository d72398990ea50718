// Chooses the sentences that together are worth most, by a score of whole sets: what they cover, how long they are, and
// what is known of each of them. (Ranking sets instead of sentences: Zhong et al., "Extractive Summarization as Text
// Matching", ACL 2020; here the score is linear.)

import type { Sentence } from './sentence.ts';

export const SET_FEATURES = [
  'expected agreement',
  'share of the sentences asked for',
  'one sentence asked for',
  'words for each sentence asked for',
  'log words for each sentence asked for',
  'expected hits per word',
  'opens with a lead',
  'opens with two neighbours',
  'documents heard',
  'title terms said',
] as const;

export interface ChoiceProblem {
  readonly sentences: readonly Sentence[];
  /** Position of each sentence in its document, captions and bylines not counted. */
  readonly positions: readonly number[];
  /** Terms of all titles; those of several count as often. */
  readonly titles: readonly number[];
  /** Worth of each term, counted once however often it is said. */
  readonly chances: Float64Array;
  /** Worth of each sentence per word, beyond its terms. */
  readonly bonuses: Float64Array;
  /** What each sentence adds to a set's score, weighted by its share of the words. */
  readonly merits: Float64Array;
  /** Weights of SET_FEATURES. */
  readonly weights: readonly number[];
  /** So many sentences are asked for; fewer may be better, but not fewer than `least`. */
  readonly most: number;
  readonly least: number;
  /** At most so many words. */
  readonly words: number;
  /** Whether a sentence may stand in the summary, given the others. */
  readonly admits: (chosen: readonly number[], candidate: number) => boolean;
}

// An editor's one-sentence summary less its own sentence: the F-measure's denominator; found by cross-validation, flat.
const AIM = 15;

/** The state of a choice: how often each term is covered, so that a sentence can be added or taken away cheaply. */
export class Choice {
  readonly #problem: ChoiceProblem;
  readonly #covered: Uint16Array;
  /** How many titles have each term. */
  readonly #titled: Uint16Array;
  readonly #features = new Float64Array(SET_FEATURES.length);
  readonly chosen: number[] = [];
  hits = 0;
  words = 0;
  #merit = 0;
  #titleTerms = 0;

  constructor(problem: ChoiceProblem) {
    this.#problem = problem;
    this.#covered = new Uint16Array(problem.chances.length);
    this.#titled = new Uint16Array(problem.chances.length);
    for (const term of problem.titles) this.#titled[term]!++;
  }

  gain(index: number): number {
    const { sentences, chances, bonuses } = this.#problem;
    const sentence = sentences[index]!;
    let sum = sentence.words * bonuses[index]!;
    for (const term of sentence.terms) if (this.#covered[term] === 0) sum += chances[term]!;
    return sum;
  }

  /** Expected F-measure of the words with one more sentence. */
  agreementWith(index: number): number {
    return (2 * (this.hits + this.gain(index))) / (this.words + this.#problem.sentences[index]!.words + AIM);
  }

  /** SET_FEATURES; good until the next call. */
  features(): Float64Array {
    const { positions, most, titles } = this.#problem;
    const out = this.#features;
    const count = this.chosen.length;
    const perAsked = this.words / most;
    let first = this.chosen[0]!;
    for (const index of this.chosen) if (index < first) first = index;
    out[0] = (2 * this.hits) / (this.words + AIM);
    out[1] = Math.min(1, count / most);
    out[2] = most === 1 ? 1 : 0;
    out[3] = perAsked / 17;
    out[4] = Math.log(perAsked);
    out[5] = this.hits / this.words;
    out[6] = positions[first] === 0 ? 1 : 0;
    out[7] = this.chosen.includes(first + 1) ? 1 : 0;
    out[8] = this.#documents() / count;
    out[9] = titles.length === 0 ? 0 : this.#titleTerms / titles.length;
    return out;
  }

  #documents(): number {
    const { sentences } = this.#problem;
    let documents = 0;
    for (let i = 0; i < this.chosen.length; i++) {
      const { doc } = sentences[this.chosen[i]!]!;
      let known = false;
      for (let k = 0; k < i && !known; k++) known = sentences[this.chosen[k]!]!.doc === doc;
      if (!known) documents++;
    }
    return documents;
  }

  score(): number {
    if (this.chosen.length === 0) return Number.NEGATIVE_INFINITY;
    const features = this.features();
    let sum = this.#merit / this.words;
    for (let k = 0; k < features.length; k++) sum += features[k]! * (this.#problem.weights[k] ?? 0);
    return sum;
  }

  admits(index: number): boolean {
    const fits = this.words + this.#problem.sentences[index]!.words <= this.#problem.words;
    return fits && !this.chosen.includes(index) && this.#problem.admits(this.chosen, index);
  }

  add(index: number): void {
    const { sentences, merits } = this.#problem;
    const { terms, words } = sentences[index]!;
    this.hits += this.gain(index);
    this.words += words;
    this.#merit += merits[index]! * words;
    for (const term of terms) if (this.#covered[term]!++ === 0) this.#titleTerms += this.#titled[term]!;
    this.chosen.push(index);
  }

  remove(index: number): void {
    const { sentences, merits } = this.#problem;
    const { terms, words } = sentences[index]!;
    for (const term of terms) if (--this.#covered[term]! === 0) this.#titleTerms -= this.#titled[term]!;
    this.words -= words;
    this.#merit -= merits[index]! * words;
    this.hits -= this.gain(index);
    this.chosen.splice(this.chosen.indexOf(index), 1);
  }
}

// Sets are made of the best few alone: more candidates gained nothing, and this bounds the work on long inputs.
const POOL = 11;
const EXHAUSTIVE = 3;
const ROUNDS = 4;

/** The candidates, in the order of the text. */
export function poolOf(problem: ChoiceProblem): number[] {
  const empty = new Choice(problem);
  const size = POOL + (problem.most > EXHAUSTIVE ? 3 * Math.min(problem.most, 20) : 0);
  const ranked = problem.sentences
    .map((_, index) => ({ index, value: empty.agreementWith(index) }))
    .filter(({ index }) => problem.sentences[index]!.words > 0)
    .toSorted((a, b) => b.value - a.value || a.index - b.index);
  const pool: number[] = [];
  for (const { index } of ranked) {
    if (pool.length === size) break;
    if (problem.admits([], index) || problem.admits([index - 1], index)) pool.push(index);
  }
  return pool.toSorted((a, b) => a - b);
}

/** Calls `visit` with every set of the pool that may be a summary. */
export function forEachSet(problem: ChoiceProblem, pool: readonly number[], visit: (choice: Choice) => void): void {
  const choice = new Choice(problem);
  const extend = (from: number) => {
    if (choice.chosen.length >= problem.least) visit(choice);
    if (choice.chosen.length >= problem.most) return;
    for (let i = from; i < pool.length; i++) {
      const index = pool[i]!;
      if (!choice.admits(index)) continue;
      choice.add(index);
      extend(i + 1);
      choice.remove(index);
    }
  };
  extend(0);
}

function tryAll(problem: ChoiceProblem, pool: readonly number[]): number[] {
  let best: number[] = [];
  let bestScore = Number.NEGATIVE_INFINITY;
  let widest: number[] = [];
  const least = { ...problem, least: 1 };
  forEachSet(least, pool, (choice) => {
    if (choice.chosen.length > widest.length) widest = [...choice.chosen];
    if (choice.chosen.length < problem.least) return;
    const score = choice.score();
    if (score > bestScore) {
      bestScore = score;
      best = [...choice.chosen];
    }
  });
  return best.length > 0 ? best : widest;
}

/** The best sentence to add, or -1; the score of the set with it. */
function bestAddition(choice: Choice, pool: readonly number[]): [number, number] {
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const index of pool) {
    if (!choice.admits(index)) continue;
    choice.add(index);
    const score = choice.score();
    choice.remove(index);
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  }
  return [best, bestScore];
}

function fill(choice: Choice, problem: ChoiceProblem, pool: readonly number[]): void {
  while (choice.chosen.length < problem.most) {
    const [best, score] = bestAddition(choice, pool);
    if (best < 0 || (choice.chosen.length >= problem.least && score <= choice.score())) return;
    choice.add(best);
  }
}

// A sentence that leans on the one taken out would be left dangling: the whole set is looked at again.
function isSound(choice: Choice, problem: ChoiceProblem): boolean {
  return choice.chosen.every((index) =>
    problem.admits(
      choice.chosen.filter((other) => other !== index),
      index,
    ),
  );
}

// Takes each sentence out in turn and puts the best one in instead; true where that gained.
function exchange(choice: Choice, problem: ChoiceProblem, pool: readonly number[]): boolean {
  for (const out of [...choice.chosen]) {
    const before = choice.score();
    choice.remove(out);
    const [best, score] = bestAddition(choice, pool);
    if (best >= 0 && best !== out && score > before + 1e-9) {
      choice.add(best);
      if (isSound(choice, problem)) return true;
      choice.remove(best);
    }
    choice.add(out);
  }
  return false;
}

/** Indices of the chosen sentences, in no particular order. Empty where nothing fits. */
export function chooseSentences(problem: ChoiceProblem): number[] {
  const pool = poolOf(problem);
  if (problem.most <= EXHAUSTIVE) return tryAll(problem, pool);
  const choice = new Choice(problem);
  fill(choice, problem, pool);
  for (let round = 0; round < ROUNDS * choice.chosen.length && exchange(choice, problem, pool); round++) {
    fill(choice, problem, pool);
  }
  return choice.chosen;
}
