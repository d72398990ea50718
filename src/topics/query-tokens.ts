// The marks and leaves of a typed query, in order.

import { isLanguage } from '../text/read-language.ts';
import type { Fault, LeafQuery, SinceQuery } from './query.ts';

export interface MarkToken {
  readonly kind: 'open' | 'close' | 'or' | 'not' | 'and' | 'comma';
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
// In a list it ends at a comma, too, which parts no number: "1,500".
const LISTED_WORD = /(?:[^\s()（）|"“”„«»「」『』＂,，、;]|(?<=\d),(?=\d))*/uy;
const FIELD = /(source|lang|title|since)[:：](?=[^\s)）|])/iuy;
// Keyboards add a blank by themselves; small letters, for a headline may begin with "Source: ".
const SPACED_FIELD = /(source|lang|title|since)[:：]\s+(?=[^\s)）|])/uy;
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
  ['AND', 'and'],
]);

/** Stops at the first fault. `list`: a comma is a mark. */
export function readTokens(
  input: string,
  { list }: { readonly list: boolean },
): { readonly tokens: readonly QueryToken[]; readonly fault: Fault | undefined } {
  const tokens: QueryToken[] = [];
  /** The field before each open bracket: it is of every word inside. */
  const fields: (string | undefined)[] = [];
  let at = 0;
  while (at < input.length) {
    const mark = markAt(input, at, list);
    const piece = mark ?? readPiece(input, at, { list, field: fields.at(-1) });
    if (piece === undefined) return { tokens, fault: { reason: 'open-quote', at } };
    if (mark !== undefined) follow(fields, mark);
    const fault = faultOf(piece.token);
    if (fault !== undefined) return { tokens, fault };
    if (piece.token !== undefined) tokens.push(piece.token);
    // White space and stray signs are pieces of nothing.
    at = Math.max(piece.end, at + 1);
  }
  return { tokens: bindAnds(tokens), fault: undefined };
}

function follow(fields: (string | undefined)[], { token, field }: Mark): void {
  if (token.kind === 'open') fields.push(field ?? fields.at(-1));
  if (token.kind === 'close') fields.pop();
}

interface Mark {
  readonly token: MarkToken;
  /** What stands right before a bracket. */
  readonly field: string | undefined;
  readonly end: number;
}

function markAt(input: string, at: number, list: boolean): Mark | undefined {
  const [opening = '', field] = fieldAt(input, at);
  const start = at + opening.length;
  const kind = MARKS.get(input[start]!);
  if (kind === 'open') return { token: { kind, at }, field, end: start + 1 };
  if (opening !== '') return undefined;
  const bare = kind ?? (isMinus(input, at) ? 'not' : undefined) ?? (list && isComma(input[at]!) ? 'comma' : undefined);
  return bare && { token: { kind: bare, at }, field, end: at + 1 };
}

function isComma(sign: string): boolean {
  return ',，、;'.includes(sign);
}

/** Words in a row are all wanted anyway, or free; those beside an AND have to be there, as a phrase has. */
function bindAnds(tokens: readonly QueryToken[]): readonly QueryToken[] {
  const isBound = (i: number): boolean => tokens[i - 1]?.kind === 'and' || tokens[i + 1]?.kind === 'and';
  return tokens
    .map((token, i) => (token.kind === 'text' && isBound(i) ? { ...token, phrase: true } : token))
    .filter(({ kind }) => kind !== 'and');
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
  around: { readonly list: boolean; readonly field: string | undefined },
): { readonly token: QueryToken | undefined; readonly end: number } | undefined {
  const [opening = '', field = around.field] = fieldAt(input, at);
  const start = at + opening.length;
  const closing = closingOf(input, start);
  if (closing !== undefined) {
    const end = endOfPhrase(input, start + 1, closing);
    return end === -1 ? undefined : { token: toLeaf(field, input.slice(start + 1, end), at, true), end: end + 1 };
  }
  const pattern = around.list ? LISTED_WORD : WORD;
  pattern.lastIndex = start;
  const word = pattern.exec(input)?.[0] ?? '';
  const token = opening === '' ? toWord(word, at, field) : toLeaf(field, word, at, false);
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

function toWord(word: string, at: number, field: string | undefined): QueryToken | undefined {
  const mark = WORD_MARKS.get(word);
  if (mark !== undefined) return { kind: mark, at };
  // A field without a value asks for nothing.
  return BARE_FIELD.test(word) ? undefined : toLeaf(field, word, at, false);
}

function toLeaf(field: string | undefined, typed: string, at: number, phrase: boolean): LeafQuery | undefined {
  const text = typed.trim();
  if (!HAS_WORD.test(text)) return undefined;
  const name = field?.toLowerCase();
  if (name === 'source' || name === 'lang')
    return { kind: name, value: text.toLowerCase(), typed: text, quoted: phrase, at };
  if (name === 'since') return toSince(text, at);
  return { kind: 'text', text, phrase, title: name === 'title', at };
}

/** Neither a span nor a day: no time. */
function toSince(text: string, at: number): SinceQuery {
  const span = SPAN.exec(text);
  if (span !== null)
    return { kind: 'since', ms: Number(span[1]) * UNIT_MS[span[2]!.toLowerCase()]!, from: undefined, typed: text, at };
  const from = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // A day that no month has is read as one of the next month.
  const isDay = !Number.isNaN(from) && new Date(from).toISOString().startsWith(text);
  return { kind: 'since', ms: undefined, from: isDay ? from : undefined, typed: text, at };
}
