import { type Selectable, sql } from 'kysely';
import type { Feed, FeedId } from '../feeds/feed.ts';
import type { Scope } from '../scope.ts';
import { atomically, type Db } from './atomic.ts';
import { claimDueFeeds } from './claims-sqlite.ts';
import type { FeedCheck, FeedStore } from './contract.ts';
import type { FeedTable } from './schema.ts';

/** Until the first check has found the feed's own rhythm. */
const FIRST_INTERVAL_MS = 30 * 60_000;

export function feedStore(db: Db): FeedStore {
  return {
    ensure: (url, now) => ensureFeed(db, url, now),
    get: async (id) => {
      const row = await db.selectFrom('feeds').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toFeed(row);
    },
    list: (scope) => listFeeds(db, scope),
    claimDue: async (ask) => (await claimDueFeeds(db, ask)).map(toFeed),
    saveCheck: (id, check) => atomically(db, (inner) => saveCheck(inner, id, check)),
    makeDue: async (id, now) => {
      await db.updateTable('feeds').set({ next_check_at: now, leased_until: 0 }).where('id', '=', id).execute();
    },
    nextDueAt: () => nextDueAt(db),
    count: () => countFeeds(db),
  };
}

export function toFeed(row: Selectable<FeedTable>): Feed {
  return {
    id: row.id as FeedId,
    url: row.url,
    title: row.title ?? undefined,
    siteUrl: row.site_url ?? undefined,
    lang: row.lang ?? undefined,
    etag: row.etag ?? undefined,
    lastModified: row.last_modified ?? undefined,
    nextCheckAt: row.next_check_at,
    intervalMs: row.interval_ms,
    lastCheckedAt: row.last_checked_at ?? undefined,
    lastOkAt: row.last_ok_at ?? undefined,
    failures: row.failures,
    lastProblem: row.last_problem ?? undefined,
    gone: row.gone === 1,
  };
}

async function ensureFeed(db: Db, url: string, now: number): Promise<Feed> {
  await db
    .insertInto('feeds')
    .values({ url, next_check_at: now, interval_ms: FIRST_INTERVAL_MS, failures: 0, gone: 0, leased_until: 0 })
    .onConflict((conflict) => conflict.column('url').doNothing())
    .execute();
  return toFeed(await db.selectFrom('feeds').selectAll().where('url', '=', url).executeTakeFirstOrThrow());
}

async function listFeeds(db: Db, scope: Scope): Promise<Feed[]> {
  if (scope.owners.length === 0) return [];
  const rows = await db
    .selectFrom('feeds')
    .selectAll()
    .where('id', 'in', (q) =>
      q
        .selectFrom('sources')
        .select('feed_id')
        .where('owner', 'in', [...scope.owners]),
    )
    .orderBy('id')
    .execute();
  return rows.map(toFeed);
}

async function saveCheck(db: Db, id: FeedId, check: FeedCheck): Promise<void> {
  const { checkedAt, ok } = check;
  await db
    .updateTable('feeds')
    .set({
      last_checked_at: checkedAt,
      next_check_at: check.nextCheckAt,
      interval_ms: check.intervalMs,
      leased_until: 0,
      // What is undefined stays as it is: Kysely leaves such columns out.
      etag: check.etag,
      last_modified: check.lastModified,
      title: check.title,
      site_url: check.siteUrl,
      lang: check.lang,
      gone: check.gone === undefined ? undefined : Number(check.gone),
      ...(ok
        ? { last_ok_at: checkedAt, failures: 0, failing_since: null, last_problem: null }
        : {
            failures: sql<number>`failures + 1`,
            failing_since: sql<number>`coalesce(failing_since, ${checkedAt})`,
            last_problem: check.problem ?? null,
          }),
    })
    .where('id', '=', id)
    .execute();
  if (check.permanentUrl !== undefined) await moveFeed(db, id, check.permanentUrl);
  if (!ok) return;
  await db
    .updateTable('sources')
    .set({ baseline_at: checkedAt })
    .where('feed_id', '=', id)
    .where('baseline_at', 'is', null)
    .execute();
}

/** Where another feed has that address already, this one keeps its own: both go on to be polled. */
async function moveFeed(db: Db, id: FeedId, url: string): Promise<void> {
  const taken = await db.selectFrom('feeds').select('id').where('url', '=', url).executeTakeFirst();
  if (taken === undefined) await db.updateTable('feeds').set({ url }).where('id', '=', id).execute();
}

async function nextDueAt(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('feeds')
    .select((q) =>
      q.fn
        .min<number | null>(sql`case when leased_until > next_check_at then leased_until else next_check_at end`)
        .as('at'),
    )
    .where('id', 'in', (q) => q.selectFrom('sources').select('feed_id').where('paused', '=', 0))
    .executeTakeFirst();
  return row?.at ?? undefined;
}

async function countFeeds(db: Db): Promise<{ readonly ok: number; readonly failing: number }> {
  const rows = await db
    .selectFrom('feeds')
    .select([
      sql<number>`case when failures > 0 then 1 else 0 end`.as('failing'),
      (q) => q.fn.countAll<number>().as('n'),
    ])
    .where('id', 'in', (q) => q.selectFrom('sources').select('feed_id').where('paused', '=', 0))
    .groupBy('failing')
    .execute();
  const of = (failing: number) => rows.find((row) => row.failing === failing)?.n ?? 0;
  return { ok: of(0), failing: of(1) };
}
