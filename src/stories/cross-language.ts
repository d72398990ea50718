// One event in two languages: no words to compare, but the names and numbers are the same. Joins only what shares
// several names and a telling number within two days; a place or a person alone says nothing.

import { createHashTable } from './hash-table.ts';
import type { Read } from './profile.ts';

/** What of an article can be recognised in another language. */
export interface Anchors {
  readonly lang: string;
  readonly time: number;
  /** Hashes, ascending: texts are not kept. */
  readonly names: Uint32Array;
  readonly numbers: Uint32Array;
}

export interface CrossLanguageIndex<StoryKey> {
  /** The story of another language that tells the same event, if there is one. */
  find(anchors: Anchors): StoryKey | undefined;
  add(slot: number, anchors: Anchors, story: StoryKey): void;
  merge(from: StoryKey, into: StoryKey): void;
  move(slot: number, story: StoryKey): void;
  remove(slot: number): void;
}

const WINDOW_MS = 48 * 3_600_000;
const MOST_HOLDERS = 400;

interface Entry<StoryKey> {
  readonly anchors: Anchors;
  story: StoryKey;
  /** Of two that are equally like it, the one that came first counts. */
  readonly turn: number;
}

export function anchorsOf({ lang, title, text }: Read, time: number): Anchors {
  const names = new Set<number>();
  const numbers = new Set<number>();
  for (const { word } of [...title, ...text]) {
    if (word.name !== undefined) names.add(word.name);
    if (word.number !== undefined) numbers.add(word.number);
  }
  return { lang, time, names: Uint32Array.from(names).sort(), numbers: Uint32Array.from(numbers).sort() };
}

export function createCrossLanguageIndex<StoryKey>(): CrossLanguageIndex<StoryKey> {
  const entries = new Map<number, Entry<StoryKey>>();
  /** By telling number alone: names never join without one. */
  const holders = createHashTable();
  let turn = 0;

  return {
    find(anchors) {
      const candidates = new Set<number>();
      for (const number of anchors.numbers) {
        const held = holders.get(number, MOST_HOLDERS + 1);
        if (held.length <= MOST_HOLDERS) for (const slot of held) candidates.add(slot);
      }
      return best(anchors, candidates, entries);
    },
    add(slot, anchors, story) {
      entries.set(slot, { anchors, story, turn: turn++ });
      for (const number of anchors.numbers) holders.add(number, slot);
    },
    merge(from, into) {
      for (const entry of entries.values()) if (entry.story === from) entry.story = into;
    },
    move(slot, story) {
      entries.get(slot)!.story = story;
    },
    remove(slot) {
      const entry = entries.get(slot);
      entries.delete(slot);
      for (const number of entry?.anchors.numbers ?? []) holders.remove(number, slot);
    },
  };
}

function best<StoryKey>(
  anchors: Anchors,
  candidates: ReadonlySet<number>,
  entries: ReadonlyMap<number, Entry<StoryKey>>,
): StoryKey | undefined {
  let found: Entry<StoryKey> | undefined;
  let most = 0;
  for (const slot of candidates) {
    const entry = entries.get(slot);
    if (entry === undefined || !isComparable(anchors, entry.anchors)) continue;
    const score = sameness(anchors, entry.anchors);
    const isBetter = score > most || (score > 0 && score === most && found !== undefined && entry.turn < found.turn);
    if (!isBetter) continue;
    most = score;
    found = entry;
  }
  return found?.story;
}

function isComparable(a: Anchors, b: Anchors): boolean {
  return a.lang !== b.lang && Math.abs(a.time - b.time) <= WINDOW_MS;
}

/** Where one of the two scripts has no capitals, its names cannot be seen, and numbers have to do. */
const FEW_NAMES = 3;

/** 0 where it is too little to tell. */
function sameness(a: Anchors, b: Anchors): number {
  const names = countShared(a.names, b.names);
  const numbers = countShared(a.numbers, b.numbers);
  const isNameless = Math.min(a.names.length, b.names.length) < FEW_NAMES;
  const isSame = isNameless ? numbers >= 3 : numbers >= 1 && names >= 2 && names + 2 * numbers >= 6;
  return isSame ? names + 2 * numbers : 0;
}

/** Of two ascending lists. */
function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared;
}
