import { type Kysely, sql } from 'kysely';
import type { ArticleId } from '../../articles/article.ts';
import type { Db } from '../atomic.ts';
import { writeTerms } from '../search-terms.ts';

const TABLES: readonly string[] = [
  // Articles whose terms are on no shelf yet. The id grows with every writing.
  `create table search_fresh (id integer primary key autoincrement, article_id bigint not null unique,
    minute bigint not null, terms text not null, marks blob not null)`,
  // A shelf: articles whose terms were sorted together. Larger levels are made of eight or more of the level below.
  `create table search_shelves (id integer primary key autoincrement, state text not null, level integer not null,
    size integer not null, live integer not null, low bigint not null, high bigint not null, upto bigint not null,
    newest bigint not null, version integer not null, made_of text, done_to text)`,
  `create table search_docs (shelf bigint not null primary key, ids blob not null, minutes blob not null)`,
  // WITHOUT ROWID: a shelf is written in the order of its terms, so its pages fill one after the other.
  `create table search_lists (shelf bigint not null, term text not null, count integer not null, last integer not null,
    bytes blob not null, primary key (shelf, term)) without rowid`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql.raw(table).execute(db);
  await takeOver(db);
  await sql`drop table articles_fts`.execute(db);
}

const A_BATCH = 100;

/** What the full-text index knew of each article is written again; a rebuilt index needs no text, and none is read. */
async function takeOver(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table search_words using fts5vocab('articles_fts', 'instance')`.execute(db);
  await sql`create table search_taken (doc bigint not null, term text not null, title integer not null,
    body integer not null, primary key (doc, term)) without rowid`.execute(db);
  await sql`insert into search_taken select doc, term, sum(col = 'title_terms'), sum(col = 'text_terms')
    from search_words group by doc, term`.execute(db);
  await sql`drop table search_words`.execute(db);
  for (let after = 0; ; ) {
    const { rows } = await sql<{ id: number; lang: string | null; time: number }>`select id, lang, time from articles
      where id > ${after} order by id limit ${A_BATCH}`.execute(db);
    for (const { id, lang, time } of rows) await takeOne(db, { id: id as ArticleId, lang: lang ?? undefined, time });
    if (rows.length < A_BATCH) break;
    after = rows.at(-1)?.id ?? after;
  }
  await sql`drop table search_taken`.execute(db);
}

async function takeOne(
  db: Kysely<unknown>,
  article: { readonly id: ArticleId; readonly lang: string | undefined; readonly time: number },
): Promise<void> {
  const { rows } = await sql<{ term: string; title: number; body: number }>`select term, title, body
    from search_taken where doc = ${article.id}`.execute(db);
  if (rows.length === 0) return;
  const terms = (of: 'title' | 'body') => rows.flatMap((row) => Array.from({ length: row[of] }, () => row.term));
  await writeTerms(db as unknown as Db, { ...article, titleTerms: terms('title'), textTerms: terms('body') });
}
