import { expect, test } from 'vitest';
import { createTopic } from '../../src/topics/create-topic.ts';
import { NOON, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

const ASK = { owner: TANUKI, name: 'Bakeries', include: 'bakery', exclude: undefined, sources: [], languages: [] };

test('the topic is heard of before what is stored is looked through, so that nothing comes in between', async () => {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  const known: string[] = [];

  await createTopic(ASK, {
    store: {
      ...store,
      articles: {
        ...store.articles,
        latest: async (scope, ask) => {
          known.push('looked');
          return store.articles.latest(scope, ask);
        },
      },
    },
    now: () => NOON,
    onCreated: ({ name }) => known.push(name),
  });
  await addArticle(store, [feedId]);

  expect(known).toEqual(['Bakeries', 'looked']);
});

test('languages are kept by their codes, and one that is none is refused', async () => {
  const deps = { store: await freshStore(), now: () => NOON, onCreated: () => undefined };

  const created = await createTopic({ ...ASK, languages: ['German', 'DE', 'Tiếng Việt'] }, deps);
  const refused = await createTopic({ ...ASK, name: 'Else', languages: ['en', 'klingon'] }, deps);

  expect(created).toMatchObject({ topic: { languages: ['de', 'vi'] } });
  expect(refused).toEqual({ problem: 'unknown-language', name: 'klingon' });
});

test.each([
  ['the', [], 'too-common'],
  ['"of the" OR It', [], 'too-common'],
  ['once', [], 'too-common'],
  ['once', ['es'], undefined],
  ['der', ['de'], 'too-common'],
  ['IT', [], undefined],
  ['source:kettle', [], undefined],
])('%s in %j alone is refused where such words are in every text', async (include, languages, problem) => {
  const deps = { store: await freshStore(), now: () => NOON, onCreated: () => undefined };

  const created = await createTopic({ ...ASK, include, languages }, deps);

  expect('problem' in created ? created.problem : undefined).toBe(problem);
});

test('words to leave out that are in every text are refused, and all of a source can still be had', async () => {
  const deps = { store: await freshStore(), now: () => NOON, onCreated: () => undefined };

  expect(await createTopic({ ...ASK, exclude: 'the' }, deps)).toEqual({ problem: 'too-common', words: 'the' });
  expect(await createTopic({ ...ASK, include: 'all', sources: ['Kettle'] }, deps)).toHaveProperty('topic');
});
