import { expect, test } from 'vitest';
import type { ArticleId } from '../../src/articles/article.ts';
import { lookAnew, lookOn } from '../../src/stories/look.ts';

const MINUTE = 60_000;
const look = (minutes: number, upTo: number) => ({ at: minutes * MINUTE, upTo: upTo as ArticleId });

test('the first look has none before it', () => {
  expect(lookAnew(undefined, look(0, 3))).toEqual({ last: look(0, 3), before: undefined });
  expect(lookOn(undefined, look(0, 3)).before).toBeUndefined();
});

test('who asks again goes by the last look, however short ago', () => {
  expect(lookAnew({ last: look(30, 5), before: look(0, 3) }, look(33, 6))).toEqual({
    last: look(33, 6),
    before: look(30, 5),
  });
});

test('a button of an answer belongs to its visit: what was new stays so, whatever came in between', () => {
  const known = { last: look(30, 5), before: look(0, 3) };

  expect(lookOn(known, look(31, 6))).toEqual({ last: look(31, 6), before: look(0, 3) });
  expect(lookOn(known, look(90, 6)).before).toEqual(look(30, 5));
  expect(lookOn({ last: look(30, 5), before: undefined }, look(31, 6)).before).toEqual(look(30, 5));
});
