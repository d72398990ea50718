import { describe, expect, test } from 'vitest';
import { hash } from '../../src/stories/hash.ts';
import { createLexicon } from '../../src/stories/lexicon.ts';

const keysOf = (...words: readonly string[]): Int32Array => Int32Array.from(words, hash);

describe('createLexicon', () => {
  test('gives a word of one language one number, and of another another', () => {
    const lexicon = createLexicon();

    const [harbour, again, german] = ['en', 'en', 'de'].map((lang) => lexicon.take(keysOf('harbour'), lang)[0]!);

    expect(again).toBe(harbour);
    expect(german).not.toBe(harbour);
    expect(lexicon.keyOf(harbour!)).toBe(hash('harbour'));
  });

  test('gives the number of a word that nobody uses any more to another', () => {
    const lexicon = createLexicon();
    const [first] = lexicon.take(keysOf('harbour'), 'en');
    lexicon.take(keysOf('harbour'), 'en');

    lexicon.release(Int32Array.of(first!));
    expect(lexicon.size).toBe(1);
    lexicon.release(Int32Array.of(first!));

    expect(lexicon.size).toBe(0);
    expect(lexicon.take(keysOf('ferry'), 'en')[0]).toBe(first);
  });

  test('finds a counted word commoner once it is settled, not before', () => {
    const lexicon = createLexicon();
    const ids = lexicon.take(keysOf('zanzabu'), 'en');
    const before = lexicon.idf(ids[0]!);
    for (let i = 0; i < 100; i++) lexicon.count(ids, 'en');

    expect(lexicon.idf(ids[0]!)).toBe(before);
    lexicon.settle();

    expect(lexicon.idf(ids[0]!)).toBeLessThan(before - 2);
  });

  test('hands what was counted to the next one', () => {
    const lexicon = createLexicon();
    const ids = lexicon.take(keysOf('zanzabu', 'ferry'), 'vi');
    for (let i = 0; i < 7; i++) lexicon.count(ids, 'vi');
    lexicon.settle();

    const next = createLexicon(lexicon.memory());

    expect(next.idf(next.take(keysOf('zanzabu'), 'vi')[0]!)).toBe(lexicon.idf(ids[0]!));
  });
});
