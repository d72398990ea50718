import { expect, test } from 'vitest';
import { surprise } from '../../src/trends/surprise.ts';

test.each([
  // now, before, like so many standard deviations
  [5, 6, 1, 40, 3.9],
  [2, 6, 0, 6, 1.7],
  [5, 6, 25, 30, 0],
  [0, 6, 10, 30, -1.9],
  [0, 0, 0, 0, 0],
])('%d of %d against %d of %d', (count, of, before, ofBefore, expected) => {
  expect(surprise({ count, of }, { count: before, of: ofBefore })).toBeCloseTo(expected, 1);
});

test('the same share of more is more surprising', () => {
  const few = surprise({ count: 2, of: 4 }, { count: 1, of: 20 });
  const many = surprise({ count: 20, of: 40 }, { count: 10, of: 200 });

  expect(many).toBeGreaterThan(few);
});
