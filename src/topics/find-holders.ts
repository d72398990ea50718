import type { ArticleId } from '../articles/article.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import type { Query } from './query.ts';
import { planSearch, toSearchAsk } from './search-ask.ts';

export interface FindHoldersDeps {
  readonly store: Pick<Store, 'articles' | 'search'>;
  readonly now: number;
}

/** Stored articles in scope that may pass the query, since they have its words: at most `limit`. */
export async function findHolders(
  query: Query,
  { scope, limit }: { readonly scope: Scope; readonly limit: number },
  { store, now }: FindHoldersDeps,
): Promise<ArticleId[]> {
  const plan = planSearch(query, { langs: [undefined, ...(await store.articles.languages(scope))], now });
  if (plan.terms.length === 0) return [];
  const { found } = await store.search.candidates(scope, toSearchAsk(plan, { terms: plan.terms, now, limit }));
  return found.map(({ articleId }) => articleId);
}
