import { describe, expect, test } from 'vitest';
import { toTerms } from '../../src/text/terms.ts';
import { makeSnippet } from '../../src/topics/snippet.ts';

const text = 'The ferry left late.\nTwo bridges closed on Monday as the river rose. Nobody was hurt.';

function snippet(query: string, maxLength = 200): string {
  const parts = makeSnippet(text, new Set(toTerms(query, 'en')), { lang: 'en', maxLength });
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

  test('is empty for an empty text', () => {
    expect(makeSnippet('', new Set(['a']), { lang: 'en', maxLength: 100 })).toEqual([]);
  });
});
