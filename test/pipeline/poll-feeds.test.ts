import { expect, test } from 'vitest';
import type { FeedReading } from '../../src/feeds/read-feed.ts';
import { createLog } from '../../src/log.ts';
import { pollFeeds } from '../../src/pipeline/poll-feeds.ts';
import type { Owner } from '../../src/scope.ts';
import { freshStore } from '../helpers/fresh-store.ts';

const UNCHANGED: FeedReading = {
  kind: 'unchanged',
  etag: undefined,
  lastModified: undefined,
  maxAgeMs: undefined,
  permanentUrl: undefined,
};

async function storeWith(count: number) {
  const store = await freshStore();
  await store.transaction(async (inside) => {
    for (let at = 0; at < count; at += 1) {
      const { id } = await inside.feeds.ensure(`https://site${at}.example/feed`, 0);
      await inside.sources.add({ owner: 'g' as Owner, feedId: id, name: `${at}`, baselineAt: 0, now: 0 });
    }
  });
  return store;
}

const rest = { log: createLog('silent'), now: () => 1_000, random: () => 0.5, signal: new AbortController().signal };

test('feeds that hang hold up nobody, not even those that were not claimed yet', async () => {
  const count = 700;
  const hangs = (url: string) => Number(/\d+/.exec(url)?.[0]) % 10 === 0;
  const store = await storeWith(count);
  let answered = 0;
  let letGo: () => void = () => undefined;
  const hanging = new Promise<void>((resolve) => {
    letGo = resolve;
  });

  const checked = await pollFeeds({
    ...rest,
    store,
    readFeed: async ({ url }) => {
      if (hangs(url)) await hanging;
      else answered += 1;
      // The hanging ones end only when every other feed has been read.
      if (answered === (count * 9) / 10) letGo();
      return UNCHANGED;
    },
  });

  expect({ checked, answered }).toEqual({ checked: count, answered: (count * 9) / 10 });
});

test('a round that is told to stop begins nothing more', async () => {
  const store = await storeWith(3);
  const stop = new AbortController();
  stop.abort();

  expect(await pollFeeds({ ...rest, signal: stop.signal, store, readFeed: async () => UNCHANGED })).toBe(0);
});
