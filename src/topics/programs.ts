// Queries as whole numbers in one array: a hundred thousand of them as objects would be a hundred megabytes, and to
// look at one would be a walk through memory. Each part is a head (what it is, and its length) and what belongs to it.

import { createHashTable, type HashTable } from '../stories/hash-table.ts';

/** The cheapest to ask first: parts of a list are kept in this order. */
export const OP = { term: 0, title: 1, leaf: 2, run: 3, titleRun: 4, not: 5, or: 6, and: 7 } as const;
export type Op = (typeof OP)[keyof typeof OP];
/** One part, or a whole query. */
export type Code = readonly number[];

const OP_BITS = 3;
const FIRST_SIZE = 1 << 12;

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
  const starts: number[] = [];
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
      codes.set(code, used);
      starts[entry] = used;
      used += code.length;
      byHash.add(hashOf(code), entry);
    },
    drop(entry) {
      const start = starts[entry] ?? -1;
      if (start < 0) return;
      const code = codes.subarray(start, start + lengthOf(codes[start]!));
      byHash.remove(hashOf(code), entry);
      wasted += code.length;
      starts[entry] = -1;
    },
    startOf: (entry) => starts[entry] ?? -1,
    find: (code) => findCode(code, { codes, starts, byHash }),
    get codes() {
      return codes;
    },
  };
}

const MOST_ALIKE = 64;

function findCode(
  code: Code,
  { codes, starts, byHash }: { codes: Int32Array; starts: readonly number[]; byHash: HashTable },
): number {
  const alike = byHash.get(hashOf(code), MOST_ALIKE);
  return alike.find((entry) => code.every((value, i) => codes[starts[entry]! + i] === value)) ?? -1;
}

function hashOf(code: ArrayLike<number>): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < code.length; i++) value = Math.imul(value ^ code[i]!, 0x9e3779b1) ^ (value >>> 15);
  return value >>> 0;
}
