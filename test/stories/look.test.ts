import { expect, test } from 'vitest';
import type { ArticleId } from '../../src/articles/article.ts';
import { lookAgain } from '../../src/stories/look.ts';

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

test('looks minutes apart are one visit: what was new stays new', () => {
  expect(lookAgain({ last: look(30, 5), before: look(0, 3) }, look(33, 6))).toEqual({
    last: look(33, 6),
    before: look(0, 3),
  });
});
