import { describe, expect, test } from 'vitest';
import { editDistance, nearestWord } from '../../src/postings/nearest-word.ts';
import type { Question } from '../../src/postings/weigh-question.ts';
import { type RankDeps, rankHits } from '../../src/stories/rank.ts';
import { createRanker } from '../../src/stories/ranker.ts';
import { isSameEvent } from '../../src/stories/same-event.ts';

const NOW = 1_000 * 86_400_000;
const DAY = 86_400_000;

/** An engine that finds these, whatever is asked. */
function engineOf(hits: readonly { id: string; score: number; at?: number; publishers?: number }[]): RankDeps<string> {
  return {
    find: async () => hits.map(({ id, score, at = NOW }) => ({ id, score, at })),
    read: async (ids) => new Map(ids.map((id) => [id, { titleTerms: [id], textTerms: [], lang: 'en' }])),
    publishers: async () => new Map(hits.map(({ id, publishers = 1 }) => [id, publishers])),
  };
}

const asked = (...terms: string[]) => ({
  terms: terms.map((term) => ({ term, weight: 1, usual: 0.01 })),
  words: terms.length,
});
const orderOf = async (...ask: Parameters<typeof rankHits<string>>) => (await rankHits(...ask)).map(({ id }) => id);

describe('rankHits', () => {
  test('what more publishers tell comes before what is as good', async () => {
    const hits = [
      { id: 'one', score: 1 },
      { id: 'many', score: 0.95, publishers: 8 },
      { id: 'far', score: 0.5, publishers: 8 },
    ];

    expect(await orderOf(asked('volcano'), engineOf(hits))).toEqual(['many', 'one', 'far']);
  });

  test('of words that describe an event, hits around one day hold together; one word is a subject', async () => {
    const hits = [
      { id: 'a', score: 1, at: NOW },
      { id: 'stray', score: 0.9, at: NOW - 300 * DAY },
      { id: 'b', score: 0.88, at: NOW },
      { id: 'c', score: 0.87, at: NOW + DAY / 10 },
    ];

    expect(await orderOf(asked('ash', 'closes', 'airport', 'sanorin'), engineOf(hits))).toEqual([
      'a',
      'b',
      'c',
      'stray',
    ]);
    expect(await orderOf(asked('ash'), engineOf(hits))).toEqual(['a', 'stray', 'b', 'c']);
  });

  test('where several words were typed, the words of the best hits are asked for as well', async () => {
    const questions: Question[] = [];
    const engine = engineOf([{ id: 'volcano', score: 1 }]);
    const deps: RankDeps<string> = {
      ...engine,
      find: async (question) => {
        questions.push(question);
        return engine.find(question);
      },
    };

    await rankHits(asked('ash', 'closes', 'airport'), deps);
    await rankHits(asked('ash'), deps);

    expect(questions.map(({ marking = [] }) => marking.map(({ term }) => term))).toEqual([[], ['volcano'], []]);
  });

  test('nothing found is nothing ranked', async () => {
    expect(await rankHits(asked('ash'), engineOf([]))).toEqual([]);
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

  test('finds by any of the words', async () => {
    expect((await ranker.rank('volcano parliament'))[0]).toBe('volcano');
  });

  test('forgives a typing mistake', async () => {
    expect((await ranker.rank('volcnao'))[0]).toBe('volcano');
  });

  test('follows the morphology of each language that is there', async () => {
    expect((await ranker.rank('wahl'))[0]).toBe('wahl');
  });

  test('answers nothing to words that nobody wrote, and to no words', async () => {
    expect([await ranker.rank('xylophone'), await ranker.rank(''), await createRanker().rank('volcano')]).toEqual([
      [],
      [],
      [],
    ]);
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
