import type { App, FeedSample, SourceLine, SourceTested } from '../app.ts';
import { isProblem, type Problem } from '../errors.ts';
import { addSource, NAME_LENGTH } from '../feeds/add-source.ts';
import type { Item } from '../feeds/feed.ts';
import { type FoundFeed, findFeed } from '../feeds/find-feed.ts';
import { findSource } from '../feeds/find-source.ts';
import { lastProblemOf } from '../feeds/last-problem.ts';
import type { Source } from '../feeds/source.ts';
import type { Owner } from '../scope.ts';
import { createTopic } from '../topics/create-topic.ts';
import { sourceNames } from '../topics/source-names.ts';
import { changeUses } from './change-sources.ts';
import type { AppDeps } from './create-app.ts';
import { exchangeUses } from './exchange-sources.ts';

const SAMPLES = 3;

export function sourceUses(deps: AppDeps): App['sources'] {
  const { store, http, now } = deps;
  const find = async (input: string): Promise<FoundFeed | Problem> => findFeed(input, { http });
  return {
    add: async ({ owner, url, name, topic }) => {
      const added = await addSource({ owner, url, name }, { store, findFeed: find, now });
      if (isProblem(added)) return added;
      deps.wake();
      if (topic !== undefined) await ensureTopic(deps, owner, topic, namesIn(added));
      const { items } = added.found.feed;
      return { kind: 'source-added', source: added.source, items: items.length, samples: toSamples(items) };
    },
    list: async (owner) => listSources(deps, owner),
    ...changeUses(deps, find),
    ...exchangeUses(deps, find),
    retry: async ({ owner, source: typed }) => {
      const source = findSource(await store.sources.list(owner), typed);
      if (isProblem(source)) return source;
      const tested = await testFeed(source.url, find);
      await store.feeds.makeDue(source.feedId, now());
      deps.wake();
      return tested;
    },
    test: async ({ owner, source: typed }) => {
      const known = findSource(await store.sources.list(owner), typed);
      // What is no source of this server may still be the address of a feed to try.
      if (isProblem(known) && !/[./]/.test(typed)) return known;
      return testFeed(isProblem(known) ? typed : known.url, find);
    },
  };
}

async function testFeed(
  address: string,
  find: (input: string) => Promise<FoundFeed | Problem>,
): Promise<SourceTested | Problem> {
  const startedAt = performance.now();
  const found = await find(address);
  if (isProblem(found)) return found;
  const { feed } = found;
  const times = feed.items.flatMap(({ publishedAt }) => publishedAt ?? []);
  return {
    kind: 'source-tested',
    url: found.url,
    title: feed.title,
    format: feed.format,
    items: feed.items.length,
    newestAt: times.length > 0 ? Math.max(...times) : undefined,
    samples: toSamples(feed.items),
    tookMs: Math.round(performance.now() - startedAt),
  };
}

function toSamples(items: readonly Item[]): readonly FeedSample[] {
  return items
    .filter(({ title }) => title !== undefined)
    .slice(0, SAMPLES)
    .map(({ title = '', url, publishedAt }) => ({ title, url, publishedAt }));
}

/** By what the articles that the feed holds now will be known. */
function namesIn({ source, found }: { readonly source: Source; readonly found: FoundFeed }): readonly string[] {
  const { items, title = source.name, link } = found.feed;
  const articles = items.slice(0, NAMED).map(({ url, sourceName }) => ({ url, source: sourceName ?? title }));
  return sourceNames(source.name, articles, link).filter(isSayable).slice(0, SAID);
}

/** Of a feed's items, to see where they are. */
const NAMED = 20;
/** So many names, and of that length, are a query that is not too long. */
const SAID = 8;
const isSayable = (name: string): boolean => name.length <= NAME_LENGTH && /[\p{L}\p{N}]/u.test(name);
const QUOTES = /["“”„«»]/g;

/** `/sources add … topic:` makes a topic of that name from this source alone, unless there is one. */
async function ensureTopic(deps: AppDeps, owner: Owner, name: string, sources: readonly string[]): Promise<void> {
  const known = await deps.store.topics.list(owner);
  if (known.some((topic) => topic.name.toLowerCase() === name.trim().toLowerCase() || String(topic.id) === name))
    return;
  const include = sources.map((source) => `source:"${source.replace(QUOTES, ' ')}"`).join(' OR ');
  const wish = { owner, name, include, exclude: undefined, sources: [], languages: [] };
  await createTopic(wish, { ...deps, onCreated: deps.topicIndex.add });
}

export async function listSources({ store }: AppDeps, owner: Owner): Promise<readonly SourceLine[]> {
  const feeds = new Map((await store.feeds.list({ owners: [owner] })).map((feed) => [feed.id, feed]));
  return (await store.sources.list(owner)).map((source) => {
    const feed = feeds.get(source.feedId);
    return {
      source,
      lastOkAt: feed?.lastOkAt,
      failures: feed?.failures ?? 0,
      problem: feed && feed.failures > 0 ? lastProblemOf(feed) : undefined,
    };
  });
}
