// Due feeds → items on disk. A feed's validators and next check are written in the transaction that stores its items.

import type { Feed } from '../feeds/feed.ts';
import { itemKeys } from '../feeds/item-keys.ts';
import { nextCheck } from '../feeds/next-check.ts';
import type { FeedReading } from '../feeds/read-feed.ts';
import type { Log } from '../log.ts';
import type { FeedCheck, Store } from '../store/contract.ts';

export interface PollDeps {
  readonly store: Store;
  readonly readFeed: (feed: Feed) => Promise<FeedReading>;
  readonly log: Log;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
}

const AT_ONCE = 64;
const LEASE_MS = 120_000;

/** Checks the feeds that are due, each on its own; answers how many there were. */
export async function pollFeeds(deps: PollDeps): Promise<number> {
  const feeds = await deps.store.feeds.claimDue({ now: deps.now(), limit: AT_ONCE, leaseMs: LEASE_MS });
  await Promise.all(feeds.map(async (feed) => pollFeed(feed, deps)));
  return feeds.length;
}

/** The one catch per feed: a bug met in one of them never stops the others. */
async function pollFeed(feed: Feed, deps: PollDeps): Promise<void> {
  try {
    await saveReading(feed, await deps.readFeed(feed), deps);
  } catch (error) {
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
    const fresh = await inside.items.add(
      feed.id,
      items.map((item) => ({ item, keys: itemKeys(item, feed.url) })),
      at,
    );
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
