// How fast and how complete the search is: node test/bench/search.ts [articles] [folder]. A folder keeps the database for
// the next run with as many articles, which then takes seconds instead of a minute for 50,000; delete its file when what
// is stored has changed. Articles are made of sentences of the corpora beside the project (of made-up words where they are missing): a headline, two to five
// sentences of the same text and one of another; one a minute; three to a story. 100 feeds, and three servers: one reads
// all, one ten feeds, one the feed that carries one in a thousand.

import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedId } from '../../src/feeds/feed.ts';
import { rarity, saturate, USUAL_LENGTH } from '../../src/postings/weigh-terms.ts';
import { guildScope, type Owner, type Scope } from '../../src/scope.ts';
import type { Store } from '../../src/store/contract.ts';
import { openStore } from '../../src/store/open.ts';
import { shareOf } from '../../src/stories/idf.ts';
import type { StoryId } from '../../src/stories/story.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { toTerms } from '../../src/text/terms.ts';
import { searchArticles } from '../../src/topics/search-articles.ts';
import { createDice } from './dice.ts';

const ARTICLES = Number(process.argv[2] ?? 1_000_000);
const KEPT_IN = process.argv[3];
const FEEDS = 100;
const QUERIES = 60;
const RECALL_QUERIES = 10;
/** As the index has it. */
const FRESHNESS = 0.1;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const NOW = Date.UTC(2026, 10, 21, 12);

const all = guildScope('1');
const ten = guildScope('2');
const small = guildScope('3');

interface Sentence {
  readonly text: string;
  readonly terms: readonly string[];
}

interface Text {
  readonly title: Sentence;
  readonly sentences: readonly Sentence[];
}

const dice = createDice(7);

function readTexts(): Text[] {
  const files = ['allsides/articles.jsonl', 'allsides/background.jsonl', 'uci/articles.jsonl'];
  const root = join(import.meta.dirname, '../../../shared/corpora/clustering');
  const texts = files
    .map((file) => join(root, file))
    .filter((path) => existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as { title: string; text: string })
    .map(({ title, text }) => toText(title, text));
  return texts.length > 0 ? texts : Array.from({ length: 3000 }, madeUp);
}

function toText(title: string, text: string): Text {
  const head = text.slice(0, 6000);
  const sentences = splitSentences(head, 'en').map(({ start, end }) => toSentence(head.slice(start, end)));
  return { title: toSentence(title), sentences: sentences.length > 0 ? sentences : [toSentence(title)] };
}

function toSentence(text: string): Sentence {
  return { text, terms: toTerms(text, 'en') };
}

/** Words by Zipf's law. */
function madeUp(): Text {
  const words = (count: number): string =>
    Array.from({ length: count }, () => `wo${Math.floor(60_000 ** (dice(1e6) / 1e6)).toString(36)}`).join(' ');
  return toText(words(9), Array.from({ length: 20 }, () => `W${words(18)}.`).join(' '));
}

const texts = readTexts();
const pick = <One>(list: readonly One[]): One => list[dice(list.length)] as One;

/** What is needed to judge the answers: the terms of every article, as numbers. */
const numbers = new Map<string, number>();
/** One after the other; where each headline and each text begins: an article has two places. */
let terms = new Uint32Array(1 << 20);
const places = new Uint32Array(2 * ARTICLES + 1);
let filled = 0;

function remember(place: number, own: readonly string[]): void {
  if (filled + own.length > terms.length) {
    const grown = new Uint32Array(terms.length * 2);
    grown.set(terms);
    terms = grown;
  }
  for (const term of own) {
    const known = numbers.get(term) ?? numbers.size;
    numbers.set(term, known);
    terms[filled++] = known;
  }
  places[place + 1] = filled;
}

interface MadeArticle {
  readonly title: Sentence;
  readonly body: readonly Sentence[];
  readonly textTerms: readonly string[];
}

/** The next one: the same ones in every run. */
function makeArticle(n: number): MadeArticle {
  const own = pick(texts);
  const from = dice(own.sentences.length);
  const body = [...own.sentences.slice(from, from + 2 + dice(4)), pick(pick(texts).sentences)];
  const textTerms = body.flatMap(({ terms }) => terms);
  remember(2 * n, own.title.terms);
  remember(2 * n + 1, textTerms);
  return { title: own.title, body, textTerms };
}

const timeOf = (n: number): number => NOW - (ARTICLES - n) * MINUTE;
const UNKNOWN = { author: undefined, siteName: undefined, section: undefined, modifiedAt: undefined };

async function addOne(store: Store, storyId: StoryId, feed: FeedId, n: number): Promise<void> {
  const { title, body, textTerms } = makeArticle(n);
  const seenAt = timeOf(n);
  const id = await store.articles.insert({
    draft: {
      ...UNKNOWN,
      url: `https://n.example/${n}`,
      title: title.text,
      text: body.map(({ text }) => text).join(' '),
      headings: [],
      lang: 'en',
      publishedAt: seenAt,
      imageUrl: undefined,
      kind: 'article',
      coverage: 'full',
    },
    source: `Source ${feed}`,
    storyId,
    copyOf: undefined,
    seenAt,
    keys: [],
    titleTerms: title.terms,
    textTerms,
  });
  if (id !== n + 1) throw new Error(`The article ${n} has the id ${id}`);
  await store.articles.addToFeed(id, feed, seenAt);
}

async function fill(store: Store): Promise<void> {
  const feeds: FeedId[] = [];
  for (let n = 0; n < FEEDS; n += 1) feeds.push((await store.feeds.ensure(`https://n${n}.example/feed`, NOW)).id);
  const source = (owner: string, feedId: FeedId) =>
    store.sources.add({ owner: owner as Owner, feedId, name: `n${feedId}`, baselineAt: 0, now: NOW });
  for (const feed of feeds) await source('1', feed);
  for (const feed of feeds.slice(0, 10)) await source('2', feed);
  await source('3', feeds.at(-1) as FeedId);
  let story: StoryId | undefined;
  for (let n = 0; n < ARTICLES; n += 1000)
    await store.transaction(async (inside) => {
      for (let i = n; i < Math.min(n + 1000, ARTICLES); i += 1) {
        if (story === undefined || i % 3 === 0) story = await inside.stories.create(NOW);
        const feed = i % 1000 === 0 ? feeds.at(-1) : feeds[i % (FEEDS - 1)];
        await addOne(inside, story, feed as FeedId, i);
      }
    });
}

/** The forty commonest words, those that come after, and those of a few texts. */
function wordsByShare(): { readonly common: string[]; readonly usual: string[]; readonly rare: string[] } {
  const seen = new Map<string, number>();
  for (const { title, sentences } of texts) {
    const words = new Set([title, ...sentences].flatMap(({ text }) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []));
    for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
  }
  const known = [...seen].filter(([word]) => toTerms(word, 'en').length === 1).sort((a, b) => b[1] - a[1]);
  const words = (of: typeof known): string[] => of.map(([word]) => word);
  const rare = known.filter(([, count]) => count >= 3 && count / texts.length < 0.002);
  return { common: words(known.slice(0, 40)), usual: words(known.slice(40, 1000)), rare: words(rare) };
}

interface Mix {
  readonly name: string;
  readonly part: 'hot' | 'archive';
  readonly scope: Scope;
  readonly query: () => string;
}

function mixes(): Mix[] {
  const { common, usual, rare } = wordsByShare();
  const phrase = (): string => {
    const words = pick(pick(texts).sentences).text.match(/\p{L}{3,} \p{L}{4,}/u);
    return `"${words?.[0] ?? pick(usual)}"`;
  };
  const hot = (name: string, query: () => string, scope = all): Mix => ({ name, part: 'hot', scope, query });
  const archive = (name: string, query: () => string, scope = all): Mix => ({ name, part: 'archive', scope, query });
  return [
    hot('one common word', () => pick(common)),
    hot('two common words', () => `${pick(common)} ${pick(common)}`),
    hot('three usual words', () => `${pick(usual)} ${pick(usual)} ${pick(usual)}`),
    hot('a rare and a common word', () => `${pick(rare)} ${pick(common)}`),
    hot('a headline', () =>
      pick(texts)
        .title.text.replace(/[^\p{L}\p{N} ]+/gu, ' ')
        .slice(0, 90),
    ),
    hot('in the headline', () => `title:${pick(usual)}`),
    hot('without a word', () => `${pick(usual)} -${pick(common)}`),
    hot('a phrase', phrase),
    hot('common words, ten feeds', () => `${pick(common)} ${pick(common)}`, ten),
    hot('usual words, one small feed', () => `${pick(usual)} ${pick(usual)}`, small),
    archive('two common words since: a year', () => `${pick(common)} ${pick(common)} since:365d`),
    archive('three usual words since: a year', () => `${pick(usual)} ${pick(usual)} ${pick(usual)} since:365d`),
    archive('common words since: a year, ten feeds', () => `${pick(common)} ${pick(usual)} since:365d`, ten),
    archive('rare words in the headline', () => `title:${pick(rare)} ${pick(common)}`),
    archive('three words in the headline', () => `title:${pick(usual)} title:${pick(usual)} title:${pick(usual)}`),
  ];
}

function percentile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}

async function measure(store: Store, { name, scope, query }: Mix): Promise<void> {
  const times: number[] = [];
  let archives = 0;
  const before = process.cpuUsage();
  for (let n = 0; n < QUERIES; n += 1) {
    const asked = query();
    const started = performance.now();
    const found = await searchArticles({ scope, query: asked, limit: 50 }, { store, now: () => NOW });
    times.push(performance.now() - started);
    if (!('problem' in found) && found.archive) archives += 1;
  }
  const { user, system } = process.cpuUsage(before);
  const cpu = ((user + system) / 1000 / QUERIES).toFixed(1);
  const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)];
  console.log(
    `${name.padEnd(40)} p50 ${half.padStart(7)}  p95 ${most.padStart(7)}  cpu ${cpu.padStart(6)}  archive ${archives}/${QUERIES}`,
  );
}

/** Articles by score, best first, of a look at every one of them from `from` on: the plain formula in full precision. */
function fullScan(asked: readonly string[], from: number): { readonly n: number; readonly score: number }[] {
  const wanted = [...new Set(asked)].map((term) => numbers.get(term) ?? -1);
  const found: { n: number; hits: { title: number; text: number }[] }[] = [];
  const held = wanted.map(() => 0);
  for (let n = from; n < ARTICLES; n += 1) {
    const hits = wanted.map((term) => ({ title: countIn(2 * n, term), text: countIn(2 * n + 1, term) }));
    if (hits.every(({ title, text }) => title + text === 0)) continue;
    found.push({ n, hits });
    for (const [i, { title, text }] of hits.entries()) if (title + text > 0) held[i] = (held[i] as number) + 1;
  }
  const idf = asked.map((term, i) => rarity(held[i] ?? 0, ARTICLES - from, shareOf(term, 'en')));
  return found.map(({ n, hits }) => ({ n, score: scoreOf(n, hits, idf) })).sort((a, b) => b.score - a.score);
}

function scoreOf(n: number, hits: readonly { title: number; text: number }[], idf: readonly number[]): number {
  const length = ((places[2 * n + 2] as number) - (places[2 * n] as number)) / USUAL_LENGTH;
  const text = hits.reduce((sum, hit, i) => sum + saturate(hit, length) * (idf[i] as number), 0);
  return text * (1 + FRESHNESS * 2 ** (-(NOW - timeOf(n)) / (7 * DAY)));
}

function countIn(place: number, term: number): number {
  let count = 0;
  for (let i = places[place] as number; i < (places[place + 1] as number); i += 1) if (terms[i] === term) count += 1;
  return count;
}

/**
 * Of the ten best of a full scan, how many are among the search's first. An article as good as the tenth is as right; the
 * index keeps weights in 127 steps, so that scores within half a step count as equal.
 */
async function measureRecall(store: Store): Promise<void> {
  const { common, usual, rare } = wordsByShare();
  const queries: readonly [string, () => readonly string[]][] = [
    ['one common word', () => [pick(common)]],
    ['two common words', () => [pick(common), pick(common)]],
    ['three usual words', () => [pick(usual), pick(usual), pick(usual)]],
    ['a rare and a common word', () => [pick(rare), pick(common)]],
    ['a headline', () => (pick(texts).title.text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 12)],
  ];
  for (const [name, query] of queries) {
    const shares: number[] = [];
    for (let n = 0; n < RECALL_QUERIES; n += 1) shares.push(await recallOf(store, toTerms(query().join(' '), 'en')));
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    console.log(`of the ten best of all ${ARTICLES}, found: ${name.padEnd(26)} ${(100 * mean).toFixed(1)} %`);
  }
}

async function recallOf(store: Store, asked: readonly string[]): Promise<number> {
  const scan = fullScan([...new Set(asked)], 0);
  const best = scan.slice(0, 10);
  const scores = new Map(scan.map(({ n, score }) => [n, score]));
  const { found } = await store.search.candidates(all, {
    terms: [...new Set(asked)].map((term) => ({ term, weight: 1, usual: shareOf(term, 'en') })),
    all: [],
    none: [],
    now: NOW,
    limit: 10,
  });
  const least = (best.at(-1)?.score ?? 0) * (1 - 0.5 / 127);
  const right = found.filter(({ articleId }) => (scores.get(articleId - 1) ?? 0) >= least).length;
  return best.length === 0 ? 1 : Math.min(1, right / best.length);
}

/** Filled under another name, so that a run that was broken off leaves nothing to be taken for whole. */
async function fillFile(path: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
  const started = performance.now();
  const store = await openStore(`sqlite:${unfinished}`);
  try {
    await fill(store);
  } finally {
    await store.close();
  }
  renameSync(unfinished, path);
  console.log(`${ARTICLES} articles in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

async function measureAll(path: string): Promise<void> {
  const store = await openStore(`sqlite:${path}`);
  try {
    console.log(`file: ${(statSync(path).size / 1e6).toFixed(0)} MB; times in ms, ${QUERIES} queries each`);
    const first = performance.now();
    await searchArticles({ scope: all, query: 'election', limit: 50 }, { store, now: () => NOW });
    console.log(`the first search of a thread: ${(performance.now() - first).toFixed(0)} ms`);
    for (const mix of mixes()) await measure(store, mix);
    await measureRecall(store);
  } finally {
    await store.close();
  }
}

const folder = KEPT_IN ?? mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
const path = join(folder, `search-${ARTICLES}.db`);
try {
  if (!existsSync(path)) await fillFile(path);
  else for (let n = 0; n < ARTICLES; n += 1) makeArticle(n);
  await measureAll(path);
} finally {
  if (KEPT_IN === undefined) rmSync(folder, { recursive: true, force: true });
}
