// Which known words a word that nobody wrote may have meant: it goes on where the typed one ends ("ransom", "ransomware"),
// it is a letter or two away, or the typed one is a form of it that was mistyped or is unknown ("electoin", "elect").

import { editDistance } from './nearest-word.ts';

export interface KnownWord {
  readonly word: string;
  /** How many documents hold it. */
  readonly count: number;
}

/** Shorter words have too many neighbours to guess. */
const SHORTEST = 4;
/** From so many letters on, a word that goes on is likelier meant than one that is spelled alike. */
const STEM = 5;
const LONG = 8;
/** Letters that a longer form adds, and that a mistyped ending has. */
const LONGEST_ENDING = 6;
const LONGEST_TYPED_ENDING = 4;

/** Words are asked for from the first to the second (left out): all that begin with the typed letter. */
export function rangeAround(typed: string): readonly [string, string] | undefined {
  const first = typed.codePointAt(0);
  if (first === undefined || typed.length < SHORTEST || /[\p{N}:]/u.test(typed)) return undefined;
  return [String.fromCodePoint(first), String.fromCodePoint(first + 1)];
}

/** Smaller is likelier; undefined: not alike. */
export function unlikeness(typed: string, word: string): number | undefined {
  if (word.length < SHORTEST || word.includes(':')) return undefined;
  const goesOn = word.length <= typed.length + LONGEST_ENDING && word.startsWith(typed);
  if (goesOn && typed.length >= STEM) return 0;
  const allowed = typed.length >= LONG ? 2 : 1;
  const distance = Math.abs(word.length - typed.length) > allowed ? Infinity : editDistance(typed, word, allowed);
  if (distance <= allowed) return distance;
  if (goesOn) return 3;
  return isFormOf(typed, word) ? 4 : undefined;
}

function isFormOf(typed: string, word: string): boolean {
  const ending = typed.length - word.length;
  if (word.length < STEM || ending < 1 || ending > LONGEST_TYPED_ENDING) return false;
  const begun = typed.slice(0, word.length);
  // A mistake in the last letters of the known word is more likely another word: "electo…" is no "electr…".
  return begun === word || (lastLetters(begun) === lastLetters(word) && editDistance(begun, word, 1) <= 1);
}

/** The last two, in no order: they may have been swapped. */
function lastLetters(word: string): string {
  return [...word.slice(-2)].sort().join('');
}
