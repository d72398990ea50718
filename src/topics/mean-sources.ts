// A server calls a source as it likes, and its articles bear the name of their publisher: `source:` means either.

import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { joinSourceNames, mayJoin } from './join-source-names.ts';
import { sourceWords, toWords } from './match.ts';
import type { FieldQuery, Query } from './query.ts';
import { sourceNames } from './source-names.ts';

/** Sources of like names, and articles of each, that are asked what they are called. */
const MOST = 3;
const GLIMPSE = 10;
/** Articles that say what publishers are called, of each feed and in all: while somebody types, milliseconds count. */
const TELLING = { perFeed: 10, limit: 1_000 };

type Parts = Pick<Store, 'sources' | 'articles'>;

/** By whole words, or by the beginning of one: "guard" is the Guardian, and みなと is みなと新報. */
export function isCalled(name: string, typed: string): boolean {
  return toWords(name).includes(toWords(typed).trimEnd());
}

/** Each `source:` that names a source of the scope's own together with what its publishers are called. */
export async function meanSources(query: Query, scope: Scope, store: Parts): Promise<Query> {
  const whole = mayJoin(query) ? joinSourceNames(query, await namesIn(scope, store)) : query;
  return meanEach(whole, scope, store);
}

/** By the server, and by the publishers themselves. */
async function namesIn(scope: Scope, { sources, articles }: Parts): Promise<readonly string[]> {
  const own = (await Promise.all(scope.owners.map(async (owner) => sources.list(owner)))).flat();
  const told = await articles.bylines(scope, TELLING);
  return [...new Set([...own.map(({ name }) => name), ...told.map(({ source }) => source)])];
}

async function meanEach(query: Query, scope: Scope, store: Parts): Promise<Query> {
  switch (query.kind) {
    case 'source':
      return withPublishers(query, scope, store);
    case 'not':
      return { kind: 'not', part: await meanEach(query.part, scope, store) };
    case 'and':
    case 'or':
      return { kind: query.kind, parts: await Promise.all(query.parts.map((part) => meanEach(part, scope, store))) };
    default:
      return query;
  }
}

async function withPublishers(leaf: FieldQuery, scope: Scope, { sources, articles }: Parts): Promise<Query> {
  const typed = toWords(leaf.value);
  const lists = await Promise.all(scope.owners.map(async (owner) => sources.list(owner)));
  const named = lists.flat().filter(({ name }) => isCalled(name, leaf.value));
  const told = await Promise.all(
    named.slice(0, MOST).map(async ({ id, url }) => {
      const some = await articles.bylines(scope, { sourceId: id, limit: GLIMPSE });
      // What nothing is stored of yet is known by its feed's site.
      return some.length > 0 ? some : [{ source: '', url }];
    }),
  );
  const others = told.filter((some) => !some.some((article) => sourceWords(article).includes(typed)));
  const names = others.flatMap((some) => sourceNames(leaf.value, some, undefined));
  const parts = [...new Set([leaf.value, ...names.map((name) => name.toLowerCase())])];
  return parts.length === 1 ? leaf : { kind: 'or', parts: parts.map((value) => ({ ...leaf, value })) };
}
