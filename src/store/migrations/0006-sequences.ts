import { type Kysely, sql } from 'kysely';

/** An article that was written before has none: whether it holds a phrase is seen in its text. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table search_sequences (article_id integer primary key, terms blob not null)`.execute(db);
}
