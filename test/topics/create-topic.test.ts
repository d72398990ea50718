import { expect, test } from 'vitest';
import { createTopic } from '../../src/topics/create-topic.ts';
import { NOON, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

const ASK = { owner: TANUKI, name: 'Bakeries', include: 'bakery', exclude: undefined, sources: [], languages: [] };

test('looking through what is stored lets others have their turn', async () => {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  const text = 'A tanuki opened a bakery by the river on a cold Friday morning. '.repeat(100);
  for (let n = 0; n < 150; n += 1) await addArticle(store, [feedId], { draft: { text, url: undefined } });

  let turns = 0;
  let waiting = true;
  const count = (): void => {
    turns += 1;
    if (waiting) setImmediate(count);
  };
  setImmediate(count);
  const created = await createTopic(ASK, { store, now: () => NOON });
  waiting = false;

  expect(created).toMatchObject({ matches: 150 });
  expect(turns).toBeGreaterThan(4);
});

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
