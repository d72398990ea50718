import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { guildScope } from '../../src/scope.ts';
import type { SearchAsk } from '../../src/store/contract.ts';
import { openStore } from '../../src/store/open.ts';
import { startSearchThread } from '../../src/store/search-thread.ts';
import { RACOONS, TANUKI } from '../helpers/factories.ts';
import { addArticle, addSource } from './contract.ts';

const ask: SearchAsk = { any: ['tanuki'], all: [], none: [], phrases: [], limit: 10 };

async function library() {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const path = join(folder, 'b.db');
  const store = await openStore(`sqlite:${path}`);
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { feedId } = await addSource(store, TANUKI);
  return { path, store, add: () => addArticle(store, [feedId], { titleTerms: ['tanuki'] }) };
}

test('a search on disk sees what was written right before it, in its scope alone', async () => {
  const { store, add } = await library();
  const first = await add();
  expect((await store.search.candidates(guildScope(TANUKI), ask)).map(({ articleId }) => articleId)).toEqual([
    first.id,
  ]);

  await add();

  expect(await store.search.candidates(guildScope(TANUKI), ask)).toHaveLength(2);
  expect(await store.search.candidates(guildScope(RACOONS), ask)).toEqual([]);
});

test('many searches at once are all answered', async () => {
  const { store, add } = await library();
  await add();

  const answers = await Promise.all(Array.from({ length: 50 }, () => store.search.candidates(guildScope(TANUKI), ask)));

  expect(answers.every((found) => found.length === 1)).toBe(true);
});

test('a thread that has ended for being idle starts again with the next search', async () => {
  const { path, add } = await library();
  await add();
  const thread = startSearchThread(path, 0);
  onTestFinished(() => thread.close());
  const find = () => thread.find({ owners: [TANUKI], ask });

  expect(await find()).toHaveLength(1);
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));

  expect(await find()).toHaveLength(1);
});

test('a search that waits when the store closes is told so', async () => {
  const { path } = await library();
  const thread = startSearchThread(path);

  const waiting = expect(thread.find({ owners: [TANUKI], ask })).rejects.toThrow('closed');
  await thread.close();

  await waiting;
});

test('a database that cannot be searched is an error, not a wait', async () => {
  const thread = startSearchThread(join(tmpdir(), 'broadsheet-is-not-there', 'b.db'));

  await expect(thread.find({ owners: [TANUKI], ask })).rejects.toThrow(/open/);
});
