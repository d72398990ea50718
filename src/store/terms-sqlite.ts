// Writing the full-text index (FTS5). It holds the analyser's terms and no text.

import { sql } from 'kysely';
import type { ArticleId } from '../articles/article.ts';
import type { Db } from './atomic.ts';

export async function writeTerms(
  db: Db,
  id: ArticleId,
  titleTerms: readonly string[],
  textTerms: readonly string[],
): Promise<void> {
  await sql`insert or replace into articles_fts (rowid, title_terms, text_terms)
    values (${id}, ${titleTerms.join(' ')}, ${textTerms.join(' ')})`.execute(db);
}

export async function dropTerms(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await sql`delete from articles_fts where rowid in (${sql.join(ids)})`.execute(db);
}
