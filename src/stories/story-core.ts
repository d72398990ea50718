// What the articles of a story have in common: the terms that most of its headlines and leads hold, and how many do.
// A large story is known by it better than by any of its members.

import type { Lexicon } from './lexicon.ts';
import { IN_TITLE, type Profile } from './profile.ts';

export interface Core {
  readonly ids: Int32Array;
  /** How much each stands in the foreground (0..1): in every headline 1, in every lead less. */
  readonly weights: Float32Array;
  /** Share of the members that hold it. */
  readonly shares: Float32Array;
  /** How far its articles agree on what is most said: 1 where every headline has it, near 0 where they have nothing in common. */
  readonly cohesion: number;
  /** Articles of the story. */
  readonly size: number;
}

const FOREMOST = 6;
const TERMS = 40;
const IN_LEAD = 0.6;

/** Weight of a term in one article: 0 where it stands only in the body. */
export function foreground(mark: number): number {
  if (mark & IN_TITLE) return 1;
  return (mark & 0b11100) === 0 ? 0 : IN_LEAD;
}

/** What the core is chosen from: twice its terms, by how rare they are in the shipped table. */
export interface Pool {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  readonly held: readonly number[];
  /** Profiles that it was taken from, and articles of the story. */
  readonly sampled: number;
  readonly size: number;
}

/** Makes the pool of a story from a sample of its members' profiles. */
export function createPoolMaker(lexicon: Lexicon): (profiles: readonly Profile[], size: number) => Pool {
  let sums = new Float64Array(1 << 14);
  let held = new Uint16Array(1 << 14);
  const add = (id: number, weight: number, met: number[]): void => {
    if (id >= sums.length) [sums, held] = [longer(sums, id), longer(held, id)];
    if (held[id] === 0) met.push(id);
    sums[id]! += weight;
    held[id]! += 1;
  };
  return (profiles, size) => {
    const met: number[] = [];
    for (const { ids, marks } of profiles) {
      for (let i = 0; i < ids.length; i++) {
        const weight = foreground(marks[i]!);
        if (weight > 0) add(ids[i]!, weight, met);
      }
    }
    const places = highest(met.length, (i) => sums[met[i]!]! * lexicon.shippedIdf(met[i]!), 2 * TERMS);
    const ids = places.map((place) => met[place]!);
    const pool = {
      ids,
      weights: ids.map((id) => sums[id]!),
      held: ids.map((id) => held[id]!),
      sampled: profiles.length,
      size,
    };
    for (const id of met) {
      sums[id] = 0;
      held[id] = 0;
    }
    return pool;
  };
}

export function toCore({ ids, weights, held, sampled, size }: Pool, idf: (id: number) => number): Core {
  const places = highest(ids.length, (i) => weights[i]! * idf(ids[i]!), TERMS);
  return {
    ids: Int32Array.from(places, (i) => ids[i]!),
    weights: Float32Array.from(places, (i) => weights[i]! / sampled),
    shares: Float32Array.from(places, (i) => held[i]! / sampled),
    cohesion: places.slice(0, FOREMOST).reduce((sum, i) => sum + held[i]!, 0) / FOREMOST / sampled,
    size,
  };
}

/** Places of the highest; equal ones stand in their order: that of the profiles, which a restart does not change. */
function highest(length: number, rankOf: (place: number) => number, count: number): number[] {
  const ranks = new Float64Array(length);
  for (let i = 0; i < length; i++) ranks[i] = rankOf(i);
  const floor = length <= count ? 0 : ranks.toSorted()[length - count]!;
  const places: number[] = [];
  for (let i = 0; i < length; i++) if (ranks[i]! >= floor) places.push(i);
  return places.sort((a, b) => ranks[b]! - ranks[a]! || a - b).slice(0, count);
}

function longer<T extends Float64Array | Uint16Array>(from: T, last: number): T {
  const to = new (from.constructor as new (length: number) => T)(last * 2);
  to.set(from);
  return to;
}

/** How two bundles of terms, of an article or of stories, go together. */
export interface Bond {
  /** Cosine of weighted terms. */
  readonly cosine: number;
  /** Share of the story's core, by weight, that the other holds. */
  readonly covered: number;
  /** Share of the other's headline, by weight, that is in the core. */
  readonly titleCovered: number;
  /** Share of the other's terms, by weight, that point at this story among all that are alive. */
  readonly pointed: number;
  /** Terms of weight that hardly any story but this holds. */
  readonly alone: number;
}

/** One article's or story's terms laid out by their numbers. */
export interface Layout {
  /** Per id its foreground weight, 0 elsewhere. */
  readonly weights: Float32Array;
  /** Square root of the sum of squares of weight times idf, and the sums that the shares are of. */
  readonly norm: number;
  readonly mass: number;
  readonly titleMass: number;
  readonly size: number;
}

const ALONE_IDF = 3;
const ALONE_SHARE = 0.5;

export interface Rarity {
  idf(id: number): number;
  /** How many articles alive hold the term in headline or lead. */
  holders(id: number): number;
}

export function toBond(layout: Layout, core: Core, rarity: Rarity): Bond {
  const sums = { dot: 0, covered: 0, title: 0, pointed: 0, alone: 0 };
  let square = 0;
  let whole = 0;
  for (let i = 0; i < core.ids.length; i++) {
    const id = core.ids[i]!;
    const idf = rarity.idf(id);
    const weight = core.weights[i]! * idf;
    square += weight * weight;
    whole += weight;
    const other = id < layout.weights.length ? layout.weights[id]! : 0;
    if (other === 0) continue;
    // The members that hold it, among all that do and are not the other's.
    const share = Math.min(1, (core.shares[i]! * core.size) / Math.max(1, rarity.holders(id) - layout.size + 1));
    addShared(sums, { weight, other, idf, share });
  }
  return {
    cosine: sums.dot / (Math.sqrt(square) * layout.norm || 1),
    covered: sums.covered / (whole || 1),
    titleCovered: sums.title / (layout.titleMass || 1),
    pointed: sums.pointed / (layout.mass || 1),
    alone: sums.alone,
  };
}

function addShared(
  sums: { dot: number; covered: number; title: number; pointed: number; alone: number },
  { weight, other, idf, share }: { weight: number; other: number; idf: number; share: number },
): void {
  sums.covered += weight * other;
  sums.dot += weight * other * idf;
  if (other === 1) sums.title += weight;
  sums.pointed += other * idf * idf * share;
  if (idf > ALONE_IDF && share >= ALONE_SHARE) sums.alone += 1;
}
