// What grouping keeps of the articles alive, so that it goes on after a restart as if nothing had happened.

import type { ArticleId } from '../articles/article.ts';
import type { StoryId } from '../stories/story.ts';
import { atomically, type Db } from './atomic.ts';
import type { LiveArticle, LiveStore } from './contract.ts';

export function liveStore(db: Db): LiveStore {
  return {
    put: async (id, { version, time, kept }) => {
      await db
        .insertInto('live_articles')
        .values({ article_id: id, version, time, kept })
        .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ version, time, kept }))
        .execute();
    },
    read: (ask) => readLive(db, ask),
    sweep: (done) => atomically(db, (inner) => sweep(inner, done)),
    words: async () => {
      const rows = await db.selectFrom('word_counts').selectAll().orderBy('lang').execute();
      return rows.map(({ lang, texts, seen, up_to }) => ({
        lang,
        texts,
        seen: toFloats(seen),
        upTo: up_to as ArticleId,
      }));
    },
  };
}

async function readLive(db: Db, { version, after, limit }: Parameters<LiveStore['read']>[0]): Promise<LiveArticle[]> {
  const rows = await db
    .selectFrom('live_articles as live')
    .innerJoin('articles', 'articles.id', 'live.article_id')
    .leftJoin('article_texts as texts', (join) =>
      join.onRef('texts.article_id', '=', 'live.article_id').on('live.version', '!=', version),
    )
    .select(['live.article_id as id', 'live.version', 'live.time', 'live.kept', 'articles.story_id'])
    .select(['articles.source', 'articles.title', 'articles.lang', 'texts.text'])
    .where('live.article_id', '>', after)
    .orderBy('live.article_id')
    .limit(limit)
    .execute();
  return rows.map(({ id, story_id, time, ...row }) => ({
    id: id as ArticleId,
    storyId: story_id as StoryId,
    time,
    ...(row.version === version
      ? { kept: row.kept }
      : { title: row.title, text: row.text ?? '', lang: row.lang ?? undefined, source: row.source }),
  }));
}

async function sweep(db: Db, { before, words }: Parameters<LiveStore['sweep']>[0]): Promise<void> {
  for (const { lang, texts, seen, upTo } of words) {
    const row = { texts, seen: new Uint8Array(seen.buffer, seen.byteOffset, seen.byteLength), up_to: upTo };
    await db
      .insertInto('word_counts')
      .values({ lang, ...row })
      .onConflict((conflict) => conflict.column('lang').doUpdateSet(row))
      .execute();
  }
  const upTo = Math.max(...words.map((each) => each.upTo));
  await db.deleteFrom('live_articles').where('time', '<', before).where('article_id', '<=', upTo).execute();
}

/** Copied: a view of floats must begin at a multiple of four. */
function toFloats(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.slice().buffer);
}
