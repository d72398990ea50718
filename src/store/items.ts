import type { Selectable, UpdateObject } from 'kysely';
import type { FeedId, Item } from '../feeds/feed.ts';
import { atomically, type Db } from './atomic.ts';
import { claimPendingItems } from './claims-sqlite.ts';
import { toJson } from './clean-text.ts';
import type { ItemId, ItemStore, PendingItem } from './contract.ts';
import type { ItemTable, Tables } from './schema.ts';
import { feedsInScope } from './scopes.ts';

export function itemStore(db: Db): ItemStore {
  return {
    add: (feedId, items, now) => atomically(db, (inner) => addItems(inner, feedId, items, now)),
    claimPending: async (ask) => (await claimPendingItems(db, ask)).map(toPendingItem),
    finish: async (id, { articleId, reason }) => {
      await db
        .updateTable('items')
        .set({ done: 1, item: null, leased_until: 0, article_id: articleId ?? null, reason: reason ?? null })
        .where('id', '=', id)
        .execute();
    },
    postpone: async (id, until, reason) => {
      await db.updateTable('items').set({ try_at: until, leased_until: 0, reason }).where('id', '=', id).execute();
    },
    countPending: async (scope) => {
      const feeds = await feedsInScope(db, scope);
      if (feeds.length === 0) return 0;
      const { n } = await db
        .selectFrom('items')
        .select((q) => q.fn.countAll<number>().as('n'))
        .where('done', '=', 0)
        .where('feed_id', 'in', feeds)
        .executeTakeFirstOrThrow();
      return n;
    },
  };
}

type PendingRow = Pick<Selectable<ItemTable>, 'id' | 'feed_id' | 'item' | 'seen_at' | 'attempts'>;

function toPendingItem(row: PendingRow): PendingItem {
  return {
    id: row.id as ItemId,
    feedId: row.feed_id as FeedId,
    // JSON has no undefined: what the feed lacked is absent, which reads the same.
    item: JSON.parse(row.item ?? '{"categories":[]}') as Item,
    seenAt: row.seen_at,
    attempts: row.attempts,
  };
}

type NewItems = Parameters<ItemStore['add']>[1];

async function addItems(db: Db, feedId: FeedId, items: NewItems, now: number): Promise<number> {
  const known = await knownKeys(db, feedId, [...new Set(items.flatMap(({ keys }) => keys))]);
  let added = 0;
  const changed = new Map<number, NewItem>();
  for (const { item, keys, version } of items) {
    let id = keys.map((key) => known.get(key)).find((one) => one !== undefined);
    if (id === undefined) {
      id = await insertItem(db, feedId, { item, version }, now);
      added += 1;
    } else if (version !== undefined) changed.set(id, { item, version });
    const fresh = [...new Set(keys)].filter((key) => !known.has(key));
    for (const key of fresh) known.set(key, id);
    if (fresh.length > 0) await insertKeys(db, feedId, id, fresh);
  }
  await takeAgain(db, changed, now);
  return added;
}

interface NewItem {
  readonly item: Item;
  readonly version: string | undefined;
}

/** A feed that gives other words at every look must not have its pages fetched at every look. */
const MOST_REVISIONS = 5;
const FIRST_DISTANCE_MS = 30 * 60_000;

async function takeAgain(db: Db, seen: ReadonlyMap<number, NewItem>, now: number): Promise<void> {
  if (seen.size === 0) return;
  const rows = await db
    .selectFrom('items')
    .select(['id', 'version', 'revisions', 'try_at', 'done'])
    .where('id', 'in', [...seen.keys()])
    .execute();
  for (const { id, version, revisions, try_at: lastAt, done } of rows) {
    const found = seen.get(id) as NewItem;
    if (version === found.version) continue;
    // One that was stored by an older version of the bot is only remembered; one that is pending is about to be read.
    if (version === null || done === 0) await setVersion(db, id, { version: found.version });
    else if (revisions < MOST_REVISIONS && now - lastAt >= FIRST_DISTANCE_MS * 2 ** revisions) {
      const again = { item: toJson(found.item), done: 0, attempts: 0, try_at: now, revisions: revisions + 1 };
      await setVersion(db, id, { ...again, version: found.version });
    }
  }
}

async function setVersion(db: Db, id: number, change: UpdateObject<Tables, 'items'>): Promise<void> {
  await db.updateTable('items').set(change).where('id', '=', id).execute();
}

async function knownKeys(db: Db, feedId: FeedId, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('item_keys')
    .select(['key', 'item_id'])
    .where('feed_id', '=', feedId)
    .where('key', 'in', [...keys])
    .execute();
  return new Map(rows.map((row) => [row.key, row.item_id]));
}

async function insertItem(db: Db, feedId: FeedId, { item, version }: NewItem, now: number): Promise<number> {
  const { id } = await db
    .insertInto('items')
    .values({
      feed_id: feedId,
      item: toJson(item),
      version: version ?? null,
      ...{ seen_at: now, attempts: 0, try_at: now, leased_until: 0, done: 0 },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function insertKeys(db: Db, feedId: FeedId, itemId: number, keys: readonly string[]): Promise<void> {
  await db
    .insertInto('item_keys')
    .values(keys.map((key) => ({ feed_id: feedId, key, item_id: itemId })))
    .onConflict((conflict) => conflict.columns(['feed_id', 'key']).doNothing())
    .execute();
}
