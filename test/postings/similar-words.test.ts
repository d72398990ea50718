import { describe, expect, test } from 'vitest';
import { rangeAround, unlikeness } from '../../src/postings/similar-words.ts';

describe('unlikeness', () => {
  test.each([
    ['ransom', 'ransomwar', 0],
    ['ransmware', 'ransomware', 1],
    ['bridge', 'brigde', 1],
    ['goverment', 'government', 1],
    ['acommodaton', 'accommodation', 2],
    ['storm', 'form', undefined],
    ['trum', 'trump', 1],
    ['harb', 'harbour', 3],
    ['electoin', 'elect', 4],
    ['eletcion', 'elect', 4],
    ['electoin', 'electr', undefined],
    ['harbour', 'mountain', undefined],
    ['english', 'lang:en', undefined],
  ])('%s for %s: %s', (typed, word, step) => {
    expect(unlikeness(typed, word)).toBe(step);
  });
});

describe('rangeAround', () => {
  test('words that begin alike are looked at, in any script', () => {
    expect(rangeAround('ransom')).toEqual(['r', 's']);
    expect(rangeAround('выборы')).toEqual(['в', 'г']);
  });

  test.each(['cat', '2024', 'covid19', 'lang:de', ''])('nothing is guessed for %j', (typed) => {
    expect(rangeAround(typed)).toBeUndefined();
  });
});
