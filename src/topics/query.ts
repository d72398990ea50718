// The query language that people type: words, "phrases", -without, OR, brackets, source: lang: title: since:.
// Parsing never throws: every string is a query or one Problem that says what is wrong and where.

import type { Problem, QueryFault } from '../errors.ts';
import { isShouting } from '../text/terms.ts';
import { type MarkToken, type QueryToken, readTokens } from './query-tokens.ts';

/** A place in the text that was typed (UTF-16 offset), for explanations. */
interface Placed {
  readonly at: number;
}

/**
 * Words as they were typed; one word, or several in a row for a phrase. `title`: looked for in the headline alone. What
 * has its capitals here is a name (US, WHO, IT): see `hush`.
 */
export interface TextQuery extends Placed {
  readonly kind: 'text';
  readonly text: string;
  readonly phrase: boolean;
  readonly title: boolean;
}

/** A condition on the article's source or language. */
export interface FieldQuery extends Placed {
  readonly kind: 'source' | 'lang';
  /** In lower case. */
  readonly value: string;
  readonly typed: string;
  /** It stood in quotes: no word after it is part of it. */
  readonly quoted?: boolean;
}

/** Not older than: a span back from now (`ms`), or a day in UTC (`from`). */
export interface SinceQuery extends Placed {
  readonly kind: 'since';
  readonly ms: number | undefined;
  readonly from: number | undefined;
  readonly typed: string;
}

export type LeafQuery = TextQuery | FieldQuery | SinceQuery;

export type Query =
  | LeafQuery
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query };

export type QueryProblem = Extract<Problem, { problem: 'bad-query' }>;
export type ParsedQuery = { readonly ok: true; readonly query: Query } | QueryProblem;

/** Longer than any query that a person types; it also bounds the parser's recursion. */
export const MAX_QUERY_LENGTH = 1_000;

export interface Fault extends Placed {
  readonly reason: QueryFault;
}

/** Letters and digits as wide as Chinese ones, as keyboards there write them: ｆｅｒｒｙ. */
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu;

function narrow(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) - 0xfee0);
}

/** How a query is read where it stands in a field of its own. */
export interface ParseWish {
  /** A comma is an OR, as in other lists. */
  readonly list?: boolean;
  /** It is left out as a whole, so it may say what to leave out. */
  readonly leavesOut?: boolean;
}

export function parseQuery(input: string, { list = false, leavesOut = false }: ParseWish = {}): ParsedQuery {
  const fail = ({ reason, at }: Fault): QueryProblem => ({ problem: 'bad-query', input, at, reason });
  if (input.length > MAX_QUERY_LENGTH) return fail({ reason: 'too-long', at: MAX_QUERY_LENGTH });
  const read = readTokens(input.replace(WIDE, narrow), { list });
  if (read.fault !== undefined) return fail(read.fault);
  const state: Reading = { tokens: read.tokens, next: 0, end: input.length, fault: undefined };
  const whole = simplify(readList(state));
  const query = whole && hush(whole);
  const rest = state.tokens[state.next];
  if (state.fault !== undefined) return fail(state.fault);
  if (rest !== undefined) return fail({ reason: 'extra-bracket', at: rest.at });
  if (query === undefined) return fail({ reason: 'empty', at: 0 });
  return leavesOut || isPositive(query) ? { ok: true, query } : fail({ reason: 'only-exclusions', at: 0 });
}

interface Reading {
  readonly tokens: readonly QueryToken[];
  readonly end: number;
  next: number;
  /** The first thing found wrong; reading goes on, and what it makes is thrown away. */
  fault: Fault | undefined;
}

const NOTHING: Query = { kind: 'and', parts: [] };

function isNothing(query: Query): boolean {
  return query.kind === 'and' && query.parts.length === 0;
}

/** list = any { "," any }: any of these will do, and what one only leaves out is left out of all. */
function readList(state: Reading): Query {
  const parts = [readAny(state)];
  while (state.tokens[state.next]?.kind === 'comma') {
    state.next += 1;
    parts.push(readAny(state));
  }
  const wishes = parts.filter(isPositive);
  const limits = parts.filter((part) => !isPositive(part));
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts: [{ kind: 'or', parts: wishes }, ...limits] };
}

/** any = all { OR all } */
function readAny(state: Reading): Query {
  const parts = [readAll(state)];
  let mark = state.tokens[state.next];
  while (mark?.kind === 'or') {
    state.next += 1;
    parts.push(readAll(state));
    if (parts.slice(-2).some(isNothing)) state.fault ??= { reason: 'dangling-or', at: mark.at };
    mark = state.tokens[state.next];
  }
  return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
}

/** all = { one } */
function readAll(state: Reading): Query {
  const parts: Query[] = [];
  for (;;) {
    const token = state.tokens[state.next];
    if (token === undefined || isEnd(token)) return { kind: 'and', parts };
    parts.push(readOne(state, token));
  }
}

/** one = leaf | "-" one | "(" list ")" */
function readOne(state: Reading, token: QueryToken): Query {
  state.next += 1;
  if (token.kind === 'not') {
    const next = state.tokens[state.next];
    if (next === undefined || isEnd(next)) return NOTHING;
    return { kind: 'not', part: readOne(state, next) };
  }
  if (!isMark(token)) return token;
  if (token.kind !== 'open') return NOTHING;
  const inside = readList(state);
  if (state.tokens[state.next]?.kind === 'close') state.next += 1;
  else state.fault ??= { reason: 'open-bracket', at: token.at };
  return inside;
}

function isEnd({ kind }: QueryToken): boolean {
  return kind === 'or' || kind === 'close' || kind === 'comma';
}

function isMark(token: QueryToken): token is MarkToken {
  return isEnd(token) || token.kind === 'open' || token.kind === 'not' || token.kind === 'and';
}

/** Flattens lists of one, drops empty brackets and double negations; undefined when nothing is left. */
function simplify(query: Query): Query | undefined {
  if (query.kind === 'not') {
    const part = simplify(query.part);
    if (part === undefined) return undefined;
    return part.kind === 'not' ? part.part : { kind: 'not', part };
  }
  if (query.kind !== 'and' && query.kind !== 'or') return query;
  const parts = query.parts
    .map(simplify)
    .filter((part) => part !== undefined)
    .flatMap((part) => (part.kind === query.kind ? part.parts : [part]));
  return parts.length > 1 ? { kind: query.kind, parts } : parts[0];
}

/** What is typed in capitals throughout is a headline, where they mark nothing; one word in capitals is a name. */
function hush(query: Query): Query {
  switch (query.kind) {
    case 'text':
      return isHeadline(query.text) ? inSmallLetters(query) : query;
    case 'not':
      return { kind: 'not', part: hush(query.part) };
    case 'or':
      return { kind: 'or', parts: query.parts.map(hush) };
    case 'and': {
      const typed = query.parts.flatMap((part) => (isSingle(part) ? [part.text] : [])).join(' ');
      const loud = isHeadline(typed);
      return {
        kind: 'and',
        parts: query.parts.map((part) => (loud && isSingle(part) ? inSmallLetters(part) : hush(part))),
      };
    }
    default:
      return query;
  }
}

/** In the headline or anywhere. */
function isSingle(query: Query): query is TextQuery {
  return query.kind === 'text' && !query.phrase;
}

function isHeadline(typed: string): boolean {
  return isShouting(typed) && typed.split(/\s+/u).filter((word) => /\p{Lu}/u.test(word)).length > 1;
}

function inSmallLetters(leaf: TextQuery): TextQuery {
  return { ...leaf, text: leaf.text.toLowerCase() };
}

/** Whether it asks for something, and does not only leave things out (that would match nearly everything). */
function isPositive(query: Query): boolean {
  if (query.kind === 'not') return false;
  if (query.kind === 'and') return query.parts.some(isPositive);
  return query.kind === 'or' ? query.parts.every(isPositive) : true;
}
