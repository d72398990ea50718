// What grouping takes of a word as it is written, remembered: news repeats its words, and stemming is the dearest step.

import { fold } from '../text/fold.ts';
import { toTerms } from '../text/terms.ts';
import { tokenize } from '../text/tokens.ts';
import { wordList } from '../text/word-lists.ts';
import { hash } from './hash.ts';
import { isProperNoun, shareOf } from './idf.ts';

export interface Word {
  /** Hash of the word as it is written, in small letters. */
  readonly key: number;
  /** Hashes of its terms; none for a stop word. */
  readonly terms: readonly number[];
  readonly isNumber: boolean;
  readonly isCapital: boolean;
  /** A capital that marks a name even where a sentence begins. */
  readonly isRare: boolean;
  /** A capital that marks a name even in a headline that writes every word with one. */
  readonly isProperNoun: boolean;
  /** Mayor, singer, police: it tells who, and with a name it is one thing. */
  readonly isOffice: boolean;
  /** Hashes by which it is known again in another language, as a name or as a number that tells something. */
  readonly name: number | undefined;
  readonly number: number | undefined;
}

export interface PlacedWord {
  readonly word: Word;
  readonly start: number;
  readonly end: number;
}

const REMEMBERED_WORDS = 30_000;
/** A word with a capital that begins a sentence and is rarer than this is taken for a name. */
const RARE_SHARE = 0.004;
const SHORTEST_NAME = 4;
const CAPITAL = /^\p{Lu}/u;
const NUMBER = /^\p{Nd}{2}/u;
/** Their words may be several terms. */
const COMPOUND = new Set(['zh', 'ja']);

const remembered = new Map<string, Map<string, Word>>();

export function readWords(text: string, lang: string): PlacedWord[] {
  let words = remembered.get(lang);
  if (words === undefined || words.size > REMEMBERED_WORDS) {
    words = new Map();
    remembered.set(lang, words);
  }
  const read: PlacedWord[] = [];
  for (const token of tokenize(text, lang)) {
    let word = words.get(token.text);
    if (word === undefined) {
      word = look(token.text, lang);
      words.set(token.text, word);
    }
    read.push({ word, start: token.start, end: token.end });
  }
  return read;
}

function look(text: string, lang: string): Word {
  const terms = termsOf(text, lang);
  const isCapital = CAPITAL.test(text);
  const number = tellingNumber(text);
  return {
    key: hash(text.toLowerCase()),
    terms: terms.map(hash),
    isNumber: NUMBER.test(text),
    isCapital,
    isRare: isCapital && terms[0] !== undefined && shareOf(terms[0], lang) < RARE_SHARE,
    isProperNoun: isCapital && terms[0] !== undefined && isProperNoun(terms[0], lang),
    isOffice: terms[0] !== undefined && officesOf(lang).has(terms[0]),
    name: number === undefined && isCapital && text.length >= SHORTEST_NAME ? hash(fold(text)) : undefined,
    number: number === undefined ? undefined : hash(number),
  };
}

const officeTerms = new Map<string, ReadonlySet<string>>();

/** Mayor, singer, police, by their terms: however they are bent. */
function officesOf(lang: string): ReadonlySet<string> {
  let terms = officeTerms.get(lang);
  if (terms === undefined) {
    terms = new Set(wordList('offices', lang).flatMap((word) => termsOf(word, lang)));
    officeTerms.set(lang, terms);
  }
  return terms;
}

function termsOf(text: string, lang: string): string[] {
  const terms = toTerms(text, lang);
  if (COMPOUND.has(lang)) return terms;
  return lang === 'vi' && terms.length > 0 ? [withTone(text)] : terms.slice(0, 1);
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;

/**
 * Vietnamese syllables are told apart by their marks: báo is a newspaper, bão a storm, bảo a treasure. The tone goes to
 * the end, for old and new spelling differ in the letter that bears it (hoà, hòa).
 */
export function withTone(syllable: string): string {
  const letters = syllable.toLowerCase().normalize('NFD');
  const tone = TONE.exec(letters)?.[0] ?? '';
  return letters.replace(tone, '') + tone;
}

/** "4,200", "4.200" and "4 200" are one number; a year or a small count tells nothing. "6.1" and "6,1" do. */
function tellingNumber(word: string): string | undefined {
  if (!/^\p{Nd}[\p{Nd}.,\u00a0\u202f' ]*$/u.test(word)) return undefined;
  const decimal = /^(\d{1,3})[.,](\d{1,2})$/.exec(word);
  if (decimal) return `${decimal[1]}.${decimal[2]}`;
  const digits = word.replace(/\D/g, '');
  const isYear = /^(19|20)\d\d$/.test(digits) && digits.length === word.length;
  return digits.length >= 3 && !isYear ? digits : undefined;
}
