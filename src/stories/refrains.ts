// What a source says word for word in article after article: link boxes, tooltips, notes about the author. It tells
// nothing of what an article is about, and makes all of the source's articles alike.

import { hash } from './hash.ts';
import { createHashTable } from './hash-table.ts';
import type { PlacedWord } from './known-words.ts';

/** Hashes of an article's runs of words, sampled by their own value, each mixed with its source. */
export type Runs = Uint32Array;

export interface Refrains {
  /** The words without what the source's articles that are alive have said before; and the runs of all of them. */
  leaveOut(
    source: string,
    words: readonly PlacedWord[],
  ): { readonly words: readonly PlacedWord[]; readonly runs: Runs };
  add(slot: number, runs: Runs): void;
  remove(slot: number): void;
}

const RUN = 5;
/** One run in eight is kept. */
const SAMPLED = 7;
/** Fewer words than this in a row are a name and its title, or a turn of phrase. */
const SHORTEST = 12;
/** An article that repeats more than this goes on telling what it told: an update, not a refrain. */
const MOST = 0.4;

export function createRefrains(): Refrains {
  const table = createHashTable();
  const kept = new Map<number, Runs>();
  return {
    leaveOut(source, words) {
      const found = findRuns(hash(source), words);
      const repeated = markRepeated(words.length, found, (key) => table.first(key) >= 0);
      return { words: words.filter((_, i) => repeated[i] === 0), runs: Uint32Array.from(found, ({ key }) => key) };
    },
    add(slot, runs) {
      for (const key of runs) table.add(key, slot);
      kept.set(slot, runs);
    },
    remove(slot) {
      for (const key of kept.get(slot) ?? []) table.remove(key, slot);
      kept.delete(slot);
    },
  };
}

interface FoundRun {
  readonly key: number;
  /** Place of its first word. */
  readonly at: number;
}

function findRuns(seed: number, words: readonly PlacedWord[]): FoundRun[] {
  const runs = new Map<number, FoundRun>();
  for (let at = 0; at + RUN <= words.length; at++) {
    let key = seed;
    for (let i = at; i < at + RUN; i++) {
      key = Math.imul(key ^ words[i]!.word.key, 0x9e3779b1);
      key ^= key >>> 15;
    }
    key = Math.imul(key, 0x85ebca6b);
    key = (key ^ (key >>> 13)) >>> 0;
    if ((key & SAMPLED) === 0 && !runs.has(key)) runs.set(key, { key, at });
  }
  return [...runs.values()];
}

/** Per word 1 where it lies in a stretch whose sampled runs were all heard before. */
function markRepeated(count: number, runs: readonly FoundRun[], isHeard: (key: number) => boolean): Uint8Array {
  const marked = new Uint8Array(count);
  let sum = 0;
  let from = -1;
  let to = -1;
  const close = (): void => {
    if (from >= 0 && to - from >= SHORTEST) {
      marked.fill(1, from, to);
      sum += to - from;
    }
    from = -1;
  };
  for (const { key, at } of runs) {
    if (isHeard(key)) {
      if (from < 0) from = at;
      to = at + RUN;
    } else close();
  }
  close();
  return sum > count * MOST ? new Uint8Array(count) : marked;
}
