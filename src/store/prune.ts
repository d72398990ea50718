// Forgetting with age: texts and terms go first, the rows (title, address, fingerprints) later.

import { sql } from 'kysely';
import { atomically, type Db } from './atomic.ts';
import type { ArticleStore } from './contract.ts';
import { dropTerms } from './search-terms.ts';

type Ask = Parameters<ArticleStore['prune']>[0];

/** Looked at and dropped at a time: a transaction of some ten milliseconds. */
const BATCH = 200;
const DAY_MS = 86_400_000;

export async function pruneArticles(db: Db, ask: Ask): Promise<{ readonly texts: number; readonly rows: number }> {
  return { texts: await pruneTexts(db, ask), rows: await pruneRows(db, ask) };
}

/** A feed that is kept for another time than usual, and the days that the longest of its readers keeps it. */
interface Keep {
  readonly feed_id: number;
  readonly days: number;
}

async function pruneTexts(db: Db, { now, textDays }: Ask): Promise<number> {
  const keeps = await keptFeeds(db, textDays);
  const shortest = now - Math.min(textDays, ...keeps.map(({ days }) => days)) * DAY_MS;
  let gone = 0;
  // Ids grow with time: where nothing is old any more, nothing behind it is.
  for (let after = 0, mayBeOld = true; mayBeOld; await giveWay()) {
    const part = await atomically(db, async (inner) => {
      const texts = await textsAfter(inner, after, { keeps, textDays });
      const old = texts.filter(({ seen_at, days }) => seen_at < now - days * DAY_MS).map(({ id }) => id);
      await dropTexts(inner, old);
      return { texts, old };
    });
    gone += part.old.length;
    after = part.texts.at(-1)?.id ?? after;
    mayBeOld = part.texts.some(({ seen_at }) => seen_at < shortest);
  }
  return gone;
}

async function keptFeeds(db: Db, textDays: number): Promise<Keep[]> {
  const { rows } = await sql<Keep>`select s.feed_id, max(coalesce(g.text_days, ${textDays})) as days
    from sources s left join guilds g on g.owner = s.owner
    where s.feed_id in (select own.feed_id from guilds some cross join sources own on own.owner = some.owner
      where some.text_days is not null)
    group by s.feed_id having days <> ${textDays}`.execute(db);
  return rows;
}

/** With the days that each is kept: as the longest of its readers has it. A feed that nobody reads does not count. */
async function textsAfter(db: Db, after: number, { keeps, textDays }: { keeps: readonly Keep[]; textDays: number }) {
  const kept = JSON.stringify(keeps.map(({ feed_id, days }) => [feed_id, days]));
  const { rows } = await sql<{ id: number; seen_at: number; days: number }>`
    with part as (select article_id as id from article_texts where article_id > ${after} order by article_id limit ${BATCH}),
      keeps as materialized (select value ->> 0 as feed_id, value ->> 1 as days from json_each(${kept}))
    select a.id, a.seen_at, coalesce((
        select max(coalesce(keeps.days, ${textDays})) from article_feeds af left join keeps on keeps.feed_id = af.feed_id
        where af.article_id = a.id and exists (select 1 from sources s where s.feed_id = af.feed_id)
      ), ${textDays}) as days
    from part cross join articles a on a.id = part.id order by a.id`.execute(db);
  return rows;
}

async function dropTexts(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await dropTerms(db, ids);
  await db
    .deleteFrom('article_texts')
    .where('article_id', 'in', [...ids])
    .execute();
}

async function pruneRows(db: Db, { now, rowDays }: Ask): Promise<number> {
  for (let gone = 0; ; await giveWay()) {
    const dropped = await atomically(db, async (inner) => {
      const rows = await inner
        .selectFrom('articles')
        .select('id')
        .where('seen_at', '<', now - rowDays * DAY_MS)
        .orderBy('seen_at')
        .limit(BATCH)
        .execute();
      const ids = rows.map(({ id }) => id);
      await dropTerms(inner, ids);
      if (ids.length > 0) await inner.deleteFrom('articles').where('id', 'in', ids).execute();
      return ids.length;
    });
    gone += dropped;
    if (dropped < BATCH) return gone;
  }
}

/** Others get their turn between two batches. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
