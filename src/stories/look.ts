// When somebody looked at a story: what has come since is new to them.

import type { ArticleId } from '../articles/article.ts';

export interface Look {
  readonly at: number;
  /** The newest article that there was; ids grow with time. */
  readonly upTo: ArticleId;
}

export interface Visit {
  readonly last: Look;
  /** The last look before this visit. */
  readonly before: Look | undefined;
}

/** Days that a look is remembered. */
export const LOOK_DAYS = 30;

/** Looks as close as this are one visit: "Longer" takes away nothing of what was new. */
const ONE_VISIT_MS = 600_000;

export function lookAgain(known: Visit | undefined, look: Look): Visit {
  if (known === undefined) return { last: look, before: undefined };
  const goesOn = look.at - known.last.at < ONE_VISIT_MS;
  return { last: look, before: goesOn ? known.before : known.last };
}
