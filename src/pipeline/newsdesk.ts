// What indexing holds in memory: the live stories and the topics' backward index, both brought back from the store.

import { type ArticleId, articleTime } from '../articles/article.ts';
import type { Store } from '../store/contract.ts';
import { ALIVE_MS, createGrouper, type Grouper } from '../stories/grouper.ts';
import type { StoryId } from '../stories/story.ts';
import { createTopicIndex, type TopicIndex } from '../topics/topic-index.ts';

export interface Newsdesk {
  readonly grouper: Grouper<ArticleId, StoryId>;
  readonly topics: TopicIndex;
  /** One article at a time: what is decided depends on the one before. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export async function openNewsdesk(store: Store, now: number): Promise<Newsdesk> {
  const topics = createTopicIndex();
  for (const topic of await store.topics.all()) topics.add(topic);
  const grouper = createGrouper<ArticleId, StoryId>();
  const live = await store.articles.live(now - ALIVE_MS);
  grouper.restore(live.map((article) => ({ ...article, time: articleTime(article), story: article.storyId })));
  let last: Promise<unknown> = Promise.resolve();
  return {
    topics,
    grouper,
    inTurn: async (work) => {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
