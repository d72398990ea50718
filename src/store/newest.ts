// The newest articles of many feeds: the newest of each are read off an index and merged, so that the cost follows
// what is asked for, not what is stored, and a small server's question does not walk through everybody's articles.

import { sql } from 'kysely';
import type { Scope } from '../scope.ts';
import type { Db } from './atomic.ts';
import { notMuted, storyIn } from './scopes.ts';

/** SQLite allows 500 parts in a compound select. */
const FEEDS_A_QUERY = 200;

export interface NewestAsk {
  readonly scope: Scope;
  readonly feeds: readonly number[];
  readonly perFeed: number;
  /** Of all feeds together. */
  readonly limit: number;
  readonly since?: number | undefined;
  readonly before?: number | undefined;
}

export interface NewestRow {
  readonly id: number;
  readonly story_id: number;
  readonly title: string;
  readonly lang: string | null;
  readonly time: number;
}

/** Newest first; an article of several feeds once. */
export async function newestOfFeeds(db: Db, ask: NewestAsk): Promise<NewestRow[]> {
  const found = new Map<number, NewestRow>();
  for (let from = 0; from < ask.feeds.length; from += FEEDS_A_QUERY) {
    const parts = ask.feeds.slice(from, from + FEEDS_A_QUERY).map((feed) => newestOfFeed(feed, ask));
    // The articles are looked up when it is known which they are.
    const { rows } = await sql<NewestRow>`
      select a.id, ${storyIn(ask.scope, 'a')} as story_id, a.title, a.lang, a.time
      from (select distinct article_id, time from (${sql.join(parts, sql` union all `)}) parts
        order by time desc, article_id desc limit ${ask.limit}) n
      inner join articles a on a.id = n.article_id`.execute(db);
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()].sort((a, b) => b.time - a.time || b.id - a.id).slice(0, ask.limit);
}

function newestOfFeed(feed: number, { scope, perFeed, since, before }: NewestAsk) {
  const from = since === undefined ? sql`` : sql` and time >= ${since}`;
  const to = before === undefined ? sql`` : sql` and time < ${before}`;
  return sql`select article_id, time from (select article_id, time from article_feeds where feed_id = ${feed}${from}${to} and ${notMuted(scope, 'article_feeds.article_id')}
    order by time desc, article_id desc limit ${perFeed}) part`;
}
