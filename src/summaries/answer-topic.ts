// /topic: the stories of a topic of this server, or of free words, each with its best sentence.

import type { Article } from '../articles/article.ts';
import type { Problem } from '../errors.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { SINCE, type Since, STORIES_A_PAGE, type TopicAnswer } from '../stories/answer.ts';
import { composeStories } from '../stories/compose-stories.ts';
import type { Story } from '../stories/story.ts';
import { searchArticles } from '../topics/search-articles.ts';
import type { Topic } from '../topics/topic.ts';
import { type Summarize, toStoryCard } from './story-card.ts';
import { SENTENCES } from './summary.ts';
import { isLesserPart, readingOnly, toldBy } from './told-by.ts';

const MAX_STORIES = 40;
/** Free words are ranked here, one by one; a topic's matches are on record. */
const MAX_FOUND = 150;
const MAX_MATCHES = 400;

export interface TopicAsk {
  readonly scope: Scope;
  /** A topic of the asker's server, or what was typed. */
  readonly topic: Topic | string;
  readonly since: Since;
  readonly sort: 'top' | 'newest';
  /** From 0; only its stories are told in sentences, since each costs a summary. */
  readonly page?: number;
}

export interface AnswerTopicDeps {
  readonly store: Pick<Store, 'articles' | 'search' | 'sources'>;
  readonly summarize: Summarize;
  readonly now: () => number;
}

export async function answerTopic(ask: TopicAsk, deps: AnswerTopicDeps): Promise<TopicAnswer | Problem> {
  const name = typeof ask.topic === 'string' ? ask.topic.trim() : ask.topic.name;
  const found = await findStories(ask, deps);
  if ('problem' in found) return found;
  const { stories, corrected, isAside, isAbout } = found;
  if (stories.length === 0 && typeof ask.topic === 'string') return { problem: 'nothing-found', query: name };
  const sorted = sortStories(stories, ask, deps.now()).slice(0, MAX_STORIES);
  return {
    kind: 'topic',
    name,
    ...(corrected !== undefined && { corrected }),
    topicId: typeof ask.topic === 'string' ? undefined : ask.topic.id,
    since: ask.since,
    sort: ask.sort,
    stories: await Promise.all(
      sorted.map(async (story, i) => {
        const summarize = isAside(story) ? readingOnly(isAbout, deps.summarize) : deps.summarize;
        return toStoryCard(story, isOnPage(i, ask.page) ? sentencesFor(sorted.length) : 0, summarize);
      }),
    ),
  };
}

function isOnPage(index: number, page = 0): boolean {
  return Math.floor(index / STORIES_A_PAGE) === page;
}

/** One story is told at length, a few in two sentences, a list in one each. */
function sentencesFor(stories: number): number {
  if (stories === 1) return SENTENCES.long;
  return stories <= 3 ? SENTENCES.short : 1;
}

interface FoundStories {
  readonly stories: readonly Story[];
  readonly corrected: string | undefined;
  /** What is asked for is a lesser part of it. */
  readonly isAside: (story: Story) => boolean;
  readonly isAbout: (article: string | number) => boolean;
}

async function findStories(
  { scope, topic, since }: TopicAsk,
  { store, now }: AnswerTopicDeps,
): Promise<FoundStories | Problem> {
  const from = now() - SINCE[since];
  const found = await (typeof topic === 'string'
    ? searchArticles({ scope, query: topic, since: from, limit: MAX_FOUND, lenient: true }, { store, now })
    : store.articles.latest(scope, { topicId: topic.id, since: from, limit: MAX_MATCHES }));
  if ('problem' in found) return found;
  const articles: readonly Article[] = 'hits' in found ? found.hits.map(({ article }) => article) : found;
  const ids = [...new Set(articles.map(({ storyId }) => storyId))];
  const whole = await store.articles.byStories(scope, ids);
  const stories = new Map(composeStories(whole).map((story) => [story.id, story]));
  const about = new Set<string | number>(articles.map(({ id }) => id));
  const among = ({ id }: Pick<Article, 'id'>): boolean => about.has(id);
  const aside = new Set([...stories.values()].filter((story) => isLesserPart(story, among, from)).map(({ id }) => id));
  return {
    stories: ids
      .flatMap((id) => stories.get(id) ?? [])
      .map((story) => (aside.has(story.id) ? toldBy(story, among) : story)),
    corrected: 'hits' in found ? found.corrected : undefined,
    isAside: ({ id }) => aside.has(id),
    isAbout: (id) => about.has(id),
  };
}

/** Stories come ranked by the search; a topic's own are ordered by how many tell them and how fresh they are. */
function sortStories(stories: readonly Story[], { topic, sort }: TopicAsk, now: number): readonly Story[] {
  if (sort === 'newest') return [...stories].sort((a, b) => b.lastAt - a.lastAt);
  if (typeof topic === 'string') return stories;
  return [...stories].sort((a, b) => weight(b, now) - weight(a, now));
}

const HALF_LIFE_MS = 24 * 3_600_000;

function weight(story: Story, now: number): number {
  return Math.log2(1 + story.sources.length) - (now - story.lastAt) / HALF_LIFE_MS;
}
