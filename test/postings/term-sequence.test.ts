import { expect, test } from 'vitest';
import { holdsPhrase, toPhrase, toSequence } from '../../src/postings/term-sequence.ts';
import { createDice } from '../bench/dice.ts';

const sequence = toSequence(['tanuki', 'open', 'bakeri'], ['open', 'open', 'bank', 'tanuki', '日本', 'bakeri']);

test.each<[string[], boolean, boolean]>([
  [['tanuki', 'open'], true, true],
  [['open', 'bank'], true, false],
  [['open', 'open', 'bank'], true, false],
  [['日本', 'bakeri'], true, false],
  [['open', 'tanuki'], false, false],
  // The end of the headline and the beginning of the text are not in a row.
  [['bakeri', 'open'], false, false],
  [['bakeri', 'nobodi'], false, false],
  [['bakeri'], true, true],
  [[], false, false],
])('%j: in headline or text %s, in the headline %s', (terms, anywhere, inTitle) => {
  expect(holdsPhrase(sequence, toPhrase(terms), { title: false })).toBe(anywhere);
  expect(holdsPhrase(sequence, toPhrase(terms), { title: true })).toBe(inTitle);
});

test('no term is taken for the border, and few for each other', () => {
  const terms = Array.from({ length: 20_000 }, (_, n) => `term${n.toString(36)}`);
  const short = toPhrase(terms);

  expect(short.includes(0)).toBe(false);
  // Of 20,000 balls in 65,535 boxes about 2,760 fall into a taken one.
  expect(new Set(short).size).toBeGreaterThan(17_000);
});

test('it holds what a look at the terms themselves finds', () => {
  const dice = createDice(3);
  const some = (most: number): string[] => Array.from({ length: dice(most) }, () => `t${dice(4)}`);
  const inARow = (terms: string[], phrase: string[]) => ` ${terms.join(' ')} `.includes(` ${phrase.join(' ')} `);
  for (let n = 0; n < 500; n += 1) {
    const [title, text, phrase] = [some(6), some(12), ['t0', ...some(3)]];

    const held = holdsPhrase(toSequence(title, text), toPhrase(phrase), { title: false });

    expect(held).toBe(inARow(title, phrase) || inARow(text, phrase));
  }
});
