// Words that stand side by side and are one name, "Mayor Hanna Weiss": it tells one thing however many words it has.

import { hash } from './hash.ts';
import type { PlacedWord, Word } from './known-words.ts';

/** Two neighbours, by their terms. */
export type Couple = readonly [number, number];

/** What may stand inside a name in small letters. */
const PARTICLES = new Set(
  'of de del della di da do dos du des la le van von der den bin ibn al el y の 의 की के का'.split(' ').map(hash),
);

const UNMARKED = new Set('ar bn fa he hi ja ka ko mr ta te th ur vi zh'.split(' '));

/** Whether no capital marks its names, or its words are written in several pieces, so that a name may stay in some. */
export function hasUnmarkedNames(lang: string): boolean {
  return UNMARKED.has(lang);
}

/** A headline or a text, and its words. */
export interface Passage {
  readonly text: string;
  readonly words: readonly PlacedWord[];
  /** Nearly every word has a capital, which therefore marks nothing. */
  readonly shouting: boolean;
}

/** Neighbours that are of one name: both have a capital; where that says nothing, they stand together more than once. */
export function couplesIn(passages: readonly Passage[], lang: string): Couple[] {
  const marked = passages.filter(({ shouting }) => !shouting).flatMap(neighboursIn);
  const named = marked.filter(([one, next]) => one.isCapital && next.isCapital).map(toCouple);
  return hasUnmarkedNames(lang) ? [...named, ...repeated(passages.flatMap(neighboursIn).map(toCouple))] : named;
}

function toCouple([one, next]: readonly [Word, Word]): Couple {
  return [one.terms[0]!, next.terms[0]!];
}

function repeated(couples: readonly Couple[]): Couple[] {
  const met = new Set<string>();
  return couples.filter((couple) => {
    const key = couple.join();
    const isAgain = met.has(key);
    met.add(key);
    return isAgain;
  });
}

function neighboursIn({ text, words }: Passage): [Word, Word][] {
  const neighbours: [Word, Word][] = [];
  let before: Word | undefined;
  let from = -1;
  for (const { word, start, end } of words) {
    if (start - from > 1 || text[from] === '\n') before = undefined;
    from = end;
    if (isInside(word)) continue;
    const next = word.terms.length > 0 ? word : undefined;
    if (before !== undefined && next !== undefined) neighbours.push([before, next]);
    before = next;
  }
  return neighbours;
}

/** A particle, or the article in a name like Le Goff: it says nothing and goes with its neighbours. */
function isInside({ key, isCapital, terms }: Word): boolean {
  return PARTICLES.has(key) || (isCapital && terms.length === 0);
}

/** Per term the place of the first one of its name. `keys` ascending. */
export function joinNames(keys: Int32Array, couples: readonly Couple[]): Uint16Array {
  const names = Uint16Array.from(keys, (_, i) => i);
  const rootOf = (key: number): number => {
    let at = placeOf(keys, key);
    while (names[at] !== at) at = names[at]!;
    return at;
  };
  for (const [first, second] of couples) {
    const [a, b] = [rootOf(first), rootOf(second)];
    names[Math.max(a, b)] = Math.min(a, b);
  }
  // A root stands before what hangs on it: going up, it is already final.
  for (let i = 0; i < names.length; i++) names[i] = names[names[i]!]!;
  return names;
}

function placeOf(keys: Int32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
