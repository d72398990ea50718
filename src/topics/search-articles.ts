// The one search behind /search, /topic and /summary of free words: candidates from the store, checked, then ranked here.

import type { Article, ArticleId } from '../articles/article.ts';
import type { Problem } from '../errors.ts';
import { MARKING_SHARE } from '../postings/weigh-question.ts';
import type { Scope } from '../scope.ts';
import type { ArticleMarks, SearchFound, Store } from '../store/contract.ts';
import { type EngineHit, rankHits } from '../stories/rank.ts';
import { guessLanguage, toTerms } from '../text/terms.ts';
import { type Forgiven, forgiveTypos, type Meant } from './forgive-typos.ts';
import { boundParts, isFree, splitFree } from './free-words.ts';
import { judgeLeaf, prepare } from './match.ts';
import { matchAll } from './match-all.ts';
import { toMatchDoc } from './match-doc.ts';
import { meanSources } from './mean-sources.ts';
import { parseQuery, type Query } from './query.ts';
import { planSearch, type SearchPlan, toSearchAsk } from './search-ask.ts';
import type { Marks } from './snippet.ts';

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
  readonly store: Pick<Store, 'articles' | 'search' | 'sources'>;
  readonly now: () => number;
}

export interface Hit {
  readonly article: Article;
  readonly score: number;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** What was looked for, to be marked in a snippet. */
  readonly marks: Marks;
  /** What was searched in place of what was typed, of which nobody in scope had written a word. */
  readonly corrected: string | undefined;
  /** The newest articles held too little of it, so all were looked through. */
  readonly archive: boolean;
}

/** More of them change nothing among the ten best of the headlines, topics and questions that search is measured by. */
const CANDIDATES = 120;
/** Where each has to pass the query itself, those that fit may stand far behind those that merely have the words. */
const CHECKED = 1_000;
const PASSED = 100;
/** They are read so many at first and more each time: mostly the first ones fit. */
const FIRST_READ = 50;
/** Characters of a text that its best words are taken from: they mostly show at the beginning. */
const WEIGHED = 2_000;

export async function searchArticles(wish: SearchWish, { store, now }: SearchDeps): Promise<Found | Problem> {
  const read = readQuery(wish);
  if ('problem' in read) return read;
  const query = await meanSources(read.query, wish.scope, store);
  const search: Search = { wish, store, now: now(), langs: await languagesOf(wish.scope, store) };
  const typed = toAttempt(query, search);
  if (typed.plan.terms.length === 0) return { ...(await newestFitting(typed, search)), corrected: undefined };
  const first = await typed.ask();
  const forgiven = await forgiveTypos({ query: read.typed, typed: typed.plan.typed }, first.unknown, {
    langs: search.langs,
    similar: (words) => store.search.similar(wish.scope, words),
  });
  if (forgiven === undefined) return rank(typed, first, search, undefined);
  const meant = toAttempt(query, search, forgiven.meant);
  return rank(meant, await meant.ask(), search, forgiven);
}

interface Search {
  readonly wish: SearchWish;
  readonly store: SearchDeps['store'];
  readonly now: number;
  readonly langs: readonly (string | undefined)[];
}

/** A query that is being looked for. */
interface Attempt {
  readonly query: Query;
  readonly plan: SearchPlan;
  ask(): Promise<SearchFound>;
}

function toAttempt(query: Query, { wish, store, now, langs }: Search, meant?: Meant): Attempt {
  const plan = planSearch(query, { langs, now, meant });
  const since = Math.max(plan.conditions.since ?? 0, wish.since ?? 0);
  const bounded = { ...plan, conditions: { ...plan.conditions, since: since > 0 ? since : undefined } };
  const limit = plan.isChecked ? CHECKED : Math.max(CANDIDATES, wish.limit);
  return {
    query,
    plan: bounded,
    ask: async () => {
      const asked = toSearchAsk(bounded, { terms: plan.terms, now, limit });
      const found = await store.search.candidates(wish.scope, asked);
      const isSure = ({ isUnsure }: SearchFound['found'][number]): boolean => !plan.isChecked && isUnsure !== true;
      if (found.found.every(isSure)) return found;
      return onlyFitting({ kind: 'and', parts: boundParts(query) }, found, isSure, { wish, store, now });
    },
  };
}

/** Those that are sure need not be read. */
async function onlyFitting(
  query: Query,
  asked: SearchFound,
  isSure: (hit: SearchFound['found'][number]) => boolean,
  search: Reading,
): Promise<SearchFound> {
  const passed = new Set(asked.found.filter(isSure).map(({ articleId }) => articleId));
  const unread = asked.found.filter((hit) => !isSure(hit)).map(({ articleId }) => articleId);
  for (const { id } of await readFitting(query, unread, PASSED - passed.size, search)) passed.add(id);
  return { ...asked, found: asked.found.filter(({ articleId }) => passed.has(articleId)) };
}

type Reading = Omit<Search, 'langs'>;

/** Of these articles the first that fit, so many as are wanted: no more are read than it takes to find them. */
async function readFitting(
  query: Query,
  ids: readonly ArticleId[],
  wanted: number,
  { wish, store, now }: Reading,
): Promise<Article[]> {
  const fitting: Article[] = [];
  for (let from = 0, size = FIRST_READ; fitting.length < wanted && from < ids.length; from += size, size *= 2) {
    const articles = await store.articles.getMany(wish.scope, ids.slice(from, from + size));
    fitting.push(...(await matchAll(query, articles, { now, limit: wanted - fitting.length })));
  }
  return fitting;
}

async function rank(
  attempt: Attempt,
  { found, archive }: SearchFound,
  search: Search,
  forgiven: Forgiven | undefined,
): Promise<Found> {
  const { plan } = attempt;
  const { wish, store, now } = search;
  const first = found.map(({ articleId, score, at }): EngineHit<ArticleId> => ({ id: articleId, score, at }));
  const ranked = await rankHits(
    { terms: plan.terms, words: plan.words },
    {
      find: async ({ marking }) => {
        if (marking === undefined) return first;
        // What only resembles the best hits says none of the words that were typed: to whoever asked it would be a mistake.
        const articleIds = first.map(({ id }) => id);
        return addMarks(first, await store.search.marks(wish.scope, { articleIds, marking, now }));
      },
      read: async (ids) =>
        new Map((await store.articles.getMany(wish.scope, ids)).map((one) => [one.id, termsOf(one)])),
      publishers: (ids) => countPublishers(wish.scope, ids, store),
    },
  );
  const scores = new Map(ranked.slice(0, wish.limit).map(({ id, score }) => [id, score]));
  const articles = await store.articles.getMany(wish.scope, [...scores.keys()]);
  const newest = articles.length < wish.limit ? await newestWithoutWords(attempt, search) : [];
  const others = newest.filter(({ id }) => !scores.has(id));
  const hits = [...articles, ...others].map((article) => ({ article, score: scores.get(article.id) ?? 0 }));
  return { hits: hits.slice(0, wish.limit), marks: plan.marks, archive, corrected: forgiven?.say(articles) };
}

function addMarks(hits: readonly EngineHit<ArticleId>[], marks: readonly ArticleMarks[]): EngineHit<ArticleId>[] {
  const gained = new Map(marks.map(({ articleId, score }) => [articleId, score]));
  return hits
    .map((hit) => ({ ...hit, score: (1 - MARKING_SHARE) * hit.score + (gained.get(hit.id) ?? 0) }))
    .sort((a, b) => b.score - a.score);
}

function termsOf({ title, text, lang }: Article) {
  return {
    titleTerms: toTerms(title, lang ?? guessLanguage(title)),
    textTerms: toTerms(text.slice(0, WEIGHED), lang ?? guessLanguage(text)),
    lang,
  };
}

/** Of each found article's story, as far as it was found. */
async function countPublishers(
  scope: Scope,
  ids: readonly ArticleId[],
  { articles }: SearchDeps['store'],
): Promise<ReadonlyMap<ArticleId, number>> {
  const tellers = await articles.tellers(scope, ids);
  const ofStory = Map.groupBy(tellers, ({ storyId }) => storyId);
  const counts = new Map([...ofStory].map(([id, told]) => [id, new Set(told.map(({ source }) => source)).size]));
  return new Map(tellers.map(({ id, storyId }) => [id, counts.get(storyId) ?? 1]));
}

/** Where a query has no words that say anything: of the newest, those that pass it. */
async function newestFitting(attempt: Attempt, search: Search): Promise<Omit<Found, 'corrected'>> {
  const fitting = attempt.plan.isOfWords ? [] : await newestOf(attempt, search);
  const hits = fitting.slice(0, search.wish.limit).map((article) => ({ article, score: 0 }));
  return { hits, marks: attempt.plan.marks, archive: false };
}

/** Where a query may be true of what has none of its words, those come after what has. */
async function newestWithoutWords(attempt: Attempt, search: Search): Promise<Article[]> {
  const needsNoWord = !isFree(attempt.query) && attempt.plan.mayDoWithoutWords(() => true);
  return needsNoWord ? newestOf(attempt, search) : [];
}

/** Reading a text takes longest: first the source, language and time have to allow it. */
async function newestOf({ query, plan }: Attempt, search: Search): Promise<Article[]> {
  const { wish, store, now } = search;
  const { since } = plan.conditions;
  const newest = await store.articles.bylines(wish.scope, {
    limit: CHECKED,
    ...(since === undefined ? {} : { since }),
  });
  const likely = newest.filter((byline) => {
    const doc = prepare(toMatchDoc({ ...byline, title: '', text: '' }));
    return plan.mayDoWithoutWords((leaf) => judgeLeaf(leaf, doc, now) === true);
  });
  return readFitting(
    query,
    likely.map(({ id }) => id),
    wish.limit,
    search,
  );
}

/** The query, and the words that it was read from. */
function readQuery({ query, lenient }: SearchWish): { readonly query: Query; readonly typed: string } | Problem {
  const parsed = parseQuery(query);
  if ('ok' in parsed) return { query: splitFree(parsed.query), typed: query };
  // Read as words, it would find what it leaves out.
  if (parsed.reason === 'only-exclusions') return parsed;
  const words = query
    .replace(/[^\p{L}\p{N}\p{M}\s]+/gu, ' ')
    .trim()
    .toLowerCase();
  const plain = lenient ? parseQuery(words) : parsed;
  return 'ok' in plain ? { query: splitFree(plain.query), typed: words } : parsed;
}

/** Words are typed in the language of an article, whose stems they must meet: the scope's languages are tried together. */
async function languagesOf(scope: Scope, store: SearchDeps['store']): Promise<readonly (string | undefined)[]> {
  return [undefined, ...(await store.search.languages(scope))];
}
