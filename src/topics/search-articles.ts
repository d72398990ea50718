// The one search behind /search, /topic and /summary of free words: candidates from the store, checked, then ranked here.

import { type Article, articleTime } from '../articles/article.ts';
import type { Problem } from '../errors.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { rankCandidates } from '../stories/rank.ts';
import { toTerms } from '../text/terms.ts';
import { matchQuery } from './match.ts';
import { toMatchDoc } from './match-doc.ts';
import { parseQuery, type Query } from './query.ts';
import { planSearch, toSearchAsk } from './search-ask.ts';

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
/** Characters of a text that are weighed again: the best match mostly shows at the beginning. */
const WEIGHED = 800;

export async function searchArticles(wish: SearchWish, { store, now }: SearchDeps): Promise<Found | Problem> {
  const query = readQuery(wish);
  if ('problem' in query) return query;
  const at = now();
  const plan = planSearch(query, await languagesOf(wish.scope, store), at);
  const since = Math.max(plan.since ?? 0, wish.since ?? 0);
  const ask = toSearchAsk({ ...plan, since: since > 0 ? since : undefined }, Math.max(CANDIDATES, wish.limit));
  if (plan.any.length === 0) return { hits: [], terms: new Set() };
  const candidates = await store.search.candidates(wish.scope, ask);
  const articles = await store.articles.getMany(
    wish.scope,
    candidates.map(({ articleId }) => articleId),
  );
  const fitting = plan.isExact
    ? articles.filter((article) => matchQuery(query, toMatchDoc(article), at).matched)
    : articles;
  return { hits: rank(fitting, plan.any, at).slice(0, wish.limit), terms: new Set(plan.any) };
}

function rank(articles: readonly Article[], terms: readonly string[], now: number): Hit[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const tellers = Map.groupBy(articles, ({ storyId }) => storyId);
  const candidates = articles.map(({ id, lang, title, text, storyId, ...times }) => ({
    id,
    lang,
    titleTerms: toTerms(title, lang),
    textTerms: toTerms(text.slice(0, WEIGHED), lang),
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
