// A feed that was read because somebody asked for it: its items and what is known of it now are kept, as by a check.

import type { FeedCheck, Store } from '../store/contract.ts';
import type { Feed } from './feed.ts';
import type { FoundFeed } from './find-feed.ts';
import { keyItems } from './item-keys.ts';
import { nextCheck } from './next-check.ts';
import { oldestFirst } from './oldest-first.ts';

export async function saveFound(
  { feed, found, now }: { readonly feed: Feed; readonly found: FoundFeed; readonly now: number },
  store: Pick<Store, 'items' | 'feeds'>,
): Promise<void> {
  await store.items.add(feed.id, keyItems(oldestFirst(found.feed.items), found.url), now);
  await store.feeds.saveCheck(feed.id, checkOf(feed, found, now));
}

/** It was read just now: its title is known, and it need not be read again at once. */
function checkOf(feed: Feed, found: FoundFeed, now: number): FeedCheck {
  const { etag, lastModified, maxAgeMs, url } = found;
  const reading = {
    kind: 'feed',
    url,
    feed: found.feed,
    etag,
    lastModified,
    maxAgeMs,
    permanentUrl: undefined,
  } as const;
  const { title, link: siteUrl, lang } = found.feed;
  return {
    checkedAt: now,
    ok: true,
    ...nextCheck({ feed, reading, now, random: 0.5 }),
    ...{ etag, lastModified, title, siteUrl, lang },
  };
}
