import { expect, test } from 'vitest';
import type { ArticleId } from '../../src/articles/article.ts';
import { lookAgain, lookCloser } from '../../src/stories/look.ts';

const MINUTE = 60_000;
const look = (minutes: number, upTo: number) => ({ at: minutes * MINUTE, upTo: upTo as ArticleId });

test('the first look has none before it', () => {
  expect(lookAgain(undefined, look(0, 3))).toEqual({ last: look(0, 3), before: undefined });
});

test('a later visit goes by the last look of the one before it', () => {
  expect(lookAgain({ last: look(0, 3), before: undefined }, look(30, 5))).toEqual({
    last: look(30, 5),
    before: look(0, 3),
  });
});

test('soon again, with nothing new, is the same visit: what was new stays new', () => {
  expect(lookAgain({ last: look(30, 5), before: look(0, 3) }, look(33, 5))).toEqual({
    last: look(33, 5),
    before: look(0, 3),
  });
});

test('what came minutes after a look is new to the next one', () => {
  expect(lookAgain({ last: look(30, 5), before: undefined }, look(33, 6)).before).toEqual(look(30, 5));
});

test('a look at what is new goes by the visit that it belongs to, whatever came in between', () => {
  const known = { last: look(30, 5), before: look(0, 3) };

  expect(lookCloser(known, look(31, 6)).before).toEqual(look(0, 3));
  expect(lookCloser(known, look(90, 6)).before).toEqual(look(30, 5));
  expect(lookCloser({ last: look(30, 5), before: undefined }, look(31, 6)).before).toEqual(look(30, 5));
  expect(lookCloser(undefined, look(0, 3)).before).toBeUndefined();
});
