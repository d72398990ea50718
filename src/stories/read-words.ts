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
/** A digit, a space, and a small letter. */
const UNIT = /^\p{Nd}[ \u00a0\u202f]\p{Ll}$/u;
/** A lone sign of these says nothing. */
const SINGLE_SIGN = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]$/u;

/** The analyser's answer for a word, remembered: news repeats its words, and stemming is the dearest step. */
const remembered = new Map<string, Map<string, string>>();
const REMEMBERED = 60_000;

export function readWords({ title, lead, lang }: { title: string; lead: string; lang: string | undefined }): ReadText {
  const text = `${title}\n${wholeWords(lead).replace(DATELINE, '')}`;
  const language = baseLanguage(lang) ?? guessLanguage(text);
  const namesFrom = namesBegin(title, text, language);
  const words: ReadWord[] = [];
  for (const { term, start, end } of termsIn(text, language)) {
    const written = text.slice(start, end);
    if (saysNothing(term, written) || isUnit(text, start)) continue;
    if (isCalendarWord(written, language)) continue;
    const goesOn = isJoinedName(words.at(-1), start) && CAPITAL.test(written);
    words.push({ term, written, start, end, isName: goesOn || (start >= namesFrom && isName(text, start)) });
  }
  return { text, lang: language, words };
}

/** Without the half of a word where it was cut. */
function wholeWords(lead: string): string {
  if (lead.length < TREND_LEAD) return lead;
  const end = lead.lastIndexOf(' ');
  return end < TREND_LEAD / 2 ? lead : lead.slice(0, end);
}

/** "2.4 million", "1 900 mètres", "312 people": what is counted is seldom what it is about. */
function isUnit(text: string, start: number): boolean {
  return UNIT.test(text.slice(Math.max(0, start - 2), start + 1));
}

/** Where in the text a capital tells a name. */
function namesBegin(title: string, text: string, lang: string): number {
  if (CAPITALS_MEAN_NOTHING.has(lang)) return text.length;
  return isTitleCase(title, lang) ? title.length : 0;
}

function isJoinedName(last: ReadWord | undefined, start: number): boolean {
  return last?.isName === true && last.end + 1 === start;
}

function saysNothing(term: string, written: string): boolean {
  return NUMBER.test(term) || SINGLE_SIGN.test(written) || !LETTERS.test(written);
}

function termsIn(text: string, lang: string): readonly { term: string; start: number; end: number }[] {
  if (CONTEXTUAL.has(lang)) return analyse(text, lang);
  let known = remembered.get(lang);
  if (known === undefined || known.size > REMEMBERED) {
    known = new Map();
    remembered.set(lang, known);
  }
  const found: { term: string; start: number; end: number }[] = [];
  for (const { text: word, start, end } of tokenize(text, lang)) {
    let term = known.get(word);
    if (term === undefined) {
      term = analyse(word, lang)[0]?.term ?? '';
      known.set(word, term);
    }
    if (term !== '') found.push({ term, start, end });
  }
  return found;
}

/** A capital inside a sentence. */
function isName(text: string, start: number): boolean {
  if (!CAPITAL.test(text.slice(start, start + 2))) return false;
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
