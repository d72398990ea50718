import { type CompiledQuery, type Selectable, sql } from 'kysely';
import type { Article, ArticleId, ArticleKind, Coverage } from '../articles/article.ts';
import type { Scope } from '../scope.ts';
import type { StoryId } from '../stories/story.ts';
import { atomically, type Db } from './atomic.ts';
import type { ArticleStore, Byline, LatestAsk } from './contract.ts';
import { newestOfFeeds } from './newest.ts';
import { pruneArticles } from './prune.ts';
import type { ArticleTable } from './schema.ts';
import { feedsInScope, inScope, inStories, storyIn } from './scopes.ts';
import { trendRows } from './trend-rows.ts';
import { addToFeed, writeArticle, writeChange } from './write-article.ts';

/** Completion looks at so many of the newest titles, spread over the scope's feeds. */
const TITLES = 3000;
const TITLES_A_FEED = 40;

/** Carries out a query, here or elsewhere. */
export type ReadRows = <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>;

/** `apart` reads off this thread, for what a search asks of hundreds of articles. */
export function articleStore(db: Db, apart: ReadRows = (query) => readHere(db, query)): ArticleStore {
  return {
    insert: (article) => atomically(db, (inner) => writeArticle(inner, article)),
    update: (id, change) => atomically(db, (inner) => writeChange(inner, id, change)),
    versions: async (id) => {
      const rows = db.selectFrom('article_versions').select(['at', 'title', 'fingerprint']);
      return rows.where('article_id', '=', id).orderBy('at').execute();
    },
    addToFeed: (id, feedId, seenAt) => addToFeed(db, id, feedId, seenAt),
    findByKeys: async (keys) => (await articlesByKeys(db, keys))[0],
    byKeys: async (scope, keys) => {
      const found = await articlesByKeys(db, keys, scope);
      return (
        await articlesInScope(
          db,
          scope,
          found.map(({ id }) => id),
        )
      )[0];
    },
    get: async (scope, id) => (await articlesInScope(db, scope, [id]))[0],
    getMany: (scope, ids) => articlesInScope(db, scope, ids),
    latest: async (scope, ask) => articlesInScope(db, scope, await latestIds(db, scope, ask)),
    bylines: async (scope, ask) => bylines(db, scope, await latestIds(db, scope, ask, ask.perFeed)),
    byStories: (scope, stories) => articlesOfStories(db, scope, stories),
    count: (scope) => countArticles(db, scope),
    forTrends: (scope, ask) => trendRows(db, scope, ask),
    tellers: (scope, ids) => tellers(db, scope, ids, apart),
    languages: (scope) => languages(db, scope),
    completeTitles: (scope, fits, limit) => completeTitles(db, scope, fits, limit),
    prune: (ask) => pruneArticles(db, ask),
  };
}

export type ArticleRow = Selectable<ArticleTable> & { text: string | null; headings: string | null };

export function toArticle(row: ArticleRow): Article {
  return {
    id: row.id as ArticleId,
    storyId: row.story_id as StoryId,
    source: row.source,
    url: row.url ?? undefined,
    title: row.title,
    text: row.text ?? '',
    headings: JSON.parse(row.headings ?? '[]') as number[],
    lang: row.lang ?? undefined,
    author: row.author ?? undefined,
    siteName: row.site_name ?? undefined,
    section: row.section ?? undefined,
    publishedAt: row.published_at ?? undefined,
    modifiedAt: row.modified_at ?? undefined,
    imageUrl: row.image_url ?? undefined,
    kind: row.kind as ArticleKind,
    coverage: row.coverage as Coverage,
    seenAt: row.seen_at,
    updatedAt: row.updated_at ?? undefined,
    copyOf: (row.copy_of ?? undefined) as ArticleId | undefined,
  };
}

function articleRows(db: Db) {
  return db
    .selectFrom('articles')
    .leftJoin('article_texts', 'article_texts.article_id', 'articles.id')
    .selectAll('articles')
    .select(['article_texts.text', 'article_texts.headings']);
}

async function articlesByKeys(db: Db, keys: readonly string[], scope?: Scope): Promise<Article[]> {
  if (keys.length === 0) return [];
  const rows = await articleRows(db)
    .where('articles.id', 'in', (q) =>
      q
        .selectFrom('article_keys')
        .select('article_id')
        .where('key', 'in', [...keys]),
    )
    .$if(scope !== undefined, (q) => q.where(inScope(scope as Scope, 'articles.id')))
    .orderBy('articles.id')
    .limit(1)
    .execute();
  return rows.map(toArticle);
}

/** With the story that each is in for the scope. */
function scopedRows(db: Db, scope: Scope) {
  return articleRows(db).select(storyIn(scope).as('scoped_story'));
}

function toScoped(row: ArticleRow & { readonly scoped_story: number }): Article {
  return { ...toArticle(row), storyId: row.scoped_story as StoryId };
}

/** In the order of the ids; what is not in scope is left out. */
async function articlesInScope(db: Db, scope: Scope, ids: readonly ArticleId[]): Promise<Article[]> {
  if (ids.length === 0) return [];
  const rows = await scopedRows(db, scope)
    .where('articles.id', 'in', [...new Set(ids)])
    .where(inScope(scope, 'articles.id'))
    .execute();
  return inOrder(ids, rows, toScoped);
}

/** As the ids stand, each once; what was not found is left out. */
function inOrder<Row extends { readonly id: number }, One>(
  ids: readonly ArticleId[],
  rows: readonly Row[],
  toOne: (row: Row) => One,
): One[] {
  const byId = new Map<number, Row>(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [toOne(row)];
  });
}

async function readHere<Row>(db: Db, query: CompiledQuery<Row>): Promise<readonly Row[]> {
  return (await db.executeQuery(query)).rows;
}

async function tellers(db: Db, scope: Scope, ids: readonly ArticleId[], read: ReadRows) {
  if (ids.length === 0) return [];
  const query = db
    .selectFrom('articles')
    .select([storyIn(scope).as('story_id'), 'articles.id', 'articles.source'])
    .where('articles.id', 'in', [...new Set(ids)])
    .where(inScope(scope, 'articles.id'))
    .compile();
  return (await read(query)).map(({ id, story_id, source }) => ({
    id: id as ArticleId,
    storyId: story_id as StoryId,
    source,
  }));
}

async function latestIds(db: Db, scope: Scope, ask: LatestAsk, perFeed = ask.limit): Promise<ArticleId[]> {
  const ids =
    ask.topicId === undefined ? await latestOfFeeds(db, scope, ask, perFeed) : await latestOfTopic(db, scope, ask);
  return ids as ArticleId[];
}

async function bylines(db: Db, scope: Scope, ids: readonly ArticleId[]): Promise<Byline[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'source', 'url', 'lang', 'published_at', 'seen_at'])
    .where('id', 'in', [...ids])
    .where(inScope(scope, 'articles.id'))
    .execute();
  return inOrder(ids, rows, (row) => ({
    id: row.id as ArticleId,
    source: row.source,
    url: row.url ?? undefined,
    lang: row.lang ?? undefined,
    publishedAt: row.published_at ?? undefined,
    seenAt: row.seen_at,
  }));
}

async function latestOfFeeds(
  db: Db,
  scope: Scope,
  { limit, sourceId, since, before }: LatestAsk,
  perFeed: number,
): Promise<number[]> {
  const feeds = await feedsInScope(db, scope, sourceId);
  const rows = await newestOfFeeds(db, { scope, feeds, perFeed, limit, since, before });
  return rows.map(({ id }) => id);
}

async function latestOfTopic(db: Db, scope: Scope, ask: LatestAsk): Promise<number[]> {
  const { limit, topicId, sourceId, since, before } = ask;
  const rows = await db
    .selectFrom('topic_matches')
    .select('article_id')
    .where('topic_id', '=', topicId as number)
    .$if(since !== undefined, (q) => q.where('time', '>=', since as number))
    .$if(before !== undefined, (q) => q.where('time', '<', before as number))
    .where(inScope(scope, 'topic_matches.article_id', sourceId))
    .orderBy('time', 'desc')
    .orderBy('article_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.article_id);
}

async function articlesOfStories(db: Db, scope: Scope, stories: readonly StoryId[]): Promise<Article[]> {
  if (stories.length === 0) return [];
  const rows = await scopedRows(db, scope)
    .where(inStories(scope, stories))
    .where(inScope(scope, 'articles.id'))
    .orderBy('time', 'desc')
    .orderBy('articles.id', 'desc')
    .execute();
  return rows.map(toScoped);
}

async function countArticles(db: Db, scope: Scope): Promise<number> {
  const feeds = await feedsInScope(db, scope);
  if (feeds.length === 0) return 0;
  const { n } = await db
    .selectFrom('article_feeds')
    .select(sql<number>`count(distinct article_id)`.as('n'))
    .where('feed_id', 'in', feeds)
    .executeTakeFirstOrThrow();
  return n;
}

/** A feed keeps to its language, so a few of its newest articles tell it. */
const TELLING_ARTICLES = 3;

async function languages(db: Db, scope: Scope): Promise<string[]> {
  const feeds = await feedsInScope(db, scope);
  const newest = await newestOfFeeds(db, {
    scope,
    feeds,
    perFeed: TELLING_ARTICLES,
    limit: TELLING_ARTICLES * feeds.length,
  });
  return [...new Set(newest.flatMap(({ lang }) => lang ?? []))].sort();
}

async function completeTitles(db: Db, scope: Scope, fits: ((title: string) => boolean) | undefined, limit: number) {
  const feeds = await feedsInScope(db, scope);
  const perFeed = Math.max(TITLES_A_FEED, Math.ceil(TITLES / Math.max(1, feeds.length)));
  const rows = await newestOfFeeds(
    db,
    fits === undefined ? { scope, feeds, perFeed: limit, limit } : { scope, feeds, perFeed, limit: TITLES },
  );
  return rows
    .filter(({ title }) => fits?.(title) ?? true)
    .slice(0, limit)
    .map(({ id, story_id, title }) => ({ id: id as ArticleId, storyId: story_id as StoryId, title }));
}
