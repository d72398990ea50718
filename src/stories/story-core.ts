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

/** Of a sample of the members. What is counted of words changes nothing: it is the same after a restart. */
export function toCore(profiles: readonly Profile[], size: number, lexicon: Lexicon): Core {
  const sums = new Map<number, { weight: number; held: number }>();
  for (const { ids, marks } of profiles) {
    for (let i = 0; i < ids.length; i++) {
      const weight = foreground(marks[i]!);
      if (weight === 0) continue;
      const sum = sums.get(ids[i]!);
      if (sum === undefined) sums.set(ids[i]!, { weight, held: 1 });
      else {
        sum.weight += weight;
        sum.held += 1;
      }
    }
  }
  // Equal ones stand in the order of the profiles, which a restart does not change.
  const best = [...sums]
    .map(([id, { weight, held }]) => ({ id, weight, held, rank: weight * lexicon.tableIdf(id) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, TERMS);
  return {
    ids: Int32Array.from(best, ({ id }) => id),
    weights: Float32Array.from(best, ({ weight }) => weight / profiles.length),
    shares: Float32Array.from(best, ({ held }) => held / profiles.length),
    cohesion: best.slice(0, FOREMOST).reduce((sum, { held }) => sum + held, 0) / FOREMOST / profiles.length,
    size,
  };
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
