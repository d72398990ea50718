import { expect, test } from 'vitest';
import type { AppDeps } from '../../src/app/create-app.ts';
import { topicUses } from '../../src/app/topics.ts';
import { guildScope } from '../../src/scope.ts';
import { sourceNames } from '../../src/topics/source-names.ts';
import { createTopicIndex } from '../../src/topics/topic-index.ts';
import { draft, NOON, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

async function newsroom() {
  const store = await freshStore();
  const { id, feedId } = await addSource(store, TANUKI, 'https://feeds.forest.example/world.xml');
  await store.sources.rename(TANUKI, id, 'World news | The Forest');
  const topicIndex = createTopicIndex();
  const deps = { store, topicIndex, now: () => NOON } as unknown as AppDeps;
  return { store, feedId, topicIndex, topics: topicUses(deps) };
}

const BAKERY = draft({ title: 'Tanuki opens a bakery', url: 'https://www.forest.example/bakery' });
const ASK = { owner: TANUKI, name: 'Bakeries', include: 'bakery', exclude: undefined, languages: undefined };

test('a topic narrowed to a source matches its articles, whatever their publisher calls itself', async () => {
  const { store, feedId, topicIndex, topics } = await newsroom();
  await addArticle(store, [feedId], { source: 'the Forest', draft: BAKERY });

  const created = await topics.create({ ...ASK, sources: 'world news | the forest' });

  expect(created).toMatchObject({ kind: 'topic-created', matches: 1 });
  const terms = { titleTerms: ['bakeri'], textTerms: [] };
  const next = { lang: 'en', time: NOON, url: 'https://www.forest.example/second', source: 'the Forest', ...terms };
  expect(topicIndex.match(next, NOON)).toHaveLength(1);
  expect(topicIndex.match({ ...next, source: 'River', url: 'https://river.example/x' }, NOON)).toEqual([]);
  expect(await store.articles.count(guildScope(TANUKI))).toBe(1);
});

test('a source that nothing is stored of yet is known by its site', async () => {
  const { topicIndex, topics, store, feedId } = await newsroom();
  await store.feeds.saveCheck(feedId, {
    checkedAt: NOON,
    ok: true,
    nextCheckAt: NOON,
    intervalMs: 1,
    siteUrl: 'https://www.forest.example/',
  });

  await topics.create({ ...ASK, sources: 'World news | The Forest' });

  const doc = { lang: 'en', time: NOON, url: 'https://www.forest.example/x', titleTerms: ['bakeri'], textTerms: [] };
  expect(topicIndex.match({ ...doc, source: 'the Forest' }, NOON)).toHaveLength(1);
});

test('the name that the server gave comes first, then what its articles bear, each once', () => {
  const articles = [
    { source: 'the Forest', url: 'https://www.forest.example/a' },
    { source: 'the Forest', url: 'https://forest.example/b' },
    { source: 'River', url: undefined },
  ];

  expect(sourceNames('Mine', articles, undefined)).toEqual(['Mine', 'the Forest', 'forest.example', 'River']);
});
