// Taking work under a lease, in SQLite's words: one statement, so that two processes never take the same row.

import { type Selectable, sql } from 'kysely';
import type { Db } from './atomic.ts';
import type { FeedTable, ItemTable, RunTable } from './schema.ts';

export interface Claim {
  readonly now: number;
  readonly limit: number;
  readonly leaseMs: number;
}

export async function claimDueFeeds(db: Db, { now, limit, leaseMs }: Claim): Promise<Selectable<FeedTable>[]> {
  const { rows } = await sql<Selectable<FeedTable>>`
    update feeds set leased_until = ${now + leaseMs}
    where id in (
      select id from feeds f
      where next_check_at <= ${now} and leased_until <= ${now}
        and exists (select 1 from sources s where s.feed_id = f.id and s.paused = 0)
      order by next_check_at, id limit ${limit})
    returning *`.execute(db);
  return rows.sort((a, b) => a.next_check_at - b.next_check_at || a.id - b.id);
}

/** Oldest of each feed first, so that a feed with a thousand new items does not keep the others waiting. */
export async function claimPendingItems(db: Db, { now, limit, leaseMs }: Claim): Promise<Selectable<ItemTable>[]> {
  const { rows } = await sql<Selectable<ItemTable>>`
    update items set leased_until = ${now + leaseMs}, attempts = attempts + 1
    where id in (
      select id from (
        select id, seen_at, row_number() over (partition by feed_id order by seen_at, id) as place
        from items where done = 0 and try_at <= ${now} and leased_until <= ${now})
      order by place, seen_at, id limit ${limit})
    returning *`.execute(db);
  return rows.sort((a, b) => a.seen_at - b.seen_at || a.id - b.id);
}

export async function claimOpenRuns(db: Db, { now, limit, leaseMs }: Claim): Promise<Selectable<RunTable>[]> {
  const { rows } = await sql<Selectable<RunTable>>`
    update runs set leased_until = ${now + leaseMs}, attempts = attempts + 1
    where id in (
      select id from runs
      where state in ('due', 'rendered') and try_at <= ${now} and leased_until <= ${now}
      order by try_at, id limit ${limit})
    returning *`.execute(db);
  return rows.sort((a, b) => a.due_at - b.due_at || a.id - b.id);
}

/** For a start that knows that nobody else is alive. */
export async function dropClaims(db: Db): Promise<void> {
  for (const table of ['feeds', 'items', 'runs'] as const)
    await db.updateTable(table).set({ leased_until: 0 }).where('leased_until', '>', 0).execute();
}
