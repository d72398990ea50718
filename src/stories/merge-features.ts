// What the learned merge looks at: two stories that one article could both join.

import type { Likeness } from './likeness.ts';
import type { Bond } from './story-core.ts';

export interface Beside {
  /** Log-odds of the article that bridges them, for either alone. */
  readonly best: number;
  readonly second: number;
  readonly there: Bond;
  readonly back: Bond;
  /** Between samples of their members. */
  readonly likenesses: readonly Likeness[];
  readonly sizes: readonly [number, number];
  readonly times: readonly { readonly first: number; readonly last: number }[];
  readonly cohesion: readonly [number, number];
  readonly lengths: readonly [number, number];
}

const WINDOWS = ['title', 'lead', 'body', 'names', 'deeds', 'beyond', 'rarest', 'second', 'shared'] as const;
const HOUR_MS = 3_600_000;

export const MERGE_FEATURES: readonly string[] = [
  'best',
  'second',
  'core',
  'covered-less',
  'covered-more',
  'pointed-less',
  'pointed-more',
  'alone',
  'size-less',
  'size-more',
  'hours-between',
  'hours-in-all',
  'length-less',
  'length-more',
  'cohesion-less',
  'cohesion-more',
  ...WINDOWS.map((window) => `max-${window}`),
  ...WINDOWS.map((window) => `mean-${window}`),
];

export function toMergeFeatures(beside: Beside): Float64Array {
  const { there, back, likenesses, sizes, lengths } = beside;
  const [one, other] = beside.times as [Beside['times'][number], Beside['times'][number]];
  const pairs: [number, number][] = [
    [there.covered, back.covered],
    [there.pointed, back.pointed],
  ];
  const ordered = (a: number, b: number): number[] => [Math.min(a, b), Math.max(a, b)];
  return Float64Array.from([
    beside.best,
    beside.second,
    there.cosine,
    ...pairs.flatMap(([a, b]) => ordered(a, b)),
    Math.min(there.alone, back.alone),
    ...ordered(Math.log(sizes[0]), Math.log(sizes[1])),
    Math.max(0, one.first - other.last, other.first - one.last) / HOUR_MS,
    (Math.max(one.last, other.last) - Math.min(one.first, other.first)) / HOUR_MS,
    ...ordered(lengths[0], lengths[1]),
    ...ordered(beside.cohesion[0], beside.cohesion[1]),
    ...WINDOWS.map((window) => Math.max(...likenesses.map((likeness) => likeness[window]))),
    ...WINDOWS.map((window) => likenesses.reduce((sum, likeness) => sum + likeness[window], 0) / likenesses.length),
  ]);
}
