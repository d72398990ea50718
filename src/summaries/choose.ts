// Chooses the sentences that together are worth most: expected agreement with an editor's summary, as an F-measure.

import type { Sentence } from './sentence.ts';

export interface ChoiceProblem {
  readonly sentences: readonly Sentence[];
  /** Worth of each term, counted once however often it is said. */
  readonly chances: Float64Array;
  /** Worth of each sentence per word, beyond its terms. */
  readonly bonuses: Float64Array;
  /** Words of the summary to agree with. */
  readonly aim: number;
  /** At least and at most so many sentences. */
  readonly least: number;
  readonly most: number;
  /** At most so many words. */
  readonly words: number;
  /** Whether a sentence may stand in the summary, given the others. */
  readonly admits: (chosen: readonly number[], candidate: number) => boolean;
}

/** The state of a choice: how often each term is covered, so that a sentence can be added or taken away cheaply. */
class Cover {
  readonly #problem: ChoiceProblem;
  readonly #covered: Uint16Array;
  chosen: number[] = [];
  hits = 0;
  words = 0;

  constructor(problem: ChoiceProblem) {
    this.#problem = problem;
    this.#covered = new Uint16Array(problem.chances.length);
  }

  gain(index: number): number {
    const { sentences, chances, bonuses } = this.#problem;
    const sentence = sentences[index]!;
    let sum = sentence.words * bonuses[index]!;
    for (const term of sentence.terms) if (this.#covered[term] === 0) sum += chances[term]!;
    return sum;
  }

  /** Twice the expected hits over both lengths: F1 of the words. */
  value(extraHits = 0, extraWords = 0): number {
    return (2 * (this.hits + extraHits)) / (this.words + extraWords + this.#problem.aim);
  }

  add(index: number): void {
    this.hits += this.gain(index);
    this.words += this.#problem.sentences[index]!.words;
    for (const term of this.#problem.sentences[index]!.terms) this.#covered[term]!++;
    this.chosen.push(index);
  }

  remove(index: number): void {
    for (const term of this.#problem.sentences[index]!.terms) this.#covered[term]!--;
    this.words -= this.#problem.sentences[index]!.words;
    this.hits -= this.gain(index);
    this.chosen = this.chosen.filter((other) => other !== index);
  }
}

// Exchange looks at this many of the best candidates: enough in practice, and it bounds the work on long inputs.
const POOL = 60;
const ROUNDS = 6;

function bestAddition(cover: Cover, problem: ChoiceProblem, pool: readonly number[]): [number, number] {
  let best = -1;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const index of pool) {
    const { words } = problem.sentences[index]!;
    if (cover.words + words > problem.words || cover.chosen.includes(index)) continue;
    const value = cover.value(cover.gain(index), words);
    if (value > bestValue && problem.admits(cover.chosen, index)) {
      best = index;
      bestValue = value;
    }
  }
  return [best, bestValue];
}

function fill(cover: Cover, problem: ChoiceProblem, pool: readonly number[]): void {
  while (cover.chosen.length < problem.most) {
    const [best, value] = bestAddition(cover, problem, pool);
    if (best < 0 || (cover.chosen.length >= problem.least && value <= cover.value())) return;
    cover.add(best);
  }
}

// Takes each sentence out in turn and puts in the best one instead, until nothing gains.
function exchange(cover: Cover, problem: ChoiceProblem, pool: readonly number[]): boolean {
  for (const out of [...cover.chosen]) {
    const before = cover.value();
    cover.remove(out);
    const shrinks = cover.chosen.length >= problem.least && cover.chosen.length > 0 && cover.value() > before;
    const [best, value] = bestAddition(cover, problem, pool);
    if (best >= 0 && best !== out && value > before + 1e-9) {
      cover.add(best);
      return true;
    }
    if (shrinks) return true;
    cover.add(out);
  }
  return false;
}

/** Indices of the chosen sentences, in no particular order. Empty where nothing fits. */
export function chooseSentences(problem: ChoiceProblem): number[] {
  const cover = new Cover(problem);
  const pool = problem.sentences
    .map((sentence, index) => ({ index, value: cover.value(cover.gain(index), sentence.words) }))
    .toSorted((a, b) => b.value - a.value || a.index - b.index)
    .slice(0, POOL + 4 * Math.min(problem.most, 40))
    .map((c) => c.index);
  fill(cover, problem, pool);
  for (let round = 0; round < ROUNDS * cover.chosen.length && exchange(cover, problem, pool); round++) {
    fill(cover, problem, pool);
  }
  return cover.chosen;
}
