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

describe('several documents', () => {
  const GAZETTE = doc(
    'The ferry Aurora ran aground near Holm on Tuesday night with 214 passengers aboard. Rescue boats brought everyone ashore before midnight.',
    { id: 'gazette', source: 'Gazette' },
  );
  const POST = doc(
    'The ferry Aurora ran aground near Holm with 214 passengers on Tuesday night. Divers found a tear of nine metres in the hull.',
    { id: 'post', source: 'Post' },
  );

  test('a sentence that two outlets say cites both, the quoted one first, and is said once', () => {
    const { sentences } = summarize([GAZETTE, POST], { lang: 'en', sentences: 3 });

    const aground = sentences.filter((s) => s.text.includes('aground'));
    expect(aground).toHaveLength(1);
    expect(aground[0]!.cites.map((c) => c.doc).toSorted()).toEqual(['gazette', 'post']);
    const quoted = [GAZETTE, POST].find((d) => d.id === aground[0]!.cites[0]!.doc)!;
    expect(quoted.text.slice(aground[0]!.cites[0]!.start, aground[0]!.cites[0]!.end)).toBe(aground[0]!.text);
  });

  test('two sources are heard where there are two', () => {
    const market = doc(
      'Prices at the fish market rose by a fifth this spring. Boats stay in port because fuel is dear. The council will meet on it.',
      { id: 'm', source: 'Market' },
    );
    const union = doc('Fishers ask the state for help with their costs. A strike may follow in June.', {
      id: 'u',
      source: 'Union',
    });

    const { sentences } = summarize([market, union], { lang: 'en', sentences: 2 });

    expect(new Set(sentences.flatMap((s) => s.cites.map((c) => c.doc))).size).toBe(2);
  });

  test('runs in time where the documents lie days apart', () => {
    const day = 24 * 3_600_000;
    const { sentences } = summarize(
      [
        { ...POST, publishedAt: 5 * day },
        { ...GAZETTE, publishedAt: day },
      ],
      { lang: 'en', sentences: 3 },
    );

    const times = sentences.map((s) => (s.cites[0]!.doc === 'post' ? 5 : 1));
    expect(times).toEqual(times.toSorted());
    expect(new Set(times).size).toBe(2);
  });
});

describe('readable', () => {
  test('no sentence that points back stands without the one before it', () => {
    const text =
      'He said that it would never happen to them again. Nordlink has cancelled all crossings between Holm and Aster until Friday. "We are sorry. Who would have thought so? The company Nordlink will pay for hotels in Holm and for all crossings missed.';
    const { sentences } = summarize([doc(text)], { lang: 'en', sentences: 3 });

    expect(sentences.map((s) => s.text.split(' ')[0])).toEqual(['Nordlink', 'The']);
  });

  test('a dateline is no part of the sentence', () => {
    const { sentences } = summarize([doc('HOLM, Aster (AP) — The ferry Aurora ran aground on Tuesday night.')], {
      lang: 'en',
    });

    expect(sentences.map((s) => s.text)).toEqual(['The ferry Aurora ran aground on Tuesday night.']);
  });

  test('a teaser without its full stop is quoted, one that breaks off is not', () => {
    const whole = doc('The council of Holm has approved the bridge over the river after years of debate');
    const broken = doc('The council of Holm has approved. Nordlink said on Tuesday that it will pay for hotels in the');

    expect(summarize([whole], { lang: 'en' }).sentences).toHaveLength(1);
    expect(summarize([broken], { lang: 'en' }).sentences.map((s) => s.text)).toEqual([
      'The council of Holm has approved.',
    ]);
  });

  test('headings are never quoted', () => {
    const { sentences } = summarize(
      [
        doc('What the ferry operator said on Tuesday.\nNordlink has cancelled all crossings to Holm until Friday.', {
          headings: [0],
        }),
      ],
      { lang: 'en' },
    );

    expect(sentences.map((s) => s.text)).toEqual(['Nordlink has cancelled all crossings to Holm until Friday.']);
  });
});
