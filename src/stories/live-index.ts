// The articles alive, findable by the terms of their headline and lead. Cost follows how many are alive, not the archive.

import type { Lexicon } from './lexicon.ts';
import { IN_TITLE, IS_NAME, type Profile } from './profile.ts';

export interface Hit {
  readonly slot: number;
  readonly score: number;
}

export interface LiveIndex {
  /** Answers the slot under which the article is known. */
  add(profile: Profile): number;
  remove(slot: number): void;
  get(slot: number): Profile | undefined;
  /** Negative where the first one is older, or came earlier in the same millisecond. */
  compareAge(a: number, b: number): number;
  /** The articles that share the rarest terms of the headline and lead, best first. */
  nearest(profile: Profile, limit: number): Hit[];
  /** How many articles alive hold the term in headline or lead. */
  holders(id: number): number;
  readonly size: number;
}

/** Terms looked up per article, and articles looked at for all of them: what bounds the cost. */
const QUERY_TERMS = 32;
const MOST_LOOKED_AT = 4_000;
/** A term in more than a fifth of all texts finds nothing in particular. */
const LEAST_IDF = 1.6;
/** A long lead shares more words by chance; a mere headline must not gain too much by that. */
const MASS_FLOOR = 10;

export function createLiveIndex(lexicon: Lexicon): LiveIndex {
  const profiles: (Profile | undefined)[] = [];
  const free: number[] = [];
  const postings = new Map<number, number[]>();
  let scores = new Float64Array(1_024);
  const masses: number[] = [];
  /** Slots are given anew; the order of coming is what the same articles in the same order have in common. */
  const turns: number[] = [];
  let turn = 0;
  let size = 0;

  const indexed = (mark: number): boolean => (mark & 0b11100) !== 0;

  return {
    add(profile) {
      const slot = free.pop() ?? profiles.length;
      profiles[slot] = profile;
      size += 1;
      turns[slot] = turn++;
      masses[slot] = Math.sqrt(profile.marks.reduce((count, mark) => count + (indexed(mark) ? 1 : 0), MASS_FLOOR));
      if (slot >= scores.length) scores = new Float64Array(scores.length * 2);
      profile.ids.forEach((id, i) => {
        if (!indexed(profile.marks[i]!)) return;
        const list = postings.get(id);
        if (list === undefined) postings.set(id, [slot]);
        else list.push(slot);
      });
      return slot;
    },
    remove(slot) {
      const profile = profiles[slot];
      if (profile === undefined) return;
      profile.ids.forEach((id, i) => {
        if (!indexed(profile.marks[i]!)) return;
        const list = postings.get(id)!;
        // The oldest go first, so it stands near the front.
        list.splice(list.indexOf(slot), 1);
        if (list.length === 0) postings.delete(id);
      });
      profiles[slot] = undefined;
      free.push(slot);
      size -= 1;
    },
    get: (slot) => profiles[slot],
    compareAge: (a, b) => profiles[a]!.time - profiles[b]!.time || turns[a]! - turns[b]!,
    nearest(profile, limit) {
      const touched: number[] = [];
      addAll(queryTerms(profile, lexicon), postings, scores, touched);
      for (const slot of touched) scores[slot]! /= masses[slot]!;
      const hits = best(touched, { scores, turns, limit });
      for (const slot of touched) scores[slot] = 0;
      return hits;
    },
    holders: (id) => postings.get(id)?.length ?? 0,
    get size() {
      return size;
    },
  };
}

/** The rarest come first: what no longer fits are words that everything shares. */
function addAll(
  terms: readonly { readonly id: number; readonly weight: number }[],
  postings: ReadonlyMap<number, readonly number[]>,
  scores: Float64Array,
  touched: number[],
): void {
  let left = MOST_LOOKED_AT;
  for (const { id, weight } of terms) {
    const list = postings.get(id) ?? [];
    addScores(list.length > left ? list.slice(-left) : list, weight, scores, touched);
    left -= list.length;
    if (left <= 0) return;
  }
}

function addScores(list: readonly number[], weight: number, scores: Float64Array, touched: number[]): void {
  for (const slot of list) {
    if (scores[slot] === 0) touched.push(slot);
    scores[slot]! += weight;
  }
}

function queryTerms(profile: Profile, lexicon: Lexicon): { id: number; weight: number }[] {
  const terms: { id: number; weight: number }[] = [];
  profile.ids.forEach((id, i) => {
    const mark = profile.marks[i]!;
    if ((mark & 0b11100) === 0) return;
    const idf = lexicon.idf(id);
    if (idf < LEAST_IDF) return;
    const factor = (mark & IN_TITLE ? 2 : 1) * (mark & IS_NAME ? 1.3 : 1);
    terms.push({ id, weight: idf * idf * factor });
  });
  return terms.sort((a, b) => b.weight - a.weight).slice(0, QUERY_TERMS);
}

interface Ranking {
  readonly scores: Float64Array;
  readonly turns: readonly number[];
  readonly limit: number;
}

/** Slots of the highest scores; equal ones by their coming, so that the answer is always the same. */
function best(slots: readonly number[], ranking: Ranking): Hit[] {
  const { scores, limit } = ranking;
  const hits: Hit[] = [];
  let floor = 0;
  for (const slot of slots) {
    const score = scores[slot]!;
    if (score < floor) continue;
    hits.push({ slot, score });
    // Cut back now and then: what is kept raises the floor, and most chance hits stay below it.
    if (hits.length >= limit * 4) floor = cut(hits, ranking);
  }
  cut(hits, ranking);
  return hits;
}

/** Keeps the best; answers the score of the last of them. */
function cut(hits: Hit[], { turns, limit }: Ranking): number {
  hits.sort((a, b) => b.score - a.score || turns[a.slot]! - turns[b.slot]!);
  if (hits.length > limit) hits.length = limit;
  return hits.at(-1)?.score ?? 0;
}
