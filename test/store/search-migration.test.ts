import { Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/store/migrate.ts';
import { NodeSqliteDialect } from '../../src/store/node-sqlite.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { createSearcher } from '../../src/store/search-sqlite.ts';
import { NOON, TANUKI } from '../helpers/factories.ts';
import { ask } from './contract.ts';

const COUNT = 150;

test('what an older version had indexed is found by the same terms', async () => {
  const database = openDatabase(':memory:');
  const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(database) });
  const { '0001-first': first, '0002-managing': second } = MIGRATIONS as Required<typeof MIGRATIONS>;
  await migrate(db, { '0001-first': first!, '0002-managing': second! });
  await sql`insert into feeds (id, url, next_check_at, interval_ms, failures, gone, leased_until)
    values (1, 'https://news.example/feed', 1, 1, 0, 0, 0)`.execute(db);
  await sql`insert into sources (owner, feed_id, name, added_at, paused) values (${TANUKI}, 1, 'n', 0, 0)`.execute(db);
  await sql`insert into stories (id, created_at) values (1, 1)`.execute(db);
  for (let n = 1; n <= COUNT; n += 1) {
    await sql`insert into articles (story_id, source, title, lang, kind, coverage, seen_at, time)
      values (1, 's', 't', ${n % 2 ? 'de' : 'en'}, 'article', 'full', ${NOON}, ${NOON})`.execute(db);
    await sql`insert into article_feeds (article_id, feed_id, seen_at, time) values (${n}, 1, 1, 1)`.execute(db);
    await sql`insert into articles_fts (rowid, title_terms, text_terms)
      values (${n}, ${n === 7 ? 'tanuki' : 'news'}, ${`tanuki only${n}`})`.execute(db);
  }

  await migrate(db);
  const find = (...any: string[]) => {
    const question = { kind: 'candidates', owners: [TANUKI], ask: ask({ any, limit: 999 }) } as const;
    return createSearcher(database)
      .answer(question, Infinity)
      .found.map(({ articleId }) => articleId);
  };

  expect(find('tanuki')).toHaveLength(COUNT);
  expect(find('tanuki')[0]).toBe(7);
  expect(find('only40')).toEqual([40]);
  expect(find('only151')).toEqual([]);
  await db.destroy();
});
