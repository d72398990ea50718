// When to look at a feed again: as often as it really changes, never more often than its server likes.

import type { Feed } from './feed.ts';

const MINUTE = 60_000;
export const SHORTEST_MS = 5 * MINUTE;
export const LONGEST_MS = 24 * 60 * MINUTE;
/** Before anything is known about a feed. */
const FIRST_MS = 30 * MINUTE;
/** Of the items of a feed, so many of the newest tell its rhythm. */
const RHYTHM_ITEMS = 20;
/** Checks between two items, on average. */
const CHECKS_PER_ITEM = 2.5;

export interface CheckResult {
  readonly feed: Pick<Feed, 'intervalMs' | 'failures'>;
  /** `changed`: the document was there and held something new. */
  readonly outcome: 'changed' | 'unchanged' | 'failed' | 'gone';
  /** When the items of the feed were published, in any order; empty when the document was not read. */
  readonly itemTimes: readonly number[];
  readonly maxAgeMs: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly now: number;
  /** In [0, 1): spreads checks, so that feeds added together do not come due together for ever. */
  readonly random: number;
}

export interface NextCheck {
  readonly nextCheckAt: number;
  /** Time between two checks when all is well; failures leave it as it is. */
  readonly intervalMs: number;
}

export function nextCheck(result: CheckResult): NextCheck {
  const { feed, outcome, now, retryAfterMs } = result;
  const failed = outcome === 'failed' || outcome === 'gone';
  const intervalMs = failed ? bounded(feed.intervalMs || FIRST_MS) : ownInterval(result);
  const waitMs = failed ? backOff(intervalMs, feed.failures, outcome) : Math.max(intervalMs, freshFor(result));
  const jittered = bounded(waitMs * (0.9 + 0.2 * result.random));
  // What the server asks for is obeyed even beyond a day, within reason.
  const asked = Math.min(retryAfterMs ?? 0, 7 * LONGEST_MS);
  return { nextCheckAt: Math.round(now + Math.max(jittered, asked)), intervalMs: Math.round(intervalMs) };
}

function ownInterval({ feed, outcome, itemTimes, now }: CheckResult): number {
  const rhythm = rhythmOf(itemTimes, now);
  if (rhythm !== undefined) return bounded(rhythm);
  // Nothing dated: longer while nothing happens, shorter when something does.
  return bounded((feed.intervalMs || FIRST_MS) * (outcome === 'changed' ? 0.7 : 1.25));
}

/** From the gaps between the newest items, and from the silence since: a feed that has stopped is asked less and less. */
function rhythmOf(itemTimes: readonly number[], now: number): number | undefined {
  const times = [...new Set(itemTimes.filter((at) => at <= now))].sort((a, b) => b - a).slice(0, RHYTHM_ITEMS);
  const newest = times[0];
  const oldest = times.at(-1);
  if (newest === undefined || oldest === undefined || times.length < 3) return undefined;
  const gap = (newest - oldest) / (times.length - 1);
  const silence = now - newest;
  return Math.max(gap / CHECKS_PER_ITEM, silence > gap * 4 ? silence / 12 : 0);
}

/** The answer is good for so long; asking earlier brings the same. */
function freshFor({ maxAgeMs }: CheckResult): number {
  return Math.min(maxAgeMs ?? 0, LONGEST_MS);
}

/** Doubles with every failure in a row; `failures` counts this one not yet. */
function backOff(intervalMs: number, failures: number, outcome: CheckResult['outcome']): number {
  if (outcome === 'gone') return LONGEST_MS;
  return bounded(Math.max(intervalMs, 10 * MINUTE) * 2 ** Math.min(failures, 10));
}

function bounded(ms: number): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ms));
}
