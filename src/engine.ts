// Everything that works without Discord, put together: the store, the newsdesk, fetching, worker threads and the App.

import { readFileSync } from 'node:fs';
import { type AppDeps, createApp } from './app/create-app.ts';
import { createFetchedPages } from './app/fetched-pages.ts';
import type { App } from './app.ts';
import type { DraftOutcome } from './articles/draft-article.ts';
import type { ExtractOutcome } from './articles/extract.ts';
import type { FetchArticleDeps } from './articles/fetch-article.ts';
import { fetchPage } from './articles/fetch-page.ts';
import { createCache } from './cache.ts';
import type { Config } from './config.ts';
import { composeDigest } from './digests/compose-digest.ts';
import { createRobots } from './feeds/robots.ts';
import { createHttp, type Http } from './http.ts';
import type { Log } from './log.ts';
import { type Newsdesk, openNewsdesk } from './pipeline/newsdesk.ts';
import { createPool, type Pool } from './pool.ts';
import type { Store } from './store/contract.ts';
import { openStore } from './store/open.ts';
import type { Summarize } from './summaries/story-card.ts';
import type { Study } from './summaries/study.ts';
import type { Summary } from './summaries/summary.ts';
import { guessLanguage } from './text/terms.ts';
import type { AnswerTrendingDeps } from './trends/answer-trending.ts';
import { countTrends, trendRowsAsk } from './trends/count-trends.ts';
import type { Trends } from './trends/trend.ts';

export interface Engine {
  readonly app: App;
  readonly store: Store;
  readonly http: Http;
  readonly desk: Newsdesk;
  readonly summarize: Summarize;
  /** undefined when the page took too long or too much. */
  readonly extract: (page: { readonly html: string; readonly url: string }) => Promise<ExtractOutcome | undefined>;
  readonly draft: FetchArticleDeps['draft'];
  readonly isAllowed: (url: string) => Promise<boolean>;
  /** Called when there is work that should not wait for the next tick. */
  onWork: () => void;
  /** Ends the work of the worker threads at once, as failed: for a process that is told to end. */
  interrupt(): Promise<void>;
  close(): Promise<void>;
}

export interface EngineParts {
  readonly config: Pick<Config, 'databaseUrl' | 'fetchAllow' | 'contact' | 'httpsProxy' | 'discordApiUrl'>;
  readonly log: Log;
  readonly now: () => number;
  /** The process is ending. */
  readonly signal?: AbortSignal;
}

/** A worker's own start is part of its first task. */
const EXTRACT_MS = 15_000;
const SUMMARIZE_MS = 10_000;
const TRENDS_MS = 15_000;
const PICTURE_MS = 10_000;
const PAGE_MS = 3_600_000;
const MAX_PAGES = 200;
/** Characters; a shorter summary is made sooner here than it would reach a worker. */
const SMALL_TASK = 6_000;

export const VERSION = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string }
).version;

export async function openEngine({ config, log, now, signal }: EngineParts): Promise<Engine> {
  const store = await openStore(config.databaseUrl, { log });
  const desk = await openNewsdesk(store);
  const { contact, httpsProxy: proxy } = config;
  const http = createHttp({
    allow: config.fetchAllow,
    discordHost: hostOf(config.discordApiUrl),
    contact,
    proxy,
    now,
    log,
  });
  const { pool, trendPool, closePools } = createPools();
  const summarize = createSummarize(pool, log);
  const extract = createExtract(pool, log);
  const robots = createRobots({ fetch: http.fetch, now });
  const pages = createFetchedPages({
    cache: createCache({ max: MAX_PAGES, ttlMs: PAGE_MS }),
    fetchPage: async (url) => fetchPage(url, { http, extract }),
    now,
  });
  const engine: Omit<Engine, 'app'> = {
    store,
    http,
    desk,
    summarize,
    extract,
    draft: createDraft(pool, log),
    isAllowed: robots.allows,
    onWork: () => undefined,
    interrupt: closePools,
    close: async () => {
      await closePools();
      await http.close();
      await store.close();
    },
  };
  const app = createApp({
    store,
    http,
    summarize,
    pages,
    countTrends: createCountTrends(trendPool, store, config.databaseUrl),
    drawPicture: createDrawPicture(trendPool, log),
    topicIndex: desk.topics,
    muteIndex: desk.mutes,
    study: createStudy(pool, log),
    previewDigest: async (digest) => composeDigest(digest, { store, summarize, now }),
    wake: () => whole.onWork(),
    version: VERSION,
    signal,
    now,
  });
  const whole: Engine = Object.assign(engine, { app });
  return whole;
}

function createPools() {
  const pool = createPool({ filename: new URL('./worker.ts', import.meta.url).href });
  const trendPool = createPool({ filename: new URL('./trends-worker.ts', import.meta.url).href, maxThreads: 1 });
  const closePools = async (): Promise<void> => {
    await Promise.all([pool.close(), trendPool.close()]);
  };
  return { pool, trendPool, closePools };
}

/** With its port. A stand-in serves attachments where it serves its API. */
function hostOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const { hostname, port, protocol } = new URL(address);
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
}

function createDraft(pool: Pool, log: Log): Engine['draft'] {
  return async (task) => {
    const outcome = await pool.run<DraftOutcome>('draft', task, { timeoutMs: EXTRACT_MS });
    if (outcome.kind === 'done') return outcome.value;
    log.warn({ url: task.page?.url, error: outcome.error.message }, 'an item could not be taken apart');
    return undefined;
  };
}

function createExtract(pool: Pool, log: Log): Engine['extract'] {
  return async (page) => {
    const outcome = await pool.run<ExtractOutcome>('extract', page, { timeoutMs: EXTRACT_MS });
    if (outcome.kind === 'done') return outcome.value;
    log.warn({ url: page.url, error: outcome.error.message }, 'a page could not be extracted');
    return undefined;
  };
}

/** In a worker where the text is long; where that fails, the first sentences are the answer. */
function createSummarize(pool: Pool, log: Log): Summarize {
  return async (docs, budget) => {
    const size = docs.reduce((sum, { text }) => sum + text.length, 0);
    const { summarize } = await import('./summaries/summarize.ts');
    // Telling the language loads tables; the package has a worker of its own to be slow in, and is started from one.
    const isSmall = size <= SMALL_TASK && budget.lang !== undefined && budget.method !== 'node-summarizer';
    if (isSmall) return summarize(docs, budget);
    const outcome = await pool.run<Summary>('summarize', { docs, budget }, { timeoutMs: SUMMARIZE_MS });
    if (outcome.kind === 'done') return outcome.value;
    log.warn({ error: outcome.error.message, size }, 'a summary took too long');
    const heads = docs.map((doc) => ({ ...doc, text: doc.text.slice(0, SMALL_TASK) }));
    const lang = budget.lang ?? guessLanguage(heads[0]?.text ?? '');
    return summarize(heads, { ...budget, lang, method: 'lead' });
  };
}

/** In a worker; where that fails, nothing is said of the story's course. */
function createStudy(pool: Pool, log: Log): AppDeps['study'] {
  return async (task) => {
    const outcome = await pool.run<Study>('study', task, { timeoutMs: SUMMARIZE_MS });
    if (outcome.kind === 'done') return outcome.value;
    log.warn({ error: outcome.error.message }, 'a timeline took too long');
    return { timeline: [], unique: [] };
  };
}

/** In a worker with a connection of its own; a database in memory has no second one. */
function createCountTrends(pool: Pool, store: Store, databaseUrl: string): AnswerTrendingDeps['countTrends'] {
  const path = databaseUrl.slice('sqlite:'.length);
  return async ({ scope, ...ask }) => {
    if (path === ':memory:') return countTrends(await store.articles.forTrends(scope, trendRowsAsk(ask)), ask);
    const outcome = await pool.run<Trends>('trends', { path, scope, ...ask }, { timeoutMs: TRENDS_MS });
    if (outcome.kind === 'failed') throw new Error('what is trending could not be counted', { cause: outcome.error });
    return outcome.value;
  };
}

/** Without a picture the text alone is the answer. */
function createDrawPicture(pool: Pool, log: Log): AppDeps['drawPicture'] {
  return async (chart) => {
    const outcome = await pool.run<Uint8Array | undefined>('bars', chart, { timeoutMs: PICTURE_MS });
    if (outcome.kind === 'done') return outcome.value;
    log.warn({ error: outcome.error.message }, 'a picture could not be drawn');
    return undefined;
  };
}
