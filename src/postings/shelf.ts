// A shelf of documents in memory: what is being written, or all that a ranker holds.

import { addPosting, closeList, type OpenList, openList, type PostingList } from './posting-list.ts';

/** Documents numbered from 0 in the order of writing, and who holds which term. */
export interface Shelf {
  readonly size: number;
  /** Who each document is; 0: nobody any more. */
  readonly ids: Uint32Array;
  /** When it is from, in minutes since 1970. */
  readonly minutes: Uint32Array;
  /** The latest of the minutes. */
  readonly newest: number;
  list(term: string): PostingList | undefined;
}

export interface OpenShelf extends Shelf {
  add(doc: { readonly id: number; readonly minute: number; readonly marks: Iterable<readonly [string, number]> }): void;
  terms(): IterableIterator<string>;
}

export function createShelf(): OpenShelf {
  const lists = new Map<string, OpenList>();
  let ids = new Uint32Array(64);
  let minutes = new Uint32Array(64);
  let size = 0;
  let newest = 0;
  return {
    get size() {
      return size;
    },
    get newest() {
      return newest;
    },
    get ids() {
      return ids.subarray(0, size);
    },
    get minutes() {
      return minutes.subarray(0, size);
    },
    add(doc) {
      if (size === ids.length) {
        ids = grow(ids);
        minutes = grow(minutes);
      }
      ids[size] = doc.id;
      minutes[size] = doc.minute;
      newest = Math.max(newest, doc.minute);
      for (const [term, mark] of doc.marks) {
        let list = lists.get(term);
        if (list === undefined) {
          list = openList();
          lists.set(term, list);
        }
        addPosting(list, size, mark);
      }
      size += 1;
    },
    list(term) {
      const list = lists.get(term);
      return list === undefined ? undefined : closeList(list);
    },
    terms: () => lists.keys(),
  };
}

function grow(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(numbers.length * 2);
  grown.set(numbers);
  return grown;
}

/** Times are kept in minutes: four bytes for some eight thousand years. */
export function toMinute(ms: number): number {
  return Math.min(0xff_ff_ff_ff, Math.max(0, Math.floor(ms / 60_000)));
}
