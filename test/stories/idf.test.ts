import { expect, test } from 'vitest';
import { isProperNoun, shareOf } from '../../src/stories/idf.ts';

test.each([
  ['en', 'london', true],
  ['en', 'school', false],
  ['en', 'a word that no table has', true],
  ['es', 'washington', true],
  ['es', 'escuel', false],
  ['xx', 'london', false],
  // Its names are made of common syllables.
  ['vi', 'kazan', false],
])('%s: is %s a proper noun?', (lang, term, isOne) => {
  expect(isProperNoun(term, lang)).toBe(isOne);
});

test('a proper noun is as rare as the table says, too', () => {
  expect(shareOf('london', 'en')).toBeGreaterThan(shareOf('a word that no table has', 'en'));
});
