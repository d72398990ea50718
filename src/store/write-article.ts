// Writing an article: its row, text, keys and terms belong together.

import { sql } from 'kysely';
import { type ArticleDraft, type ArticleId, articleTime } from '../articles/article.ts';
import type { FeedId } from '../feeds/feed.ts';
import type { Db } from './atomic.ts';
import { toJson } from './clean-text.ts';
import type { ArticleStore, NewArticle } from './contract.ts';
import { dropTerms, writeSequence, writeTerms } from './search-terms.ts';

export async function writeArticle(db: Db, article: NewArticle): Promise<ArticleId> {
  const { draft, source, storyId, copyOf, seenAt } = article;
  const time = articleTime({ publishedAt: draft.publishedAt, seenAt });
  const { id } = await db
    .insertInto('articles')
    .values({
      ...columnsOf(draft),
      source,
      story_id: storyId,
      copy_of: copyOf ?? null,
      seen_at: seenAt,
      time,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeParts(db, id as ArticleId, time, article);
  return id as ArticleId;
}

type Change = Parameters<ArticleStore['update']>[1];

export async function writeChange(db: Db, id: ArticleId, change: Change): Promise<void> {
  const { seen_at: seenAt } = await db
    .selectFrom('articles')
    .select('seen_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const time = articleTime({ publishedAt: change.draft.publishedAt, seenAt });
  await db
    .updateTable('articles')
    .set({ ...columnsOf(change.draft), updated_at: change.now, time })
    .where('id', '=', id)
    .execute();
  await db.updateTable('article_feeds').set({ time }).where('article_id', '=', id).execute();
  await db.updateTable('topic_matches').set({ time }).where('article_id', '=', id).execute();
  await dropTerms(db, [id]);
  await writeParts(db, id, time, change);
  if (change.former !== undefined)
    await db
      .insertInto('article_versions')
      .values({ article_id: id, ...change.former })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** The first time counts. */
export async function addToFeed(db: Db, id: ArticleId, feedId: FeedId, seenAt: number): Promise<void> {
  await db
    .insertInto('article_feeds')
    .columns(['article_id', 'feed_id', 'seen_at', 'time'])
    .expression(
      db
        .selectFrom('articles')
        .select([
          'id',
          sql<number>`${sql.lit(Number(feedId))}`.as('feed_id'),
          sql<number>`${sql.lit(seenAt)}`.as('at'),
          'time',
        ])
        .where('id', '=', id),
    )
    .onConflict((conflict) => conflict.columns(['article_id', 'feed_id']).doNothing())
    .execute();
}

function columnsOf(draft: ArticleDraft) {
  return {
    url: draft.url ?? null,
    title: draft.title,
    lang: draft.lang ?? null,
    author: draft.author ?? null,
    site_name: draft.siteName ?? null,
    section: draft.section ?? null,
    published_at: draft.publishedAt ?? null,
    modified_at: draft.modifiedAt ?? null,
    image_url: draft.imageUrl ?? null,
    kind: draft.kind,
    coverage: draft.coverage,
  };
}

type Parts = Pick<NewArticle, 'draft' | 'keys' | 'titleTerms' | 'textTerms'>;

async function writeParts(db: Db, id: ArticleId, time: number, parts: Parts): Promise<void> {
  const { draft, keys, titleTerms, textTerms } = parts;
  const text = { text: draft.text, headings: toJson(draft.headings) };
  await db
    .insertInto('article_texts')
    .values({ article_id: id, ...text })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(text))
    .execute();
  const rows = [...new Set(keys)].map((key) => ({ key, article_id: id }));
  if (rows.length > 0)
    await db
      .insertInto('article_keys')
      .values(rows)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  const terms = { id, time, lang: draft.lang, titleTerms, textTerms };
  await writeTerms(db, terms);
  await writeSequence(db, terms);
}
