import { expect, test } from 'vitest';
import { titleFits } from '../../src/app/title-fits.ts';

test.each([
  ['hopital', 'Un hôpital en grève'],
  ['HÔPITAL', 'Un hopital en grève'],
  ['steering solv', 'Solveig lost her steering'],
  ['встреча т', 'ВСТРЕЧА Тануки'],
  ['地震', '湊島で地震'],
  ['“Port Ans', 'Port Ansel votes'],
])('%s fits %s', (typed, title) => {
  expect(titleFits(typed)?.(title)).toBe(true);
});

test.each([
  ['ferry mayor', 'Ferry runs aground'],
  ['solvieg', 'Solveig lost her steering'],
])('%s does not fit %s', (typed, title) => {
  expect(titleFits(typed)?.(title)).toBe(false);
});

test.each(['', '  ', '%', '"'])('where no word was typed (%j), nothing is asked of a headline', (typed) => {
  expect(titleFits(typed)).toBeUndefined();
});
