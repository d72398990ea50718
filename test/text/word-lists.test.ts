import { expect, test } from 'vitest';
import { stopWordLanguages, stopWords } from '../../src/text/stop-words.ts';
import { wordList } from '../../src/text/word-lists.ts';

/** Its words are written in syllables, of which each is part of other words too. */
const WITHOUT = new Set(['vi']);

test.each(stopWordLanguages().filter((lang) => !WITHOUT.has(lang)))(
  '%s has offices, and none is a stop word',
  (lang) => {
    const words = wordList('offices', lang);

    expect(words.length).toBeGreaterThan(15);
    expect(words.filter((word) => stopWords(lang).has(word))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  },
);

test('a language without a list has none', () => {
  expect(wordList('offices', 'vi')).toEqual([]);
  expect(wordList('offices', 'xx')).toEqual([]);
});
