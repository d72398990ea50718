import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { stemEnglish } from '../../src/text/english-stems.ts';
import { tokenize } from '../../src/text/tokens.ts';

const { stemmer } = createRequire(import.meta.url)('@orama/stemmers/english') as {
  readonly stemmer: (word: string) => string;
};

const SAMPLE = new URL('../../data/sample/', import.meta.url);
const SYLLABLES = 'a e i o u y b l s t z w x n ll ss é'.split(' ');
const ENDINGS =
  's es sses ies ed eed ing y ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent sion tion ou ism ate iti ous ive ize e ll'.split(
    ' ',
  );

function sampleWords(): string[] {
  const files = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  return files.flatMap((file) =>
    tokenize(readFileSync(new URL(file, SAMPLE), 'utf8')).map((t) => t.text.toLowerCase()),
  );
}

/** Every two syllables before every ending. */
function madeWords(): string[] {
  return SYLLABLES.flatMap((a) => SYLLABLES.flatMap((b) => ENDINGS.map((ending) => a + b + ending)));
}

test('every stem is the one that stored indexes have', () => {
  const words = [...new Set([...sampleWords(), ...madeWords()])].filter((w) => w.length > 2 && w.length <= 40);

  expect(words.length).toBeGreaterThan(10_000);
  expect(words.filter((word) => stemEnglish(word) !== stemmer(word))).toEqual([]);
});

test.each([
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['agreed', 'agre'],
  ['hopping', 'hop'],
  ['sky', 'sky'],
  ['relational', 'relat'],
  ['yellowing', 'yellow'],
])('%s has the stem %s', (word, stem) => {
  expect(stemEnglish(word)).toBe(stem);
});
