import { describe, expect, test } from 'vitest';
import { summarize } from '../../src/summaries/summarize.ts';
import { METHODS, type SummaryDoc } from '../../src/summaries/summary.ts';

const FERRY =
  'The ferry Aurora ran aground near Holm on Tuesday night with 214 passengers aboard. Rescue boats brought everyone ' +
  'ashore before midnight, the coast guard said. Nobody was hurt. The captain told investigators that the steering had ' +
  'failed minutes before the ferry hit the rocks. Divers found a tear of nine metres in the hull on Wednesday. The ' +
  'operator, Nordlink, has cancelled all crossings to Holm until Friday.';

function doc(text: string, more: Partial<SummaryDoc> = {}): SummaryDoc {
  return { id: 'a', text, ...more };
}

describe('summarize', () => {
  test.each(METHODS)('%s quotes verbatim, in the order of the text', (method) => {
    const { sentences } = summarize([doc(FERRY)], { lang: 'en', sentences: 3, method });

    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.length).toBeLessThanOrEqual(3);
    for (const { text, cites } of sentences) expect(FERRY.slice(cites[0]!.start, cites[0]!.end)).toBe(text);
    const starts = sentences.map((s) => s.cites[0]!.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test('stays within a budget of words', () => {
    const { sentences } = summarize([doc(FERRY)], { lang: 'en', words: 30 });

    const words = sentences.flatMap((s) => s.text.split(/\s+/)).length;
    expect(words).toBeGreaterThan(0);
    expect(words).toBeLessThanOrEqual(30);
  });

  test('gives the shortest sentence alone when nothing fits the budget', () => {
    const { sentences } = summarize([doc(FERRY)], { lang: 'en', words: 2 });

    expect(sentences.map((s) => s.text)).toEqual(['Nobody was hurt.']);
  });
});
