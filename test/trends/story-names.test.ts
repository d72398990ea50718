import { expect, test } from 'vitest';
import { storyNames } from '../../src/trends/story-names.ts';
import { row } from './trend-rows.ts';

const FERRY = [
  row('Gazette', 0, 'Ferry runs aground in fog', {
    lead: 'The ferry Solveig ran aground in Kestrel Strait on Monday.',
  }),
  row('Courier', 0, 'All safe after night on sandbank', {
    lead: 'All aboard the Solveig are safe, said the coastguard in Port Ansel.',
  }),
  row('Post', 0, 'Tugs wait for the tide', {
    lead: 'Two tugs from Port Ansel will pull the Solveig off in Kestrel Strait.',
  }),
  row('Nordbote', 0, 'Fähre sitzt fest', {
    lang: 'de',
    lead: 'Die Fähre „Solveig“ liegt vor Port Ansel auf einer Sandbank.',
  }),
];

test('names that most articles share come first and whole, across languages', () => {
  const names = storyNames(FERRY, 4);

  expect(names[0]).toBe('Solveig');
  expect(names).toEqual(expect.arrayContaining(['Port Ansel', 'Kestrel Strait']));
});

test('a word of one article alone is no mark of a story of many', () => {
  expect(storyNames(FERRY, 9).join(' ')).not.toMatch(/tide|coastguard/);
});

test('an article alone has its own names', () => {
  expect(storyNames(FERRY.slice(0, 1), 4).join(' ')).toContain('Solveig');
});

test('no articles, no names', () => {
  expect(storyNames([], 4)).toEqual([]);
});
