// Words that no operator binds: each ranks what it finds, and none has to be there. What only narrows (source:, lang:,
// since:, -without) leaves them free.

import { type Token, tokenize } from '../text/tokens.ts';
import type { Query, TextQuery } from './query.ts';

export function isFree(query: Query): boolean {
  const parts = partsOf(query);
  return parts.some(isWord) && parts.every((part) => isWord(part) || narrows(part));
}

/** What each hit has to fit: all of a query but its free words. */
export function boundParts(query: Query): readonly Query[] {
  const parts = partsOf(query);
  return isFree(query) ? parts.filter((part) => !isWord(part)) : parts;
}

function partsOf(query: Query): readonly Query[] {
  return query.kind === 'and' ? query.parts : [query];
}

function narrows(query: Query): boolean {
  if (query.kind === 'or') return query.parts.every(narrows);
  return query.kind === 'source' || query.kind === 'lang' || query.kind === 'since' || query.kind === 'not';
}

export function isWord(query: Query): query is TextQuery {
  return query.kind === 'text' && !query.phrase && !query.title;
}

/** Beside operators "covid-19" means its words in a row; among free words these are words like the others. */
export function splitFree(query: Query): Query {
  if (!isFree(query)) return query;
  const parts = partsOf(query).flatMap((part): readonly Query[] => (isWord(part) ? splitWord(part) : [part]));
  if (!parts.some(isWord)) return query;
  return parts.length === 1 ? (parts[0] as Query) : { kind: 'and', parts };
}

function splitWord(leaf: TextQuery): TextQuery[] {
  return joinRuns(tokenize(leaf.text)).map(({ text, start }) => ({ ...leaf, text, at: leaf.at + start }));
}

/** Where no sign stands between two, it is a script without spaces: how it parts depends on the language. */
function joinRuns(tokens: readonly Token[]): readonly Token[] {
  const runs: Token[] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last?.end === token.start) runs[runs.length - 1] = { ...last, text: last.text + token.text, end: token.end };
    else runs.push(token);
  }
  return runs;
}
