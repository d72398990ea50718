import type { Article } from '../articles/article.ts';
import { isMatch } from './match.ts';
import { toMatchDoc } from './match-doc.ts';
import type { Query } from './query.ts';
import { takeTurns } from './take-turns.ts';

/** The articles that match, in their order; at most `limit`. */
export async function matchAll(
  query: Query,
  articles: readonly Article[],
  { now, limit = articles.length }: { readonly now: number; readonly limit?: number },
): Promise<Article[]> {
  const found: Article[] = [];
  await takeTurns(articles, (article) => {
    if (isMatch(query, toMatchDoc(article), now)) found.push(article);
    return found.length < limit;
  });
  return found;
}
