import { expect, test } from 'vitest';
import { toTerms } from '../../src/text/terms.ts';
import { MAX_MUTES, muteWords, readMuteWords, toMuteTopic } from '../../src/topics/mute-words.ts';
import { createTopicIndex } from '../../src/topics/topic-index.ts';
import { draft, NOON, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

test.each([
  ['opera, Golf,opera , ', ['opera', 'Golf']],
  ['"World Cup"\n“royal family”、オペラ，囲碁', ['World Cup', 'royal family', 'オペラ', '囲碁']],
  [' -, "", ( ', []],
])('%j are the words %j', (typed, words) => {
  expect(readMuteWords(typed)).toEqual(words);
});

test('too many are refused, kindly', () => {
  const many = Array.from({ length: MAX_MUTES + 1 }, (_, n) => `word${n}`).join(',');

  expect(readMuteWords(many)).toEqual({ problem: 'quota', what: 'mutes', limit: MAX_MUTES });
});

test('whatever is typed is words that the index takes', () => {
  const typed = ['-opera', '(golf', 'a OR b', 'source:bbc', "d'Arc", 'title:x', 'C++', '100%', 'x"y'];
  for (const [n, one] of typed.entries()) {
    const words = readMuteWords(one);
    if ('problem' in words) throw new Error(one);
    for (const word of words) expect(createTopicIndex().add(toMuteTopic({ id: n as never, word }))).toBeUndefined();
  }
});

test('a word is met in each of its forms, a phrase in a row alone', async () => {
  const index = createTopicIndex();
  index.add(toMuteTopic({ id: 1 as never, word: 'opera singers' }));
  index.add(toMuteTopic({ id: 2 as never, word: 'Ferries' }));
  await index.prepare('en');
  const doc = { lang: 'en', source: 'x', time: NOON, titleTerms: [] };

  expect(index.match({ ...doc, textTerms: ['opera', 'singer', 'ferri'] }, NOON)).toEqual([1, 2]);
  expect(index.match({ ...doc, textTerms: ['singer', 'opera'] }, NOON)).toEqual([]);
});

test('a name in capitals is muted, and not the word that is spelled alike', async () => {
  const index = createTopicIndex();
  for (const [n, word] of ['US', 'WHO'].entries()) index.add(toMuteTopic({ id: n as never, word }));
  await index.prepare('en');
  const match = (title: string) =>
    index.match({ lang: 'en', source: 'x', time: NOON, titleTerms: toTerms(title, 'en'), textTerms: [] }, NOON);

  expect(match('US raises tariffs on steel')).toEqual([0]);
  expect(match('Those who tell us')).toEqual([]);
});

test('what is stored is muted as far as it has the words, and nothing for a typing mistake', async () => {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  const add = (title: string, n: number) =>
    addArticle(store, [feedId], {
      draft: draft({ title, text: `${title}.`, url: undefined, publishedAt: NOON - n * 1000 }),
      titleTerms: toTerms(title, 'en'),
      textTerms: toTerms(title, 'en'),
    });
  for (let n = 0; n < 230; n += 1) await add(`Opera singers strike, day ${n}`, n);
  await add('Singers at the opera', 300);
  const left = async () => (await store.articles.latest({ owners: [TANUKI] }, { limit: 999 })).length;
  const index = createTopicIndex();
  const mute = async (word: string) => muteWords(TANUKI, [word], { store, index, now: () => NOON });

  await mute('oprea singers');
  expect(await left()).toBe(231);
  await mute('opera singer');
  expect(await left()).toBe(1);
  await mute('opera');
  expect(await left()).toBe(0);
});
