import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { guildScope } from '../../src/scope.ts';
import { openStore } from '../../src/store/open.ts';
import { startSearchThread } from '../../src/store/search-thread.ts';
import { RACOONS, TANUKI } from '../helpers/factories.ts';
import { addArticle, addSource, ask as toAsk } from './contract.ts';

const ask = toAsk({ any: ['tanuki'] });
const question = { kind: 'candidates', owners: [TANUKI], ask } as const;

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
  expect((await store.search.candidates(guildScope(TANUKI), ask)).found.map(({ articleId }) => articleId)).toEqual([
    first.id,
  ]);

  await add();

  expect((await store.search.candidates(guildScope(TANUKI), ask)).found).toHaveLength(2);
  expect((await store.search.candidates(guildScope(RACOONS), ask)).found).toEqual([]);
});

test('who tells a story is read in the thread, and in a transaction where it was written', async () => {
  const { store, add } = await library();
  const first = await add();
  const { feedId } = await addSource(store, TANUKI);

  const told = await store.articles.tellers(guildScope(TANUKI), [first.id]);
  const inside = await store.transaction(async (inner) => {
    const { id } = await addArticle(inner, [feedId], { storyId: first.storyId, source: 'Racoon Times' });
    return inner.articles.tellers(guildScope(TANUKI), [id, first.id]);
  });

  expect(told).toEqual([{ id: first.id, storyId: first.storyId, source: 'Example News' }]);
  expect(inside.map(({ source }) => source)).toEqual(['Example News', 'Racoon Times']);
  expect(await store.articles.tellers(guildScope(RACOONS), [first.id])).toEqual([]);
});

test('many searches at once are all answered', async () => {
  const { store, add } = await library();
  await add();

  const answers = await Promise.all(Array.from({ length: 50 }, () => store.search.candidates(guildScope(TANUKI), ask)));

  expect(answers.every(({ found }) => found.length === 1)).toBe(true);
});

test('a thread that has ended for being idle starts again with the next search', async () => {
  const { path, add } = await library();
  await add();
  const thread = startSearchThread(path, 0);
  onTestFinished(() => thread.close());
  const find = async () => (await thread.ask(question)).found;

  expect(await find()).toHaveLength(1);
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));

  expect(await find()).toHaveLength(1);
});

test('a search that waits when the store closes is told so', async () => {
  const { path } = await library();
  const thread = startSearchThread(path);

  const waiting = expect(thread.ask(question)).rejects.toThrow('closed');
  await thread.close();

  await waiting;
});

test('a database that cannot be searched is an error, not a wait', async () => {
  const thread = startSearchThread(join(tmpdir(), 'broadsheet-is-not-there', 'b.db'));

  await expect(thread.ask(question)).rejects.toThrow(/open/);
});
