import { expect, test } from 'vitest';
import { MAX_MUTES, readMuteWords, toMuteTopic } from '../../src/topics/mute-words.ts';
import { createTopicIndex } from '../../src/topics/topic-index.ts';
import { NOON } from '../helpers/factories.ts';

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
