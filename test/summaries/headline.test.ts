import { expect, test } from 'vitest';
import { shortenHeadline } from '../../src/summaries/headline.ts';

test.each([
  ['a short one stays as it is', 'Ferry runs aground near Holm', 60, 'en', 'Ferry runs aground near Holm'],
  [
    'before a connective',
    'Ferry runs aground near Holm after its steering fails in a storm',
    40,
    'en',
    'Ferry runs aground near Holm…',
  ],
  ['at a comma', 'Rat genehmigt neue Brücke, doch das Geld fehlt noch immer', 40, 'de', 'Rat genehmigt neue Brücke…'],
  ['at a colon', 'Storm over the coast: what we know so far about the damage', 45, 'en', 'Storm over the coast…'],
  [
    'not inside a list',
    'Bread, butter and milk cost more after the harvest failed',
    36,
    'en',
    'Bread, butter and milk cost more…',
  ],
  ['in Chinese', '暴风雨袭击沿海地区，数千名居民连夜撤离家园', 14, 'zh', '暴风雨袭击沿海地区…'],
])('shortens a headline: %s', (_, title, maxChars, lang, expected) => {
  const short = shortenHeadline(title, maxChars, lang);

  expect(short).toBe(expected);
  expect(short.length).toBeLessThanOrEqual(maxChars);
});

test('one without a clause border stays whole: a cut inside a clause may say something else', () => {
  const title = 'Thirty thousand runners fill the narrow streets of the old town';
  expect(shortenHeadline(title, 30, 'en')).toBe(title);
});
