import type { Store } from '../store/contract.ts';
import { meanSources } from './mean-sources.ts';
import { type ParsedQuery, type ParseWish, parseQuery, type Query, type QueryProblem } from './query.ts';
import type { Topic } from './topic.ts';

/** How the words of a topic are read, and those that it leaves out. */
export const TO_INCLUDE: ParseWish = { list: true };
export const TO_EXCLUDE: ParseWish = { leavesOut: true };

/**
 * One query of all that a topic says: what it includes, without any of the words it excludes, from its sources and in
 * its languages.
 */
export function toTopicQuery(topic: TopicWords): ParsedQuery {
  const read = readTyped(topic);
  return 'problem' in read ? read : joinAll(read, topic);
}

/** As its owner means it: `source:` takes the names that the server gave, as it does in a search. */
export async function meanTopicQuery(
  topic: TopicWords & Pick<Topic, 'owner'>,
  store: Pick<Store, 'sources' | 'articles'>,
): Promise<ParsedQuery> {
  const read = readTyped(topic);
  if ('problem' in read) return read;
  const mean = async (query: Query): Promise<Query> => meanSources(query, { owners: [topic.owner] }, store);
  const include = await mean(read.include);
  return joinAll({ include, exclude: read.exclude && (await mean(read.exclude)) }, topic);
}

type TopicWords = Pick<Topic, 'include' | 'exclude' | 'sources' | 'languages'>;

interface Typed {
  readonly include: Query;
  readonly exclude: Query | undefined;
}

function readTyped(topic: TopicWords): Typed | QueryProblem {
  const include = parseQuery(topic.include, TO_INCLUDE);
  if (!('ok' in include)) return include;
  if (topic.exclude === undefined || topic.exclude.trim() === '') return { include: include.query, exclude: undefined };
  const exclude = parseQuery(topic.exclude, TO_EXCLUDE);
  return 'ok' in exclude ? { include: include.query, exclude: exclude.query } : exclude;
}

function joinAll({ include, exclude }: Typed, { sources, languages }: TopicWords): ParsedQuery {
  const parts: Query[] = [include];
  if (exclude !== undefined) parts.push({ kind: 'not', part: anyPart(exclude) });
  if (sources.length > 0) parts.push(anyField('source', sources));
  if (languages.length > 0) parts.push(anyField('lang', languages));
  return { ok: true, query: parts.length === 1 ? include : { kind: 'and', parts } };
}

/** Words listed to be excluded exclude one by one, with a minus or without: "sport -football" leaves out either. */
function anyPart(query: Query): Query {
  if (query.kind === 'not') return query.part;
  return query.kind === 'and' || query.kind === 'or' ? { kind: 'or', parts: query.parts.map(anyMinus) } : query;
}

function anyMinus(query: Query): Query {
  return query.kind === 'not' ? query.part : query;
}

function anyField(kind: 'source' | 'lang', values: readonly string[]): Query {
  const parts = values.map((value) => ({ kind, value: value.toLowerCase(), typed: value, at: 0 }) as const);
  return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
}
