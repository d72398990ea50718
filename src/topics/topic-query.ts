import { type ParsedQuery, parseQuery, type Query } from './query.ts';
import type { Topic } from './topic.ts';

/**
 * One query of all that a topic says: what it includes, without any of the words it excludes, from its sources and in
 * its languages.
 */
export function toTopicQuery(topic: Pick<Topic, 'include' | 'exclude' | 'sources' | 'languages'>): ParsedQuery {
  const include = parseQuery(topic.include, { list: true });
  if (!('ok' in include)) return include;
  const parts: Query[] = [include.query];
  if (topic.exclude !== undefined && topic.exclude.trim() !== '') {
    const exclude = parseQuery(topic.exclude, { leavesOut: true });
    if (!('ok' in exclude)) return exclude;
    parts.push({ kind: 'not', part: anyPart(exclude.query) });
  }
  if (topic.sources.length > 0) parts.push(anyField('source', topic.sources));
  if (topic.languages.length > 0) parts.push(anyField('lang', topic.languages));
  return { ok: true, query: parts.length === 1 ? include.query : { kind: 'and', parts } };
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
