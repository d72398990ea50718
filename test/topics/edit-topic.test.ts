import { expect, test } from 'vitest';
import { createTopic } from '../../src/topics/create-topic.ts';
import { editTopic } from '../../src/topics/edit-topic.ts';
import { createTopicIndex } from '../../src/topics/topic-index.ts';
import { draft, NOON, RACOONS, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

const WISH = { owner: TANUKI, name: 'Food', include: 'bakery', exclude: undefined, sources: [], languages: [] };
const DAY = 86_400_000;

async function town() {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  const add = (title: string, daysAgo: number) =>
    addArticle(store, [feedId], {
      draft: draft({ title, text: `${title}.`, url: undefined, publishedAt: NOON - daysAgo * DAY }),
      seenAt: NOON - daysAgo * DAY,
    });
  const index = createTopicIndex();
  const created = await createTopic(WISH, { store, now: () => NOON, onCreated: index.add });
  if ('problem' in created) throw new Error(created.problem);
  const matched = async () => {
    const found = await store.articles.latest({ owners: [TANUKI] }, { topicId: created.topic.id, limit: 99 });
    return found.map(({ title }) => title);
  };
  return { store, add, index, topic: created.topic, matched };
}

test('the words of the last days are matched anew, and what no longer fits is let go, however old', async () => {
  const { store, add, topic, matched } = await town();
  await add('A bakery opens', 1);
  await add('Ferry strikes pier', 2);
  const old = await add('An old bakery closes', 20);
  await add('An old ferry sinks', 21);
  await store.topics.addMatches([{ topicId: topic.id, articleId: old.id }]);

  const edited = await editTopic(topic, { ...WISH, include: 'ferry' }, { store, now: () => NOON });

  expect(edited).toMatchObject({ topic: { id: topic.id, include: 'ferry', name: 'Food' }, matches: 1 });
  expect(await matched()).toEqual(['Ferry strikes pier']);
});

test('the index matches what comes in by the new words', async () => {
  const { store, index, topic } = await town();

  await editTopic(topic, { ...WISH, include: 'ferry' }, { store, now: () => NOON, onEdited: index.add });

  const doc = { lang: 'en', time: NOON, source: 'News', textTerms: [] };
  expect(index.match({ ...doc, titleTerms: ['ferri'] }, NOON)).toEqual([topic.id]);
  expect(index.match({ ...doc, titleTerms: ['bakeri'] }, NOON)).toEqual([]);
});

test('a wrong query, or the name of another topic, changes nothing', async () => {
  const { store, topic } = await town();
  await createTopic({ ...WISH, name: 'Rail', include: 'train' }, { store, now: () => NOON });
  const before = await store.topics.list(TANUKI);

  const wrong = await editTopic(topic, { ...WISH, include: 'ferry OR (boat' }, { store, now: () => NOON });
  const taken = await editTopic(topic, { ...WISH, name: 'rail' }, { store, now: () => NOON });

  expect(wrong).toMatchObject({ problem: 'bad-query', reason: 'open-bracket', at: 9 });
  expect(taken).toEqual({ problem: 'already-exists', name: 'rail' });
  expect(await store.topics.list(TANUKI)).toEqual(before);
  expect(await editTopic(topic, { ...WISH, name: 'FOOD' }, { store, now: () => NOON })).toMatchObject({
    topic: { name: 'FOOD' },
  });
});

test('nobody changes the topic of another owner', async () => {
  const { store, topic } = await town();

  await store.topics.update({ ...topic, owner: RACOONS, name: 'Stolen' });

  expect((await store.topics.list(TANUKI)).map(({ name }) => name)).toEqual(['Food']);
});
