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
// Punctuation, and the elided article of "l'art. 49", "dell'ing. Rossi".
const LEADING = /^[.'’-]+|^(?:\p{L}|\p{Ll}{2,4}l|qu)['’](?=\p{L})/iu;
// Patterns with tables of letters take a millisecond to make: not before a word has what they look for.
const MAY_LEAD = /^[.-]|['’]/;
const DOTTED = /[.-]/;
// U.S., a.m., EE.UU.
const ACRONYM = /^(?:\p{L}\.)+\p{L}$|^(?:\p{Lu}{2}\.)+\p{Lu}{2}$/u;
// Names that end with a stop.
const EXCLAIMED = /^(?:Yahoo|Jeopardy)$/;
// P.-D.G., J.-P.
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.-?)+\p{Lu}$|^\p{Lu}-\p{Lu}$/u;
const SPACE = /\s/;
const CLOCK = /^[ap]\.?m$/;
// "4 p.m. Eastern", "10 a.m. Monday": the time goes on.
const AFTER_CLOCK =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:eastern|central|pacific|mountain|atlantic|local|gmt|utc|bst|cet|cest|est|edt|et|pst|pdt|pt|cst|cdt|ct|jst|ist|kst|aest)$/;
const ROMAN = /^[IVXLC]+$/;
const SPEECH = /^(?:said|says|asked|asks|told|added|wrote|writes|replied|cried|yelled|shouted|tweeted|posted|warned)$/;
const QUOTE = /["”“’'»]/;
const HOST_TAIL = /^(?:Com|Net|Org|Io|Js|Ai|Tv|De|Co|Ly|Me)$/;
const BEFORE_LOST_SPACE = /^(?:[\p{Ll}\p{Lo}]{2}|[\p{Nd}%]{2}|.[)%])$/u;

// Ordinals are written with a stop, before a capital: "am 3. Mai", "der 2. Weltkrieg".
const ROMAN_ORDINALS = new Set(['de', 'hu', 'cs', 'sk', 'hr', 'tr']);
const ORDINALS_BEFORE_CAPITALS = new Set(['de', 'lb', 'tr', 'hu']);

function isPlainLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91);
}

function wordAt(text: string, at: number): string {
  let end = at;
  while (isPlainLetter(text.charCodeAt(end))) end++;
  if (end > at && text[end] === ' ') return text.slice(at, end);
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

// The plain letters are told by their codes: this is asked for every letter before every stop.
function isWordCharacter(text: string, at: number): boolean {
  return isPlainLetter(text.charCodeAt(at)) || WORD_CHAR.test(text[at]!);
}

function wordBefore(text: string, start: number, at: number): string {
  let from = at;
  const least = Math.max(start, at - LONGEST_WORD);
  while (from > least && isWordCharacter(text, from - 1)) from--;
  const word = text.slice(from, at);
  return MAY_LEAD.test(word) ? word.replace(LEADING, '') : word;
}

function skipOpeners(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && (OPENER.test(text[i]!) || text[i] === ' ' || text[i] === '\u00a0')) i++;
  return i;
}

// "J. A. Smith"
function isInitial(text: string, at: number): boolean {
  return text[at + 1] === '.' && UPPER.test(text[at]!);
}

/** A word that can begin a sentence and hardly a name: "U.S. The …" against "U.S. Ministry". */
function isStarter(text: string, at: number, lang: string): boolean {
  const word = wordAt(text, at);
  if (isInitial(text, at)) return false;
  return isStopWord(word.toLowerCase(), lang);
}

function charAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}

// "end.Next": the space was lost between two paragraphs or links.
function endsWithoutSpace({ text, at, stopEnd, cut, end, mark }: Stop): boolean {
  const first = skipOpeners(text, cut, end);
  if (!UPPER.test(charAt(text, first)) || !BEFORE_LOST_SPACE.test(text.slice(at - 2, at))) return false;
  if (cut > stopEnd) return QUOTE.test(text[cut - 1]!);
  if (mark !== '.') return true;
  const word = wordAt(text, first);
  if (word.length < 2 || !LOWER.test(word[1]!) || HOST_TAIL.test(word)) return false;
  const before = text
    .slice(Math.max(0, at - LONGEST_WORD), at)
    .split(' ')
    .at(-1)!;
  return !/[@/\\]|www/.test(before) && !/[@/\\(=]/.test(text[first + word.length] ?? ' ');
}

// “Why?” Smith asked. – the sentence goes on after the quote. After “…end.” Smith said that … a new one begins.
function isAttributed({ text, mark, stopEnd, cut, next, end }: Stop): boolean {
  if (mark === '.' || cut === stopEnd || !QUOTE.test(text.slice(stopEnd, cut))) return false;
  const following = text.slice(next, Math.min(end, next + 60)).split(/\s+/, 4);
  return following.slice(1).some((word, i) => {
    const speaks = SPEECH.test(word.replace(/[.,:]+$/, '')) && UPPER.test(following[i]![0] ?? '');
    return speaks && following[i + 2] !== 'that';
  });
}

function isListNumber({ text, start, at }: Stop): boolean {
  return at - start <= 6 && /^[•·*–-]?\s*[([]?(?:\p{Nd}{1,3}|\p{L})$/u.test(text.slice(start, at).trim());
}

/** The word before the one that ends at `at`. */
function wordBeforeThat({ text, start }: Stop, word: string, at: number): string {
  let to = at - word.length;
  while (to > start && SPACE.test(text[to - 1]!)) to--;
  return wordBefore(text, start, to);
}

/** One letter: an initial ("J. Smith"), a unit ("10 h."), half of an abbreviation ("z. B."), or "vitamin C.". */
function letterEnds(stop: Stop, word: string, first: number, lang: string): boolean {
  const { text } = stop;
  if (isInitial(text, first)) return false;
  if (DIGIT.test(charAt(text, first)) && isAbbreviation(word.toLowerCase(), 'number', lang)) return false;
  const before = wordBeforeThat(stop, word, stop.at);
  return LOWER.test(word) ? smallEnds(stop, before, first, lang) : capitalEnds(stop, before, first, lang);
}

function smallEnds({ text, at }: Stop, before: string, first: number, lang: string): boolean {
  if (DIGIT.test(before.at(-1) ?? '') || text[at - 2] === '/') return true;
  const isPair = lang === 'de' && /^\p{L}\.$/u.test(before);
  return !isPair && isStarter(text, first, lang);
}

function capitalEnds({ text, at }: Stop, before: string, first: number, lang: string): boolean {
  if (/^\p{Ll}\.$/u.test(before)) return false;
  if (text[at - 2] === '°' || isStarter(text, first, lang)) return true;
  // "vitamin C. Researchers": a noun before the letter; "by J. Smith": none. German abbreviates before nouns.
  return lang !== 'de' && before.length > 3 && LOWER.test(before[0]!) && !isStopWord(before, lang);
}

function clockEnds(text: string, first: number): boolean {
  return !AFTER_CLOCK.test(wordAt(text, first).toLowerCase());
}

function numberEnds(text: string, word: string, first: number, lang: string): boolean {
  if (word.length > 3 || !ORDINALS_BEFORE_CAPITALS.has(lang)) return true;
  return isStarter(text, first, lang);
}

// Polish "im.", Spanish "don.": a plain word too, where a sentence can begin after it.
function isOrdinaryWord(text: string, lower: string, first: number, lang: string): boolean {
  return lang !== 'de' && /^\p{Ll}{2,}$/u.test(lower) && isStopWord(lower, lang) && isStarter(text, first, lang);
}

function abbreviationEnds(text: string, word: string, first: number, lang: string): boolean | undefined {
  const lower = word.toLowerCase();
  if (DIGIT.test(charAt(text, first)) && isAbbreviation(lower, 'number', lang)) return false;
  if (isAbbreviation(lower, 'title', lang)) return isOrdinaryWord(text, lower, first, lang);
  if ((DOTTED.test(word) && ACRONYM.test(word)) || isAbbreviation(lower, 'last', lang))
    return isStarter(text, first, lang);
  return undefined;
}

/** For a single "." after a word, before a capital, a digit or a letter without case. */
function wordEnds(stop: Stop, word: string, first: number, lang: string): boolean {
  const { text, next } = stop;
  const lower = word.toLowerCase();
  if (/^\p{Nd}+$/u.test(word)) return numberEnds(text, word, first, lang);
  if (CLOCK.test(lower)) return text[next] !== '(' && clockEnds(text, first);
  if (/[¿¡]/.test(text[next]!)) return true;
  if (/^\p{L}$/u.test(word) && !isTitleLetter(stop, lower, lang)) return letterEnds(stop, word, first, lang);
  const known = abbreviationEnds(text, word, first, lang);
  if (known !== undefined) return known;
  if (DOTTED.test(word) && INITIALS.test(word)) return isStarter(text, first, lang);
  return !(ROMAN_ORDINALS.has(lang) && ROMAN.test(word)) || isStarter(text, first, lang);
}

// French M. and Arabic د. stand before names; after a number they are units.
function isTitleLetter(stop: Stop, lower: string, lang: string): boolean {
  return isAbbreviation(lower, 'title', lang) && !DIGIT.test(wordBeforeThat(stop, lower, stop.at).at(-1) ?? '');
}

// "…" (Smith 55). – the source of a quote belongs to it.
function isCited({ text, stopEnd, cut, next, end }: Stop): boolean {
  if (cut === stopEnd || text[next] !== '(') return false;
  return /^\([^()]{1,60}\)[.,;]/.test(text.slice(next, Math.min(end, next + 64)));
}

export function endsSentence(stop: Stop, lang: string): boolean {
  const { text, mark, stopEnd, cut, next, end, start, at } = stop;
  if (/[।॥؟۔‼⁇⁈⁉]/.test(mark)) return true;
  if (next === cut) return endsWithoutSpace(stop);
  const first = skipOpeners(text, next, end);
  const letter = first < end ? charAt(text, first) : ' ';
  if (LOWER.test(letter) || /[.,;:!?…]/.test(letter)) return false;
  if (isListNumber(stop)) return false;
  if (mark === '!' && EXCLAIMED.test(wordBefore(text, start, at))) return isStarter(text, first, lang);
  // A bracket or quote closed after the stop: it is no abbreviation's.
  if (cut > stopEnd || mark !== '.') return !isAttributed(stop) && !isCited(stop);
  return wordEnds(stop, wordBefore(text, start, at), first, lang);
}
