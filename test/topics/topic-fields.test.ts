import { expect, test } from 'vitest';
import { joinList, splitList } from '../../src/topics/topic-fields.ts';

test.each([
  [['Gazette', 'The Courier'], 'Gazette, The Courier'],
  [['Nature, Science', 'Gazette'], '"Nature, Science", Gazette'],
  [[], ''],
])('%j is written as %j, and read again', (names, typed) => {
  expect(joinList(names)).toBe(typed);
  expect(splitList(typed)).toEqual(names);
});

test('commas of other scripts and stray blanks are read too', () => {
  expect(splitList(' de ,，en、 ja , ')).toEqual(['de', 'en', 'ja']);
});
