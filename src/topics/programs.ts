// Queries as whole numbers in one array: a hundred thousand of them as objects would be a hundred megabytes, and to
// look at one would be a walk through memory. Each part is a head (what it is, and its length) and what belongs to it.

import { createHashTable, type HashTable } from '../stories/hash-table.ts';
import type { SinceQuery } from './query.ts';

/** The cheapest to ask first: parts of a list are kept in this order. */
export const OP = { term: 0, title: 1, leaf: 2, run: 3, titleRun: 4, not: 5, or: 6, and: 7 } as const;
export type Op = (typeof OP)[keyof typeof OP];
/** What is asked of an article beside its words. */
export type Condition =
  | SinceQuery
  | { readonly kind: 'source'; readonly words: string }
  | { readonly kind: 'lang'; readonly value: string };

/** One part, or a whole query. */
export type Code = readonly number[];

const OP_BITS = 3;
const FIRST_SIZE = 1 << 12;
const NONE = -1;

export function makeCode(op: Op, rest: Code): Code {
  return [op | ((rest.length + 1) << OP_BITS), ...rest];
}

/** Lists in one order, so that two queries that ask the same look the same. */
export function makeList(op: typeof OP.and | typeof OP.or, parts: readonly Code[]): Code {
  return parts.length === 1 ? parts[0]! : makeCode(op, [...parts].sort(compareCodes).flat());
}

function compareCodes(a: Code, b: Code): number {
  const byOp = opOf(a[0]!) - opOf(b[0]!);
  if (byOp !== 0) return byOp;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - (b[i] ?? -1);
  return a.length - b.length;
}

export function opOf(head: number): Op {
  return (head & ((1 << OP_BITS) - 1)) as Op;
}

/** With the head. */
export function lengthOf(head: number): number {
  return head >> OP_BITS;
}

/** Where the parts of a list begin. */
export function partsOf(codes: Int32Array, at: number): number[] {
  const parts: number[] = [];
  const end = at + lengthOf(codes[at]!);
  for (let part = at + 1; part < end; part += lengthOf(codes[part]!)) parts.push(part);
  return parts;
}

/** The code of entries, by their number. */
export interface Programs {
  put(entry: number, code: Code): void;
  drop(entry: number): void;
  /** Where an entry's code begins; negative if it has none. */
  startOf(entry: number): number;
  /** The entry of that code; negative if there is none. */
  find(code: Code): number;
  /** Another array after the next `put`. */
  readonly codes: Int32Array;
}

export function createPrograms(): Programs {
  let codes = new Int32Array(FIRST_SIZE);
  let used = 0;
  let wasted = 0;
  let starts = new Int32Array(FIRST_SIZE).fill(NONE);
  const byHash = createHashTable();

  const makeRoom = (length: number): void => {
    if (used + length <= codes.length) return;
    const from = codes;
    codes = new Int32Array(Math.max(FIRST_SIZE, 2 * (used - wasted + length)));
    used = 0;
    wasted = 0;
    starts.forEach((start, entry) => {
      if (start < 0) return;
      const own = from.subarray(start, start + lengthOf(from[start]!));
      codes.set(own, used);
      starts[entry] = used;
      used += own.length;
    });
  };
  return {
    put(entry, code) {
      makeRoom(code.length);
      if (entry >= starts.length) starts = longer(starts, entry);
      codes.set(code, used);
      starts[entry] = used;
      used += code.length;
      byHash.add(hashOf(code), entry);
    },
    drop(entry) {
      const start = starts[entry] ?? NONE;
      if (start < 0) return;
      const code = codes.subarray(start, start + lengthOf(codes[start]!));
      byHash.remove(hashOf(code), entry);
      wasted += code.length;
      starts[entry] = NONE;
    },
    startOf: (entry) => starts[entry] ?? NONE,
    find: (code) => findCode(code, { codes, starts, byHash }),
    get codes() {
      return codes;
    },
  };
}

function longer(from: Int32Array, last: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(2 * last).fill(NONE);
  to.set(from);
  return to;
}

const MOST_ALIKE = 64;

function findCode(
  code: Code,
  { codes, starts, byHash }: { codes: Int32Array; starts: Int32Array; byHash: HashTable },
): number {
  const alike = byHash.get(hashOf(code), MOST_ALIKE);
  return alike.find((entry) => code.every((value, i) => codes[starts[entry]! + i] === value)) ?? -1;
}

function hashOf(code: ArrayLike<number>): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < code.length; i++) value = Math.imul(value ^ code[i]!, 0x9e3779b1) ^ (value >>> 15);
  return value >>> 0;
}
