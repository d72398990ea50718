// The marks and leaves of a typed query, in order.

import { isLanguage } from '../text/read-language.ts';
import type { Fault, LeafQuery, SinceQuery } from './query.ts';

export interface MarkToken {
  readonly kind: 'open' | 'close' | 'or' | 'not';
  readonly at: number;
}
export type QueryToken = MarkToken | LeafQuery;

const CLOSING = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['『', '』'],
  ['＂', '＂'],
]);
const ANY_CLOSING = /["”»]/u;
const HAS_WORD = /[\p{L}\p{N}]/u;
// A word ends at white space, a bracket or a double quote; an apostrophe or hyphen inside belongs to it ("covid-19").
const WORD = /[^\s()（）|"“”„«»「」『』＂]*/uy;
const FIELD = /(source|lang|title|since)[:：](?=[^\s()（）|])/iuy;
// Keyboards add a blank by themselves; small letters, for a headline may begin with "Source: ".
const SPACED_FIELD = /(source|lang|title|since)[:：]\s+(?=[^\s()（）|])/uy;
const BARE_FIELD = /^(?:source|lang|title|since)[:：]$/iu;
const SPAN = /^(\d{1,4})(h|d|w|m|y)$/iu;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const HOUR_MS = 3_600_000;
const UNIT_MS: Readonly<Record<string, number>> = {
  h: HOUR_MS,
  d: 24 * HOUR_MS,
  w: 168 * HOUR_MS,
  m: 720 * HOUR_MS,
  y: 8760 * HOUR_MS,
};
const MARKS = new Map<string, MarkToken['kind']>([
  ['(', 'open'],
  ['（', 'open'],
  [')', 'close'],
  ['）', 'close'],
  ['|', 'or'],
]);
const WORD_MARKS = new Map<string, MarkToken['kind']>([
  ['OR', 'or'],
  ['NOT', 'not'],
]);

/** Stops at the first fault. */
export function readTokens(input: string): { readonly tokens: QueryToken[]; readonly fault: Fault | undefined } {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < input.length) {
    const mark = MARKS.get(input[at]!) ?? (isMinus(input, at) ? 'not' : undefined);
    if (mark !== undefined) {
      tokens.push({ kind: mark, at });
      at += 1;
      continue;
    }
    const piece = readPiece(input, at);
    if (piece === undefined) return { tokens, fault: { reason: 'open-quote', at } };
    const fault = faultOf(piece.token);
    if (fault !== undefined) return { tokens, fault };
    if (piece.token !== undefined) tokens.push(piece.token);
    // White space and stray signs are pieces of nothing.
    at = Math.max(piece.end, at + 1);
  }
  return { tokens, fault: undefined };
}

/** A time or a language that is none would find nothing, and not say why. */
function faultOf(token: QueryToken | undefined): Fault | undefined {
  if (token?.kind === 'lang' && !isLanguage(token.value)) return { reason: 'bad-language', at: token.at };
  const isTime = token?.kind !== 'since' || token.ms !== undefined || token.from !== undefined;
  return isTime ? undefined : { reason: 'bad-since', at: token.at };
}

/** A minus sign excludes when it begins a word: "-sport", not "covid-19" or " - ". */
function isMinus(input: string, at: number): boolean {
  return '-−–'.includes(input[at]!) && /[^\s\-−–|)]/u.test(input[at + 1] ?? ' ');
}

/** A word or phrase, with its field; undefined when a quote is never closed. */
function readPiece(
  input: string,
  at: number,
): { readonly token: QueryToken | undefined; readonly end: number } | undefined {
  const [opening = '', field] = fieldAt(input, at);
  const start = at + opening.length;
  const closing = closingOf(input, start);
  if (closing !== undefined) {
    const end = endOfPhrase(input, start + 1, closing);
    return end === -1 ? undefined : { token: toLeaf(field, input.slice(start + 1, end), at, true), end: end + 1 };
  }
  WORD.lastIndex = start;
  const word = WORD.exec(input)?.[0] ?? '';
  const token = field === undefined ? toWord(word, at) : toLeaf(field, word, at, false);
  return { token, end: start + word.length };
}

function fieldAt(input: string, at: number): readonly string[] {
  FIELD.lastIndex = at;
  SPACED_FIELD.lastIndex = at;
  return FIELD.exec(input) ?? SPACED_FIELD.exec(input) ?? [];
}

/** People mix kinds of quotes: an opening one is closed by its partner, else by any that closes. */
function endOfPhrase(input: string, from: number, closing: string): number {
  const own = input.indexOf(closing, from);
  if (own !== -1) return own;
  const other = input.slice(from).search(ANY_CLOSING);
  return other === -1 ? -1 : from + other;
}

/** ”Så här” in Swedish and Finnish; where none follows it is a stray sign, as of inches. */
function closingOf(input: string, at: number): string | undefined {
  if (input[at] !== '”') return CLOSING.get(input[at] ?? '');
  return /[^\s(（:：\-−–]/u.test(input[at - 1] ?? ' ') || endOfPhrase(input, at + 1, '”') === -1 ? undefined : '”';
}

function toWord(word: string, at: number): QueryToken | undefined {
  const mark = WORD_MARKS.get(word);
  if (mark !== undefined) return { kind: mark, at };
  // Words in a row are all wanted anyway, and a field without a value asks for nothing.
  return word === 'AND' || BARE_FIELD.test(word) ? undefined : toLeaf(undefined, word, at, false);
}

function toLeaf(field: string | undefined, typed: string, at: number, phrase: boolean): LeafQuery | undefined {
  const text = typed.trim();
  if (!HAS_WORD.test(text)) return undefined;
  const name = field?.toLowerCase();
  if (name === 'source' || name === 'lang') return { kind: name, value: text.toLowerCase(), quoted: phrase, at };
  if (name === 'since') return toSince(text, at);
  return { kind: 'text', text, phrase, title: name === 'title', at };
}

/** Neither a span nor a day: no time. */
function toSince(text: string, at: number): SinceQuery {
  const span = SPAN.exec(text);
  if (span !== null)
    return { kind: 'since', ms: Number(span[1]) * UNIT_MS[span[2]!.toLowerCase()]!, from: undefined, at };
  const from = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return { kind: 'since', ms: undefined, from: Number.isNaN(from) ? undefined : from, at };
}
