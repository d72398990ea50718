import type { Selectable } from 'kysely';
import type { FeedId } from '../feeds/feed.ts';
import type { Source, SourceId } from '../feeds/source.ts';
import type { Owner } from '../scope.ts';
import { atomically, type Db } from './atomic.ts';
import type { SourceAlert, SourceStore } from './contract.ts';
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
    move: (owner, id, to) => atomically(db, (inner) => moveSource(inner, owner, id, to)),
    remove: (owner, id, now) => atomically(db, (inner) => setAside(inner, owner, id, now)),
    restore: (owner, id, since) => atomically(db, (inner) => restoreSource(inner, owner, id, since)),
    forgetRemoved: async (before) => {
      await db.deleteFrom('removed_sources').where('removed_at', '<', before).execute();
    },
    alerts: (ask) => findAlerts(db, ask),
    markAlerted: async (id, at) => {
      await db
        .updateTable('sources')
        .set({ alerted_at: at ?? null })
        .where('id', '=', id)
        .execute();
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

type Move = Parameters<SourceStore['move']>[2];

async function moveSource(db: Db, owner: Owner, id: SourceId, { feedId, baselineAt }: Move): Promise<boolean> {
  const taken = await sourceRows(db, owner).where('feed_id', '=', feedId).executeTakeFirst();
  if (taken !== undefined) return taken.id === id;
  await db
    .updateTable('sources')
    .set({ feed_id: feedId, baseline_at: baselineAt, alerted_at: null })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
  return true;
}

const KEPT = ['id', 'owner', 'feed_id', 'name', 'baseline_at', 'added_at', 'paused'] as const;

async function setAside(db: Db, owner: Owner, id: SourceId, now: number): Promise<void> {
  const found = db.selectFrom('sources').where('owner', '=', owner).where('id', '=', id);
  const row = await found.select(KEPT).executeTakeFirst();
  if (row === undefined) return;
  await db
    .insertInto('removed_sources')
    .values({ ...row, removed_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...row, removed_at: now }))
    .execute();
  await db.deleteFrom('sources').where('id', '=', id).execute();
}

async function restoreSource(db: Db, owner: Owner, id: SourceId, since: number): Promise<Source | undefined> {
  const row = await db
    .selectFrom('removed_sources')
    .select(KEPT)
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('removed_at', '>=', since)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await db.deleteFrom('removed_sources').where('id', '=', id).execute();
  // Whoever has added the feed again meanwhile has it already.
  await db
    .insertInto('sources')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return toSource(await sourceRows(db, owner).where('feed_id', '=', row.feed_id).executeTakeFirstOrThrow());
}

type AlertAsk = Parameters<SourceStore['alerts']>[0];

async function findAlerts(db: Db, { failures, failingBefore }: AlertAsk): Promise<SourceAlert[]> {
  const rows = await db
    .selectFrom('guilds')
    .innerJoin('sources', 'sources.owner', 'guilds.owner')
    .innerJoin('feeds', 'feeds.id', 'sources.feed_id')
    .selectAll('sources')
    .select(['feeds.url', 'feeds.failures', 'feeds.failing_since', 'feeds.last_problem'])
    .select('guilds.alert_channel_id as channel')
    .where('guilds.alert_channel_id', 'is not', null)
    .where('sources.paused', '=', 0)
    .where((q) =>
      q.or([
        q.and([
          q('sources.alerted_at', 'is', null),
          q('feeds.failures', '>=', failures),
          q('feeds.failing_since', '<=', failingBefore),
        ]),
        q.and([q('sources.alerted_at', 'is not', null), q('feeds.failures', '=', 0)]),
      ]),
    )
    .orderBy('sources.id')
    .execute();
  return rows.map((row) => ({
    kind: row.failures > 0 ? 'failing' : 'recovered',
    source: toSource(row),
    channelId: row.channel as string,
    failures: row.failures,
    failingSince: row.failing_since ?? undefined,
    lastProblem: row.last_problem ?? undefined,
  }));
}
