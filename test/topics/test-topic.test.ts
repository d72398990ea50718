import { expect, test } from 'vitest';
import { toTerms } from '../../src/text/terms.ts';
import { createTopic } from '../../src/topics/create-topic.ts';
import { testTopic } from '../../src/topics/test-topic.ts';
import { draft, NOON, RACOONS, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

const WISH = { owner: TANUKI, name: 'Health', include: 'measles vaccine', sources: [], languages: [] };

async function town(
  exclude: string | undefined,
  change: { readonly sources?: readonly string[]; readonly include?: string } = {},
) {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  const others = await addSource(store, RACOONS, 'https://racoons.example/feed');
  const add = (title: string, { daysAgo = 1, feed = feedId } = {}) =>
    addArticle(store, [feed], {
      draft: draft({ title, text: `${title}.`, url: undefined, publishedAt: NOON - daysAgo * 86_400_000 }),
      seenAt: NOON - daysAgo * 86_400_000,
      titleTerms: toTerms(title, 'en'),
      textTerms: toTerms(title, 'en'),
    });
  const tested = async () => {
    const created = await createTopic({ ...WISH, ...change, exclude }, { store, now: () => NOON });
    if ('problem' in created) throw new Error(created.problem);
    const test = await testTopic(created.topic, ['The Courier'], { store, now: () => NOON });
    if ('problem' in test) throw new Error(test.problem);
    return { matched: test.matched.map(({ title }) => title), near: test.near.map(({ title }) => title), test };
  };
  return { add, tested, otherFeed: others.feedId };
}

test('what matches and what one thing keeps out are told apart; what has nothing of it is left out', async () => {
  const { add, tested } = await town('football');
  await add('Measles vaccine arrives');
  await add('Measles ward is full');
  await add('Measles vaccine at the football ground');
  await add('Ferry runs aground');

  const { matched, near, test } = await tested();

  expect(matched).toEqual(['Measles vaccine arrives']);
  expect(near.sort()).toEqual(['Measles vaccine at the football ground', 'Measles ward is full']);
  expect(test.near.map(({ gaps }) => gaps[0]!.kind).sort()).toEqual(['excluded', 'lacks']);
});

test('only the last seven days and the own sources are looked at', async () => {
  const { add, tested, otherFeed } = await town(undefined);
  await add('Measles vaccine arrives', { daysAgo: 8 });
  await add('Measles ward is full', { daysAgo: 9 });
  await add('Measles vaccine of others', { feed: otherFeed });

  expect(await tested()).toMatchObject({ matched: [], near: [] });
});

test('a source that is in the way is called what the server calls it', async () => {
  const { add, tested } = await town(undefined, { sources: ['courier', '127.0.0.6'] });
  await add('Measles vaccine arrives');

  expect((await tested()).test.near[0]?.gaps).toEqual([{ kind: 'source', words: ['The Courier'] }]);
});

test('the near misses of a name in capitals are found', async () => {
  const { add, tested } = await town(undefined, { include: 'US measles' });
  await add('US raises tariffs');

  expect((await tested()).near).toEqual(['US raises tariffs']);
});
