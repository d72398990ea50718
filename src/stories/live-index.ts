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
  /** The articles that share the rarest terms of the headline and lead, best first. */
  nearest(profile: Profile, limit: number): Hit[];
  readonly size: number;
}

/** Terms looked up per article, and articles looked at per term: what bounds the cost. */
const QUERY_TERMS = 32;
const LONGEST_POSTING = 3_000;
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
  let size = 0;

  const indexed = (mark: number): boolean => (mark & 0b11100) !== 0;

  return {
    add(profile) {
      const slot = free.pop() ?? profiles.length;
      profiles[slot] = profile;
      size += 1;
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
    nearest(profile, limit) {
      const touched: number[] = [];
      for (const { id, weight } of queryTerms(profile, lexicon)) {
        addScores(postings.get(id) ?? [], weight, scores, touched);
      }
      for (const slot of touched) scores[slot]! /= masses[slot]!;
      const hits = best(touched, scores, limit);
      for (const slot of touched) scores[slot] = 0;
      return hits;
    },
    get size() {
      return size;
    },
  };
}

function addScores(list: readonly number[], weight: number, scores: Float64Array, touched: number[]): void {
  for (let i = Math.max(0, list.length - LONGEST_POSTING); i < list.length; i++) {
    const slot = list[i]!;
    if (scores[slot] === 0) touched.push(slot);
    scores[slot]! += weight;
  }
}

function queryTerms(profile: Profile, lexicon: Lexicon): { id: number; weight: number }[] {
  const terms: { id: number; weight: number }[] = [];
  profile.ids.forEach((id, i) => {
    const mark = profile.marks[i]!;
    if ((mark & 0b11100) === 0) return;
    const idf = lexicon.idf(id, profile.lang);
    if (idf < LEAST_IDF) return;
    const factor = (mark & IN_TITLE ? 2 : 1) * (mark & IS_NAME ? 1.3 : 1);
    terms.push({ id, weight: idf * idf * factor });
  });
  return terms.sort((a, b) => b.weight - a.weight).slice(0, QUERY_TERMS);
}

/** Slots of the highest scores; equal ones by slot, so that the answer is always the same. */
function best(slots: readonly number[], scores: Float64Array, limit: number): Hit[] {
  let floor = 0;
  if (slots.length > limit * 4) {
    // A sample gives a floor that keeps enough, and spares sorting thousands of chance hits.
    const sorted = Float64Array.from(slots, (slot) => scores[slot]!).sort();
    floor = sorted[sorted.length - limit]!;
  }
  const hits: Hit[] = [];
  for (const slot of slots) if (scores[slot]! >= floor) hits.push({ slot, score: scores[slot]! });
  return hits.sort((a, b) => b.score - a.score || a.slot - b.slot).slice(0, limit);
}
