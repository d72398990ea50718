// What grouping keeps of an article: its terms as numbers with where they stand (headline, lead, body, as a name), and
// nothing of its text.

import { detectLanguage } from '../text/detect.ts';
import { baseLanguage } from '../text/language-code.ts';
import { findNames, type Names, type Passage } from './find-names.ts';
import { type PlacedWord, readWords } from './known-words.ts';
import type { Lexicon } from './lexicon.ts';
import { toNewsText } from './news-text.ts';

/** `ids` stand in the order of their terms' hashes; `marks` has for each a byte: bit 0 headline, bit 1 name or number, bits 2-4 count in headline and lead, bits 5-7 count in all (up to 7). */
export interface Profile extends Names {
  readonly lang: string;
  readonly time: number;
  readonly ids: Int32Array;
  readonly marks: Uint8Array;
  /** Words of the text that were read, up to the limit. */
  readonly length: number;
}

export interface Profiled {
  readonly title: string;
  readonly text: string;
  readonly lang?: string | undefined;
  readonly time: number;
}

/** A headline with fewer words of text is alone. */
export const TEXT_WORDS = 5;

export const IN_TITLE = 1;
export const IS_NAME = 2;
/** The counts of a mark, in bits from there on. */
const LEAD = 2;
const ALL = 5;
const MOST = 7;
/** How much of a text is read: its first paragraphs say what it is about, and the cost stays bounded. */
const LEAD_CHARS = 600;
const BODY_CHARS = 1_600;
const ENOUGH_TO_DETECT = 40;

/** The words of headline and text, as far as they are read. */
export interface Read {
  readonly lang: string;
  readonly title: readonly PlacedWord[];
  readonly text: readonly PlacedWord[];
  readonly textRead: string;
}

export function readArticle(article: Profiled): Read {
  const text = toNewsText(article.title, article.text, BODY_CHARS);
  const lang = baseLanguage(article.lang) ?? languageOf(`${article.title}\n${text}`);
  return { lang, title: readWords(article.title, lang), text: readWords(text, lang), textRead: text };
}

export function toProfile(article: Profiled, lexicon: Lexicon, read: Read = readArticle(article)): Profile {
  const marks = new Map<number, number>();
  const title = { text: article.title, words: read.title, shouting: isTitleCase(article.title) };
  markTitle(marks, title);
  const length = markText(marks, read.textRead, read.text);
  // Whatever numbers the terms bear, what is summed over them is summed in one order: a restart changes nothing.
  const keys = Int32Array.from(marks.keys()).sort();
  const bytes = Uint8Array.from(keys, (key) => marks.get(key)!);
  const text = { text: read.textRead, words: read.text, shouting: false };
  const names = findNames([title, text], keys, { lang: read.lang, isAlone: length < TEXT_WORDS });
  // From here on the keys are numbers.
  const ids = lexicon.take(keys, read.lang);
  return { lang: read.lang, time: article.time, ids, marks: bytes, ...names, length };
}

function markTitle(marks: Map<number, number>, { text, words, shouting }: Passage): void {
  for (const placed of words) {
    const { isNumber, isProperNoun, terms } = placed.word;
    const flags = isNumber || isProperNoun || (!shouting && isName(text, placed)) ? IN_TITLE | IS_NAME : IN_TITLE;
    for (const term of terms) mark(marks, term, flags, true);
  }
}

/** Answers how many terms there are. */
function markText(marks: Map<number, number>, text: string, words: readonly PlacedWord[]): number {
  let length = 0;
  for (const placed of words) {
    const { terms, isRare } = placed.word;
    length += terms.length;
    const flags = terms.length > 0 && (isRare || isName(text, placed)) ? IS_NAME : 0;
    for (const term of terms) mark(marks, term, flags, placed.start < LEAD_CHARS);
  }
  return length;
}

function mark(marks: Map<number, number>, term: number, flags: number, isLead: boolean): void {
  let own = (marks.get(term) ?? 0) | flags;
  if (isLead && ((own >> LEAD) & MOST) < MOST) own += 1 << LEAD;
  if (own >> ALL < MOST) own += 1 << ALL;
  marks.set(term, own);
}

function languageOf(text: string): string {
  return (text.length >= ENOUGH_TO_DETECT ? detectLanguage(text) : undefined) ?? 'en';
}

const CAPITAL = /^\p{Lu}/u;
const SENTENCE_START = /[.!?:…\n"“”„«»‘(]/u;

/** A number, or a word with a capital inside a sentence. */
function isName(text: string, { word, start }: PlacedWord): boolean {
  return word.isNumber || (word.isCapital && isInsideSentence(text, start));
}

/** Whether what stands at `start` begins no sentence. */
export function isInsideSentence(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && text[at] === ' ') at -= 1;
  return at >= 0 && !SENTENCE_START.test(text[at]!);
}

/** English headlines write most words with a capital: there it does not mark names. */
function isTitleCase(title: string): boolean {
  const words = title.split(/\s+/u).filter((word) => word.length > 3 && /^\p{L}/u.test(word));
  return words.filter((word) => CAPITAL.test(word)).length > words.length * 0.6;
}
