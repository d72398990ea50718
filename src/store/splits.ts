import type { ArticleId } from '../articles/article.ts';
import type { Owner } from '../scope.ts';
import type { StoryId } from '../stories/story.ts';
import { atomically, type Db } from './atomic.ts';
import type { SplitStore } from './contract.ts';

export function splitStore(db: Db): SplitStore {
  return {
    add: (owner, articleId, now) => atomically(db, (inner) => split(inner, owner, articleId, now)),
    remove: (owner, articleId) => atomically(db, (inner) => join(inner, owner, articleId)),
    outOf: async (owner, storyId) => {
      const rows = await db
        .selectFrom('story_splits')
        .innerJoin('articles', 'articles.id', 'story_splits.article_id')
        .select('articles.id')
        .where('articles.story_id', '=', storyId)
        .where('story_splits.owner', '=', owner)
        .orderBy('articles.id')
        .execute();
      return rows.map(({ id }) => id as ArticleId);
    },
  };
}

async function split(db: Db, owner: Owner, articleId: ArticleId, now: number): Promise<StoryId> {
  const known = await storyOf(db, owner, articleId);
  if (known !== undefined) return known;
  const { id } = await db.insertInto('stories').values({ created_at: now }).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('story_splits').values({ owner, article_id: articleId, story_id: id }).execute();
  return id as StoryId;
}

/** The story of its own becomes an alias of the one that it is back in: what was posted of it leads there. */
async function join(db: Db, owner: Owner, articleId: ArticleId): Promise<StoryId | undefined> {
  const own = await storyOf(db, owner, articleId);
  const article = await db.selectFrom('articles').select('story_id').where('id', '=', articleId).executeTakeFirst();
  if (own === undefined || article === undefined) return undefined;
  await db.deleteFrom('story_splits').where('owner', '=', owner).where('article_id', '=', articleId).execute();
  await db.updateTable('stories').set({ heir: article.story_id }).where('id', '=', own).execute();
  await db.updateTable('run_stories').set({ story_id: article.story_id }).where('story_id', '=', own).execute();
  return article.story_id as StoryId;
}

async function storyOf(db: Db, owner: Owner, articleId: ArticleId): Promise<StoryId | undefined> {
  const row = await db
    .selectFrom('story_splits')
    .select('story_id')
    .where('owner', '=', owner)
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  return row?.story_id as StoryId | undefined;
}
