// Wires the use cases to what they need. No rule of the domain is decided here.

import type { App } from '../app.ts';
import { feedKeys } from '../articles/article-keys.ts';
import type { Digest } from '../digests/digest.ts';
import type { DigestView } from '../digests/digest-view.ts';
import { isProblem, type Problem } from '../errors.ts';
import { findSource } from '../feeds/find-source.ts';
import { urlKeys } from '../feeds/normalize-url.ts';
import type { Http } from '../http.ts';
import type { BarChart } from '../pictures/bar-chart.ts';
import { type Owner, type Scope, STARTER } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { answerLatest } from '../stories/answer-latest.ts';
import { answerNews } from '../summaries/answer-news.ts';
import { answerSummary, type FetchedPages } from '../summaries/answer-summary.ts';
import { type AnswerTimelineDeps, answerTimeline } from '../summaries/answer-timeline.ts';
import { answerTopic } from '../summaries/answer-topic.ts';
import { type Summarize, summarizeWith } from '../summaries/story-card.ts';
import type { Method } from '../summaries/summary.ts';
import { answerSearch } from '../topics/answer-search.ts';
import { findTopic } from '../topics/find-topic.ts';
import type { Topic } from '../topics/topic.ts';
import type { TopicIndex } from '../topics/topic-index.ts';
import { type AnswerTrendingDeps, answerTrending } from '../trends/answer-trending.ts';
import { namesOf } from '../trends/story-names.ts';
import { completions } from './complete.ts';
import { digestUses, listDigests } from './digests.ts';
import { settingUses } from './settings.ts';
import { listSources, sourceUses } from './sources.ts';
import { storyUses } from './stories.ts';
import { topicUses } from './topics.ts';

export interface AppDeps {
  readonly store: Store;
  readonly http: Http;
  readonly summarize: Summarize;
  readonly pages: FetchedPages;
  readonly study: AnswerTimelineDeps['study'];
  readonly topicIndex: TopicIndex;
  /** Of the words that servers mute. */
  readonly muteIndex: TopicIndex;
  readonly countTrends: AnswerTrendingDeps['countTrends'];
  readonly drawPicture: (chart: BarChart) => Promise<Uint8Array | undefined>;
  readonly previewDigest: (digest: Digest) => Promise<DigestView>;
  /** There is work: do not wait for the next tick. */
  readonly wake: () => void;
  readonly version: string;
  /** The process is ending: nothing long is begun or continued. */
  readonly signal?: AbortSignal | undefined;
  readonly now: () => number;
}

/** Of a story. */
const NAMES = 8;

export function createApp(deps: AppDeps): App {
  const { store, now } = deps;
  const upSince = now();
  return {
    summary: async (ask) => {
      const method = await methodOf(store, ask.scope);
      const answer = await answerSummary(
        { ...ask, ...(method && { method }) },
        {
          ...deps,
          keysOf: async (scope, url) => keysInScope(store, scope, url),
          namesOf: (articles) => namesOf(articles, NAMES),
        },
      );
      return orNoSources(answer, { ...ask, store });
    },
    news: async (ask) => answerNews(ask, deps),
    timeline: async (ask) => answerTimeline(ask, deps),
    keepText: async (text) => {
      // Loaded when it is asked for: it is seldom, and reads tables.
      const { draftText } = await import('../articles/draft-text.ts');
      return deps.pages.keep(draftText(text));
    },
    stories: storyUses(deps),
    topic: async ({ name, ofTopic = false, ...ask }) => {
      const topic = await topicNamed(store, ask.scope, name);
      if (topic === undefined && ofTopic) return { problem: 'topic-deleted' };
      const answer = await answerTopic(
        { ...ask, topic: topic ?? name },
        { ...deps, summarize: summarizeWith(deps.summarize, await methodOf(store, ask.scope)) },
      );
      return orNoSources(answer, { ...ask, store, isEmpty: ({ stories }) => stories.length === 0 });
    },
    latest: async ({ scope, topic: topicName, source: sourceName, count }) => {
      const topic = topicName === undefined ? undefined : findTopic(await topicsOf(store, scope), topicName);
      if (isProblem(topic)) return topic;
      const source = sourceName === undefined ? undefined : findSource(await sourcesOf(store, scope), sourceName);
      if (isProblem(source)) return source;
      const answer = await answerLatest({ scope, topic, source, count }, store);
      return orNoSources(answer, { scope, store, isEmpty: ({ articles }) => articles.length === 0 });
    },
    search: async (ask) => orNoSources(await answerSearch(ask, deps), { ...ask, store }),
    trending: async ({ scope, since, topic: topicName }) => {
      const topic = topicName === undefined ? undefined : findTopic(await topicsOf(store, scope), topicName);
      if (isProblem(topic)) return topic;
      const answer = await answerTrending({ scope, since, topic }, deps);
      return orNoSources(answer, {
        scope,
        store,
        isEmpty: ({ words, stories }) => words.length + stories.length === 0,
      });
    },
    picture: deps.drawPicture,
    status: async (owner) => ({ kind: 'status', version: deps.version, upSince, ...(await readStatus(deps, owner)) }),
    sources: sourceUses(deps),
    topics: topicUses(deps),
    digests: digestUses(deps),
    complete: completions(deps),
    ...settingUses(deps),
  };
}

interface Reading<T> {
  readonly scope: Scope;
  readonly store: Store;
  readonly isEmpty?: (answer: T) => boolean;
}

/** Where a server reads nothing yet, that is why nothing was found. */
async function orNoSources<T extends object>(answer: T | Problem, { scope, store, isEmpty }: Reading<T>) {
  const isNothing = isProblem(answer) ? answer.problem === 'nothing-found' : isEmpty?.(answer);
  if (!isNothing) return answer;
  const counts = await Promise.all(
    scope.owners.map(async (owner) => (owner === STARTER ? 1 : store.sources.count(owner))),
  );
  return counts.every((count) => count === 0) ? ({ problem: 'no-sources' } as const) : answer;
}

/** What the asker's server has chosen; undefined: the default. */
async function methodOf({ guilds }: Store, { owners: [owner] }: Scope): Promise<Method | undefined> {
  return owner === undefined ? undefined : (await guilds.settings(owner)).method;
}

async function topicsOf(store: Store, { owners }: Scope): Promise<Topic[]> {
  return (await Promise.all(owners.map(async (owner) => store.topics.list(owner)))).flat();
}

async function sourcesOf(store: Store, { owners }: Scope) {
  return (await Promise.all(owners.map(async (owner) => store.sources.list(owner)))).flat();
}

async function topicNamed(store: Store, scope: Scope, name: string): Promise<Topic | undefined> {
  const found: Topic | Problem = findTopic(await topicsOf(store, scope), name);
  return isProblem(found) ? undefined : found;
}

async function readStatus(deps: AppDeps, owner: Owner) {
  const { store } = deps;
  const lines = await listSources(deps, owner);
  const active = lines.filter(({ source }) => !source.paused);
  const failing = active.filter(({ failures }) => failures > 0);
  const waiting = active.filter(({ failures, lastOkAt }) => failures === 0 && lastOkAt === undefined);
  return {
    sources: {
      ok: active.length - failing.length - waiting.length,
      failing,
      waiting: waiting.length,
      paused: lines.length - active.length,
    },
    articles: await store.articles.count({ owners: [owner] }),
    pending: await store.items.countPending({ owners: [owner] }),
    digests: await listDigests(deps, owner),
  };
}

/** An address is known by itself, and by each feed of the scope that has a text of its own for it. */
async function keysInScope({ feeds }: Store, scope: Scope, url: string): Promise<readonly string[]> {
  const keys = urlKeys(url);
  return [...keys, ...(await feeds.list(scope)).flatMap(({ id }) => feedKeys(id, keys))];
}
