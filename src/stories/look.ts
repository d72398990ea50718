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

/** Looks as close as this are one visit. */
const ONE_VISIT_MS = 600_000;

/** The story is asked for. */
export function lookAnew(known: Visit | undefined, look: Look): Visit {
  return { last: look, before: known?.last };
}

/** More of what was asked for, by its buttons: what was new stays so during the visit. */
export function lookOn(known: Visit | undefined, look: Look): Visit {
  const goesOn = known?.before !== undefined && look.at - known.last.at < ONE_VISIT_MS;
  return { last: look, before: goesOn ? known.before : known?.last };
}
