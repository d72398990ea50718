import { expect, test } from 'vitest';
import { cosine, countTerms, normalize } from '../../src/text/vectors.ts';

test('counts terms, "constructor" included', () => {
  expect([...countTerms(['fire', 'constructor', 'fire'])]).toEqual([
    ['fire', 2],
    ['constructor', 1],
  ]);
});

test('the cosine of equal directions is one, of strangers and of nothing zero', () => {
  const a = countTerms(['fire', 'port']);

  expect(cosine(a, countTerms(['port', 'fire', 'port', 'fire']))).toBeCloseTo(1);
  expect(cosine(a, countTerms(['vote']))).toBe(0);
  expect(cosine(a, new Map())).toBe(0);
});

test('normalizes to unit length and leaves the empty vector empty', () => {
  const unit = normalize(
    new Map([
      ['fire', 3],
      ['port', 4],
    ]),
  );

  expect(unit.get('fire')).toBeCloseTo(0.6);
  expect(unit.get('port')).toBeCloseTo(0.8);
  expect(normalize(new Map()).size).toBe(0);
});
