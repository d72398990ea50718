import { expect, test } from 'vitest';
import { type AskedTerm, freshness, scoreDocs, scoreShelf } from '../../src/postings/score-shelf.ts';
import { createShelf } from '../../src/postings/shelf.ts';
import { createTop, type Scored } from '../../src/postings/top.ts';
import { WEIGHTS } from '../../src/postings/weigh-terms.ts';
import { createDice } from '../bench/dice.ts';

interface Doc {
  readonly id: number;
  readonly minute: number;
  readonly marks: Map<string, number>;
}

const NOW = 50_000;
const ASK = { needs: 0, refuses: 0, since: 0, now: NOW };

/** Heavy terms are rare, as in a text. */
function library(count: number, terms: readonly AskedTerm[], seed: number): Doc[] {
  const dice = createDice(seed);
  return Array.from({ length: count }, (_, n) => {
    const own = terms.filter(({ weight }) => dice(1000) < 600 / (1 + weight));
    return { id: n + 1, minute: dice(NOW), marks: new Map(own.map(({ term }) => [term, 1 + dice(255)])) };
  });
}

function find(shelves: readonly (readonly Doc[])[], terms: readonly AskedTerm[], limit: number): Scored[] {
  const top = createTop(limit);
  const allowed = new Uint8Array(10_000).fill(1);
  for (const docs of shelves) {
    const shelf = createShelf();
    for (const doc of docs) shelf.add(doc);
    scoreShelf(shelf, { terms, lists: terms.map(({ term }) => shelf.list(term)) }, { ...ASK, allowed }, top);
  }
  return top.sorted();
}

/** A look at every document. */
function scan(docs: readonly Doc[], terms: readonly AskedTerm[], limit: number): Scored[] {
  const scored = docs.map(({ id, minute, marks }) => {
    const sum = terms.reduce((all, { term, weight }) => all + weight * WEIGHTS[marks.get(term) ?? 0]!, 0);
    return { id, minute, score: sum * freshness(minute, NOW) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.id - a.id)
    .slice(0, limit);
}

test.each([1, 2, 3, 4, 5])('the best are those of a look at every document, however they are shelved (%i)', (seed) => {
  const dice = createDice(seed);
  const terms = Array.from({ length: 12 }, (_, n) => ({
    term: `t${n}`,
    weight: 9 / (1 + dice(12)),
    meets: 0,
    meetsInTitle: 0,
  })).sort((a, b) => b.weight - a.weight);
  const docs = library(900, terms, seed);
  const expected = scan(docs, terms, 20);
  const parts = [docs.slice(0, 128), docs.slice(128, 256), docs.slice(256)];

  for (const shelves of [[docs], parts, parts.toReversed(), docs.map((doc) => [doc])])
    expect(find(shelves, terms, 20)).toEqual(expected);
});

test('of documents that are equally good the later ones are found, whichever shelf comes first', () => {
  const terms = [{ term: 'a', weight: 1, meets: 0, meetsInTitle: 0 }];
  const docs = Array.from({ length: 60 }, (_, n) => ({ id: n + 1, minute: 7, marks: new Map([['a', 90]]) }));
  const parts = [docs.slice(0, 30), docs.slice(30)];

  for (const shelves of [parts, parts.toReversed()])
    expect(find(shelves, terms, 3).map(({ id }) => id)).toEqual([60, 59, 58]);
});

test('what is left to see of a document is asked only of those that would get in', () => {
  const terms = [{ term: 'a', weight: 1, meets: 1, meetsInTitle: 0 }];
  const shelf = createShelf();
  for (let id = 1; id <= 100; id += 1) shelf.add({ id, minute: 0, marks: [[id % 2 === 0 ? 'a' : 'b', id]] });
  const asked: number[] = [];
  const fits = (id: number): boolean => asked.push(id) > 1;
  const top = createTop(2);
  const ask = { ...ASK, needs: 1, allowed: new Uint8Array(101).fill(1), fits };

  scoreShelf(shelf, { terms, lists: [shelf.list('a')] }, ask, top);

  expect(top.sorted().map(({ id }) => id)).toEqual([98, 96]);
  expect(asked).toEqual([100, 98, 96]);
});

test('documents that are named score what they score among all, and nothing is left of it for the next shelf', () => {
  const terms = ['a', 'b', 'c'].map((term, n) => ({ term, weight: 3 - n, meets: 0, meetsInTitle: 0 }));
  const docs = library(300, terms, 3);
  const shelf = createShelf();
  for (const doc of docs) shelf.add(doc);
  const weights = terms.map(({ weight }) => weight);
  const expected = new Map(scan(docs, terms, 300).map(({ id, score, minute }) => [id, score / freshness(minute, NOW)]));

  const scores = scoreDocs(shelf, [7, 3, 299], { weights, lists: terms.map(({ term }) => shelf.list(term)) });

  expect(scores).toEqual([8, 4, 300].map((id) => expect.closeTo(expected.get(id) ?? 0, 9)));
  expect(find([docs], terms, 20)).toEqual(scan(docs, terms, 20));
});
