// Whether a stop ends its sentence, for scripts that put a space after it.
import { isAbbreviation } from './abbreviations.ts';
import { isStopWord } from './stop-words.ts';

export interface Stop {
  readonly text: string;
  /** Where the sentence begins. */
  readonly start: number;
  /** The stop, or a row of them, stands from `at` to `stopEnd`; closing quotes and brackets reach to `cut`. */
  readonly at: number;
  readonly mark: string;
  readonly stopEnd: number;
  readonly cut: number;
  /** The next character that is no space; always before `end`, the line's end. */
  readonly next: number;
  readonly end: number;
}

const OPENER = /["'“‘«„‹»‚¿¡([{–—•*＂（「『《-]/;
const LOWER = /\p{Ll}/u;
const UPPER = /[\p{Lu}\p{Lt}]/u;
const DIGIT = /\p{Nd}/u;
const WORD = /[\p{L}\p{M}\p{Nd}'’]+/uy;
const WORD_CHAR = /[\p{L}\p{M}\p{Nd}.§'’-]/u;
const LONGEST_WORD = 40;
const ACRONYM = /^(?:\p{L}\.)+\p{L}$/u;
const INITIAL = /^(?:\p{Lu}|\p{Lu}\p{Ll}?\.-?\p{Lu}|\p{Lu}-\p{Lu})$/u;
const CLOCK = /^[ap]\.?m$/;
// "4 p.m. Eastern", "10 a.m. Monday": the time goes on.
const AFTER_CLOCK =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:eastern|central|pacific|mountain|atlantic|local|gmt|utc|bst|cet|cest|est|edt|et|pst|pdt|pt|cst|cdt|ct|jst|ist|kst|aest)$/;
const ROMAN = /^[IVXLC]+$/;
const SPEECH = /^(?:said|says|asked|asks|told|added|wrote|writes|replied|cried|yelled|shouted|tweeted|posted|warned)$/;
const QUOTE = /["”“’'»]/;
const HOST_TAIL = /^(?:Com|Net|Org|Io|Js|Ai|Tv|De|Co|Ly|Me)$/;
const TWO_LOWER = /^[\p{Ll}\p{Lo}]{2}$/u;

// Ordinals are written with a stop, before a capital: "am 3. Mai", "der 2. Weltkrieg".
const ORDINALS_BEFORE_CAPITALS = new Set(['de', 'lb']);

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

function wordBefore(text: string, start: number, at: number): string {
  let from = at;
  const least = Math.max(start, at - LONGEST_WORD);
  while (from > least && WORD_CHAR.test(text[from - 1]!)) from--;
  return text.slice(from, at).replace(/^[.'’-]+/, '');
}

function skipOpeners(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && (OPENER.test(text[i]!) || text[i] === ' ' || text[i] === '\u00a0')) i++;
  return i;
}

/** A word that can begin a sentence and hardly a name: "U.S. The …" against "U.S. Ministry". */
function isStarter(text: string, at: number, lang: string): boolean {
  const word = wordAt(text, at);
  // "J. A. Smith"
  if (word.length === 1 && text[at + 1] === '.') return false;
  return isStopWord(word.toLowerCase(), lang);
}

function charAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}

// "end.Next": the space was lost between two paragraphs or links.
function endsWithoutSpace({ text, at, stopEnd, cut, end, mark }: Stop): boolean {
  const first = skipOpeners(text, cut, end);
  if (!UPPER.test(charAt(text, first)) || !TWO_LOWER.test(text.slice(at - 2, at))) return false;
  if (cut > stopEnd) return QUOTE.test(text[cut - 1]!);
  if (mark !== '.') return true;
  const word = wordAt(text, first);
  const isHost =
    HOST_TAIL.test(word) ||
    /[@/\\]|www/.test(
      text
        .slice(Math.max(0, at - LONGEST_WORD), at)
        .split(' ')
        .at(-1)!,
    );
  return word.length > 1 && !isHost && !/[@/\\(=]/.test(text[first + word.length] ?? ' ');
}

// “Why?” Smith asked. – the sentence goes on after the quote.
function isAttributed({ text, stopEnd, cut, next, end }: Stop): boolean {
  if (cut === stopEnd || !QUOTE.test(text.slice(stopEnd, cut))) return false;
  const following = text.slice(next, Math.min(end, next + 60)).split(/\s+/, 4);
  return following
    .slice(1)
    .some((word, i) => SPEECH.test(word.replace(/[.,:]+$/, '')) && UPPER.test(following[i]![0] ?? ''));
}

function isListNumber({ text, start, at }: Stop): boolean {
  return at - start <= 3 && /^[([]?(?:\p{Nd}+|\p{L})$/u.test(text.slice(start, at).trim());
}

function initialEnds({ text, start, at }: Stop, word: string, first: number, lang: string): boolean {
  if (isStarter(text, first, lang)) return true;
  if (word.length > 1 || lang === 'de') return false;
  // "vitamin C. Researchers": a noun before the letter; "by J. Smith": none.
  const before = wordBefore(text, start, text.slice(0, at - 1).trimEnd().length);
  return before.length > 3 && LOWER.test(before[0]!) && !isStopWord(before, lang);
}

function clockEnds(text: string, first: number): boolean {
  return !AFTER_CLOCK.test(wordAt(text, first).toLowerCase());
}

function numberEnds({ text }: Stop, word: string, first: number, lang: string): boolean {
  if (word.length > 3 || !ORDINALS_BEFORE_CAPITALS.has(lang)) return true;
  return isStarter(text, first, lang);
}

/** For a single "." after a word, before a capital, a digit or a letter without case. */
function wordEnds(stop: Stop, word: string, first: number, lang: string): boolean {
  const { text } = stop;
  const lower = word.toLowerCase();
  const beforeDigit = DIGIT.test(charAt(text, first));
  if (/^\p{Nd}+$/u.test(word)) return numberEnds(stop, word, first, lang);
  if (CLOCK.test(lower)) return clockEnds(text, first);
  if (beforeDigit && isAbbreviation(lower, 'number', lang)) return false;
  if (ACRONYM.test(word) || isAbbreviation(lower, 'last', lang)) return isStarter(text, first, lang);
  if (isAbbreviation(lower, 'title', lang)) return false;
  if (INITIAL.test(word)) return initialEnds(stop, word, first, lang);
  if (lang === 'de' && ROMAN.test(word)) return isStarter(text, first, lang);
  return !/^\p{L}$/u.test(word);
}

function exclaims(stop: Stop): boolean {
  return !isAttributed(stop);
}

export function endsSentence(stop: Stop, lang: string): boolean {
  const { text, mark, stopEnd, cut, next, end, start, at } = stop;
  if (/[।॥؟۔‼⁇⁈⁉]/.test(mark)) return true;
  if (next === cut) return endsWithoutSpace(stop);
  const first = skipOpeners(text, next, end);
  const letter = first < end ? charAt(text, first) : ' ';
  if (LOWER.test(letter) || /[.,;:!?…]/.test(letter)) return false;
  if (isListNumber(stop)) return false;
  if (mark !== '.') return exclaims(stop);
  // A bracket or quote closed after the stop: it is no abbreviation's.
  if (cut > stopEnd) return !isAttributed(stop) || text[stopEnd] === ')';
  return wordEnds(stop, wordBefore(text, start, at), first, lang);
}
