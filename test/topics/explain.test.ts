import { describe, expect, test } from 'vitest';
import { toTerms } from '../../src/text/terms.ts';
import { explainQuery } from '../../src/topics/explain.ts';
import { type MatchDoc, matchQuery } from '../../src/topics/match.ts';
import { parseQuery, type Query } from '../../src/topics/query.ts';
import { NOON } from '../helpers/factories.ts';

function doc(title: string, text: string, change: Partial<MatchDoc> = {}): MatchDoc {
  const lang = change.lang ?? 'en';
  const terms = { titleTerms: toTerms(title, lang), textTerms: toTerms(text, lang) };
  return { lang, source: 'Gazette', url: 'https://gazette.example/a', time: NOON, ...terms, ...change };
}

function query(typed: string): Query {
  const parsed = parseQuery(typed);
  if (!('ok' in parsed)) throw new Error(parsed.reason);
  return parsed.query;
}

const explain = (typed: string, of: MatchDoc) => explainQuery(query(typed), of, NOON);
const MEASLES = doc('Vaccine arrives', 'Measles spread. The measles ward is full of opera singers.');

describe('what is there', () => {
  test('is counted in the title and the text, whatever its form, the most telling first', () => {
    const { matched, found, gaps } = explain('vaccines measles "measles ward"', MEASLES);

    expect(matched).toBe(true);
    expect(gaps).toEqual([]);
    expect(found).toContainEqual({ word: 'vaccines', title: 1, text: 0 });
    expect(found).toContainEqual({ word: 'measles', title: 0, text: 2 });
    expect(found).toContainEqual({ word: 'measles ward', title: 0, text: 1 });
  });

  test.each([
    ['"the mayor"', ['mayor']],
    ['"of the bank"', ['bank']],
    ['"Bank of Kettle"', ['Bank … Kettle']],
    ['bank, mayor', ['mayor', 'bank']],
    ['bank-kettle', ['bank-kettle']],
  ])('%s is named as far as it is looked for', (typed, words) => {
    const of = doc('New mayor', 'The bank of Kettle failed.');

    expect(explain(typed, of).found.map(({ word }) => word)).toEqual(words);
  });

  test('is what counts beside words, too', () => {
    expect(explain('source:Gazette OR lang:Japanese', MEASLES)).toMatchObject({
      score: 0,
      fits: [{ kind: 'source', words: ['Gazette'] }],
    });
    expect(explain('lang:english since:3d', MEASLES).fits).toEqual([
      { kind: 'lang', words: ['en'] },
      { kind: 'since', words: ['since:3d'] },
    ]);
  });

  test('scores more where it stands in the title, and where it is rare', () => {
    expect(explain('vaccine', MEASLES).score).toBeGreaterThan(explain('ward', MEASLES).score);
    expect(explain('measles', MEASLES).score).toBeGreaterThan(explain('full', MEASLES).score);
    expect(explain('ferry', MEASLES).score).toBe(0);
  });
});

describe('what is in the way', () => {
  test.each([
    ['measles ferry', [{ kind: 'lacks', words: ['ferry'] }]],
    ['measles (ferry OR boat)', [{ kind: 'lacks', words: ['ferry', 'boat'] }]],
    ['measles (ferry OR (boat ship))', [{ kind: 'lacks', words: ['ferry'] }]],
    ['measles -opera', [{ kind: 'excluded', words: ['opera'] }]],
    ['measles -(opera OR ballet)', [{ kind: 'excluded', words: ['opera'] }]],
    ['measles source:courier', [{ kind: 'source', words: ['courier'] }]],
    ['measles lang:de', [{ kind: 'lang', words: ['de'] }]],
    ['measles lang:German', [{ kind: 'lang', words: ['de'] }]],
    ['measles title:ward', [{ kind: 'lacksInTitle', words: ['ward'] }]],
    ['measles -lang:en', [{ kind: 'excludedLang', words: ['en'] }]],
    ['measles -(source:Gazette OR source:x)', [{ kind: 'excludedSource', words: ['Gazette'] }]],
    ['measles -since:3d', [{ kind: 'excludedSince', words: ['since:3d'] }]],
    ['measles -"the opera"', [{ kind: 'excluded', words: ['opera'] }]],
    [
      'ferry boat -opera',
      [
        { kind: 'lacks', words: ['ferry'] },
        { kind: 'lacks', words: ['boat'] },
        { kind: 'excluded', words: ['opera'] },
      ],
    ],
  ])('%s', (typed, gaps) => {
    expect(explain(typed, MEASLES)).toMatchObject({ matched: false, gaps });
  });

  test('is the age, for what is older than asked', () => {
    const old = doc('Measles', 'Ward', { time: NOON - 9 * 86_400_000 });

    expect(explain('measles since:7d', old).gaps).toEqual([{ kind: 'since', words: ['since:7d'] }]);
  });
});

test('it matches exactly what the query matches', () => {
  const words = ['measles', 'vaccine', 'ferry', 'the', 'source:gazette', 'lang:de', '"measles ward"', 'title:opera'];
  let seed = 7;
  const dice = (n: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % n;
  };
  const make = (depth: number): string => {
    const kind = depth === 0 ? 0 : dice(4);
    if (kind === 0) return words[dice(words.length)] as string;
    if (kind === 1) return `(${make(depth - 1)} OR ${make(depth - 1)})`;
    return kind === 2 ? `(${make(depth - 1)} -${make(depth - 1)})` : `(${make(depth - 1)} ${make(depth - 1)})`;
  };
  let seen = 0;
  for (let n = 0; n < 500; n += 1) {
    const parsed = parseQuery(make(3));
    if (!('ok' in parsed)) continue;
    seen += 1;
    const { matched, gaps } = explainQuery(parsed.query, MEASLES, NOON);
    expect(matched).toBe(matchQuery(parsed.query, MEASLES, NOON).matched);
    if (matched) expect(gaps).toEqual([]);
  }
  expect(seen).toBeGreaterThan(400);
});
