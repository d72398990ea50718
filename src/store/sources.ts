import type { Selectable } from 'kysely';
import type { FeedId } from '../feeds/feed.ts';
import type { Source, SourceId } from '../feeds/source.ts';
import type { Owner } from '../scope.ts';
import type { Db } from './atomic.ts';
import type { SourceStore } from './contract.ts';
import type { SourceTable } from './schema.ts';

export function sourceStore(db: Db): SourceStore {
  const update = async (owner: Owner, id: SourceId, change: { paused?: number; name?: string }) => {
    await db.updateTable('sources').set(change).where('owner', '=', owner).where('id', '=', id).execute();
  };
  return {
    add: (source) => addSource(db, source),
    get: async (owner, id) => {
      const row = await sourceRows(db, owner).where('sources.id', '=', id).executeTakeFirst();
      return row && toSource(row);
    },
    list: async (owner) => (await sourceRows(db, owner).orderBy('sources.id').execute()).map(toSource),
    setPaused: (owner, id, paused) => update(owner, id, { paused: Number(paused) }),
    rename: (owner, id, name) => update(owner, id, { name }),
    remove: async (owner, id) => {
      await db.deleteFrom('sources').where('owner', '=', owner).where('id', '=', id).execute();
    },
    count: async (owner) => {
      const { n } = await db
        .selectFrom('sources')
        .select((q) => q.fn.countAll<number>().as('n'))
        .where('owner', '=', owner)
        .executeTakeFirstOrThrow();
      return n;
    },
  };
}

function toSource(row: Selectable<SourceTable> & { url: string }): Source {
  return {
    id: row.id as SourceId,
    owner: row.owner as Owner,
    feedId: row.feed_id as FeedId,
    url: row.url,
    name: row.name,
    baselineAt: row.baseline_at ?? undefined,
    addedAt: row.added_at,
    paused: row.paused === 1,
  };
}

function sourceRows(db: Db, owner: Owner) {
  return db
    .selectFrom('sources')
    .innerJoin('feeds', 'feeds.id', 'sources.feed_id')
    .selectAll('sources')
    .select('feeds.url')
    .where('owner', '=', owner);
}

/** An owner has a feed once: adding it again gives the source that is there. */
async function addSource(db: Db, source: Parameters<SourceStore['add']>[0]): Promise<Source> {
  const { owner, feedId, name, baselineAt, now } = source;
  await db
    .insertInto('sources')
    .values({ owner, feed_id: feedId, name, baseline_at: baselineAt ?? null, added_at: now, paused: 0 })
    .onConflict((conflict) => conflict.columns(['owner', 'feed_id']).doNothing())
    .execute();
  return toSource(await sourceRows(db, owner).where('feed_id', '=', feedId).executeTakeFirstOrThrow());
}
