// /trending: the stories and words that grew most in a scope, or in one topic of it.

import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import type { TrendingAnswer, TrendingStory } from '../stories/answer.ts';
import { composeStories } from '../stories/compose-stories.ts';
import type { Topic } from '../topics/topic.ts';
import type { StoryTrend, TrendSince, Trends } from './trend.ts';

export interface TrendsAsk {
  readonly scope: Scope;
  readonly since: TrendSince;
  readonly topicId: Topic['id'] | undefined;
  readonly now: number;
}

export interface AnswerTrendingDeps {
  readonly store: Pick<Store, 'articles'>;
  /** Reads and counts, in a thread of its own where it can. */
  readonly countTrends: (ask: TrendsAsk) => Promise<Trends>;
  readonly now: () => number;
}

export async function answerTrending(
  { scope, since, topic }: { readonly scope: Scope; readonly since: TrendSince; readonly topic: Topic | undefined },
  { store, countTrends, now }: AnswerTrendingDeps,
): Promise<TrendingAnswer> {
  const { usualDays, words, stories } = await countTrends({ scope, since, topicId: topic?.id, now: now() });
  const articles = await store.articles.byStories(
    scope,
    stories.map(({ storyId }) => storyId),
  );
  const composed = new Map(composeStories(articles).map((story) => [story.id, story]));
  return {
    kind: 'trending',
    since,
    topic: topic?.name,
    usualDays,
    words,
    stories: stories.flatMap((trend) => toTrendingStory(trend, composed)),
  };
}

/** One that was merged into another meanwhile is left out. */
function toTrendingStory(
  trend: StoryTrend,
  composed: ReadonlyMap<StoryTrend['storyId'], ReturnType<typeof composeStories>[number]>,
): TrendingStory[] {
  const story = composed.get(trend.storyId);
  if (story === undefined) return [];
  const { headline, articles, sources } = story;
  const { storyId: _, ...grown } = trend;
  return [{ ...grown, ref: `s${story.id}`, headline, url: articles[0]?.url, sources }];
}
