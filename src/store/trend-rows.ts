// What /trending counts: every article of a scope since a time, with the beginning of its text.

import { sql } from 'kysely';
import type { Article, ArticleId } from '../articles/article.ts';
import type { Scope } from '../scope.ts';
import type { StoryId } from '../stories/story.ts';
import type { TopicId } from '../topics/topic.ts';
import type { TrendRow } from '../trends/trend.ts';
import type { Db } from './atomic.ts';
import type { TrendRowsAsk } from './contract.ts';
import { feedsInScope, notMuted, storyIn } from './scopes.ts';

/** Characters; nobody's headline is longer. */
const LONGEST_TITLE = 300;

interface Row {
  readonly id: number;
  readonly story_id: number;
  readonly source: string;
  readonly copy_of: number | null;
  readonly time: number;
  readonly lang: string | null;
  readonly title: string | null;
  readonly lead: string | null;
}

export async function trendRows(db: Db, scope: Scope, ask: TrendRowsAsk): Promise<TrendRow[]> {
  const feeds = await feedsInScope(db, scope);
  if (feeds.length === 0) return [];
  const { rows: found } = await sql<{ id: number }>`select distinct article_id as id from article_feeds
    where feed_id in (${sql.join(feeds)}) and time >= ${ask.since} and ${notMuted(scope, 'article_feeds.article_id')} order by article_id desc`.execute(
    db,
  );
  const step = Math.ceil(found.length / ask.most);
  const ids = JSON.stringify(found.filter((_, i) => i % step === 0).map(({ id }) => id));
  const { rows } = await sql<Row>`select a.id, ${storyIn(scope, 'a')} as story_id, a.source, a.copy_of, a.time, a.lang,
      ${ofTopic(ask.topicId, sql`substr(a.title, 1, ${LONGEST_TITLE})`)} as title, ${ofTopic(ask.topicId, sql`substr(t.text, 1, ${ask.lead})`)} as lead
    from json_each(${ids}) part cross join articles a on a.id = part.value
    left join article_texts t on t.article_id = a.id`.execute(db);
  return rows.map(toTrendRow);
}

/** Null for an article that does not match the topic. */
function ofTopic(topicId: TopicId | undefined, value: ReturnType<typeof sql>) {
  if (topicId === undefined) return value;
  const matches = sql`exists (select 1 from topic_matches m where m.topic_id = ${topicId} and m.article_id = a.id)`;
  return sql`case when ${matches} then ${value} end`;
}

function toTrendRow(row: Row): TrendRow {
  return {
    id: row.id as ArticleId,
    storyId: row.story_id as StoryId,
    source: row.source,
    copyOf: (row.copy_of ?? undefined) as Article['copyOf'],
    time: row.time,
    lang: row.lang ?? undefined,
    title: row.title ?? '',
    lead: row.lead ?? '',
    inTopic: row.title !== null,
  };
}
