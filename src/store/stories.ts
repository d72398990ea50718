import { sql } from 'kysely';
import type { ArticleId } from '../articles/article.ts';
import type { Scope } from '../scope.ts';
import type { StoryId } from '../stories/story.ts';
import type { TopicId } from '../topics/topic.ts';
import { atomically, type Db } from './atomic.ts';
import type { NewInStory, NewSinceAsk, StoryStore } from './contract.ts';
import { feedsInScope, notMuted, storyIn } from './scopes.ts';

export function storyStore(db: Db): StoryStore {
  return {
    create: (now) => create(db, now),
    resolve: (id) => resolve(db, id),
    merge: (from, into) => atomically(db, (inner) => merge(inner, from, into)),
    part: (articles, now) =>
      atomically(db, async (inner) => {
        const story = await create(inner, now);
        await inner
          .updateTable('articles')
          .set({ story_id: story })
          .where('id', 'in', [...articles])
          .execute();
        return story;
      }),
    seenSince: (scope, ask) => seenSince(db, scope, ask),
    newSince: (scope, ask) => newSince(db, scope, ask),
  };
}

async function create(db: Db, now: number): Promise<StoryId> {
  const row = await db.insertInto('stories').values({ created_at: now }).returning('id').executeTakeFirstOrThrow();
  return row.id as StoryId;
}

/** One step is enough: a merge moves the aliases of the story that it ends as well. */
async function resolve(db: Db, id: StoryId): Promise<StoryId | undefined> {
  const row = await db.selectFrom('stories').select(['id', 'heir']).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : ((row.heir ?? row.id) as StoryId);
}

async function merge(db: Db, from: StoryId, into: StoryId): Promise<void> {
  const [ending, heir] = [await resolve(db, from), await resolve(db, into)];
  if (heir === undefined) throw new Error(`Story ${into} does not exist`);
  if (ending === undefined || ending === heir) return;
  await db.updateTable('articles').set({ story_id: heir }).where('story_id', '=', ending).execute();
  // What was posted of the one was posted of the other.
  await db.updateTable('run_stories').set({ story_id: heir }).where('story_id', '=', ending).execute();
  await mergeLooks(db, ending, heir);
  await db
    .updateTable('stories')
    .set({ heir })
    .where((q) => q.or([q('id', '=', ending), q('heir', '=', ending)]))
    .execute();
}

/** Whoever has looked at both goes by the look at the one that goes on. */
async function mergeLooks(db: Db, ending: StoryId, heir: StoryId): Promise<void> {
  await sql`delete from story_looks where story_id = ${ending} and exists (select 1 from story_looks other
    where other.person = story_looks.person and other.owner = story_looks.owner and other.story_id = ${heir})`.execute(
    db,
  );
  await db.updateTable('story_looks').set({ story_id: heir }).where('story_id', '=', ending).execute();
}

type SeenAsk = Parameters<StoryStore['seenSince']>[1];

/** Latest seen first. */
async function seenSince(db: Db, scope: Scope, { since, topics, limit }: SeenAsk): Promise<StoryId[]> {
  const feeds = await feedsInScope(db, scope);
  if (feeds.length === 0) return [];
  const rows = await db
    .selectFrom('article_feeds')
    .innerJoin('articles', 'articles.id', 'article_feeds.article_id')
    .select([storyIn(scope).as('story'), (q) => q.fn.max<number>('article_feeds.seen_at').as('seen')])
    .where('article_feeds.feed_id', 'in', feeds)
    .where('article_feeds.seen_at', '>=', since)
    .where(notMuted(scope, 'article_feeds.article_id'))
    .$if(topics.length > 0, (q) => q.where('article_feeds.article_id', 'in', matching(db, topics)))
    .groupBy('story')
    .orderBy('seen', 'desc')
    .orderBy('story', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.story as StoryId);
}

function matching(db: Db, topics: readonly TopicId[]) {
  return db
    .selectFrom('topic_matches')
    .select('article_id')
    .where('topic_id', 'in', [...topics]);
}

/**
 * The cursor is read first and nothing beyond it is taken: what is written meanwhile is for the next time.
 * Sources that are paused, or have no baseline yet, bring nothing new.
 */
async function newSince(db: Db, scope: Scope, { since, after, topics, limit }: NewSinceAsk) {
  const last = await db
    .selectFrom('article_feeds')
    .select((q) => q.fn.max<number | null>('id').as('id'))
    .executeTakeFirst();
  const cursor = Math.max(last?.id ?? 0, after);
  if (scope.owners.length === 0) return { cursor, stories: [] };
  const rows = await db
    .selectFrom('sources')
    .innerJoin('article_feeds', 'article_feeds.feed_id', 'sources.feed_id')
    .innerJoin('articles', 'articles.id', 'article_feeds.article_id')
    .select([storyIn(scope).as('story_id'), 'articles.id'])
    .distinct()
    .where('sources.owner', 'in', [...scope.owners])
    .where('sources.paused', '=', 0)
    .$if(after > 0, (q) => q.where('article_feeds.id', '>', after))
    // The plus keeps SQLite from reading by this bound, which hardly narrows.
    .where(sql<number>`+article_feeds.id`, '<=', cursor)
    .where('article_feeds.seen_at', '>=', since)
    .where('article_feeds.seen_at', '>', sql<number>`sources.baseline_at`)
    .where(notSeenBefore(scope, after))
    .where(notMuted(scope, 'article_feeds.article_id'))
    .$if(topics.length > 0, (q) => q.where('article_feeds.article_id', 'in', matching(db, topics)))
    .orderBy('articles.id', 'desc')
    .execute();
  return { cursor, stories: groupByStory(rows).slice(0, limit) };
}

/** By no other feed of the scope: what one source held when it was added is no news when another brings it. */
function notSeenBefore(scope: Scope, after: number) {
  return sql<boolean>`not exists (select 1 from article_feeds af cross join sources s
    where af.article_id = articles.id and s.feed_id = af.feed_id and s.owner in (${sql.join(scope.owners)})
      and (af.id <= ${after} or af.seen_at <= s.baseline_at))`;
}

function groupByStory(rows: readonly { story_id: number; id: number }[]): NewInStory[] {
  const stories = new Map<number, ArticleId[]>();
  for (const { story_id, id } of rows) {
    const known = stories.get(story_id);
    if (known === undefined) stories.set(story_id, [id as ArticleId]);
    else known.push(id as ArticleId);
  }
  return [...stories].map(([storyId, articleIds]) => ({ storyId: storyId as StoryId, articleIds }));
}
