// A budget with nothing left open.

import type { SummaryBudget } from './summary.ts';

export interface Limits {
  /** At most so many sentences; infinite where only words count. */
  readonly most: number;
  readonly words: number;
}

const USUAL_SENTENCES = 3;
// More is no summary, and the work grows with the square of it.
const MOST_SENTENCES = 300;

export function limitsOf({ sentences, words }: SummaryBudget): Limits {
  const most = sentences ?? (words === undefined ? USUAL_SENTENCES : Number.POSITIVE_INFINITY);
  return {
    most: Number.isFinite(most) ? Math.min(Math.max(1, Math.floor(most)), MOST_SENTENCES) : most,
    words: words ?? Number.POSITIVE_INFINITY,
  };
}
