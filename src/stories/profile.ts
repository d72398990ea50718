// What grouping keeps of an article: its terms as numbers with where they stand (headline, lead, body, as a name), and
// nothing of its text.

import { detectLanguage } from '../text/detect.ts';
import { baseLanguage } from '../text/language-code.ts';
import { toTerms } from '../text/terms.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { hash } from './hash.ts';
import { shareOf } from './idf.ts';
import type { Lexicon } from './lexicon.ts';
import { toNewsText } from './news-text.ts';

/** `ids` stand in the order of their terms' hashes; `marks` has for each a byte: bit 0 headline, bit 1 name or number, bits 2-4 count in headline and lead, bits 5-7 count in all (up to 7). */
export interface Profile {
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

export const IN_TITLE = 1;
export const IS_NAME = 2;
const MOST = 7;
/** How much of a text is read: its first paragraphs say what it is about, and the cost stays bounded. */
const LEAD_CHARS = 600;
const BODY_CHARS = 1_600;
const ENOUGH_TO_DETECT = 40;
/** A word with a capital that begins a sentence and is rarer than this is taken for a name. */
const RARE_SHARE = 0.004;

interface Marks {
  title: boolean;
  name: boolean;
  lead: number;
  all: number;
}

export function toProfile(article: Profiled, lexicon: Lexicon): Profile {
  const text = toNewsText(article.title, article.text, BODY_CHARS);
  const lang = baseLanguage(article.lang) ?? languageOf(`${article.title}\n${text}`);
  const marks = new Map<string, Marks>();
  const titleTerms = [...readTerms(article.title, lang)];
  const shouting = isTitleCase(article.title);
  for (const { term, token } of titleTerms) {
    mark(marks, term, { title: true, lead: true, name: !shouting && isName(article.title, token) });
  }
  const textTerms = [...readTerms(text, lang)];
  for (const { term, token } of textTerms) {
    const name = isName(text, token) || (CAPITAL.test(token.text) && shareOf(term, lang) < RARE_SHARE);
    mark(marks, term, { title: false, lead: token.start < LEAD_CHARS, name });
  }
  return {
    lang,
    time: article.time,
    ...pack(marks, lexicon, lang),
    length: textTerms.length,
  };
}

function languageOf(text: string): string {
  return (text.length >= ENOUGH_TO_DETECT ? detectLanguage(text) : undefined) ?? 'en';
}

function mark(marks: Map<string, Marks>, term: string, at: { title: boolean; lead: boolean; name: boolean }): void {
  let own = marks.get(term);
  if (own === undefined) {
    own = { title: false, name: false, lead: 0, all: 0 };
    marks.set(term, own);
  }
  own.all += 1;
  if (at.lead) own.lead += 1;
  if (at.title) own.title = true;
  if (at.name) own.name = true;
}

function pack(marks: Map<string, Marks>, lexicon: Lexicon, lang: string): { ids: Int32Array; marks: Uint8Array } {
  // Whatever numbers the terms bear, what is summed over them is summed in one order: a restart changes nothing.
  const pairs = [...marks].map(([term, own]) => ({ key: hash(term), own })).sort((a, b) => a.key - b.key);
  const bytes = pairs.map(
    ({ own }) =>
      (own.title ? IN_TITLE : 0) |
      (own.name ? IS_NAME : 0) |
      (Math.min(own.lead, MOST) << 2) |
      (Math.min(own.all, MOST) << 5),
  );
  return {
    ids: lexicon.take(
      Int32Array.from(pairs, ({ key }) => key),
      lang,
    ),
    marks: Uint8Array.from(bytes),
  };
}

interface PlacedTerm {
  readonly term: string;
  readonly token: Token;
}

/** The analyser's answer for a word, remembered: news repeats its words, and stemming is the dearest step. */
const remembered = new Map<string, Map<string, string>>();
const REMEMBERED_WORDS = 60_000;
// Their terms depend on neighbours (single characters are joined).
const CONTEXTUAL = new Set(['zh', 'ja']);

function* readTerms(text: string, lang: string): Generator<PlacedTerm> {
  if (CONTEXTUAL.has(lang)) {
    for (const token of tokenize(text, lang)) yield* toTerms(token.text, lang).map((term) => ({ term, token }));
    return;
  }
  let words = remembered.get(lang);
  if (words === undefined || words.size > REMEMBERED_WORDS) {
    words = new Map();
    remembered.set(lang, words);
  }
  for (const token of tokenize(text, lang)) {
    let term = words.get(token.text);
    if (term === undefined) {
      term = toTerms(token.text, lang)[0] ?? '';
      words.set(token.text, term);
    }
    if (term !== '') yield { term, token };
  }
}

const CAPITAL = /^\p{Lu}/u;
const NUMBER = /^\p{Nd}{2}/u;
const SENTENCE_START = /[.!?:…\n"“”„«»‘(]/u;

/** A number, or a word with a capital inside a sentence. */
function isName(text: string, token: Token): boolean {
  if (NUMBER.test(token.text)) return true;
  if (!CAPITAL.test(token.text)) return false;
  let at = token.start - 1;
  while (at >= 0 && text[at] === ' ') at -= 1;
  return at >= 0 && !SENTENCE_START.test(text[at]!);
}

/** English headlines write most words with a capital: there it does not mark names. */
function isTitleCase(title: string): boolean {
  const words = title.split(/\s+/u).filter((word) => word.length > 3 && /^\p{L}/u.test(word));
  return words.filter((word) => CAPITAL.test(word)).length > words.length * 0.6;
}
