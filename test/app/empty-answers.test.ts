// What is answered where there is nothing to show: why, and of what.

import { expect, test } from 'vitest';
import { type AppDeps, createApp } from '../../src/app/create-app.ts';
import type { App } from '../../src/app.ts';
import { guildScope } from '../../src/scope.ts';
import { toTerms } from '../../src/text/terms.ts';
import { createTopicIndex } from '../../src/topics/topic-index.ts';
import { topicRow } from '../helpers/answers.ts';
import { NOON, RACOONS, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

const scope = guildScope(TANUKI);

async function app({ reads }: { readonly reads: boolean }): Promise<App> {
  const store = await freshStore();
  const { id: _, ...money } = topicRow({ owner: TANUKI, name: 'Money', include: 'money' });
  await store.topics.create(money);
  if (reads) {
    const { feedId } = await addSource(store, TANUKI, 'https://gazette.example/feed');
    const title = 'A bridge opens';
    await addArticle(store, [feedId], { source: 'The Gazette', draft: { title }, titleTerms: toTerms(title, 'en') });
  }
  const countTrends = async () => ({ usualDays: 0, words: [], stories: [] });
  return createApp({ store, now: () => NOON, countTrends, topicIndex: createTopicIndex() } as unknown as AppDeps);
}

test('a topic of the server is named, whatever it holds; words that nobody wrote are not found', async () => {
  const { topic, latest, trending } = await app({ reads: true });

  expect(await topic({ scope, name: 'money', since: '7d', sort: 'top' })).toMatchObject({ name: 'Money', stories: [] });
  expect(await latest({ scope, topic: 'money', source: undefined, count: 5 })).toMatchObject({
    of: ['Money'],
    articles: [],
  });
  expect(await trending({ scope, since: '24h', topic: 'money' })).toMatchObject({ topic: 'Money', words: [] });
  expect(await topic({ scope, name: 'otters', since: '7d', sort: 'top' })).toMatchObject({ problem: 'nothing-found' });
});

test('the next page of a topic is that of the topic, or the word that it was deleted', async () => {
  const { topic, topics } = await app({ reads: true });
  const page = { scope, name: '1', ofTopic: true, since: '7d', sort: 'top' } as const;

  expect(await topic(page)).toMatchObject({ name: 'Money' });
  await topics.remove({ owner: TANUKI, topic: '1' });
  expect(await topic(page)).toEqual({ problem: 'topic-deleted' });
});

test('a server that reads nothing hears that first', async () => {
  const { topic, latest, trending, search } = await app({ reads: false });
  const none = { problem: 'no-sources' };

  expect(await topic({ scope, name: 'money', since: '7d', sort: 'top' })).toEqual(none);
  expect(await latest({ scope, topic: undefined, source: undefined, count: 5 })).toEqual(none);
  expect(await trending({ scope, since: '24h', topic: undefined })).toEqual(none);
  expect(await search({ scope, query: 'otters' })).toEqual(none);
});

test('a source that there is not is told apart from one that has nothing of it', async () => {
  const { search } = await app({ reads: true });
  const known = ['gazette.example'];

  expect(await search({ scope, query: 'bridge source:Nosuch' })).toEqual({
    problem: 'unknown-source',
    name: 'Nosuch',
    known,
  });
  for (const query of ['otters source:gazette', 'otters source:"the gazette"', 'otters -source:nosuch'])
    expect(await search({ scope, query })).toMatchObject({ problem: 'nothing-found' });
  expect(await search({ scope: guildScope(RACOONS), query: 'source:gazette' })).toEqual({ problem: 'no-sources' });
});
