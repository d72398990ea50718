// Searching full text in SQLite's words (FTS5), without Kysely: it runs in the search thread. The terms are the
// analyser's; nothing a person typed reaches the match expression unquoted.

import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId } from '../articles/article.ts';
import { cleanText } from './clean-text.ts';
import type { SearchAsk } from './contract.ts';

/** A term in the title counts as so many in the text. */
const TITLE_WEIGHT = 4;

/** Between two looks at the clock. */
const ROWS_A_LOOK = 256;

export interface Candidate {
  readonly articleId: ArticleId;
  readonly score: number;
}

/** undefined where nothing is asked for. */
export function matchExpression({ any, all, none, phrases }: SearchAsk): string | undefined {
  const wanted = any.filter(Boolean).map(quote);
  const needed = [
    ...all.filter(Boolean).map(quote),
    ...phrases.filter((terms) => terms.length > 0).map((terms) => quote(terms.join(' '))),
  ];
  const unwanted = none.filter(Boolean).map(quote);
  if (needed.length === 0 && wanted.length === 0) return undefined;
  // Where some are needed, the others only add to the score: with a needed one among them the bracket is always true.
  const ranked = needed.length === 0 ? wanted : wanted.length === 0 ? [] : [...wanted, needed[0] as string];
  const positive = [...needed, ...(ranked.length > 0 ? [`(${ranked.join(' OR ')})`] : [])].join(' AND ');
  return unwanted.length === 0 ? positive : `(${positive}) NOT (${unwanted.join(' OR ')})`;
}

function quote(term: string): string {
  return `"${cleanText(term).replaceAll('"', '""')}"`;
}

/**
 * The best by bm25, best first, larger scores better. Newest are looked at first, so that a search that runs out of
 * time (`deadline`, by performance.now) has missed the oldest.
 */
export function findCandidates(
  database: DatabaseSync,
  owners: readonly string[],
  ask: SearchAsk,
  deadline: number,
): Candidate[] {
  const match = matchExpression(ask);
  if (match === undefined || owners.length === 0 || ask.limit <= 0) return [];
  const { text, parameters } = candidateQuery(match, owners, ask);
  const best: Candidate[] = [];
  let seen = 0;
  for (const row of database.prepare(text).iterate(...parameters)) {
    best.push({ articleId: row.id as ArticleId, score: row.score as number });
    if (best.length >= 4 * ask.limit + 64) keepBest(best, ask.limit);
    seen += 1;
    if (seen % ROWS_A_LOOK === 0 && performance.now() > deadline) break;
  }
  keepBest(best, ask.limit);
  return best;
}

function keepBest(found: Candidate[], limit: number): void {
  found.sort((a, b) => b.score - a.score || b.articleId - a.articleId);
  found.length = Math.min(found.length, limit);
}

/** Every match in scope, newest first. */
export function candidateQuery(match: string, owners: readonly string[], ask: SearchAsk) {
  const parameters: (string | number)[] = [match];
  const conditions: string[] = [];
  if (ask.lang !== undefined) {
    conditions.push('and a.lang = ?');
    parameters.push(ask.lang);
  }
  if (ask.since !== undefined) {
    conditions.push('and a.time >= ?');
    parameters.push(ask.since);
  }
  parameters.push(...owners);
  const sources = ask.sourceIds === undefined ? '' : `and s.id in (${marks(ask.sourceIds)})`;
  parameters.push(...(ask.sourceIds ?? []));
  const articles = conditions.length === 0 ? '' : 'cross join articles a on a.id = articles_fts.rowid';
  const text = `select articles_fts.rowid as id, -bm25(articles_fts, ${TITLE_WEIGHT}, 1) as score
    from articles_fts ${articles}
    where articles_fts match ? ${conditions.join(' ')}
      and exists (select 1 from article_feeds af cross join sources s
        where af.article_id = articles_fts.rowid and s.feed_id = af.feed_id and s.owner in (${marks(owners)}) ${sources})
    order by articles_fts.rowid desc`;
  return { text, parameters };
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
