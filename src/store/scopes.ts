// The conditions that keep a reader to the sources of the scope's owners. A paused source is still its owner's.

import { type RawBuilder, sql } from 'kysely';
import type { SourceId } from '../feeds/source.ts';
import type { Scope } from '../scope.ts';
import type { Db } from './atomic.ts';

/**
 * True where the article of that column is carried by a feed that an owner of the scope has as a source. `cross join`
 * keeps SQLite to that order: an article has few feeds, and an owner may have hundreds of sources to try each of.
 */
export function inScope(scope: Scope, articleId: string, sourceId?: SourceId): RawBuilder<boolean> {
  if (scope.owners.length === 0) return sql<boolean>`1 = 0`;
  const one = sourceId === undefined ? sql`` : sql` and s.id = ${sourceId}`;
  return sql<boolean>`exists (select 1 from article_feeds af cross join sources s
    where af.article_id = ${sql.ref(articleId)} and s.feed_id = af.feed_id and s.owner in (${sql.join(scope.owners)})${one})`;
}

/** The feeds of the scope, or of one source in it. */
export async function feedsInScope(db: Db, scope: Scope, sourceId?: SourceId): Promise<number[]> {
  if (scope.owners.length === 0) return [];
  const rows = await db
    .selectFrom('sources')
    .select('feed_id')
    .distinct()
    .where('owner', 'in', [...scope.owners])
    .$if(sourceId !== undefined, (q) => q.where('id', '=', sourceId as SourceId))
    .execute();
  return rows.map((row) => row.feed_id);
}
