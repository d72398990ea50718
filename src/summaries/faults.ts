// Says what is wrong with showing a sentence alone: it refuses nothing itself, the choice weighs it.

import { isStopWord } from '../text/stop-words.ts';
import { isBareAttribution } from './attributions.ts';
import { pointsBack } from './openers.ts';
import type { Fault } from './sentence.ts';

export interface FaultQuestion {
  readonly text: string;
  readonly words: number;
  readonly terms: number;
  /** Last sentence of its document: where feeds cut teasers. */
  readonly last: boolean;
}

// Headings and captions are mostly shorter.
const LONG_ENOUGH = 10;
const FIRST_WORD = /[\p{L}\p{M}\p{N}'’]+/u;
const STOPS = new Set('.!?…。！？｡．؟۔।॥');
const AFTER_STOP = new Set('"\'”’»›)]」』');
// A teaser cut short, "Police go on to question the leader...", or a heading with its link, "Diagnosis [edit]".
const TRUNCATED = /(?:…|\.{3})["”’»]?$|\[\s?[\p{L}]+\s?\]$/u;
const LOWER = /^[\p{Ll}]/u;
const PAIRS: readonly (readonly [string, string])[] = [
  ['«', '»'],
  ['「', '」'],
  ['(', ')'],
];
// The same mark opens in one language and closes in another, and sites mix them: “…" – what stands beside it tells.
const QUOTE_MARK = /["“”„‟＂]/g;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
// Page furniture that survives extraction; one pattern for what many sites print, e.g. "Scroll down for video".
const FURNITURE =
  /^(?:file ?[-–—]|listen:|scroll down|click here|read more|read also|see also|watch:?|video:|photos?:|image:|picture:|caption|media playback|share this|follow (?:us|@)|sign up|subscribe|related:|advertisement|story continues|copyright|all rights reserved|for confidential support|file photo|\(?(?:photo|image|picture)s?:? |by\. |image copyright|image source|view images?|just watched|jump to|last updated|updated:?|published:?|join the conversation|lire aussi|lesen sie|читайте)/iu;
// "[Insert image]", "1 thought on …".
const NOTE = /^\[[^\]]*\]$|^\d+ (?:thoughts?|comments?|replies|responses?) (?:on|to) /iu;
const CAPTION = /\bfile photo\b|does not support the (?:audio|video)|\bin this (?:image|photo)/i;
const SHOUTING = /^[^\p{Ll}]{12,}$/u;
const ADDRESSES = ['://', 'www.', '@@', 'pic.twitter'];
const MAIL = /\S@\S+\.\w/;

function hasAddress(text: string): boolean {
  return ADDRESSES.some((part) => text.includes(part)) || (text.includes('@') && MAIL.test(text));
}

function isFurniture(text: string): boolean {
  return FURNITURE.test(text) || NOTE.test(text) || CAPTION.test(text) || hasAddress(text);
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || character === ' ' || /\s/.test(character);
}

/** A quote that is closed without having been opened, or left open. */
function hasOrphanedQuote(text: string): boolean {
  let open = false;
  for (const { index } of text.matchAll(QUOTE_MARK)) {
    const before = text[index - 1];
    const after = text[index + 1];
    // צה"ל: part of a word.
    if (WORD_CHARACTER.test(before ?? ' ') && WORD_CHARACTER.test(after ?? ' ')) continue;
    if (isSpace(open ? before : after)) return true;
    open = !open;
  }
  return open;
}

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

function isLoose(text: string): boolean {
  return PAIRS.some(([open, close]) => countOf(text, open) !== countOf(text, close)) || hasOrphanedQuote(text);
}

/** A quote by itself, with nobody who says it: «"We are ready."» */
export function isBareQuote(text: string): boolean {
  return /^["“‘'«「].*[."”’'»」!?]$/su.test(text) && !/["”’'»」][,.]?\s+\p{L}/u.test(text);
}

// A teaser without a full stop is a sentence all the same; one that breaks off at "for the" is not.
function isUnstopped({ text, words, last: isLast }: FaultQuestion, lang: string | undefined): boolean {
  if (!isLast) return false;
  const last = /[\p{L}\p{M}\p{N}'’]+$/u.exec(text)?.[0];
  return words >= LONG_ENOUGH && last !== undefined && !isStopWord(last.toLowerCase(), lang);
}

/** Closed by a stop; quotes and brackets may follow it. */
function isStopped(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && isSpace(text[at])) at--;
  while (at >= 0 && AFTER_STOP.has(text[at]!)) at--;
  return at >= 0 && STOPS.has(text[at]!);
}

function isFragment(question: FaultQuestion, lang: string | undefined): boolean {
  const { text, words, terms } = question;
  if (LOWER.test(text)) return true;
  if (isBareAttribution(text, words, lang)) return true;
  if (terms < 2 || (words < 5 && lang !== 'zh' && lang !== 'ja')) return true;
  if (TRUNCATED.test(text)) return true;
  return !isStopped(text) && lang !== 'th' && !isUnstopped(question, lang);
}

// "The operator confirmed this.": short, and all it says is in the sentence before.
const POINTING_END =
  /\s(?:(?:this|that|it|them)(?: (?:out|up|off|down|in|on|back|away|over|too))?|so|dies|das|cela|esto|isto|questo|это|điều đó|như vậy)[.!]?["”’]?$/iu;

function pointsBackAtEnd({ text, words }: FaultQuestion): boolean {
  return words <= 10 && POINTING_END.test(text);
}

export function findFaults(question: FaultQuestion, lang: string | undefined): Fault[] {
  const { text } = question;
  const faults: Fault[] = [];
  const firstWord = FIRST_WORD.exec(text)?.[0].toLowerCase() ?? '';
  if (pointsBack(firstWord, text, lang) || pointsBackAtEnd(question)) faults.push('dangling');
  if (isLoose(text) || isBareQuote(text)) faults.push('loose');
  if (/[?？؟]["'”’»)]?\s*$/u.test(text)) faults.push('question');
  if (isFurniture(text)) faults.push('furniture');
  if (isFragment(question, lang) || (SHOUTING.test(text) && /\p{Lu}/u.test(text))) faults.push('fragment');
  return faults;
}
