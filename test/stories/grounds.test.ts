import { describe, expect, test } from 'vitest';
import { isGrounded } from '../../src/stories/grounds.ts';
import type { Likeness } from '../../src/stories/likeness.ts';

const NOTHING: Likeness = {
  title: 0,
  lead: 0,
  body: 0,
  names: 0,
  deeds: 0,
  titleInLead: 0,
  leadInTitle: 0,
  titleFound: 0,
  beyond: 0,
  further: 0,
  found: 0,
  rarest: 0,
  second: 0,
  third: 0,
  shared: 0,
  told: 0,
  secondWord: 0,
};

function grounded(like: Partial<Likeness>, { words, size = 2 }: { words: number; size?: number }): boolean {
  const near = [NOTHING, { ...NOTHING, ...like }];
  return isGrounded({ near, sample: [], size, length: words, memberLength: 90 });
}

describe('headlines alone', () => {
  test.each([
    ['nothing', {}, false],
    ['one name', { secondWord: 5 }, false],
    ['two names, who and where', { second: 3, secondWord: 5 }, false],
    ['a name and what happened', { second: 3, told: 3 }, true],
    ['a name and a word that headlines are full of', { second: 3, told: 2.2 }, false],
    ['three names', { second: 3, third: 3 }, true],
    ['nearly the same words, not all of them names', { second: 3, told: 2.2, title: 0.8 }, true],
    ['the same two names, and little else', { second: 3, title: 0.8 }, false],
    ['the same headline', { second: 3, title: 0.9 }, true],
  ])('%s', (_, like, isEnough) => {
    expect(grounded(like, { words: 0 })).toBe(isEnough);
  });

  test('a large story is what its names are in the news with', () => {
    expect(grounded({ secondWord: 5 }, { words: 0, size: 14 })).toBe(true);
    expect(grounded({}, { words: 0, size: 14 })).toBe(false);
  });
});

describe('texts', () => {
  test.each([
    ['a name and what happened is not enough for a line or two', { second: 3, told: 3 }, 20, false],
    ['more than two things', { second: 3, beyond: 0.2 }, 20, false],
    ['more than three', { second: 3, beyond: 0.2, further: 0.1 }, 20, true],
    ['in longer ones more than two', { second: 3, beyond: 0.2, found: 0.1 }, 80, true],
    ['in longer ones two', { second: 3 }, 80, false],
    ['somebody hardly ever named, and a little', { second: 6.5, beyond: 0.2, further: 0.06 }, 80, false],
    ['somebody better known, and a little', { second: 4, beyond: 0.2, further: 0.06 }, 80, true],
    ['somebody hardly ever named, and more', { second: 6.5, beyond: 0.2, further: 0.12 }, 80, true],
    ['what a headline says that happened', { second: 6.5, beyond: 0.2, found: 0.4 }, 80, true],
    ['some of it, and a little', { second: 6.5, beyond: 0.2, further: 0.06, found: 0.2 }, 80, true],
    ['some of it', { second: 6.5, beyond: 0.2, found: 0.2 }, 80, false],
  ])('%s', (_, like, words, isEnough) => {
    expect(grounded(like, { words })).toBe(isEnough);
  });
});
