// Writing what articles are found by: their terms, weighed, first by article (fresh), later by term on shelves.

import { sql } from 'kysely';
import type { ArticleId } from '../articles/article.ts';
import { toMinute } from '../postings/shelf.ts';
import { toSequence } from '../postings/term-sequence.ts';
import { weighTerms } from '../postings/weigh-terms.ts';
import type { Db } from './atomic.ts';
import { fromBytes, toBytes } from './search-bytes.ts';
import { languageTerm } from './search-languages.ts';
import { tendShelves } from './search-shelving.ts';

export interface ArticleTerms {
  readonly id: ArticleId;
  readonly lang: string | undefined;
  /** Milliseconds in UTC. */
  readonly time: number;
  readonly titleTerms: readonly string[];
  readonly textTerms: readonly string[];
}

/** Shelves take about one step for nine articles; this often is asked whether they need one. */
const WRITINGS_A_STEP = 4;

export async function writeTerms(db: Db, { id, lang, time, titleTerms, textTerms }: ArticleTerms): Promise<void> {
  const marks = weighTerms(titleTerms, textTerms);
  if (lang !== undefined) marks.set(languageTerm(lang), 1);
  const { id: written } = await db
    .insertInto('search_fresh')
    .values({
      article_id: id,
      minute: toMinute(time),
      terms: [...marks.keys()].join(' '),
      marks: Uint8Array.from(marks.values()),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (written % WRITINGS_A_STEP === 0) await tendShelves(db);
}

/** Their order, for phrases. */
export async function writeSequence(db: Db, { id, titleTerms, textTerms }: ArticleTerms): Promise<void> {
  const terms = new Uint8Array(toSequence(titleTerms, textTerms).buffer);
  await db.insertInto('search_sequences').values({ article_id: id, terms }).execute();
}

/** What was written of these articles finds them no more. */
export async function dropTerms(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of ['search_fresh', 'search_sequences'] as const)
    await db
      .deleteFrom(table)
      .where('article_id', 'in', [...ids])
      .execute();
  const shelves = await db
    .selectFrom('search_shelves')
    .innerJoin('search_docs', 'search_docs.shelf', 'search_shelves.id')
    .select(['search_shelves.id', 'search_docs.ids'])
    .where('state', '=', 'ready')
    .where('low', '<=', Math.max(...ids))
    .where('high', '>=', Math.min(...ids))
    .execute();
  for (const shelf of shelves) await strike(db, shelf, new Set(ids));
}

async function strike(db: Db, shelf: { id: number; ids: Uint8Array }, gone: ReadonlySet<number>): Promise<void> {
  const ids = fromBytes(shelf.ids);
  let struck = 0;
  for (let doc = 0; doc < ids.length; doc++) {
    if (!gone.has(ids[doc] as number)) continue;
    ids[doc] = 0;
    struck += 1;
  }
  if (struck === 0) return;
  await db
    .updateTable('search_docs')
    .set({ ids: toBytes(ids) })
    .where('shelf', '=', shelf.id)
    .execute();
  await db
    .updateTable('search_shelves')
    .set({
      live: sql<number>`live - ${struck}`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', shelf.id)
    .execute();
  await db
    .updateTable('search_shelves')
    .set({ state: 'spent' })
    .where('id', '=', shelf.id)
    .where('live', '=', 0)
    .execute();
}
