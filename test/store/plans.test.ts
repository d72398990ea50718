// No question may read a table from end to end: what SQLite plans for each is looked at, on a store of some size.

import { Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { guildScope, type Scope } from '../../src/scope.ts';
import { articleStore } from '../../src/store/articles.ts';
import type { Db } from '../../src/store/atomic.ts';
import { feedStore } from '../../src/store/feeds.ts';
import { itemStore } from '../../src/store/items.ts';
import { liveStore } from '../../src/store/live.ts';
import { lookStore } from '../../src/store/looks.ts';
import { migrate } from '../../src/store/migrate.ts';
import { NodeSqliteDialect } from '../../src/store/node-sqlite.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { runStore } from '../../src/store/runs.ts';
import type { Tables } from '../../src/store/schema.ts';
import { storyStore } from '../../src/store/stories.ts';
import { NOON, TANUKI } from '../helpers/factories.ts';

const tanuki: Scope = guildScope(TANUKI);

const QUESTIONS: readonly [string, (db: Db) => Promise<unknown>][] = [
  ['latest', (db) => articleStore(db).latest(tanuki, { limit: 10 })],
  ['latest of a topic', (db) => articleStore(db).latest(tanuki, { limit: 10, topicId: 1 as never })],
  ['one article', (db) => articleStore(db).get(tanuki, 1 as never)],
  ['by keys', (db) => articleStore(db).byKeys(tanuki, ['a', 'b'])],
  ['by stories', (db) => articleStore(db).byStories(tanuki, [1, 2] as never[])],
  ['tellers', (db) => articleStore(db).tellers(tanuki, [1, 2] as never[])],
  ['trends', (db) => articleStore(db).forTrends(tanuki, { since: NOON, topicId: 1 as never, lead: 9, most: 9 })],
  ['titles', (db) => articleStore(db).completeTitles(tanuki, () => true, 25)],
  ['seen since', (db) => storyStore(db).seenSince(tanuki, { since: NOON, topics: [], limit: 50 })],
  [
    'seen since, of topics',
    (db) => storyStore(db).seenSince(tanuki, { since: NOON, topics: [1] as never[], limit: 50 }),
  ],
  ['new since', (db) => storyStore(db).newSince(tanuki, { since: NOON, after: 5, topics: [], limit: 50 })],
  ['pruning', (db) => articleStore(db).prune({ now: NOON, textDays: 90, rowDays: 365 })],
  ['a look', (db) => lookStore(db).get({ person: '1', owner: TANUKI, storyId: 1 as never })],
  ['a merge', (db) => storyStore(db).merge(1 as never, 2 as never)],
  ['a parting', (db) => storyStore(db).part([1, 2] as never[], NOON)],
  ['live', (db) => liveStore(db).read({ version: 1, after: 5, limit: 10 })],
  ['due feeds', (db) => feedStore(db).claimDue({ now: NOON, limit: 5, leaseMs: 1 })],
  ['pending items', (db) => itemStore(db).claimPending({ now: NOON, limit: 5, leaseMs: 1 })],
  ['open runs', (db) => runStore(db).claimUnfinished({ now: NOON, limit: 5, leaseMs: 1 })],
  ['posted', (db) => runStore(db).posted(1 as never, [1, 2] as never[])],
];

test.each(QUESTIONS)('%s', async (_, ask) => {
  const queries: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Tables>({
    dialect: new NodeSqliteDialect(openDatabase(':memory:')),
    log: ({ query }) => void queries.push({ sql: query.sql, parameters: query.parameters }),
  });
  await migrate(db as unknown as Kysely<unknown>);
  await fill(db);
  queries.length = 0;
  await ask(db);

  const asked = queries.filter(({ sql: text }) => /^\s*(select|update)/i.test(text));
  const plans: string[] = [];
  for (const { sql: text, parameters } of asked) plans.push(...(await planOf(db, text, parameters)));
  await db.destroy();

  expect(asked.length).toBeGreaterThan(0);
  expect(plans.filter(isWalk)).toEqual([]);
});

/** What a query has already narrowed. */
const PARTS = new Set(['part', 'parts', 'n']);

/** Reads a table, or a whole index, from end to end; or tries all sources of an owner for each article. The indexes of what is pending and of who keeps texts otherwise hold nothing else. */
function isWalk(line: string): boolean {
  const [, table] = /^SCAN (\w+)/.exec(line) ?? [];
  if (/^SEARCH s .*\(owner=\?\)/.test(line)) return true;
  return table !== undefined && !PARTS.has(table) && !/USING INDEX (items_pending|guilds_with_text_days)$/.test(line);
}

async function planOf(db: Db, text: string, parameters: readonly unknown[]): Promise<string[]> {
  const parts = text.split('?');
  const query = sql.join(
    parts.flatMap((part, i) => (i === 0 ? [sql.raw(part)] : [sql`${parameters[i - 1]}`, sql.raw(part)])),
    sql``,
  );
  const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(db);
  return rows.map(({ detail }) => detail);
}

/** Enough that an index is worth it, with SQLite's own figures on what is where. */
async function fill(db: Db): Promise<void> {
  const numbers = sql`with recursive n(n) as (select 1 union all select n + 1 from n where n < 2000)`;
  await sql`insert into feeds (id, url, next_check_at, interval_ms, failures, gone, leased_until)
    ${numbers} select n, 'https://' || n, n, 1, 0, 0, 0 from n where n <= 20`.execute(db);
  await sql`insert into sources (owner, feed_id, name, baseline_at, added_at, paused)
    ${numbers} select ${TANUKI}, n, 'n', 0, 0, 0 from n where n <= 10`.execute(db);
  await sql`insert into stories (created_at) ${numbers} select n from n`.execute(db);
  await sql`insert into articles (story_id, source, title, kind, coverage, seen_at, time)
    ${numbers} select n, 's', 't', 'article', 'full', ${NOON} - n, ${NOON} - n from n`.execute(db);
  await sql`insert into article_texts ${numbers} select n, 'text', '[]' from n`.execute(db);
  await sql`insert into article_feeds (article_id, feed_id, seen_at, time)
    ${numbers} select n, 1 + n % 20, ${NOON} - n, ${NOON} - n from n`.execute(db);
  await sql`insert into items (feed_id, item, seen_at, attempts, try_at, leased_until, done)
    ${numbers} select 1 + n % 20, '{}', n, 0, n, 0, n % 50 > 0 from n`.execute(db);
}
