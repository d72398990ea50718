import { expect, test } from 'vitest';
import {
  addPosting,
  addScores,
  addToScores,
  closeList,
  countAllowed,
  joinLists,
  openList,
  readList,
} from '../../src/postings/posting-list.ts';
import { createDice } from '../bench/dice.ts';

function listOf(docs: readonly number[]) {
  const list = openList();
  for (const doc of docs) addPosting(list, doc, 1 + (doc % 255));
  return closeList(list);
}

function docsIn(list: ReturnType<typeof listOf>): number[] {
  const into = { docs: new Uint32Array(0), marks: new Uint8Array(0) };
  const count = readList(list, into);
  expect([...into.marks.subarray(0, count)]).toHaveLength(count);
  return [...into.docs.subarray(0, count)];
}

function rising(count: number, seed: number): number[] {
  const dice = createDice(seed);
  let at = 0;
  return Array.from({ length: count }, () => (at += 1 + dice(dice(5) === 0 ? 100_000 : 3)));
}

test('what was written is read, near and far apart', () => {
  for (const docs of [[0], [0, 1, 127, 128, 129, 16_383, 16_384, 5_000_000], rising(2000, 1)])
    expect(docsIn(listOf(docs))).toEqual(docs);
});

test('joined lists are as if written as one', () => {
  const parts = [rising(300, 2), [0], rising(5, 3), rising(1000, 4)];
  const bases = [0, 40_000_000, 40_000_001, 50_000_000];

  const joined = joinLists(parts.map((docs, i) => ({ list: listOf(docs), base: bases[i] as number })));

  const whole = parts.flatMap((docs, i) => docs.map((doc) => doc + (bases[i] as number)));
  expect(docsIn(joined)).toEqual(whole);
  expect([joined.count, joined.last]).toEqual([whole.length, whole.at(-1)]);
});

test('what is allowed is counted, as far as is wanted', () => {
  const list = listOf([0, 2, 4, 6]);
  const who = Uint32Array.of(10, 11, 12, 13, 0, 15, 16);
  const allowed = new Uint8Array(17);
  for (const id of [10, 12, 16]) allowed[id] = 1;

  expect([countAllowed(list, who, allowed), countAllowed(list, who, allowed, 2)]).toEqual([3, 2]);
});

test('what marks weigh adds up; a list that opens nothing adds to those that have a score', () => {
  const sums = { scores: new Float64Array(400), touched: new Uint32Array(400), count: 0 };
  const weighs = (mark: number) => expect.closeTo((mark / 127) * 2.2, 9);

  addScores(listOf([0, 2, 300]), 1, sums);
  addScores(listOf([2]), 2, sums);
  addToScores(listOf([1, 2, 300]), 1, sums);

  expect([...sums.touched.subarray(0, sums.count)]).toEqual([0, 2, 300]);
  // Their marks are 1, 2, 3 and 46.
  expect([0, 1, 2, 300].map((doc) => sums.scores[doc])).toEqual([weighs(1), 0, weighs(3 * 4), weighs(46 * 2)]);
});
