// Words without any operator: each ranks what it finds, and none has to be there.

import { type Token, tokenize } from '../text/tokens.ts';
import type { Query, TextQuery } from './query.ts';

export function isFree(query: Query): boolean {
  return query.kind === 'and' ? query.parts.every(isWord) : isWord(query);
}

export function isWord(query: Query): query is TextQuery {
  return query.kind === 'text' && !query.phrase && !query.title;
}

/** Beside operators "covid-19" means its words in a row; among free words these are words like the others. */
export function splitFree(query: Query): Query {
  if (!isFree(query)) return query;
  const words = query.kind === 'and' ? query.parts : [query];
  const [first, ...rest] = words.filter(isWord).flatMap(splitWord);
  if (first === undefined) return query;
  return rest.length === 0 ? first : { kind: 'and', parts: [first, ...rest] };
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
