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

function isSoon(known: Visit, { at }: Look): boolean {
  return at - known.last.at < ONE_VISIT_MS;
}

/** A look at the whole story: soon again and with nothing new, as by "Longer", it is the same visit, and what was new stays so. */
export function lookAgain(known: Visit | undefined, look: Look): Visit {
  if (known === undefined) return { last: look, before: undefined };
  const goesOn = isSoon(known, look) && look.upTo === known.last.upTo;
  return { last: look, before: goesOn ? known.before : known.last };
}

/** A look at what is new: soon after one at the whole story it belongs to that, whatever has come in between. */
export function lookCloser(known: Visit | undefined, look: Look): Visit {
  const isPart = known?.before !== undefined && isSoon(known, look);
  return { last: look, before: isPart ? known.before : known?.last };
}
