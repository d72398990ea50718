import type { Problem } from '../errors.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { joinSourceNames } from './join-source-names.ts';
import { sourceWords } from './match.ts';
import { isCalled } from './mean-sources.ts';
import type { FieldQuery, Query } from './query.ts';

/** Articles that say what the publishers of the scope's sources are called, of each feed and in all. */
const TELLING = { perFeed: 200, limit: 5_000 };

/** The `source:` of a query that is none in scope, by the server's names or the publishers' own: why nothing was found. */
export async function unknownSource(
  query: Query,
  scope: Scope,
  { sources, articles }: Pick<Store, 'sources' | 'articles'>,
): Promise<Problem | undefined> {
  if (wantedSources(query).length === 0) return undefined;
  const own = (await Promise.all(scope.owners.map(async (owner) => sources.list(owner)))).flat();
  if (own.length === 0) return undefined;
  const told = await articles.bylines(scope, TELLING);
  const bearers = [...own.map(({ name, url }) => ({ source: name, url })), ...told];
  const known = bearers.map(sourceWords);
  const wanted = wantedSources(
    joinSourceNames(
      query,
      bearers.map(({ source }) => source),
    ),
  );
  const unknown = wanted.find(({ value }) => !known.some((words) => isCalled(words, value)));
  if (unknown === undefined) return undefined;
  return { problem: 'unknown-source', name: unknown.typed, known: own.map((source) => source.name) };
}

function wantedSources(query: Query): FieldQuery[] {
  if (query.kind === 'source') return [query];
  return query.kind === 'and' || query.kind === 'or' ? query.parts.flatMap(wantedSources) : [];
}
