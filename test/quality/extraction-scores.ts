// The measures of the extraction benchmarks, written from their descriptions: shingle F1, bag-of-words F1, segment F1.

import { tokensOf } from './extraction-corpus.ts';

type Bag = Map<string, number>;

function bagOf(items: readonly string[]): Bag {
  const bag: Bag = new Map();
  for (const item of items) bag.set(item, (bag.get(item) ?? 0) + 1);
  return bag;
}

function shared(a: Bag, b: Bag): number {
  let sum = 0;
  for (const [item, count] of a) sum += Math.min(count, b.get(item) ?? 0);
  return sum;
}

function sizeOf(bag: Bag): number {
  let sum = 0;
  for (const count of bag.values()) sum += count;
  return sum;
}

function shinglesOf(text: string): Bag {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return new Map();
  const count = Math.max(1, tokens.length - 3);
  return bagOf(Array.from({ length: count }, (_, at) => tokens.slice(at, at + 4).join(' ')));
}

export interface TextPair {
  readonly truth: string;
  readonly found: string;
}

/** F1 of mean precision and mean recall over runs of four words. */
export function shingleF1(pairs: readonly TextPair[]): number {
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const { truth, found } of pairs) {
    const [a, b] = [shinglesOf(truth), shinglesOf(found)];
    const both = shared(a, b);
    if (b.size > 0) precisions.push(both / sizeOf(b));
    if (a.size > 0) recalls.push(both / sizeOf(a));
  }
  return harmonic(mean(precisions), mean(recalls));
}

export function exactShare(pairs: readonly TextPair[]): number {
  return mean(pairs.map(({ truth, found }) => Number(tokensOf(truth).join(' ') === tokensOf(found).join(' '))));
}

export function wordF1(pairs: readonly TextPair[]): number {
  return mean(
    pairs.map(({ truth, found }) => {
      const [a, b] = [bagOf(tokensOf(truth.toLowerCase())), bagOf(tokensOf(found.toLowerCase()))];
      const both = shared(a, b);
      return both === 0 ? 0 : harmonic(both / sizeOf(b), both / sizeOf(a));
    }),
  );
}

export interface Segments {
  readonly found: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
}

/** Over all segments of all pages: those that must be found against those that must not. */
export function segmentF1(pages: readonly Segments[]): number {
  let [right, missed, wrong] = [0, 0, 0];
  for (const page of pages) {
    const text = squeeze(page.found);
    const has = (segment: string) => text.includes(squeeze(segment));
    const hits = page.with.filter(has).length;
    right += hits;
    missed += page.with.length - hits;
    wrong += page.without.filter(has).length;
  }
  return (2 * right) / (2 * right + missed + wrong);
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
