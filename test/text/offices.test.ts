import { expect, test } from 'vitest';
import { offices } from '../../src/text/offices.ts';
import { stopWordLanguages, stopWords } from '../../src/text/stop-words.ts';

/** Its words are written in syllables, of which each is part of other words too. */
const WITHOUT = new Set(['vi']);

test.each(stopWordLanguages().filter((lang) => !WITHOUT.has(lang)))(
  '%s has offices, and none is a stop word',
  (lang) => {
    const words = offices(lang);

    expect(words.length).toBeGreaterThan(15);
    expect(words.filter((word) => stopWords(lang).has(word))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  },
);

test('a language without a list has none', () => {
  expect(offices('vi')).toEqual([]);
  expect(offices('xx')).toEqual([]);
});
