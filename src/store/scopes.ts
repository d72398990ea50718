// The conditions that keep a reader to the sources of the scope's owners. A paused source is still its owner's.

import { type RawBuilder, sql } from 'kysely';
import type { SourceId } from '../feeds/source.ts';
import type { Scope } from '../scope.ts';
import type { StoryId } from '../stories/story.ts';
import type { Db } from './atomic.ts';

/**
 * True where the article of that column is carried by a feed that an owner of the scope has as a source. `cross join`
 * keeps SQLite to that order: an article has few feeds, and an owner may have hundreds of sources to try each of.
 */
export function inScope(scope: Scope, articleId: string, sourceId?: SourceId): RawBuilder<boolean> {
  if (scope.owners.length === 0) return sql<boolean>`1 = 0`;
  const one = sourceId === undefined ? sql`` : sql` and s.id = ${sourceId}`;
  return sql<boolean>`(exists (select 1 from article_feeds af cross join sources s
    where af.article_id = ${sql.ref(articleId)} and s.feed_id = af.feed_id and s.owner in (${sql.join(scope.owners)})${one})
    and ${notMuted(scope, articleId)})`;
}

/** The one place that says what is muted. An owner has few words: each is looked up for the article. */
export function notMuted({ owners, withMuted }: Scope, articleId: string): RawBuilder<boolean> {
  if (withMuted || owners.length === 0) return sql<boolean>`1 = 1`;
  return sql<boolean>`not exists (select 1 from mutes mu cross join muted_articles ma
    where mu.owner in (${sql.join(owners)}) and ma.word_id = mu.word_id and ma.article_id = ${sql.ref(articleId)})`;
}

/** The one place that says which story an article is in for the scope: its own, where an owner has taken it out. */
export function storyIn({ owners }: Scope, articles = 'articles'): RawBuilder<number> {
  const story = sql.ref(`${articles}.story_id`);
  if (owners.length === 0) return sql<number>`${story}`;
  return sql<number>`coalesce((select min(x.story_id) from story_splits x
    where x.article_id = ${sql.ref(`${articles}.id`)} and x.owner in (${sql.join(owners)})), ${story})`;
}

/** The articles of these stories, as the scope sees them. */
export function inStories({ owners }: Scope, stories: readonly StoryId[]): RawBuilder<boolean> {
  const ids = sql.join([...new Set(stories)]);
  if (owners.length === 0) return sql<boolean>`articles.story_id in (${ids})`;
  const taken = sql`select x.article_id from story_splits x where x.owner in (${sql.join(owners)})`;
  return sql<boolean>`((articles.story_id in (${ids}) and articles.id not in (${taken}))
    or articles.id in (${taken} and x.story_id in (${ids})))`;
}

/** The feeds of the scope, or of one source in it. */
export async function feedsInScope(db: Db, scope: Scope, sourceId?: SourceId): Promise<number[]> {
  if (scope.owners.length === 0) return [];
  const rows = await db
    .selectFrom('sources')
    .select('feed_id')
    .distinct()
    .where('owner', 'in', [...scope.owners])
    .$if(sourceId !== undefined, (q) => q.where('id', '=', sourceId as SourceId))
    .execute();
  return rows.map((row) => row.feed_id);
}
