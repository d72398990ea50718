// The words of a headline and the beginning of its text, as they are counted and as people read them.

import { fold } from '../text/fold.ts';
import { baseLanguage } from '../text/language-code.ts';
import { analyse, guessLanguage } from '../text/terms.ts';
import { tokenize } from '../text/tokens.ts';
import { isCalendarWord } from './calendar-words.ts';
import { TREND_LEAD } from './trend.ts';

export interface ReadWord {
  /** The analyser's. */
  readonly term: string;
  /** As it is written there. */
  readonly written: string;
  /** A capital where nothing but a name has one. */
  readonly isName: boolean;
  /** Where it stands in `text`. */
  readonly start: number;
  readonly end: number;
}

export interface ReadText {
  readonly text: string;
  readonly lang: string;
  readonly words: readonly ReadWord[];
}

const CAPITAL = /^\p{Lu}/u;
const NUMBER = /^\p{Nd}/u;
const LETTERS = /^\p{L}/u;
/** "PORT ANSEL, Nov 20 (MW) — ", "Berlin (dpa) - ": where it was written, not what about. */
const DATELINE =
  /^(?:\p{Lu}[\p{L}\p{M}\p{Nd}.,'’ /-]{1,50}\([^()\n]{2,24}\)|\p{Lu}{3}[\p{Lu}\p{M}\p{Nd}.,'’ /-]{0,40})\s?[—–:-]+\s/u;
const SENTENCE_START = /[.!?:;…\n"“”„«»‘’()–—•|-]/u;
/** There every noun has a capital, or there are none. */
const CAPITALS_MEAN_NOTHING = new Set(['de', 'lb']);
/** Their terms depend on neighbours. */
const CONTEXTUAL = new Set(['zh', 'ja']);
/** A lone sign of these says nothing. */
const SINGLE_SIGN = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]$/u;

interface Placed {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

interface Known {
  /** undefined for a word that says nothing. */
  readonly term: string | undefined;
}

/** What is thought of a word, remembered: news repeats its words, and stemming is the dearest step. */
const remembered = new Map<string, Map<string, Known>>();
const REMEMBERED = 60_000;

type Told = { readonly title: string; readonly lead: string; readonly lang: string | undefined };

/** Every term of a headline and its lead, as often as it is there. */
export function visitTerms(told: Told, visit: (term: string, lang: string) => void): void {
  const { text, lang } = textOf(told);
  visitPlaced(text, lang, (term) => visit(term, lang));
}

export function readWords(told: Told): ReadText {
  const { text, lang } = textOf(told);
  const namesFrom = namesBegin(told.title, text, lang);
  const words: ReadWord[] = [];
  for (const placed of termsIn(text, lang)) {
    const written = text.slice(placed.start, placed.end);
    const goesOn = isJoinedName(words.at(-1), placed.start) && CAPITAL.test(written);
    const isSure = placed.start >= namesFrom && CAPITAL.test(written) && isInSentence(text, placed.start);
    words.push({ ...placed, written, isName: goesOn || isSure });
  }
  return { text, lang, words };
}

function textOf({ title, lead, lang }: Told): { readonly text: string; readonly lang: string } {
  const text = `${title}\n${wholeWords(lead).replace(DATELINE, '')}`;
  return { text, lang: baseLanguage(lang) ?? guessLanguage(text) };
}

/** Without the half of a word where it was cut. */
function wholeWords(lead: string): string {
  if (lead.length < TREND_LEAD) return lead;
  const end = lead.lastIndexOf(' ');
  return end < TREND_LEAD / 2 ? lead : lead.slice(0, end);
}

function termsIn(text: string, lang: string): readonly Placed[] {
  const found: Placed[] = [];
  visitPlaced(text, lang, (term, start, end) => found.push({ term, start, end }));
  return found;
}

function visitPlaced(text: string, lang: string, visit: (term: string, start: number, end: number) => void): void {
  if (CONTEXTUAL.has(lang)) {
    for (const { term, start, end } of analyse(text, lang))
      if (!saysNothing(term, text.slice(start, end), lang)) visit(term, start, end);
    return;
  }
  for (const { text: word, start, end } of tokenize(text, lang)) {
    const { term } = knownWord(word, lang);
    if (term !== undefined && !isUnit(text, start)) visit(term, start, end);
  }
}

function knownWord(word: string, lang: string): Known {
  let words = remembered.get(lang);
  if (words === undefined || words.size > REMEMBERED) {
    words = new Map();
    remembered.set(lang, words);
  }
  let known = words.get(word);
  if (known === undefined) {
    const term = analyse(word, lang)[0]?.term;
    known = { term: term === undefined || saysNothing(term, word, lang) ? undefined : term };
    words.set(word, known);
  }
  return known;
}

function saysNothing(term: string, written: string, lang: string): boolean {
  const isWord = LETTERS.test(written) && !NUMBER.test(term) && !SINGLE_SIGN.test(written);
  return !isWord || isCalendarWord(written, lang);
}

/** "2.4 million", "1 900 mètres", "312 people": what is counted is seldom what it is about. */
function isUnit(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 2);
  return before >= 0x30 && before <= 0x39 && /\s/u.test(text[start - 1] as string) && !CAPITAL.test(text.slice(start));
}

/** Where in the text a capital tells a name. */
function namesBegin(title: string, text: string, lang: string): number {
  if (CAPITALS_MEAN_NOTHING.has(lang)) return text.length;
  return isTitleCase(title, lang) ? title.length : 0;
}

function isJoinedName(last: ReadWord | undefined, start: number): boolean {
  return last?.isName === true && last.end + 1 === start;
}

function isInSentence(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && text[at] === ' ') at -= 1;
  return at >= 0 && !SENTENCE_START.test(text[at] as string);
}

/** English headlines write most words with a capital, and some elsewhere all: there it does not mark names. */
function isTitleCase(title: string, lang: string): boolean {
  const words = title.split(/\s+/u).filter((word) => word.length > 3 && LETTERS.test(word));
  return words.filter((word) => CAPITAL.test(word)).length > words.length * (lang === 'en' ? 0.6 : 0.9);
}

/** "the Guardian" and "The Guardian" are one source. */
export function sourceKey(source: string): string {
  return fold(source).replace(/^the\s+|[^\p{L}\p{N}]+/gu, '');
}
