import { isWord } from './free-words.ts';
import { toWords } from './match.ts';
import type { FieldQuery, Query } from './query.ts';

/**
 * `source:The Northern Ledger ferry`: as many words after `source:` as are one of these names together, or its end
 * ("Northern Ledger"), belong to it. What stands in quotes is whole.
 */
export function joinSourceNames(query: Query, names: readonly string[]): Query {
  if (query.kind === 'not') return { kind: 'not', part: joinSourceNames(query.part, names) };
  if (query.kind !== 'and' && query.kind !== 'or') return query;
  const inner = query.parts.map((part) => joinSourceNames(part, names));
  const parts = query.kind === 'or' ? inner : joinAll(inner, names.flatMap(piecesOf));
  return parts.length === 1 ? (parts[0] as Query) : { kind: query.kind, parts };
}

/** Whether there is anything to join. */
export function mayJoin(query: Query): boolean {
  if (query.kind === 'not') return mayJoin(query.part);
  if (query.kind !== 'and' && query.kind !== 'or') return false;
  const isBegun = (part: Query, i: number): boolean => begunIn(part) !== undefined && wordAt(query.parts, i + 1) !== '';
  return query.parts.some(mayJoin) || (query.kind === 'and' && query.parts.some(isBegun));
}

/** "World news | The Guardian" is called by either as well. */
function piecesOf(name: string): string[] {
  return [name, ...name.split(/\s[|·–—-]\s/u)].map(toWords);
}

function joinAll(parts: readonly Query[], names: readonly string[]): Query[] {
  const joined: Query[] = [];
  for (let i = 0; i < parts.length; ) {
    const part = parts[i] as Query;
    const leaf = begunIn(part);
    const whole = leaf && longestName(leaf.typed, parts.slice(i + 1), names);
    const named = leaf && whole && { ...leaf, value: whole.typed.toLowerCase(), typed: whole.typed };
    joined.push(named === undefined ? part : part.kind === 'not' ? { kind: 'not', part: named } : named);
    i += 1 + (whole?.taken ?? 0);
  }
  return joined;
}

/** The source that words after it may go on, be it left out or wanted. */
function begunIn(part: Query): FieldQuery | undefined {
  const leaf = part.kind === 'not' ? part.part : part;
  return leaf.kind === 'source' && leaf.quoted !== true ? leaf : undefined;
}

function longestName(begun: string, following: readonly Query[], names: readonly string[]) {
  let typed = begun;
  let longest: { readonly typed: string; readonly taken: number } | undefined;
  for (let taken = 1; wordAt(following, taken - 1) !== ''; taken += 1) {
    typed += ` ${wordAt(following, taken - 1)}`;
    const words = toWords(typed);
    if (names.some((name) => name.endsWith(words))) longest = { typed, taken };
  }
  return longest;
}

function wordAt(parts: readonly Query[], i: number): string {
  const part = parts[i];
  return part !== undefined && isWord(part) ? part.text : '';
}
