// The one search behind /search, /topic and /summary of free words: candidates from the store, checked, then ranked here.

import { type Article, articleTime } from '../articles/article.ts';
import type { Problem } from '../errors.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { rankCandidates } from '../stories/rank.ts';
import { guessLanguage, toTerms } from '../text/terms.ts';
import { matchAll } from './match-all.ts';
import { parseQuery, type Query } from './query.ts';
import { planSearch, type SearchPlan, toSearchAsk } from './search-ask.ts';

export interface SearchWish {
  readonly scope: Scope;
  readonly query: string;
  /** Articles since then, whatever the query says. */
  readonly since?: number;
  readonly limit: number;
  /** Free words where the query is none: for people who did not mean to type one. */
  readonly lenient?: boolean;
}

export interface SearchDeps {
  readonly store: Pick<Store, 'articles' | 'search'>;
  readonly now: () => number;
}

export interface Hit {
  readonly article: Article;
  readonly score: number;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** The terms that were looked for: what is marked in a snippet. */
  readonly terms: ReadonlySet<string>;
}

const CANDIDATES = 60;
/** Where each has to pass the query itself, those that fit may stand far behind those that merely have the words. */
const CHECKED = 1_000;
/** Characters of a text that are weighed again: the best match mostly shows at the beginning. */
const WEIGHED = 800;

export async function searchArticles(wish: SearchWish, { store, now }: SearchDeps): Promise<Found | Problem> {
  const query = readQuery(wish);
  if ('problem' in query) return query;
  const at = now();
  const plan = planSearch(query, await languagesOf(wish.scope, store), at);
  const since = Math.max(plan.since ?? 0, wish.since ?? 0);
  const bounded = { ...plan, since: since > 0 ? since : undefined };
  const articles = plan.isExact
    ? await fitting(query, bounded, wish, { store, at })
    : await candidates(bounded, wish, { store, limit: Math.max(CANDIDATES, wish.limit) });
  return { hits: rank(articles, plan.any, at).slice(0, wish.limit), terms: new Set(plan.any) };
}

/** Best first. */
async function candidates(
  plan: SearchPlan,
  { scope }: SearchWish,
  { store, limit }: Pick<SearchDeps, 'store'> & { readonly limit: number },
): Promise<Article[]> {
  if (plan.any.length === 0) return [];
  const found = await store.search.candidates(scope, toSearchAsk(plan, limit));
  return store.articles.getMany(
    scope,
    found.map(({ articleId }) => articleId),
  );
}

/** Those that pass the query; where it has no words, of the newest. */
async function fitting(
  query: Query,
  plan: SearchPlan,
  wish: SearchWish,
  { store, at }: Pick<SearchDeps, 'store'> & { readonly at: number },
): Promise<Article[]> {
  const { since } = plan;
  const asked =
    plan.any.length > 0
      ? await candidates(plan, wish, { store, limit: CHECKED })
      : await store.articles.latest(wish.scope, { limit: CHECKED, ...(since === undefined ? {} : { since }) });
  return matchAll(query, asked, { now: at, limit: Math.max(CANDIDATES, wish.limit) });
}

function rank(articles: readonly Article[], terms: readonly string[], now: number): Hit[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const tellers = Map.groupBy(articles, ({ storyId }) => storyId);
  const candidates = articles.map(({ id, lang, title, text, storyId, ...times }) => ({
    id,
    lang,
    titleTerms: toTerms(title, lang ?? guessLanguage(title)),
    textTerms: toTerms(text.slice(0, WEIGHED), lang ?? guessLanguage(text)),
    time: articleTime(times),
    sources: new Set(tellers.get(storyId)?.map(({ source }) => source)).size,
  }));
  return rankCandidates(terms, candidates, now).map(({ id, score }) => ({ article: byId.get(id) as Article, score }));
}

function readQuery({ query, lenient }: SearchWish): Query | Problem {
  const parsed = parseQuery(query);
  if ('ok' in parsed) return parsed.query;
  const words = query.replace(/[^\p{L}\p{N}\p{M}\s]+/gu, ' ').trim();
  const plain = lenient ? parseQuery(words.toLowerCase()) : parsed;
  return 'ok' in plain ? plain.query : parsed;
}

/** Words are typed in the language of an article, whose stems they must meet: the scope's languages are tried together. */
async function languagesOf(scope: Scope, store: SearchDeps['store']): Promise<readonly (string | undefined)[]> {
  return [undefined, ...(await store.articles.languages(scope))];
}
