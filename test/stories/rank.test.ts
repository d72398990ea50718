import { describe, expect, test } from 'vitest';
import { editDistance, nearestWord } from '../../src/stories/nearest-word.ts';
import { type Candidate, rankCandidates } from '../../src/stories/rank.ts';
import { createRanker } from '../../src/stories/ranker.ts';
import { isSameEvent } from '../../src/stories/same-event.ts';

const NOW = 1_000 * 86_400_000;

function candidate(id: string, title: string, text: string, more: Partial<Candidate<string>> = {}): Candidate<string> {
  return { id, lang: 'en', titleTerms: title.split(' '), textTerms: text.split(' '), time: NOW, sources: 1, ...more };
}

describe('rankCandidates', () => {
  test('puts the headline before the text, and the rare word before the common one', () => {
    const ranked = rankCandidates(
      ['volcano', 'report'],
      [candidate('common', 'report', 'a'), candidate('text', 'x', 'volcano a'), candidate('title', 'volcano', 'a b')],
      NOW,
    );

    expect(ranked.map(({ id }) => id)).toEqual(['title', 'text', 'common']);
  });

  test('prefers the fresher and the broader of equal texts', () => {
    const old = candidate('old', 'volcano', 'a', { time: NOW - 30 * 86_400_000 });
    const broad = candidate('broad', 'volcano', 'a', { sources: 8 });

    const ranked = rankCandidates(['volcano'], [old, candidate('fresh', 'volcano', 'a'), broad], NOW);

    expect(ranked.map(({ id }) => id)).toEqual(['broad', 'fresh', 'old']);
  });

  test('does not hang on the order of the candidates', () => {
    const candidates = [
      candidate('a', 'volcano', 'a'),
      candidate('b', 'x', 'volcano'),
      candidate('c', 'volcano ash', 'b'),
    ];

    const there = rankCandidates(['volcano', 'ash'], candidates, NOW).map(({ id }) => id);

    expect(rankCandidates(['volcano', 'ash'], candidates.toReversed(), NOW).map(({ id }) => id)).toEqual(there);
  });
});

describe('createRanker', () => {
  const ranker = createRanker<string>();
  ranker.add({
    id: 'volcano',
    title: 'Volcano erupts on Sanorin',
    text: 'Ash fell on the villages below the volcano.',
    lang: 'en',
  });
  ranker.add({ id: 'rates', title: 'Bank keeps rates', text: 'The central bank kept its interest rates.', lang: 'en' });
  ranker.add({ id: 'wahl', title: 'Wahlen in Nordmark', text: 'Die Wahlen enden am Sonntag.', lang: 'de' });

  test('finds by any of the words', () => {
    expect(ranker.rank('volcano parliament')[0]).toBe('volcano');
  });

  test('forgives a typing mistake', () => {
    expect(ranker.rank('volcnao')[0]).toBe('volcano');
  });

  test('follows the morphology of each language that is there', () => {
    expect(ranker.rank('wahl')[0]).toBe('wahl');
  });

  test('answers nothing to words that nobody wrote, and to no words', () => {
    expect([ranker.rank('xylophone'), ranker.rank(''), createRanker().rank('volcano')]).toEqual([[], [], []]);
  });
});

describe('nearestWord', () => {
  test.each([
    ['electoin', 'election'],
    ['elecsion', 'election'],
    ['el', undefined],
    ['2024', undefined],
    ['zzzzzz', undefined],
  ])('takes %s for %s', (typed, meant) => {
    expect(nearestWord(typed, ['election', 'selection', 'elephant', '2025'], () => 1)).toBe(meant);
  });
});

test('editDistance counts a swap as one mistake', () => {
  expect([editDistance('abcd', 'abdc', 2), editDistance('abcd', 'xbcd', 2), editDistance('abcd', 'dcba', 2)]).toEqual([
    1, 1, 3,
  ]);
});

describe('isSameEvent', () => {
  const ferry = {
    title: 'Ferry sinks off Lumara, 40 missing',
    text: 'A ferry with 120 people aboard sank off the port of Lumara on Monday. Rescue boats searched for 40 missing passengers, the coast guard said.',
  };
  const again = {
    title: 'Forty missing after Lumara ferry sinks',
    text: 'Divers joined the search for 40 passengers missing since a ferry sank off the port of Lumara with 120 people aboard, the coast guard said.',
  };
  const museum = {
    title: 'Lumara museum shows lost paintings',
    text: 'The museum of Lumara opened an exhibition of paintings thought lost since 1911.',
  };

  test('says yes to two reports of one accident, whichever comes first', () => {
    expect([isSameEvent(ferry, again, 'en'), isSameEvent(again, ferry, 'en')]).toEqual([true, true]);
  });

  test('says no to two events in one town', () => {
    expect(isSameEvent(ferry, museum, 'en')).toBe(false);
  });
});
