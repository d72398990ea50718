import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/feeds/feed.ts';
import { LONGEST_MS, nextCheck, SHORTEST_MS } from '../../src/feeds/next-check.ts';
import type { FeedReading } from '../../src/feeds/read-feed.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-03-02T08:00:00Z');
const middle = { now: NOW, random: 0.5 };
const usual = { intervalMs: HOUR, failures: 0 };

function read(times: readonly number[], more: Partial<Extract<FeedReading, { kind: 'feed' }>> = {}): FeedReading {
  const items = times.map((publishedAt) => ({ publishedAt }) as Item);
  const feed = { format: 'rss' as const, title: 'T', link: undefined, description: undefined, lang: undefined, items };
  return {
    kind: 'feed',
    url: 'u',
    feed,
    etag: undefined,
    lastModified: undefined,
    maxAgeMs: undefined,
    permanentUrl: undefined,
    ...more,
  };
}
const every = (ms: number, count = 20) => Array.from({ length: count }, (_, at) => NOW - ms * (at + 1));
const unchanged = {
  kind: 'unchanged',
  etag: '"a"',
  lastModified: undefined,
  maxAgeMs: undefined,
  permanentUrl: undefined,
} as const;
const failed = (retryAfterMs?: number): FeedReading => ({
  kind: 'problem',
  problem: { problem: 'http-status', host: 'h', status: 503 },
  retryAfterMs,
});

describe('the rhythm of a feed', () => {
  test('is followed: twice and a half as often as it publishes', () => {
    const { intervalMs, nextCheckAt } = nextCheck({ feed: usual, reading: read(every(50 * MINUTE)), ...middle });

    expect(intervalMs).toBe(20 * MINUTE);
    expect(nextCheckAt).toBe(NOW + 20 * MINUTE);
  });

  test('stays within five minutes and a day', () => {
    expect(nextCheck({ feed: usual, reading: read(every(20_000)), ...middle }).intervalMs).toBe(SHORTEST_MS);
    expect(nextCheck({ feed: usual, reading: read(every(30 * 24 * HOUR)), ...middle }).intervalMs).toBe(LONGEST_MS);
  });

  test('of a feed that fell silent is forgotten slowly', () => {
    const times = every(HOUR).map((at) => at - 7 * 24 * HOUR);

    expect(nextCheck({ feed: usual, reading: read(times), ...middle }).intervalMs).toBeGreaterThan(13 * HOUR);
  });

  test('is not told by dates in the future', () => {
    const times = every(50 * MINUTE).map((at) => at + 365 * 24 * HOUR);

    expect(nextCheck({ feed: usual, reading: read(times), ...middle }).intervalMs).toBe(HOUR);
  });

  test('without dates is found by trying', () => {
    const news = nextCheck({ feed: usual, reading: read([], { etag: '"a"' }), ...middle }).intervalMs;
    const none = nextCheck({ feed: usual, reading: unchanged, ...middle }).intervalMs;

    expect([news, none]).toEqual([42 * MINUTE, 75 * MINUTE]);
  });

  test('of a new feed is half an hour at first', () => {
    expect(nextCheck({ feed: { intervalMs: 0, failures: 0 }, reading: read([]), ...middle }).intervalMs).toBe(
      30 * MINUTE,
    );
  });
});

describe('the server is listened to', () => {
  test('when it says how long its answer is good', () => {
    const reading = read(every(50 * MINUTE), { maxAgeMs: 3 * HOUR });

    expect(nextCheck({ feed: usual, reading, ...middle }).nextCheckAt).toBe(NOW + 3 * HOUR);
    expect(
      nextCheck({ feed: usual, reading: { ...unchanged, maxAgeMs: 365 * 24 * HOUR }, ...middle }).nextCheckAt,
    ).toBe(NOW + LONGEST_MS);
  });

  test('when it says when to come back, beyond a day too', () => {
    expect(nextCheck({ feed: usual, reading: failed(2 * HOUR), ...middle }).nextCheckAt).toBe(NOW + 2 * HOUR);
    expect(nextCheck({ feed: usual, reading: failed(48 * HOUR), ...middle }).nextCheckAt).toBe(NOW + 48 * HOUR);
    expect(nextCheck({ feed: usual, reading: failed(1e12), ...middle }).nextCheckAt).toBe(NOW + 7 * LONGEST_MS);
  });
});

describe('a feed that fails', () => {
  test('is asked half as often with every failure, at least once a day, and keeps its rhythm for later', () => {
    const waits = [0, 1, 2, 3, 9, 500].map((failures) => {
      const next = nextCheck({ feed: { intervalMs: HOUR, failures }, reading: failed(), ...middle });
      expect(next.intervalMs).toBe(HOUR);
      return (next.nextCheckAt - NOW) / HOUR;
    });

    expect(waits).toEqual([1, 2, 4, 8, 24, 24]);
  });

  test('for good is looked at once a day, in case it comes back', () => {
    expect(nextCheck({ feed: usual, reading: { kind: 'gone' }, ...middle }).nextCheckAt).toBe(NOW + LONGEST_MS);
  });
});

test('chance spreads the checks a tenth to both sides', () => {
  const at = (random: number) =>
    nextCheck({ feed: usual, reading: read(every(100 * MINUTE)), now: NOW, random }).nextCheckAt - NOW;

  expect([at(0), at(0.999)].map((ms) => Math.round(ms / MINUTE))).toEqual([36, 44]);
});
