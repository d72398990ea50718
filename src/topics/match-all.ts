import type { Article } from '../articles/article.ts';
import { matchQuery } from './match.ts';
import { toMatchDoc } from './match-doc.ts';
import type { Query } from './query.ts';

/** Thousands of texts take seconds: others get their turn after so long. */
const TURN_MS = 8;

/** The articles that match, in their order; at most `limit`. */
export async function matchAll(
  query: Query,
  articles: readonly Article[],
  { now, limit = articles.length }: { readonly now: number; readonly limit?: number },
): Promise<Article[]> {
  const found: Article[] = [];
  let turn = performance.now();
  for (const article of articles) {
    if (found.length >= limit) break;
    if (matchQuery(query, toMatchDoc(article), now).matched) found.push(article);
    if (performance.now() - turn < TURN_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    turn = performance.now();
  }
  return found;
}
