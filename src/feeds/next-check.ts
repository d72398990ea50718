// When to look at a feed again: as often as it really changes, never more often than its server likes.

import type { Feed } from './feed.ts';
import type { FeedReading } from './read-feed.ts';

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
  /** As it was before this check. */
  readonly feed: Pick<Feed, 'intervalMs' | 'failures'>;
  readonly reading: FeedReading;
  readonly now: number;
  /** In [0, 1): spreads checks, so that feeds added together do not come due together for ever. */
  readonly random: number;
}

export interface NextCheck {
  readonly nextCheckAt: number;
  /** Time between two checks when all is well; failures leave it as it is. */
  readonly intervalMs: number;
}

export function nextCheck({ feed, reading, now, random }: CheckResult): NextCheck {
  const usualMs = bounded(feed.intervalMs || FIRST_MS);
  const intervalMs = intervalFrom(reading, usualMs, now);
  const jittered = bounded(waitFrom(reading, intervalMs, feed.failures) * (0.9 + 0.2 * random));
  // What the server asks for is obeyed even beyond a day, within reason.
  const asked = reading.kind === 'problem' ? Math.min(reading.retryAfterMs ?? 0, 7 * LONGEST_MS) : 0;
  return { nextCheckAt: Math.round(now + Math.max(jittered, asked)), intervalMs: Math.round(intervalMs) };
}

function intervalFrom(reading: FeedReading, usualMs: number, now: number): number {
  if (reading.kind === 'unchanged') return bounded(usualMs * 1.25);
  if (reading.kind !== 'feed') return usualMs;
  const times = reading.feed.items.flatMap((item) => item.publishedAt ?? item.updatedAt ?? []);
  const rhythm = rhythmOf(times, now);
  if (rhythm !== undefined) return bounded(rhythm);
  // Nothing dated: a server that answers conditional requests shows by its answer that something happened.
  return reading.etag || reading.lastModified ? bounded(usualMs * 0.7) : usualMs;
}

function waitFrom(reading: FeedReading, intervalMs: number, failures: number): number {
  switch (reading.kind) {
    case 'gone':
      return LONGEST_MS;
    case 'problem':
      return backOff(intervalMs, failures);
    default:
      // The answer is good for so long; asking earlier brings the same.
      return Math.max(intervalMs, reading.maxAgeMs ?? 0);
  }
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

/** Doubles with every failure in a row, this one not yet counted. */
function backOff(intervalMs: number, failures: number): number {
  return Math.max(intervalMs, 10 * MINUTE) * 2 ** Math.min(failures, 10);
}

function bounded(ms: number): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ms));
}
