import { isProblem, type Problem } from '../errors.ts';
import { findSource } from '../feeds/find-source.ts';
import type { Source } from '../feeds/source.ts';
import type { Owner } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { parseQuery } from '../topics/query.ts';
import { sourceNames } from '../topics/source-names.ts';
import type { Topic } from '../topics/topic.ts';
import { splitList } from '../topics/topic-fields.ts';
import { TO_EXCLUDE, TO_INCLUDE } from '../topics/topic-query.ts';
import type { TopicWish } from '../topics/topic-wish.ts';
import { unknownSource } from '../topics/unknown-source.ts';

type Parts = Pick<Store, 'sources' | 'feeds' | 'articles'>;

/** Of a source's articles, to see what they are called; fewer where a form waits, which has to open at once. */
const SAMPLE = 50;
const GLIMPSE = 10;

/** By what the articles of the sources that were typed are known; `kept` are names that the topic has already. */
export async function readSources(
  { owner, typed, kept }: { readonly owner: Owner; readonly typed: string; readonly kept: readonly string[] },
  store: Parts,
): Promise<readonly string[] | Problem> {
  const known = await store.sources.list(owner);
  const names: string[] = [];
  for (const name of splitList(typed)) {
    const source = findSource(known, name);
    if (!isProblem(source)) names.push(...(await namesOf(source, store)));
    else if (has(kept, name)) names.push(name);
    else return source;
  }
  return [...new Set(names)];
}

/** The `source:` of a topic's words that is none; what was asked for before may be, though the source is gone. */
export async function unknownSourceIn(
  { owner, name, include, exclude }: TopicWish,
  former: Topic | undefined,
  store: Parts,
): Promise<Problem | undefined> {
  const typed = [
    { words: include?.trim() || name, before: former?.include, as: TO_INCLUDE },
    { words: exclude ?? '', before: former?.exclude, as: TO_EXCLUDE },
  ];
  for (const { words, before, as } of typed) {
    const parsed = parseQuery(words, as);
    if (words === before || !('ok' in parsed)) continue;
    const unknown = await unknownSource(parsed.query, { owners: [owner] }, store);
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

/** The server's own names of a topic's sources, and what else it is narrowed to. */
export async function shownSources({ owner, sources }: Topic, store: Parts): Promise<readonly string[]> {
  const own = (await store.sources.list(owner)).filter(({ name }) => has(sources, name));
  const covered = (await Promise.all(own.map(async (source) => namesOf(source, store, GLIMPSE)))).flat();
  return [...own.map(({ name }) => name), ...sources.filter((name) => !has(covered, name))];
}

async function namesOf(
  { owner, id, feedId, name }: Source,
  { feeds, articles }: Parts,
  limit = SAMPLE,
): Promise<readonly string[]> {
  const scope = { owners: [owner] };
  const feed = (await feeds.list(scope)).find((one) => one.id === feedId);
  return sourceNames(name, await articles.bylines(scope, { sourceId: id, limit }), feed?.siteUrl);
}

function has(names: readonly string[], wanted: string): boolean {
  return names.some((name) => name.toLowerCase() === wanted.toLowerCase());
}
