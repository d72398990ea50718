// When two sentences say the same: the rare terms of the smaller one are nearly all in the other.

import type { Sentence } from './sentence.ts';

export interface Likeness {
  /** Share of the smaller sentence's weight that the other has too, 0 to 1. */
  readonly contained: number;
  /** Dice coefficient of the weights: alike as wholes. */
  readonly dice: number;
}

export function weigh(terms: readonly number[], weights: Float64Array): number {
  let sum = 0;
  for (const term of terms) sum += weights[term]!;
  return sum;
}

export function likeness(a: Sentence, b: Sentence, weights: Float64Array): Likeness {
  const others = new Set(b.terms);
  let shared = 0;
  for (const term of a.terms) if (others.has(term)) shared += weights[term]!;
  const both = [weigh(a.terms, weights), weigh(b.terms, weights)];
  const smaller = Math.min(...both);
  if (smaller === 0) return { contained: a.text === b.text ? 1 : 0, dice: a.text === b.text ? 1 : 0 };
  return { contained: shared / smaller, dice: (2 * shared) / (both[0]! + both[1]!) };
}

function sharesAny(a: Sentence, b: Sentence): boolean {
  return a.terms.some((term) => b.terms.includes(term));
}

/** Sentences at least so alike never stand in one summary. */
export const SAME: Likeness = { contained: 0.65, dice: 0.5 };

/** Where a story has few sentences, one that says half of another again wastes a place. */
export const NEARLY_SAME: Likeness = { contained: 0.45, dice: 0.35 };

export function saysTheSame(a: Sentence, b: Sentence, weights: Float64Array, limit = SAME): boolean {
  // Most pairs have nothing in common.
  if (!sharesAny(a, b)) return a.text === b.text;
  const { contained, dice } = likeness(a, b, weights);
  return contained >= limit.contained || dice >= limit.dice;
}
