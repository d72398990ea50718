// Words that stand side by side and are one name, "Mayor Hanna Weiss": it tells one thing however many words it has.

import { hash } from './hash.ts';
import type { PlacedWord, Word } from './known-words.ts';

/** Two neighbours, by their terms. */
type Couple = readonly [number, number];

/** What may stand inside a name in small letters. */
const PARTICLES = new Set(
  'of de del della di da do dos du des la le van von der den bin ibn al el y の 의 की के का'.split(' ').map(hash),
);

const UNMARKED = new Set('ar bn fa he hi ja ka ko mr ta te th ur vi zh'.split(' '));
/** Of these the ones that write no spaces: a name may be cut into several words. */
const CUT = new Set('ja th zh'.split(' '));
/** Of the languages without capitals the ones where an office stands before the name; in the others it stands after it. */
const OFFICE_FIRST = new Set('ar fa he th'.split(' '));

/** No capital marks where its names are, or only their syllables. */
export function isUnmarked(lang: string): boolean {
  return UNMARKED.has(lang);
}

/** Its words are cut from a line without spaces: a name may be several, and nothing tells them from others. */
export function isCut(lang: string): boolean {
  return CUT.has(lang);
}

/** A headline or a text, and its words. */
export interface Passage {
  readonly text: string;
  readonly words: readonly PlacedWord[];
  /** Nearly every word has a capital, which therefore marks nothing. */
  readonly shouting: boolean;
}

/** What an article writes as one name, by the places of its terms. */
export interface Names {
  /** Per term the place of the first one of its name; its own where it is no part of any. */
  readonly names: Uint16Array;
  /** Mayor, singer, police: they tell who. */
  readonly offices: Uint16Array;
  /** Two and two, neighbours that are one name if another headline has them too. */
  readonly doubtful: Uint16Array;
}

/** `keys`: the article's terms, ascending. `isAlone`: there is a headline and next to no text. */
export function findNames(
  [headline, text]: readonly [Passage, Passage],
  keys: Int32Array,
  { lang, isAlone }: { readonly lang: string; readonly isAlone: boolean },
): Names {
  const passages = [headline, text];
  const place = (key: number): number => placeOf(keys, key);
  const couples = [
    ...passages.filter(({ shouting }) => !shouting).flatMap(capitalsIn),
    ...(isAlone ? officesOfNames(headline) : []),
    ...(isUnmarked(lang) ? unmarkedIn(passages, lang) : []),
  ];
  return {
    names: joinNames(keys, couples),
    offices: toPlaces([...new Set(passages.flatMap(officesIn))], place),
    doubtful: isAlone ? toPlaces(doubtfulIn(headline, lang).flat(), place) : NONE,
  };
}

/** Most articles have none: they share it. */
const NONE = new Uint16Array(0);

function toPlaces(keys: readonly number[], place: (key: number) => number): Uint16Array {
  return keys.length === 0 ? NONE : Uint16Array.from(keys, place);
}

function officesIn({ words }: Passage): number[] {
  return words.filter(({ word }) => word.isOffice).map(({ word }) => word.terms[0]!);
}

/** Neighbours that both have a capital. */
function capitalsIn(passage: Passage): Couple[] {
  return neighboursIn(passage)
    .filter(({ one, next }) => one.isCapital && next.isCapital)
    .map(toCouple);
}

/** Neighbours that are one name if another headline has them too. */
function doubtfulIn(headline: Passage, lang: string): Couple[] {
  if (isCut(lang))
    return neighboursIn(headline)
      .filter(({ isApart }) => !isApart)
      .map(toCouple);
  return headline.shouting ? capitalsIn(headline) : [];
}

/** Names with their offices: "mayor of Lyon", "Lyon mayor". Where capitals mark nothing a rare word is taken for the name. */
function officesOfNames(headline: Passage): Couple[] {
  const isNamed = headline.shouting ? (word: Word) => word.isRare : (word: Word) => word.isCapital;
  return neighboursIn(headline)
    .filter(({ one, next }) => (one.isOffice && isNamed(next)) || (next.isOffice && isNamed(one)))
    .map(toCouple);
}

/** Neighbours of which one is the other's office, and those that stand together more than once. */
function unmarkedIn(passages: readonly Passage[], lang: string): Couple[] {
  const all = passages.flatMap(neighboursIn);
  const held = all.filter((neighbours) => isHeld(neighbours, lang));
  return [...held.map(toCouple), ...repeated(all.map(toCouple))];
}

/** "Tanaka mayor", "mayor Tanaka", as the language has it; with a particle, "city of Tanaka", either way. */
function isHeld({ one, next, isApart }: Neighbours, lang: string): boolean {
  if (isApart) return one.isOffice || next.isOffice;
  return OFFICE_FIRST.has(lang) ? one.isOffice : next.isOffice;
}

function toCouple({ one, next }: Neighbours): Couple {
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

interface Neighbours {
  readonly one: Word;
  readonly next: Word;
  /** A particle stands between them. */
  readonly isApart: boolean;
}

function neighboursIn({ text, words }: Passage): Neighbours[] {
  const neighbours: Neighbours[] = [];
  let before: Word | undefined;
  let isApart = false;
  let from = -1;
  for (const { word, start, end } of words) {
    if (start - from > 1 || text[from] === '\n') before = undefined;
    from = end;
    if (isInside(word)) {
      isApart = true;
      continue;
    }
    const next = word.terms.length > 0 ? word : undefined;
    if (before !== undefined && next !== undefined) neighbours.push({ one: before, next, isApart });
    before = next;
    isApart = false;
  }
  return neighbours;
}

/** A particle, or the article in a name like Le Goff: it says nothing and goes with its neighbours. */
function isInside({ key, isCapital, terms }: Word): boolean {
  return PARTICLES.has(key) || (isCapital && terms.length === 0);
}

function joinNames(keys: Int32Array, couples: readonly Couple[]): Uint16Array {
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
