import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { createSearcher } from '../../src/store/search-sqlite.ts';
import { NOON, RACOONS, TANUKI } from '../helpers/factories.ts';
import { type Asked, addArticle, addSource, ask, toMarksAsk } from './contract.ts';

const COUNT = 700;
const HOUR = 3_600_000;

/** An article an hour; the newest two hundred of a scope are hot. One in fifty is the racoons'. */
async function library({ forgetOrder = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const path = join(folder, 'b.db');
  const store = await openStore(`sqlite:${path}`);
  const database = openDatabase(path, { readOnly: true });
  onTestFinished(async () => {
    database.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const mine = await addSource(store, TANUKI);
  const theirs = await addSource(store, RACOONS, 'https://racoons.example/feed');
  await store.transaction(async (inner) => {
    for (let n = 0; n < COUNT; n += 1) {
      const at = NOON - (COUNT - n) * HOUR;
      await addArticle(inner, [n % 50 === 0 ? theirs.feedId : mine.feedId], {
        seenAt: at,
        draft: { publishedAt: at },
        titleTerms: ['news', ...(n % 100 < 3 ? ['seldom'] : [])],
        textTerms: [`only${n}`],
      });
    }
  });
  if (forgetOrder) {
    const writing = openDatabase(path);
    writing.exec('delete from search_sequences');
    writing.close();
  }
  return createSearcher(database, { hot: 200 });
}

async function finder(options?: Parameters<typeof library>[0]) {
  const searcher = await library(options);
  return (parts: Asked, owner = TANUKI) =>
    searcher.answer({ kind: 'candidates', owners: [owner], ask: ask({ limit: 999, ...parts }) }, Infinity);
}

test('where the newest hold too little, and where older ones are asked for, the archive is looked through and said', async () => {
  const find = await finder();

  expect(find({ any: ['only5'] })).toMatchObject({ found: [{}], archive: true, unknown: [] });
  expect(find({ any: ['seldom'] }).archive).toBe(true);
  expect(find({ any: ['seldom'] }).found).toHaveLength(14);
  expect(find({ any: ['news'], since: NOON - 600 * HOUR })).toMatchObject({ archive: true });
  expect(find({ any: ['news'], since: NOON - 600 * HOUR }).found).toHaveLength(588);
});

test('a phrase that the newest hold too seldom is looked for in the archive', async () => {
  const find = await finder();
  const phrase = (...run: string[]): Asked => ({
    all: run,
    phrases: [{ runs: [run], title: false }],
  });

  expect(find(phrase('news', 'seldom'))).toMatchObject({ archive: true });
  expect(find(phrase('news', 'seldom')).found).toHaveLength(14);
  // All of them have both words.
  expect(find(phrase('seldom', 'news'))).toMatchObject({ archive: true, found: [] });
});

test('an article that was written before the order of terms was kept may hold a phrase, and is said to be unsure', async () => {
  const find = await finder({ forgetOrder: true });

  const { found } = find({ all: ['news', 'seldom'], phrases: [{ runs: [['seldom', 'news']], title: false }] });

  expect(found).toHaveLength(14);
  expect(found.every(({ isUnsure }) => isUnsure === true)).toBe(true);
});

test('since: a time that the newest reach back to asks nothing of the archive', async () => {
  const find = await finder();

  expect(find({ any: ['news'], since: NOON - 50 * HOUR }).archive).toBe(false);
});

test('a small server has its own hot part, however much others read', async () => {
  const find = await finder();

  const found = find({ any: ['news'] }, RACOONS);

  expect([found.found.length, found.archive]).toEqual([14, false]);
  expect(find({ any: ['only0'] }, RACOONS).found).toHaveLength(1);
});

test('words that mark the best hits are looked for among the newest alone', async () => {
  const searcher = await library();
  const find = (parts: Asked) =>
    searcher.answer({ kind: 'candidates', owners: [TANUKI], ask: ask({ limit: 999, ...parts }) }, Infinity).found;
  const [old, young] = [find({ any: ['only5'] }), find({ any: ['only695'] })].map(([hit]) => hit!.articleId);

  const marks = searcher.answer(
    { kind: 'marks', owners: [TANUKI], ask: toMarksAsk([old!, young!], ['only5', 'only695']) },
    Infinity,
  );

  expect(marks.map(({ articleId }) => articleId)).toEqual([young]);
});
