// How fast the store is: node test/bench/store.ts [articles]. Articles are made up: words by Zipf's law, 300 terms each,
// 100 feeds, three servers (all feeds, ten, one with a thousandth of the articles).

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FeedId } from '../../src/feeds/feed.ts';
import { guildScope, type Owner, type Scope } from '../../src/scope.ts';
import type { SearchAsk, Store } from '../../src/store/contract.ts';
import { openStore } from '../../src/store/open.ts';
import type { StoryId } from '../../src/stories/story.ts';

const ARTICLES = Number(process.argv[2] ?? 10_000);
const FEEDS = 100;
const TERMS = 300;
const VOCABULARY = 60_000;
const A_DAY = 1440;
const ROUNDS = 60;
const NOW = Date.UTC(2026, 10, 21, 12);
const DAY = 86_400_000;

const all = guildScope('1');
const ten = guildScope('2');
const small = guildScope('3');

let seed = 7;
/** Mulberry32: the same articles in every run. */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

/** Rank 1 is the commonest; about 1/rank. */
const word = (): string => `w${Math.floor(VOCABULARY ** random())}`;
const words = (count: number): string[] => Array.from({ length: count }, word);

async function fill(store: Store): Promise<void> {
  const feeds: FeedId[] = [];
  for (let n = 0; n < FEEDS; n += 1) feeds.push((await store.feeds.ensure(`https://n${n}.example/feed`, NOW)).id);
  const source = (owner: string, feedId: FeedId) =>
    store.sources.add({ owner: owner as Owner, feedId, name: `n${feedId}`, baselineAt: 0, now: NOW });
  for (const feed of feeds) await source('1', feed);
  for (const feed of feeds.slice(0, 10)) await source('2', feed);
  await source('3', feeds.at(-1) as FeedId);
  const started = performance.now();
  const before = process.cpuUsage();
  for (let n = 0; n < ARTICLES; n += 200) await store.transaction((inside) => addBatch(inside, feeds, n));
  const seconds = (performance.now() - started) / 1000;
  const cpu = cpuMs(before) / ARTICLES;
  console.log(`write: ${ARTICLES} articles in ${seconds.toFixed(1)} s, ${cpu.toFixed(2)} ms of CPU each`);
}

async function addBatch(store: Store, feeds: readonly FeedId[], from: number): Promise<void> {
  let story: StoryId | undefined;
  for (let n = from; n < Math.min(from + 200, ARTICLES); n += 1) {
    if (story === undefined || n % 3 === 0) story = await store.stories.create(NOW);
    const seenAt = NOW - ((ARTICLES - n) / A_DAY) * DAY;
    // The last feed carries one in a thousand.
    const feed = n % 1000 === 0 ? feeds.at(-1) : feeds[n % (FEEDS - 1)];
    await addOne(store, story, feed as FeedId, seenAt, n);
  }
}

async function addOne(store: Store, storyId: StoryId, feed: FeedId, seenAt: number, n: number): Promise<void> {
  const [titleTerms, textTerms] = [words(9), words(TERMS)];
  const at = Math.round(seenAt);
  const unknown = { author: undefined, siteName: undefined, section: undefined, modifiedAt: undefined };
  const id = await store.articles.insert({
    draft: {
      ...unknown,
      url: `https://n.example/${n}`,
      title: titleTerms.join(' '),
      text: textTerms.join(' '),
      headings: [],
      lang: 'en',
      publishedAt: at,
      imageUrl: undefined,
      kind: 'article',
      coverage: 'full',
    },
    source: `Source ${feed}`,
    storyId,
    copyOf: undefined,
    seenAt: at,
    keys: [`url:${n}`, `text:${n}`],
    titleTerms,
    textTerms,
  });
  await store.articles.addToFeed(id, feed, at);
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  await work();
  loop.enable();
  const before = process.cpuUsage();
  for (let n = 0; n < ROUNDS; n += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
    await new Promise((resolve) => setImmediate(resolve));
  }
  loop.disable();
  const cpu = (cpuMs(before) / ROUNDS).toFixed(1);
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.min(ROUNDS - 1, Math.floor(ROUNDS * share))] as number).toFixed(1);
  const held = (loop.max / 1e6).toFixed(1);
  console.log(
    `${name.padEnd(44)} p50 ${at(0.5).padStart(7)}  p95 ${at(0.95).padStart(7)}  cpu ${cpu.padStart(7)}  loop held ${held.padStart(6)}`,
  );
}

const ask = (words: readonly string[]): SearchAsk => ({
  terms: words.map((term) => ({ term, weight: 1, usual: 0.001 })),
  all: [],
  none: [],
  now: NOW,
  limit: 200,
});
const any = (count: number, low: number, high: number): SearchAsk =>
  ask(Array.from({ length: count }, () => `w${Math.floor(low + random() * (high - low))}`));

async function measureAll(store: Store): Promise<void> {
  const scopes: readonly [string, Scope][] = [
    ['100 feeds', all],
    ['10 feeds', ten],
    ['1 small feed', small],
  ];
  for (const [name, scope] of scopes) {
    await measure(`latest 10, ${name}`, () => store.articles.latest(scope, { limit: 10 }));
    await measure(`titles, ${name}`, () => store.articles.completeTitles(scope, (title) => title.includes('w12 '), 25));
    const stories = (n: number) => store.stories.seenSince(scope, { since: NOW - n * DAY, topics: [], limit: 40 });
    await measure(`stories seen in 1 day, ${name}`, () => stories(1));
    await measure(`stories seen in 30 days, ${name}`, () => stories(30));
    const ids = await stories(30);
    await measure(`articles of ${ids.length} stories, ${name}`, () => store.articles.byStories(scope, ids));
    await measure(`new in 1 day, ${name}`, () =>
      store.stories.newSince(scope, { since: NOW - 7 * DAY, after: ARTICLES - A_DAY, topics: [], limit: 300 }),
    );
    await measure(`new, first run, ${name}`, () =>
      store.stories.newSince(scope, { since: NOW - DAY, after: 0, topics: [], limit: 300 }),
    );
    await measure(`search 2 rare words, ${name}`, () => store.search.candidates(scope, any(2, 2000, 20_000)));
    await measure(`search 3 usual words, ${name}`, () => store.search.candidates(scope, any(3, 50, 500)));
    await measure(`search 2 commonest words, ${name}`, () => store.search.candidates(scope, any(2, 1, 5)));
    await measure(`search 3 usual words in 7 days, ${name}`, () =>
      store.search.candidates(scope, { ...any(3, 50, 500), since: NOW - 7 * DAY }),
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
const path = join(folder, 'b.db');
const store = await openStore(`sqlite:${path}`);
try {
  await fill(store);
  console.log(`file: ${(statSync(path).size / 1e6).toFixed(0)} MB; times in ms, ${ROUNDS} rounds each`);
  await measureAll(store);
  console.log(`resident: ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB with the search thread`);
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
