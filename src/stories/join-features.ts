// What the learned join looks at: one new article before one story alive.

import type { Likeness } from './likeness.ts';
import type { Bond } from './story-core.ts';

export interface Seen {
  /** Likeness to the members that the index found near, and to a sample of the others. */
  readonly near: readonly Likeness[];
  readonly sample: readonly Likeness[];
  readonly size: number;
  /** Hours from the new article to the story's nearest and to its farthest member. */
  readonly hoursToNearest: number;
  readonly hoursToFarthest: number;
  /** Words read of the new article, and of the story's members on average. */
  readonly length: number;
  readonly memberLength: number;
  /** The best and the mean score of the index for this story, and the best for any other story, as shares of the article's own. */
  readonly score: number;
  readonly rivalScore: number;
  readonly rivalLead: number;
  /** How many articles alive are about as near as this story's best. */
  readonly crowd: number;
  /** To what the story's articles have in common. */
  readonly bond: Bond;
  readonly cohesion: number;
  /** How many other stories the index found nearer, and the best of what others have. */
  readonly rank: number;
  readonly rivalTitle: number;
  readonly rivalCosine: number;
  readonly rivalPointed: number;
}

const WINDOWS = [
  'title',
  'lead',
  'body',
  'names',
  'deeds',
  'titleInLead',
  'leadInTitle',
  'beyond',
  'rarest',
  'second',
  'third',
  'shared',
] as const;

export const FEATURES: readonly string[] = [
  ...WINDOWS.map((window) => `max-${window}`),
  ...WINDOWS.map((window) => `mean-${window}`),
  'best-sum',
  'size',
  'hours-to-nearest',
  'hours-to-farthest',
  'length',
  'member-length',
  'score',
  'rival-score',
  'score-lead',
  'lead-lead',
  'crowd',
  'core',
  'core-covered',
  'title-covered',
  'pointed',
  'alone',
  'rank',
  'title-ahead',
  'core-ahead',
  'pointed-ahead',
  'cohesion',
  'max-further',
  'max-found',
];

export function toFeatures(seen: Seen): Float64Array {
  const all = [...seen.near, ...seen.sample];
  const features = new Float64Array(FEATURES.length);
  let at = 0;
  for (const window of WINDOWS) features[at++] = greatest(all, window);
  const mean = seen.sample.length > 0 ? seen.sample : seen.near;
  for (const window of WINDOWS) features[at++] = sum(mean, window) / mean.length;
  features[at++] = Math.max(...all.map((one) => one.title + one.lead + one.body + one.names));
  features[at++] = Math.log(seen.size);
  features[at++] = seen.hoursToNearest;
  features[at++] = seen.hoursToFarthest;
  features[at++] = seen.length;
  features[at++] = seen.memberLength;
  features[at++] = seen.score;
  features[at++] = seen.rivalScore;
  features[at++] = seen.score - seen.rivalScore;
  features[at++] = features[1]! - seen.rivalLead;
  features[at++] = seen.crowd;
  features[at++] = seen.bond.cosine;
  features[at++] = seen.bond.covered;
  features[at++] = seen.bond.titleCovered;
  features[at++] = seen.bond.pointed;
  features[at++] = seen.bond.alone;
  features[at++] = seen.rank;
  features[at++] = features[0]! - seen.rivalTitle;
  features[at++] = seen.bond.cosine - seen.rivalCosine;
  features[at++] = seen.bond.pointed - seen.rivalPointed;
  features[at++] = seen.cohesion;
  features[at++] = greatest(all, 'further');
  features[at++] = greatest(all, 'found');
  return features;
}

/** The greatest of a list that is not empty. */
export function greatest(all: readonly Likeness[], window: keyof Likeness): number {
  let value = all[0]![window];
  for (const one of all) if (one[window] > value) value = one[window];
  return value;
}

function sum(all: readonly Likeness[], window: keyof Likeness): number {
  let total = 0;
  for (const one of all) total += one[window];
  return total;
}
