import { expect, test } from 'vitest';
import { spellings } from '../../src/postings/spellings.ts';

test.each([
  ['electoin', 'election'],
  ['goverment', 'government'],
  ['brigde', 'bridge'],
  ['Tramp', 'trump'],
  ['riverr', 'river'],
  ['выбоыр', 'выборы'],
])('%s may have been %s', (typed, meant) => {
  expect(spellings(typed)).toContain(meant);
});

test.each(['cat', '2024', 'covid-19', '', 'x'.repeat(40)])('nothing is guessed for %j', (typed) => {
  expect(spellings(typed)).toEqual([]);
});
