// What each term of a question weighs, once it is known how many texts hold it.

import { rarity } from './weigh-terms.ts';

/** A term that is looked for. */
export interface QuestionTerm {
  readonly term: string;
  readonly weight: number;
  /** The share of texts that hold it in the news at large: what is believed while few texts are here. */
  readonly usual: number;
}

export interface Question {
  /** What was asked for. */
  readonly terms: readonly QuestionTerm[];
  /** Words that mark what was found for them: they have a small say of their own. */
  readonly marking?: readonly QuestionTerm[] | undefined;
}

/** Feedback (Rocchio, as RM3 weighs it) has so much of the say. */
export const MARKING_SHARE = 0.2;

/** How many texts hold a term, of how many that are looked at. */
export interface Counts {
  readonly total: number;
  held(term: string): number;
}

/** By term; rare ones say more. */
export function weighQuestion({ terms, marking = [] }: Question, { total, held }: Counts): Map<string, number> {
  const rarities = new Map<string, number>();
  for (const { term, usual } of [...terms, ...marking]) rarities.set(term, rarity(held(term), total, usual));
  const weights = new Map<string, number>();
  const asked = sum(terms.map(({ weight }) => weight));
  const marked = sum(marking.map(({ term, weight }) => weight * (rarities.get(term) as number)));
  const share = marked > 0 ? MARKING_SHARE : 0;
  const add = (term: string, weight: number): void => {
    weights.set(term, (weights.get(term) ?? 0) + weight * (rarities.get(term) as number));
  };
  for (const { term, weight } of terms) add(term, ((1 - share) * weight) / asked);
  for (const { term, weight } of marking) {
    if (share > 0) add(term, (share * weight * (rarities.get(term) as number)) / marked);
  }
  return weights;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
