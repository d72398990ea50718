// Items on disk → articles in the index. What a crash leaves behind is still pending and is taken up again.

import type { ArticleDraft } from '../articles/article.ts';
import { type FetchArticleDeps, fetchArticle } from '../articles/fetch-article.ts';
import type { Feed, Item } from '../feeds/feed.ts';
import type { Log } from '../log.ts';
import type { PendingItem } from '../store/contract.ts';
import { type IndexDeps, indexArticle } from './index-article.ts';
import { workThrough } from './work-through.ts';

export interface IndexItemsDeps extends IndexDeps {
  readonly fetch: FetchArticleDeps;
  readonly log: Log;
  /** The process is ending: take no more. */
  readonly signal: AbortSignal;
}

const AT_ONCE = 12;
/** To choose fairly among a hundred thousand takes a while. */
const AHEAD = 24;
const LEASE_MS = 180_000;
/** An item that ends the process each time must not do so for ever. */
const MAX_ATTEMPTS = 10;
const AFTER_BUG_MS = 60 * 60_000;

/** Works until nothing is pending; answers how many items it took. */
export async function indexItems(deps: IndexItemsDeps): Promise<number> {
  const { store, now, signal } = deps;
  return workThrough({
    atOnce: AT_ONCE,
    ahead: AHEAD,
    claim: async (limit) => store.items.claimPending({ now: now(), limit, leaseMs: LEASE_MS }),
    work: async (item) => indexItem(item, deps),
    signal,
  });
}

/** The one catch per item: it is tried again later, and the others go on. */
async function indexItem(pending: PendingItem, deps: IndexItemsDeps): Promise<void> {
  try {
    await settleItem(pending, deps);
  } catch (error) {
    // The process is ending: the item is taken up again at the next start.
    if (deps.signal.aborted) return;
    deps.log.error({ err: error, item: pending.item.url ?? pending.id }, 'an item could not be indexed');
    await deps.store.items.postpone(pending.id, deps.now() + AFTER_BUG_MS, 'an error of ours');
  }
}

async function settleItem(pending: PendingItem, deps: IndexItemsDeps): Promise<void> {
  const { store, now, signal } = deps;
  if (pending.attempts > MAX_ATTEMPTS) return store.items.finish(pending.id, { reason: 'it failed too often' });
  const feed = await store.feeds.get(pending.feedId);
  const fetched = await fetchArticle(pending, { title: feed?.title, lang: feed?.lang }, { ...deps.fetch, signal });
  if (fetched.kind === 'later') return store.items.postpone(pending.id, now() + fetched.afterMs, fetched.reason);
  if (fetched.kind === 'skip') return store.items.finish(pending.id, { reason: fetched.reason });
  const { kind: _, ...article } = fetched;
  const { feedId, seenAt, id: itemId } = pending;
  const source = nameOf(article, pending.item, feed);
  await indexArticle({ ...article, source, feedId, seenAt, itemId }, deps);
}

/** What its page calls the publisher. What a feed alone says, of itself or of an item's source, is for its own readers. */
function nameOf(
  { draft, fromFeed }: { readonly draft: ArticleDraft; readonly fromFeed: boolean },
  item: Item,
  feed: Feed | undefined,
): string {
  const host = hostOf(draft.url ?? feed?.url ?? '');
  if (!fromFeed) return draft.siteName ?? host;
  return item.sourceName ?? draft.siteName ?? feed?.title ?? host;
}

function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, '') ?? url;
}
