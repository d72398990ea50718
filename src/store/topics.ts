import type { Selectable } from 'kysely';
import type { ArticleId } from '../articles/article.ts';
import type { Owner } from '../scope.ts';
import type { Topic, TopicId } from '../topics/topic.ts';
import { atomically, type Db } from './atomic.ts';
import { toJson } from './clean-text.ts';
import type { TopicStore } from './contract.ts';
import type { TopicTable } from './schema.ts';

const MATCHES_A_STATEMENT = 500;

export function topicStore(db: Db): TopicStore {
  return {
    create: (topic) => createTopic(db, topic),
    get: async (owner, id) => {
      const row = await db
        .selectFrom('topics')
        .selectAll()
        .where('owner', '=', owner)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toTopic(row);
    },
    list: async (owner) =>
      (await db.selectFrom('topics').selectAll().where('owner', '=', owner).orderBy('id').execute()).map(toTopic),
    update: (topic) => updateTopic(db, topic),
    remove: async (owner, id) => {
      await db.deleteFrom('topics').where('owner', '=', owner).where('id', '=', id).execute();
    },
    count: async (owner) => {
      const { n } = await db
        .selectFrom('topics')
        .select((q) => q.fn.countAll<number>().as('n'))
        .where('owner', '=', owner)
        .executeTakeFirstOrThrow();
      return n;
    },
    all: async () => (await db.selectFrom('topics').selectAll().orderBy('id').execute()).map(toTopic),
    removeMatches: (topicId, articles) => removeMatches(db, topicId, articles),
    addMatches: (pairs) => atomically(db, (inner) => addMatches(inner, pairs)),
    ofArticles: (owner, articles) => topicsOfArticles(db, owner, articles),
  };
}

function toTopic(row: Selectable<TopicTable>): Topic {
  return {
    id: row.id as TopicId,
    owner: row.owner as Owner,
    name: row.name,
    include: row.include,
    exclude: row.exclude ?? undefined,
    sources: JSON.parse(row.sources) as string[],
    languages: JSON.parse(row.languages) as string[],
    createdAt: row.created_at,
  };
}

async function createTopic(db: Db, topic: Omit<Topic, 'id'>): Promise<Topic> {
  const row = await db
    .insertInto('topics')
    .values({ ...columnsOf(topic), owner: topic.owner, created_at: topic.createdAt })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toTopic(row);
}

function columnsOf({ name, include, exclude, sources, languages }: Omit<Topic, 'id'>) {
  return { name, include, exclude: exclude ?? null, sources: toJson(sources), languages: toJson(languages) };
}

async function updateTopic(db: Db, topic: Topic): Promise<void> {
  await db
    .updateTable('topics')
    .set(columnsOf(topic))
    .where('owner', '=', topic.owner)
    .where('id', '=', topic.id)
    .execute();
}

async function removeMatches(db: Db, topicId: TopicId, articles: readonly ArticleId[]): Promise<void> {
  for (let from = 0; from < articles.length; from += MATCHES_A_STATEMENT)
    await db
      .deleteFrom('topic_matches')
      .where('topic_id', '=', topicId)
      .where('article_id', 'in', articles.slice(from, from + MATCHES_A_STATEMENT))
      .execute();
}

type Match = Parameters<TopicStore['addMatches']>[0][number];

/** A topic or an article that is gone meanwhile has no match. */
async function addMatches(db: Db, pairs: readonly Match[]): Promise<void> {
  const articles = [...Map.groupBy(pairs, (pair) => pair.articleId)];
  for (const [articleId, matches] of articles) {
    const topics = [...new Set(matches.map(({ topicId }) => topicId))];
    for (let from = 0; from < topics.length; from += MATCHES_A_STATEMENT)
      await insertMatches(db, articleId, topics.slice(from, from + MATCHES_A_STATEMENT));
  }
}

async function insertMatches(db: Db, articleId: ArticleId, topics: readonly TopicId[]): Promise<void> {
  await db
    .insertInto('topic_matches')
    .columns(['topic_id', 'article_id', 'time'])
    .expression(
      db
        .selectFrom(['topics', 'articles'])
        .select(['topics.id as topic_id', 'articles.id as article_id', 'articles.time'])
        .where('articles.id', '=', articleId)
        .where('topics.id', 'in', [...topics]),
    )
    .onConflict((conflict) => conflict.columns(['topic_id', 'article_id']).doNothing())
    .execute();
}

async function topicsOfArticles(db: Db, owner: Owner, articles: readonly ArticleId[]) {
  if (articles.length === 0) return [];
  const rows = await db
    .selectFrom('topic_matches')
    .innerJoin('topics', 'topics.id', 'topic_matches.topic_id')
    .select(['topic_id', 'article_id'])
    .where('topics.owner', '=', owner)
    .where('article_id', 'in', [...new Set(articles)])
    .orderBy('topic_id')
    .orderBy('article_id')
    .execute();
  return rows.map((row) => ({ topicId: row.topic_id as TopicId, articleId: row.article_id as ArticleId }));
}
