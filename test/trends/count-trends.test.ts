import { describe, expect, test } from 'vitest';
import { countTrends } from '../../src/trends/count-trends.ts';
import type { TrendRow, TrendSince } from '../../src/trends/trend.ts';
import { NOON } from '../helpers/factories.ts';
import { PAPERS, quietDays, row } from './trend-rows.ts';

const trends = (rows: readonly TrendRow[], since: TrendSince = '24h') => countTrends(rows, { since, now: NOON });
const words = (rows: readonly TrendRow[], since: TrendSince = '24h') =>
  trends(rows, since).words.map(({ word }) => word);

describe('words', () => {
  test('what several sources write more than usual has grown by what is beyond it', () => {
    const rows = [
      ...quietDays(8),
      row('Gazette', 3, 'Solveig sails again'),
      row('Gazette', 0, 'The ferry Solveig has run aground'),
      row('Courier', 0, 'All are safe on the ferry Solveig'),
      row('Post', 0, 'Tugs wait for the ferry Solveig'),
      row('Echo', 0, 'A ferry Solveig without passengers'),
    ];

    const { usualDays, words: found } = trends(rows);

    expect(usualDays).toBe(7);
    expect(found[0]).toMatchObject({ word: 'Solveig', reports: 4, sources: 4 });
    expect(Math.round(found[0]!.growth)).toBe(4);
  });

  test('what is always written of is not trending', () => {
    const daily = PAPERS.flatMap((paper) =>
      Array.from({ length: 8 }, (_, day) => row(paper, day, 'Lundberg council meets')),
    );

    expect(words([...quietDays(8), ...daily])).toEqual([]);
  });

  test('a source that posts much makes no trend, neither alone nor beside a real one', () => {
    const flood = Array.from({ length: 200 }, (_, n) => row('Gazette', 0, `Zeppelin offer number ${n}`));
    const real = ['Courier', 'Post', 'Echo'].map((paper) => row(paper, 0, 'Volcano wakes'));

    expect(words([...quietDays(8), ...flood])).toEqual([]);
    expect(words([...quietDays(8), ...flood, ...real])).toEqual(['Volcano wakes']);
  });

  test('a text that many print counts once', () => {
    const original = row('Gazette', 0, 'Volcano wakes');
    const copies = PAPERS.slice(1).map((paper) => row(paper, 0, 'Volcano wakes', { copyOf: original.id }));
    const unseen = PAPERS.map((paper) => row(paper, 0, 'Glacier calves', { copyOf: 999_999 as never }));

    expect(words([...quietDays(8), original, ...copies])).toEqual([]);
    expect(words([...quietDays(8), ...unseen])).toEqual([]);
  });

  test('sources that were added today do not make their words trend', () => {
    const known = PAPERS.slice(0, 4);
    const added = ['New One', 'New Two', 'New Three'].flatMap((paper) =>
      ['Parliament debates', 'Ministers travel'].map((title) => row(paper, 0, title)),
    );
    const real = known.map((paper) => row(paper, 0, 'Volcano wakes'));

    expect(words([...quietDays(8, known), ...added, ...real])).toEqual(['Volcano wakes']);
  });

  test('where most sources are new it says that the usual is unknown, and tells what most of them write of', () => {
    const rows = PAPERS.map((paper) => row(paper, 0, 'Volcano wakes near Lundberg'));
    const alone = row('Gazette', 0, 'Opera season opens');

    const { usualDays, words: found } = trends([...rows, alone]);

    expect(usualDays).toBe(0);
    expect(found[0]).toMatchObject({ reports: 6, usual: 0 });
    expect(found.map(({ word }) => word).join()).not.toContain('Opera');
  });

  test('a longer time needs a longer past', () => {
    const rows = [...quietDays(8), ...PAPERS.map((paper) => row(paper, 0, 'Volcano wakes'))];

    expect(trends(rows, '24h').usualDays).toBe(7);
    expect(trends(rows, '3d').usualDays).toBe(5);
    expect(trends(rows, '7d').usualDays).toBe(0);
  });

  test('names of several words are whole, and what is told along with them is not told twice', () => {
    const told = (paper: string, text: string) => row(paper, 0, 'What happened overnight', { lead: text, story: 7 });
    const rows = [
      ...quietDays(8),
      told('Gazette', 'In parliament Margaret Oyelaran spoke of ransomware on Friday.'),
      told('Courier', 'The ransomware was no surprise, minister Margaret Oyelaran said.'),
      told('Post', 'Nobody paid for the ransomware, as Margaret Oyelaran had promised.'),
    ];

    const [first, ...others] = trends(rows).words;

    expect(first).toMatchObject({ word: 'Margaret Oyelaran', storyId: 7 });
    expect(first?.along).toContain('ransomware');
    expect(others).toEqual([]);
  });

  test('names of days, numbers, datelines and a source’s own name are no words', () => {
    const rows = [
      ...quietDays(8),
      ...PAPERS.slice(0, 4).map((paper) =>
        row(paper, 0, 'It was on Saturday', {
          lead: `PORT ANSEL (MW) — The ${paper} counted 4711 visitors in November.`,
          source: `${paper} Zenith`,
        }),
      ),
    ];

    expect(words(rows).join(' ')).not.toMatch(/Saturday|4711|visitors|ANSEL|MW|Zenith|November/i);
  });

  test('a single source counts by its stories', () => {
    const rows = [
      ...quietDays(8, ['Gazette']),
      ...['lava', 'ash', 'smoke', 'stone'].map((what) => row('Gazette', 0, `Volcano throws ${what}`)),
    ];

    expect(words(rows)).toEqual(['Volcano throws']);
  });

  test('only what matches the topic is counted', () => {
    const off = PAPERS.map((paper) => row(paper, 0, '', { inTopic: false }));
    const on = PAPERS.slice(0, 3).map((paper) => row(paper, 0, 'Volcano wakes'));

    expect(words([...quietDays(8).map((one) => ({ ...one, inTopic: false, title: '' })), ...off, ...on])).toEqual([
      'Volcano wakes',
    ]);
  });

  test.each([
    ['ru', 'В городе снова говорят о ферри', 'Паром Солвейг сел на мель', /Солвейг/],
    ['ja', '朝市が今日も開かれた', '湊島で震度5弱の地震', /湊島|地震/],
    ['de', 'Im Rathaus wird gestrichen', 'Hochwasser in Bellerive steigt', /Hochwasser|Bellerive/],
    ['vi', 'Chợ sáng mở cửa', 'Động đất ở Minatojima', /Minatojima|Động đất/],
  ])('in %s', (lang, usual, news, expected) => {
    const rows = PAPERS.flatMap((paper) => [
      ...Array.from({ length: 8 }, (_, day) => row(paper, day, usual, { lang })),
      row(paper, 0, news, { lang }),
    ]);

    expect(words(rows)[0]).toMatch(expected);
  });

  test('there is nothing in nothing', () => {
    expect(trends([])).toEqual({ usualDays: 0, words: [], stories: [] });
  });
});

describe('stories', () => {
  const stories = (rows: readonly TrendRow[], since: TrendSince = '24h') => trends(rows, since).stories;

  test('a new story has grown by its sources; one of a single source has not', () => {
    const rows = [
      ...PAPERS.slice(0, 3).map((paper) => row(paper, 0, 'Volcano wakes', { story: 1 })),
      ...Array.from({ length: 9 }, () => row('Gazette', 0, 'Opera season opens', { story: 2 })),
    ];

    expect(stories(rows)).toMatchObject([{ storyId: 1, growth: 3, sources: 3, size: 3, isNew: true }]);
  });

  test('a story that goes on as it did has not grown; one that spreads has, by what is beyond its own course', () => {
    const steady = [0, 1, 2, 3].flatMap((day) =>
      PAPERS.slice(0, 3).map((paper) => row(paper, day, 'Trial continues', { story: 1 })),
    );
    const spreading = [
      row('Gazette', 1, 'Leak found', { story: 2 }),
      ...PAPERS.map((paper) => row(paper, 0, 'Leak spreads', { story: 2 })),
    ];

    expect(stories([...steady, ...spreading])).toMatchObject([
      { storyId: 2, reports: 6, usual: 1, growth: 5, isNew: false },
    ]);
  });

  test('most grown first, with first and last time and main names', () => {
    const three = ['Gazette', 'Courier', 'Post'].map((paper, n) =>
      row(paper, n / 10, 'Solveig runs aground', {
        story: 1,
        lead: 'The ferry Solveig ran aground in Kestrel Strait.',
      }),
    );
    const two = ['Echo', 'Herald'].map((paper) => row(paper, 0, 'Mayor resigns', { story: 2 }));

    const [first, second] = stories([...two, ...three]);

    expect(first).toMatchObject({ storyId: 1, firstAt: three[2]!.time, lastAt: three[0]!.time });
    expect(first?.names).toEqual(expect.arrayContaining(['Kestrel Strait']));
    expect(second?.storyId).toBe(2);
  });
});
