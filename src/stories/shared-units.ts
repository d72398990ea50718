// What two leads share, thing by thing: words that either text tells as one name count together.

import type { Profile } from './profile.ts';

/** What a term brings to the leads' product, and to the square of either's length. */
export interface Part {
  dot: number;
  own: number;
  other: number;
  /** Of several terms the rarest one's. */
  idf: number;
  /** One of its terms is a name or a number. */
  isName: boolean;
  /** All of them are offices. */
  isOffice: boolean;
}

/** A term that both leads hold, by its places in either profile. */
export interface SharedTerm extends Part {
  readonly ownAt: number;
  readonly otherAt: number;
}

/** Makes a function that puts the shared terms of two profiles together, loudest first; the terms are used up. */
export function createUnits(): (shared: readonly SharedTerm[], own: Profile, other: Profile) => Part[] {
  const roots: number[] = [];
  const met = createPlaces();
  const rootOf = (i: number): number => {
    let root = i;
    while (roots[root] !== root) root = roots[root]!;
    return root;
  };
  const join = (a: number, b: number): void => {
    roots[rootOf(a)] = rootOf(b);
  };
  const joinNames = (shared: readonly SharedTerm[], own: Profile, other: Profile): void => {
    met.clear();
    for (let i = 0; i < shared.length; i++) join(i, met.first(own.names[shared[i]!.ownAt]!, i));
    met.clear();
    for (let i = 0; i < shared.length; i++) join(i, met.first(other.names[shared[i]!.otherAt]!, i));
  };
  /** What both headlines write side by side, where no capital says what a name is. */
  const joinDoubtful = (shared: readonly SharedTerm[], own: Profile, other: Profile): void => {
    if (own.doubtful.length === 0 || other.doubtful.length === 0) return;
    for (const [one, next] of pairs(own.doubtful)) {
      const first = shared.findIndex(({ ownAt }) => ownAt === one);
      const second = shared.findIndex(({ ownAt }) => ownAt === next);
      if (first < 0 || second < 0) continue;
      const isThere = pairs(other.doubtful).some(
        ([a, b]) => a === shared[first]!.otherAt && b === shared[second]!.otherAt,
      );
      if (isThere) join(first, second);
    }
  };
  return (shared, own, other) => {
    for (let i = 0; i < shared.length; i++) roots[i] = i;
    joinNames(shared, own, other);
    joinDoubtful(shared, own, other);
    const units: Part[] = [];
    for (let i = 0; i < shared.length; i++) {
      const part = shared[i]!;
      const root = rootOf(i);
      if (root === i) units.push(part);
      else add(shared[root]!, part);
    }
    return units.sort((a, b) => b.dot - a.dot);
  };
}

function pairs(places: Uint16Array): [number, number][] {
  return Array.from({ length: places.length / 2 }, (_, i) => [places[2 * i]!, places[2 * i + 1]!]);
}

function add(unit: Part, { dot, own, other, idf, isName, isOffice }: Part): void {
  unit.dot += dot;
  unit.own += own;
  unit.other += other;
  unit.idf = Math.max(unit.idf, idf);
  unit.isName ||= isName;
  unit.isOffice &&= isOffice;
}

interface Places {
  clear(): void;
  /** Who was the first at the place, the asker if none was. */
  first(place: number, asker: number): number;
}

/** What is cleared costs nothing: an older turn's entries no longer count. */
function createPlaces(): Places {
  const turns: number[] = [];
  const who: number[] = [];
  let turn = 0;
  return {
    clear() {
      turn += 1;
    },
    first(place, asker) {
      if (turns[place] === turn) return who[place]!;
      turns[place] = turn;
      who[place] = asker;
      return asker;
    },
  };
}
