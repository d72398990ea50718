// What must be there for a query to match: a small set of terms and sources of which one is in every article that it
// matches. The rarest part of a list of which all must hold; all parts of one of which any may.

import { type Condition, lengthOf, OP, opOf, partsOf } from './programs.ts';

/** Any of its guards being there is the whole answer: one word, or words with OR. */
export function isSure(codes: Int32Array, at: number): boolean {
  const op = opOf(codes[at]!);
  return op === OP.term || (op === OP.or && partsOf(codes, at).every((part) => opOf(codes[part]!) === OP.term));
}

interface Guarded {
  /** Numbers of terms, words of a source. */
  readonly guards: readonly (number | string)[];
  /** The share of articles that it lets through, at a guess; only speed hangs on it. */
  readonly cost: number;
}

interface Rarity {
  readonly shares: readonly number[];
  readonly leaves: readonly Condition[];
}

const SOURCE_COST = 0.02;
const TITLE_FACTOR = 0.2;

export function guardsOf(codes: Int32Array, at: number, rarity: Rarity): Guarded | undefined {
  const op = opOf(codes[at]!);
  switch (op) {
    case OP.not:
      return undefined;
    case OP.leaf: {
      const leaf = rarity.leaves[codes[at + 1]!]!;
      return leaf.kind === 'source' ? { guards: [firstWord(leaf.words)], cost: SOURCE_COST } : undefined;
    }
    case OP.and:
    case OP.or: {
      const parts = partsOf(codes, at).map((part) => guardsOf(codes, part, rarity));
      return op === OP.and ? cheapest(parts) : together(parts);
    }
    default: {
      const run = codes.subarray(at + 1, at + lengthOf(codes[at]!));
      const { shares } = rarity;
      const rarest = run.reduce((a, b) => (shares[b]! < shares[a]! ? b : a));
      return { guards: [rarest], cost: shares[rarest]! * (op === OP.title || op === OP.titleRun ? TITLE_FACTOR : 1) };
    }
  }
}

function firstWord(name: string): string {
  return name.trim().split(' ', 1)[0]!;
}

function cheapest(parts: readonly (Guarded | undefined)[]): Guarded | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? undefined : known.reduce((a, b) => (b.cost < a.cost ? b : a));
}

function together(parts: readonly (Guarded | undefined)[]): Guarded | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  return {
    guards: [...new Set(known.flatMap((part) => part.guards))],
    cost: known.reduce((sum, part) => sum + part.cost, 0),
  };
}
