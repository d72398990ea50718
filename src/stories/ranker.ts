// Search over documents in memory: any of the words finds, BM25 ranks, a word that nobody wrote is taken for the nearest
// one that somebody did, and the best hits' own words help to find what says it differently.

import { toTerms } from '../text/terms.ts';
import { bm25 } from './bm25.ts';
import { nearestWord } from './nearest-word.ts';

export interface RankerDoc<Id> {
  readonly id: Id;
  readonly title: string;
  readonly text: string;
  readonly lang?: string | undefined;
  /** Milliseconds in UTC. */
  readonly time?: number | undefined;
}

export interface Ranker<Id> {
  add(doc: RankerDoc<Id>): void;
  /** Ids of the best, best first. */
  rank(query: string, limit?: number): Id[];
}

interface Stored<Id> {
  readonly id: Id;
  readonly length: number;
  readonly time: number | undefined;
  /** Per term: occurrences in the headline and in the text. */
  readonly counts: ReadonlyMap<string, readonly [number, number]>;
}

/** Feedback (Rocchio, as RM3 weighs it): from so many best hits, so many words, with this much say. */
const FEEDBACK_DOCS = 4;
const FEEDBACK_TERMS = 40;
const FEEDBACK_SHARE = 0.2;
/** So many hits are put in order again by their days. */
const REORDERED = 40;
const BURST_DOCS = 5;
const BURST_MS = 0.7 * 86_400_000;
/** How much that may lift a hit; a query of so many words describes an event, one word is a subject. */
const BURST_SHARE = 3;
const EVENT_WORDS = 6;
/** What a guessed word counts. */
const GUESSED = 0.7;

interface Shelf<Id> {
  readonly docs: Stored<Id>[];
  readonly postings: Map<string, number[]>;
  readonly languages: Set<string | undefined>;
  totalLength: number;
}

export function createRanker<Id>(): Ranker<Id> {
  const shelf: Shelf<Id> = { docs: [], postings: new Map(), languages: new Set(), totalLength: 0 };
  return {
    add: (doc) => addDoc(shelf, doc),
    rank(query, limit = 10) {
      const asked = readQuery(shelf, query);
      const first = best(scoreAll(shelf, asked), FEEDBACK_DOCS);
      const widened = widen(shelf, asked, first);
      const found = best(scoreAll(shelf, widened), Math.max(limit, REORDERED));
      const share = BURST_SHARE * Math.min(1, (asked.size - 1) / EVENT_WORDS);
      return liftBursts(shelf, found, share)
        .slice(0, limit)
        .map(([at]) => shelf.docs[at]!.id);
    },
  };
}

function addDoc<Id>(shelf: Shelf<Id>, doc: RankerDoc<Id>): void {
  const counts = new Map<string, [number, number]>();
  const count = (terms: readonly string[], field: 0 | 1): void => {
    for (const term of terms) {
      const own = counts.get(term) ?? [0, 0];
      own[field] += 1;
      counts.set(term, own);
    }
  };
  const titleTerms = toTerms(doc.title, doc.lang);
  const textTerms = toTerms(doc.text, doc.lang);
  count(titleTerms, 0);
  count(textTerms, 1);
  const length = titleTerms.length + textTerms.length;
  const at = shelf.docs.push({ id: doc.id, length, counts, time: doc.time }) - 1;
  for (const term of counts.keys()) {
    const list = shelf.postings.get(term);
    if (list === undefined) shelf.postings.set(term, [at]);
    else list.push(at);
  }
  shelf.languages.add(doc.lang);
  shelf.totalLength += length;
}

function idfOf<Id>(shelf: Shelf<Id>, term: string): number {
  const holders = shelf.postings.get(term)?.length ?? 0;
  return Math.log(1 + (shelf.docs.length - holders + 0.5) / (holders + 0.5));
}

/** The asked words' terms in every language that is here; one that nobody wrote becomes its neighbour, at a discount. */
function readQuery<Id>(shelf: Shelf<Id>, query: string): Map<string, number> {
  const { postings, languages } = shelf;
  const weights = new Map<string, number>();
  for (const term of new Set([...languages].flatMap((lang) => toTerms(query, lang)))) {
    const known = postings.has(term) ? term : nearestWord(term, postings.keys(), (word) => postings.get(word)!.length);
    if (known !== undefined) weights.set(known, (weights.get(known) ?? 0) + (known === term ? 1 : GUESSED));
  }
  return weights;
}

function scoreAll<Id>(shelf: Shelf<Id>, weights: ReadonlyMap<string, number>): Map<number, number> {
  const scores = new Map<number, number>();
  const meanLength = shelf.totalLength / shelf.docs.length;
  for (const [term, weight] of weights) {
    const idf = idfOf(shelf, term);
    for (const at of shelf.postings.get(term) ?? []) {
      const doc = shelf.docs[at]!;
      const [title, text] = doc.counts.get(term)!;
      const gain = weight * bm25({ title, text, length: doc.length, meanLength, idf });
      scores.set(at, (scores.get(at) ?? 0) + gain);
    }
  }
  return scores;
}

function best(scores: ReadonlyMap<number, number>, limit: number): [number, number][] {
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
}

/** The asked words, and with less weight the words that mark the best hits. */
function widen<Id>(
  shelf: Shelf<Id>,
  asked: ReadonlyMap<string, number>,
  hits: readonly (readonly [number, number])[],
): Map<string, number> {
  const total = hits.reduce((sum, [, points]) => sum + points, 0);
  const model = new Map<string, number>();
  for (const [at, points] of hits) {
    const doc = shelf.docs[at]!;
    for (const [term, [title, text]] of doc.counts) {
      const share = ((3 * title + text) / doc.length) * (points / total);
      model.set(term, (model.get(term) ?? 0) + share * idfOf(shelf, term));
    }
  }
  const chosen = [...model].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, FEEDBACK_TERMS);
  const sum = chosen.reduce((all, [, weight]) => all + weight, 0);
  const askedSum = [...asked.values()].reduce((all, weight) => all + weight, 0);
  const weights = new Map([...asked].map(([term, weight]) => [term, (1 - FEEDBACK_SHARE) * (weight / askedSum)]));
  for (const [term, weight] of chosen) weights.set(term, (weights.get(term) ?? 0) + (FEEDBACK_SHARE * weight) / sum);
  return weights;
}

/** An event is written about within days: a hit gains by the good hits around its time. */
function liftBursts<Id>(shelf: Shelf<Id>, hits: readonly [number, number][], share: number): [number, number][] {
  const top = hits.slice(0, BURST_DOCS);
  const sum = top.reduce((all, [, points]) => all + points ** 2, 0);
  const lifted = hits.map(([at, points]): [number, number] => {
    const time = shelf.docs[at]!.time;
    if (time === undefined) return [at, points];
    const near = top.reduce((all, [other, worth]) => {
      const otherTime = shelf.docs[other]!.time;
      if (other === at || otherTime === undefined) return all;
      return all + worth ** 2 * Math.exp(-Math.abs(time - otherTime) / BURST_MS);
    }, 0);
    return [at, points * (1 + (share * near) / sum)];
  });
  return lifted.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}
