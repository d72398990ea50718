import type { Problem } from '../errors.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { joinSourceNames } from './join-source-names.ts';
import { sourceWords } from './match.ts';
import { isCalled } from './mean-sources.ts';
import { type FieldQuery, parseQuery, type Query } from './query.ts';

/** Articles that say what the publishers of the scope's sources are called. */
const TELLING = 2_000;

/** The `source:` of a query that is none in scope, by the server's names or the publishers' own: why nothing was found. */
export async function unknownSource(
  query: string,
  scope: Scope,
  { sources, articles }: Pick<Store, 'sources' | 'articles'>,
): Promise<Problem | undefined> {
  const parsed = parseQuery(query);
  if (!('ok' in parsed) || wantedSources(parsed.query).length === 0) return undefined;
  const own = (await Promise.all(scope.owners.map(async (owner) => sources.list(owner)))).flat();
  if (own.length === 0) return undefined;
  const told = await articles.latest(scope, { limit: TELLING });
  const bearers = [...own.map(({ name, url }) => ({ source: name, url })), ...told];
  const known = bearers.map(sourceWords);
  const wanted = wantedSources(
    joinSourceNames(
      parsed.query,
      bearers.map(({ source }) => source),
    ),
  );
  const unknown = wanted.find(({ value }) => !known.some((words) => isCalled(words, value)));
  const name = unknown && asTyped(query, unknown);
  return name === undefined ? undefined : { problem: 'unknown-source', name, known: own.map((source) => source.name) };
}

/** A query holds it in lower case. */
function asTyped(query: string, { value, at }: FieldQuery): string {
  const start = query.toLowerCase().indexOf(value, at);
  return start === -1 ? value : query.slice(start, start + value.length);
}

function wantedSources(query: Query): FieldQuery[] {
  if (query.kind === 'source') return [query];
  return query.kind === 'and' || query.kind === 'or' ? query.parts.flatMap(wantedSources) : [];
}
