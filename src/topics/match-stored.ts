import type { ArticleId } from '../articles/article.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { matchAll } from './match-all.ts';
import type { Query } from './query.ts';
import { planSearch, toSearchAsk } from './search-ask.ts';

/** Texts are long: so many are read at a time. */
const AT_ONCE = 200;

export interface MatchStoredDeps {
  readonly store: Pick<Store, 'articles' | 'search'>;
  readonly now: () => number;
}

/** The stored articles in scope that pass the query, of those that have its words; at most `limit` are looked at. */
export async function matchStored(
  query: Query,
  { scope, limit }: { readonly scope: Scope; readonly limit: number },
  { store, now }: MatchStoredDeps,
): Promise<ArticleId[]> {
  const at = now();
  const plan = planSearch(query, { langs: [undefined, ...(await store.articles.languages(scope))], now: at });
  if (plan.terms.length === 0) return [];
  const ask = toSearchAsk(plan, { terms: plan.terms, now: at, limit });
  const ids = (await store.search.candidates(scope, ask)).found.map(({ articleId }) => articleId);
  const matched: ArticleId[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const articles = await store.articles.getMany(scope, ids.slice(from, from + AT_ONCE));
    matched.push(...(await matchAll(query, articles, { now: at })).map(({ id }) => id));
  }
  return matched;
}
