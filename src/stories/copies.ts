// Near-duplicates: articles that hold most of another one's text, whether cut, retitled, framed or lightly edited.

import { containment, type Fingerprint, toFingerprint } from './fingerprint.ts';
import { createHashTable } from './hash-table.ts';

export interface CopyIndex<Id> {
  /** The known article that this one copies most, if it is a copy. */
  find(print: Fingerprint): Id | undefined;
  add(id: Id, print: Fingerprint): void;
  remove(id: Id): void;
  readonly size: number;
}

/** From this share of shared five-word runs on it is a copy. Two reports of one event that quote the same people stay below. */
export const COPY_CONTAINMENT = 0.33;
/** Hashes by which a text is found: one in eight; all of a short one. */
const KEY_MASK = 7;
const SHORT_PRINT = 16;
/** A passage in more texts than this is a site's furniture. */
const MOST_HOLDERS = 48;
const LOOKED_AT = 8;

export function createCopyIndex<Id>(): CopyIndex<Id> {
  const table = createHashTable();
  const slots = new Map<Id, number>();
  /** Slots are given anew; of two that are equally like it, the one that came first is copied. */
  const turns: number[] = [];
  let turn = 0;
  const ids: (Id | undefined)[] = [];
  const prints: (Fingerprint | undefined)[] = [];
  const free: number[] = [];
  return {
    find(print) {
      const shared = new Map<number, number>();
      for (const key of keysOf(print)) {
        const holders = table.get(key, MOST_HOLDERS);
        if (holders.length < MOST_HOLDERS) for (const slot of holders) shared.set(slot, (shared.get(slot) ?? 0) + 1);
      }
      const likely = [...shared].sort((a, b) => b[1] - a[1] || turns[a[0]]! - turns[b[0]]!).slice(0, LOOKED_AT);
      const judged = likely.map(([slot]) => ({ slot, share: containment(print, prints[slot]!) }));
      const best = judged.reduce((a, b) => (b.share > a.share ? b : a), { slot: -1, share: 0 });
      return best.share >= COPY_CONTAINMENT ? ids[best.slot] : undefined;
    },
    add(id, print) {
      const slot = free.pop() ?? ids.length;
      ids[slot] = id;
      prints[slot] = print;
      turns[slot] = turn++;
      slots.set(id, slot);
      for (const key of keysOf(print)) table.add(key, slot);
    },
    remove(id) {
      const slot = slots.get(id);
      if (slot === undefined) return;
      for (const key of keysOf(prints[slot]!)) table.remove(key, slot);
      slots.delete(id);
      ids[slot] = undefined;
      prints[slot] = undefined;
      free.push(slot);
    },
    get size() {
      return slots.size;
    },
  };
}

function keysOf(print: Fingerprint): Uint32Array {
  return print.hashes.length < SHORT_PRINT ? print.hashes : print.hashes.filter((hash) => (hash & KEY_MASK) === 0);
}

export interface Copyable<Id> {
  readonly id: Id;
  readonly title: string;
  readonly text: string;
}

/** For each article, in the order given, the id of the first article of its group of near-duplicates (its own if it has none). */
export function copyGroups<Id>(articles: Iterable<Copyable<Id>>): Map<Id, Id> {
  const index = createCopyIndex<Id>();
  const groups = new Map<Id, Id>();
  for (const article of articles) {
    const print = toFingerprint(article.title, article.text);
    const original = index.find(print);
    groups.set(article.id, original === undefined ? article.id : groups.get(original)!);
    index.add(article.id, print);
  }
  return groups;
}
