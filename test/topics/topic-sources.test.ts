import { expect, test } from 'vitest';
import { changeUses } from '../../src/app/change-sources.ts';
import type { AppDeps } from '../../src/app/create-app.ts';
import { topicUses } from '../../src/app/topics.ts';
import { openNewsdesk } from '../../src/pipeline/newsdesk.ts';
import { guildScope } from '../../src/scope.ts';
import { createTopic } from '../../src/topics/create-topic.ts';
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
  const deps = { store, topicIndex, now: () => NOON, wake: () => undefined } as unknown as AppDeps;
  const sources = changeUses(deps, () => Promise.reject(new Error('No address was given')));
  return { store, feedId, topicIndex, topics: topicUses(deps), sources };
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

test('`source:` among a topic’s words means what it means in a search', async () => {
  const { store, feedId, topicIndex, topics } = await newsroom();
  await addArticle(store, [feedId], { source: 'the Forest', draft: BAKERY });
  const next = { lang: 'en', time: NOON, url: undefined, titleTerms: ['bakeri'], textTerms: [] };

  const created = await topics.create({ ...ASK, include: 'bakery source:World news', sources: undefined });

  expect(created).toMatchObject({ kind: 'topic-created', matches: 1, topic: { include: 'bakery source:World news' } });
  expect(topicIndex.match({ ...next, source: 'the Forest' }, NOON)).toHaveLength(1);
  expect(topicIndex.match({ ...next, source: 'River' }, NOON)).toEqual([]);
  expect(await topics.test({ owner: TANUKI, topic: 'Bakeries' })).toMatchObject({
    matched: [{ source: 'the Forest' }],
  });
  const desk = await openNewsdesk(store);
  expect(desk.topics.match({ ...next, source: 'the Forest' }, NOON)).toHaveLength(1);
});

test('a source that is called otherwise from now on is meant by its new name', async () => {
  const { store, feedId, topicIndex, topics, sources } = await newsroom();
  await addArticle(store, [feedId], { source: 'the Forest', draft: BAKERY });
  const deps = { store, now: () => NOON, onCreated: topicIndex.add };
  await createTopic({ ...ASK, include: 'source:Waldblatt', sources: [], languages: [] }, deps);
  const next = { lang: 'en', time: NOON, source: 'the Forest', titleTerms: ['bakeri'], textTerms: [] };
  const before = topicIndex.match(next, NOON);

  await sources.edit({ owner: TANUKI, source: 'World news | The Forest', name: 'Waldblatt', url: '' });

  expect([before.length, topicIndex.match(next, NOON).length]).toEqual([0, 1]);
  expect(await topics.create({ ...ASK, name: 'Wood', include: 'source:wald', sources: undefined })).toMatchObject({
    matches: 1,
  });
});

test('a source that there is none of is said to be none, but where the topic has asked for it before', async () => {
  const { topics, store } = await newsroom();
  const ask = { ...ASK, sources: undefined };
  const deps = { store, now: () => NOON };
  const unknown = { problem: 'unknown-source', name: 'Reuters', known: ['World news | The Forest'] };

  expect(await topics.create({ ...ask, include: 'bakery source:Reuters' })).toEqual(unknown);
  expect(await topics.create({ ...ask, include: undefined, name: 'source:Reuters' })).toEqual(unknown);
  expect(await store.topics.list(TANUKI)).toEqual([]);
  await createTopic({ ...ask, include: 'bakery source:Reuters', sources: [], languages: [] }, deps);
  const edited = { ...ask, topic: 'Bakeries', name: 'Bread', include: 'bakery source:Reuters' };
  expect(await topics.edit(edited)).toMatchObject({ kind: 'topic-edited', topic: { name: 'Bread' } });
});

test('the name that the server gave comes first, then what its articles bear, each once', () => {
  const articles = [
    { source: 'the Forest', url: 'https://www.forest.example/a' },
    { source: 'the Forest', url: 'https://forest.example/b' },
    { source: 'River', url: undefined },
  ];

  expect(sourceNames('Mine', articles, undefined)).toEqual(['Mine', 'the Forest', 'forest.example', 'River']);
});
