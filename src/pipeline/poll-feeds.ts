// Due feeds → items on disk. A feed's validators and next check are written in the transaction that stores its items.

import type { Feed } from '../feeds/feed.ts';
import { keyItems } from '../feeds/item-keys.ts';
import { nextCheck } from '../feeds/next-check.ts';
import { oldestFirst } from '../feeds/oldest-first.ts';
import type { FeedReading } from '../feeds/read-feed.ts';
import type { Log } from '../log.ts';
import type { FeedCheck, Store } from '../store/contract.ts';
import { workThrough } from './work-through.ts';

export interface PollDeps {
  readonly store: Store;
  readonly readFeed: (feed: Feed) => Promise<FeedReading>;
  readonly log: Log;
  readonly now: () => number;
  /** The process is ending: what fails now is no failure of a feed. */
  readonly signal: AbortSignal;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Most of these wait for their host's turn; how many are on the wire at once is http's business. */
const AT_ONCE = 512;
const AHEAD = 64;
/** Longer than a check can take, its wait for the host included. */
const LEASE_MS = 900_000;

/** Checks the feeds that are due, each on its own; answers how many there were. */
export async function pollFeeds(deps: PollDeps): Promise<number> {
  const { store, now, signal } = deps;
  return workThrough({
    atOnce: AT_ONCE,
    ahead: AHEAD,
    claim: async (limit) => store.feeds.claimDue({ now: now(), limit, leaseMs: LEASE_MS }),
    work: async (feed) => pollFeed(feed, deps),
    signal,
  });
}

/** The one catch per feed: a bug met in one of them never stops the others. */
async function pollFeed(feed: Feed, deps: PollDeps): Promise<void> {
  try {
    await saveReading(feed, await deps.readFeed(feed), deps);
  } catch (error) {
    if (deps.signal.aborted) return;
    deps.log.error({ err: error, feed: feed.url }, 'a feed could not be checked');
    await saveReading(
      feed,
      { kind: 'problem', problem: { problem: 'internal', reference: `feed ${feed.id}` }, retryAfterMs: undefined },
      deps,
    );
  }
}

async function saveReading(feed: Feed, reading: FeedReading, { store, log, now, random }: PollDeps): Promise<void> {
  const at = now();
  const next = nextCheck({ feed, reading, now: at, random: random() });
  const check: FeedCheck = {
    checkedAt: at,
    ok: reading.kind === 'feed' || reading.kind === 'unchanged',
    ...next,
    ...whatChanged(reading),
  };
  const items = reading.kind === 'feed' ? reading.feed.items : [];
  const added = await store.transaction(async (inside) => {
    const fresh = await inside.items.add(feed.id, keyItems(oldestFirst(items), feed.url), at);
    await inside.feeds.saveCheck(feed.id, check);
    return fresh;
  });
  if (reading.kind === 'problem') log.info({ feed: feed.url, problem: reading.problem }, 'a feed failed');
  else log.debug({ feed: feed.url, kind: reading.kind, added }, 'a feed was checked');
}

function whatChanged(reading: FeedReading): Partial<FeedCheck> {
  switch (reading.kind) {
    case 'feed': {
      const { feed, etag, lastModified, permanentUrl } = reading;
      return { etag, lastModified, permanentUrl, title: feed.title, siteUrl: feed.link, lang: feed.lang, gone: false };
    }
    case 'gone':
      return { gone: true };
    case 'problem':
      return { problem: JSON.stringify(reading.problem) };
    case 'unchanged':
      return {};
  }
}
