import type { ArticleId } from '../articles/article.ts';
import type { Owner } from '../scope.ts';
import type { TopicId } from '../topics/topic.ts';
import { atomically, type Db } from './atomic.ts';
import type { MuteStore, MuteWord } from './contract.ts';

export function muteStore(db: Db): MuteStore {
  return {
    list: async (owner) => (await wordsOf(db, owner)).map(({ word }) => word),
    set: (owner, words) => atomically(db, (inner) => setWords(inner, owner, words)),
    all: async () => {
      const rows = await db.selectFrom('mute_words').selectAll().orderBy('id').execute();
      return rows.map(toWord);
    },
    addMatches: async (pairs) => {
      await atomically(db, async (inner) => {
        for (const { wordId, articleId } of pairs) await addMatch(inner, wordId, articleId);
      });
    },
  };
}

/** A word or an article that is gone meanwhile has no match. */
async function addMatch(db: Db, wordId: TopicId, articleId: ArticleId): Promise<void> {
  await db
    .insertInto('muted_articles')
    .columns(['word_id', 'article_id'])
    .expression(
      db
        .selectFrom(['mute_words', 'articles'])
        .select(['mute_words.id as word_id', 'articles.id as article_id'])
        .where('mute_words.id', '=', wordId)
        .where('articles.id', '=', articleId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function toWord({ id, word }: { readonly id: number; readonly word: string }): MuteWord {
  return { id: id as TopicId, word };
}

async function wordsOf(db: Db, owner: Owner): Promise<MuteWord[]> {
  const rows = await db
    .selectFrom('mutes')
    .innerJoin('mute_words', 'mute_words.id', 'mutes.word_id')
    .select(['mute_words.id', 'mute_words.word'])
    .where('mutes.owner', '=', owner)
    .orderBy('mute_words.id')
    .execute();
  return rows.map(toWord);
}

/** A word that nobody mutes any more is forgotten. */
async function setWords(db: Db, owner: Owner, words: readonly string[]) {
  const before = await wordsOf(db, owner);
  const kept = new Set(words);
  const gone = before.filter(({ word }) => !kept.has(word)).map(({ id }) => id as number);
  if (gone.length > 0) await db.deleteFrom('mutes').where('owner', '=', owner).where('word_id', 'in', gone).execute();
  const known = new Set(before.map(({ word }) => word));
  const added: MuteWord[] = [];
  for (const word of words.filter((one) => !known.has(one))) added.push(await addWord(db, owner, word));
  const forgotten = gone.length === 0 ? [] : await forgetUnused(db, gone);
  return { added, forgotten };
}

async function addWord(db: Db, owner: Owner, word: string): Promise<MuteWord> {
  await db
    .insertInto('mute_words')
    .values({ word })
    .onConflict((conflict) => conflict.column('word').doNothing())
    .execute();
  const row = await db.selectFrom('mute_words').selectAll().where('word', '=', word).executeTakeFirstOrThrow();
  await db
    .insertInto('mutes')
    .values({ owner, word_id: row.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return toWord(row);
}

async function forgetUnused(db: Db, ids: readonly number[]): Promise<TopicId[]> {
  const rows = await db
    .deleteFrom('mute_words')
    .where('id', 'in', [...ids])
    .where('id', 'not in', (q) =>
      q
        .selectFrom('mutes')
        .select('word_id')
        .where('word_id', 'in', [...ids]),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id as TopicId);
}
