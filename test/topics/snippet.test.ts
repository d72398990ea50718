import { describe, expect, test } from 'vitest';
import { toTerms } from '../../src/text/terms.ts';
import { makeSnippet } from '../../src/topics/snippet.ts';

const text = 'The ferry left late.\nTwo bridges closed on Monday as the river rose. Nobody was hurt.';

function snippet(query: string, maxLength = 200): string {
  const marks = { terms: new Set(toTerms(query, 'en')), rows: [] };
  const parts = makeSnippet(text, marks, { lang: 'en', maxLength });
  return parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');
}

describe('a snippet', () => {
  test('is the sentence with most of the asked words, in any of their forms, marked', () => {
    expect(snippet('rivers bridge')).toBe('Two [bridges] closed on Monday as the [river] rose.');
  });

  test('is the first sentence where no word stands in the text', () => {
    expect(snippet('volcano')).toBe('The ferry left late.');
  });

  test('is cut around the first match, and says so', () => {
    expect(snippet('monday', 24)).toBe('…on [Monday] as the…');
  });

  test('marks a phrase where its words stand in a row alone', () => {
    const text = 'Ansel has a port. Mayor of Port Ansel, and of no other port.';
    const of = (rows: string[][], terms: string[] = []) =>
      makeSnippet(text, { terms: new Set(terms), rows }, { lang: 'en', maxLength: 100 })
        .map((part) => (part.hit ? `[${part.text}]` : part.text))
        .join('');

    expect(of([['port', 'ansel']], ['mayor'])).toBe('[Mayor] of [Port] [Ansel], and of no other port.');
    expect(of([['mayor', 'ansel']])).toBe('Ansel has a port.');
  });

  test('marks a number with its letter', () => {
    const parts = makeSnippet(
      'Corrin-9b is wide.',
      { terms: new Set(['9']), rows: [] },
      { lang: 'en', maxLength: 100 },
    );

    expect(parts.find(({ hit }) => hit)?.text).toBe('9b');
  });

  test('is empty for an empty text', () => {
    expect(makeSnippet('', { terms: new Set(['a']), rows: [] }, { lang: 'en', maxLength: 100 })).toEqual([]);
  });
});
