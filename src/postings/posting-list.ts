// Which documents hold a term, and what it weighs there: numbers of documents (rising, as distances) and marks, in bytes.

import { WEIGHTS } from './weigh-terms.ts';

export interface PostingList {
  /** Documents. */
  readonly count: number;
  /** The number of the last one. */
  readonly last: number;
  readonly bytes: Uint8Array;
}

/** A list that is being written. */
export interface OpenList {
  count: number;
  last: number;
  bytes: Uint8Array;
  length: number;
}

export function openList(): OpenList {
  return { count: 0, last: 0, bytes: new Uint8Array(8), length: 0 };
}

/** Documents come in the order of their numbers. */
export function addPosting(list: OpenList, doc: number, mark: number): void {
  if (list.length + 6 > list.bytes.length) {
    const grown = new Uint8Array(list.bytes.length * 2);
    grown.set(list.bytes);
    list.bytes = grown;
  }
  list.length = writeNumber(list.bytes, list.length, doc - list.last);
  list.bytes[list.length++] = mark;
  list.last = doc;
  list.count += 1;
}

export function closeList({ count, last, bytes, length }: OpenList): PostingList {
  return { count, last, bytes: bytes.subarray(0, length) };
}

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  let to = at;
  while (rest > 127) {
    bytes[to++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[to++] = rest;
  return to;
}

/** One list of several: the documents of each are numbered on from its `base`. Only the first number of each changes. */
export function joinLists(parts: readonly { readonly list: PostingList; readonly base: number }[]): PostingList {
  const bytes = new Uint8Array(parts.reduce((sum, { list }) => sum + list.bytes.length + 4, 0));
  let length = 0;
  let last = 0;
  let count = 0;
  for (const { list, base } of parts) {
    const { value, end } = readFirst(list.bytes);
    length = writeNumber(bytes, length, base + value - last);
    bytes.set(list.bytes.subarray(end), length);
    length += list.bytes.length - end;
    last = base + list.last;
    count += list.count;
  }
  return { count, last, bytes: bytes.subarray(0, length) };
}

function readFirst(bytes: Uint8Array): { readonly value: number; readonly end: number } {
  let value = 0;
  let shift = 0;
  let at = 0;
  for (;;) {
    const byte = bytes[at++] as number;
    value |= (byte & 127) << shift;
    if (byte < 128) return { value, end: at };
    shift += 7;
  }
}

/** Room for a list that is read: taken again for the next one. */
export interface Reading {
  docs: Uint32Array;
  marks: Uint8Array;
}

/** Fills `into`, which grows where it must; answers how many there are. */
export function readList({ count, bytes }: PostingList, into: Reading): number {
  if (into.docs.length < count) {
    into.docs = new Uint32Array(count * 2);
    into.marks = new Uint8Array(count * 2);
  }
  const { docs, marks } = into;
  let doc = 0;
  let at = 0;
  for (let n = 0; n < count; n++) {
    let byte = bytes[at++] as number;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number;
      step |= (byte & 127) << shift;
    }
    doc += step;
    docs[n] = doc;
    marks[n] = bytes[at++] as number;
  }
  return count;
}

/** Scores by document, as they add up. */
export interface Sums {
  scores: Float64Array;
  /** Documents that have a score, in the order in which they were found. */
  touched: Uint32Array;
  count: number;
}

/** Adds what each document's mark weighs. Read and added in one go: to read a list into memory first takes twice as long. */
export function addScores({ count, bytes }: PostingList, weight: number, into: Sums): void {
  const { scores, touched } = into;
  let found = into.count;
  let doc = 0;
  let at = 0;
  for (let n = 0; n < count; n++) {
    let byte = bytes[at++]!;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      step |= (byte & 127) << shift;
    }
    doc += step;
    const before = scores[doc]!;
    if (before === 0) touched[found++] = doc;
    scores[doc] = before + weight * WEIGHTS[bytes[at++]!]!;
  }
  into.count = found;
}

/** To those alone that have a score already. */
export function addToScores({ count, bytes }: PostingList, weight: number, { scores }: Sums): void {
  let doc = 0;
  let at = 0;
  for (let n = 0; n < count; n++) {
    let byte = bytes[at++]!;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      step |= (byte & 127) << shift;
    }
    doc += step;
    const mark = bytes[at++]!;
    const before = scores[doc]!;
    if (before !== 0) scores[doc] = before + weight * WEIGHTS[mark]!;
  }
}

/** How many of its documents are allowed: `who` says by number who each is. Reads no further than to `enough`. */
export function countAllowed(
  { count, bytes }: PostingList,
  who: Uint32Array,
  allowed: Uint8Array,
  enough = count,
): number {
  let found = 0;
  let doc = 0;
  let at = 0;
  for (let n = 0; n < count && found < enough; n++) {
    let byte = bytes[at++] as number;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number;
      step |= (byte & 127) << shift;
    }
    doc += step;
    at += 1;
    if (allowed[who[doc] as number] === 1) found += 1;
  }
  return found;
}
