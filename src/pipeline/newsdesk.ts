// What indexing holds in memory: the live stories and the topics' backward index, both brought back from the store.

import { type ArticleId, articleTime } from '../articles/article.ts';
import type { Store } from '../store/contract.ts';
import { ALIVE_MS, createGrouper, type Grouper } from '../stories/grouper.ts';
import type { StoryId } from '../stories/story.ts';
import { guessLanguage } from '../text/terms.ts';
import { createTopicIndex, type TopicIndex } from '../topics/topic-index.ts';

const RESTORED_AT_ONCE = 200;

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
  await restore(grouper, store, now - ALIVE_MS);
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

/** In batches: the texts of all live articles at once would be most of the process's memory. */
async function restore(grouper: Newsdesk['grouper'], { articles }: Store, since: number): Promise<void> {
  let batch = await articles.live(since, undefined, RESTORED_AT_ONCE);
  while (batch.length > 0) {
    grouper.restore(
      batch.map((article) => ({
        ...article,
        lang: article.lang ?? guessLanguage(article.text),
        time: articleTime(article),
        story: article.storyId,
      })),
    );
    batch = await articles.live(since, batch.at(-1), RESTORED_AT_ONCE);
  }
}
