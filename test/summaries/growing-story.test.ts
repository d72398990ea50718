import { describe, expect, test } from 'vitest';
import { summarize } from '../../src/summaries/summarize.ts';
import type { SummaryDoc } from '../../src/summaries/summary.ts';
import { buildTimeline } from '../../src/summaries/timeline.ts';
import { findUnique } from '../../src/summaries/unique.ts';
import { findNews, knownAt } from '../../src/summaries/whats-new.ts';

const DOCS: readonly SummaryDoc[] = [
  {
    id: 'gazette-1',
    source: 'Gazette',
    publishedAt: 1000,
    text: 'The ferry Aurora ran aground near Holm on Tuesday night with 214 passengers aboard. Rescue boats brought everyone ashore before midnight.',
  },
  {
    id: 'post-1',
    source: 'Post',
    publishedAt: 2000,
    text: 'The ferry Aurora ran aground near Holm with 214 passengers on Tuesday night. Divers found a tear of nine metres in the hull of the ferry on Wednesday morning.',
  },
  {
    id: 'gazette-2',
    source: 'Gazette',
    publishedAt: 3000,
    text: 'Prosecutors charged the captain of the ferry Aurora with negligence on Friday. Rescue boats had brought everyone ashore before midnight on Tuesday.',
  },
];

describe('a growing story', () => {
  test('has a timeline: each step is what was new at its time', () => {
    const timeline = buildTimeline(DOCS, { lang: 'en' });

    expect(timeline.map(({ at, sentence }) => [at, sentence.text])).toEqual([
      [1000, 'The ferry Aurora ran aground near Holm on Tuesday night with 214 passengers aboard.'],
      [2000, 'Divers found a tear of nine metres in the hull of the ferry on Wednesday morning.'],
      [3000, 'Prosecutors charged the captain of the ferry Aurora with negligence on Friday.'],
    ]);
    expect(timeline[0]!.sentence.cites.map((c) => c.doc)).toEqual(['gazette-1', 'post-1']);
  });

  test('keeps its opening when the timeline has room for little', () => {
    expect(buildTimeline(DOCS, { lang: 'en', most: 1 }).map((entry) => entry.at)).toEqual([1000]);
  });

  test('says what is new since a time, and not what was known', () => {
    const news = findNews(DOCS, { known: knownAt(DOCS, 2000), lang: 'en' });

    expect(news.map((s) => s.text)).toEqual([
      'Prosecutors charged the captain of the ferry Aurora with negligence on Friday.',
    ]);
  });

  test('has no news where nothing was known before', () => {
    expect(findNews(DOCS, { known: knownAt(DOCS, 0), lang: 'en' })).toEqual([]);
  });

  test('is summarized by what is new to those who know its beginning', () => {
    const known = ['gazette-1', 'post-1'];
    const { sentences } = summarize(DOCS, { lang: 'en', sentences: 3, known });

    expect(sentences).toMatchObject([
      {
        text: 'Prosecutors charged the captain of the ferry Aurora with negligence on Friday.',
        cites: [{ doc: 'gazette-2' }],
      },
    ]);
  });

  test.each(['default', 'lead'] as const)(
    'is summarized by its new articles where they say nothing new: %s',
    (method) => {
      const again = { ...DOCS[0]!, id: 'wire', source: 'Wire' };
      const { sentences } = summarize([DOCS[0]!, again], { lang: 'en', sentences: 1, known: ['gazette-1'], method });

      expect(sentences).toMatchObject([{ cites: [{ doc: 'wire' }] }]);
    },
  );

  test('names what only one source says', () => {
    const unique = findUnique(DOCS, 'en');

    expect(unique.map(({ source, sentence }) => [source, sentence.text])).toEqual([
      ['Gazette', 'Prosecutors charged the captain of the ferry Aurora with negligence on Friday.'],
      ['Post', 'Divers found a tear of nine metres in the hull of the ferry on Wednesday morning.'],
    ]);
  });

  test('has nothing that only one source says when there is one', () => {
    expect(
      findUnique(
        DOCS.filter((d) => d.source === 'Gazette'),
        'en',
      ),
    ).toEqual([]);
  });
});
