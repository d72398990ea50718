// What indexing holds in memory: the live stories and the topics' backward index, both brought back from the store.

import type { ArticleId } from '../articles/article.ts';
import type { LiveArticle, Store, StoredWords } from '../store/contract.ts';
import { createGrouper, type Decision, type Grouper, type Placed } from '../stories/grouper.ts';
import { KEPT_VERSION } from '../stories/kept.ts';
import type { StoryId } from '../stories/story.ts';
import { guessLanguage } from '../text/terms.ts';
import { toMuteTopic } from '../topics/mute-words.ts';
import type { Topic } from '../topics/topic.ts';
import { createTopicIndex, type TopicIndex } from '../topics/topic-index.ts';
import { meanTopicQuery } from '../topics/topic-query.ts';

type Grouping = Grouper<ArticleId, StoryId>;
type Decided = Decision<ArticleId, StoryId>;

export interface Newsdesk {
  readonly grouper: Grouping;
  readonly topics: TopicIndex;
  /** Of the words that servers mute, each in a topic's place. */
  readonly mutes: TopicIndex;
  /** Stores what is decided, in the transaction that stores the article. */
  readonly save: (id: ArticleId, decision: Decided, inside: Pick<Store, 'live'>) => Promise<void>;
  /** What is stored is so from now on. */
  readonly keep: (decision: Decided, ids: { readonly article: ArticleId; readonly story: StoryId }) => void;
  /** One article at a time: what is decided depends on the one before. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export async function openNewsdesk(store: Store): Promise<Newsdesk> {
  const topics = createTopicIndex();
  await addTopics(topics, await store.topics.all(), store);
  const mutes = createTopicIndex();
  await addTopics(mutes, (await store.mutes.all()).map(toMuteTopic), store);
  const grouper = await restoreGrouper(store);
  return { topics, mutes, grouper, ...keeper(grouper, await store.live.words()), inTurn: oneAtATime() };
}

function oneAtATime(): Newsdesk['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Every article is stored as it is kept; what was counted of its words, when the grouper sweeps. */
function keeper(grouper: Grouping, stored: readonly StoredWords[]): Pick<Newsdesk, 'save' | 'keep'> {
  const texts = new Map(stored.map((words) => [words.lang, words.texts]));
  let { sweeps } = grouper;
  let unsaved: { readonly before: number; readonly words: readonly StoredWords[] } | undefined;
  return {
    async save(id, decision, { live }) {
      const { time } = decision.profile;
      await live.put(id, { version: KEPT_VERSION, time, kept: grouper.pack(decision) });
      if (unsaved !== undefined) await live.sweep(unsaved);
    },
    keep(decision, ids) {
      for (const words of unsaved?.words ?? []) texts.set(words.lang, words.texts);
      unsaved = undefined;
      grouper.keep(decision, ids);
      if (grouper.sweeps === sweeps) return;
      sweeps = grouper.sweeps;
      const changed = grouper.memory().filter((words) => words.texts !== texts.get(words.lang));
      unsaved = { before: grouper.horizon, words: changed.map((words) => ({ ...words, upTo: ids.article })) };
    },
  };
}

const TOPICS_AT_ONCE = 500;
const RESTORED_AT_ONCE = 250;

async function addTopics(index: TopicIndex, topics: readonly Topic[], store: Store): Promise<void> {
  let added = 0;
  for (const topic of topics) {
    const parsed = await meanTopicQuery(topic, store);
    if ('ok' in parsed) index.add(topic, parsed.query);
    added += 1;
    if (added % TOPICS_AT_ONCE === 0) await breathe();
  }
}

/** In batches: all at once would be most of the process's memory, and nobody else would get a turn. */
async function restoreGrouper({ live, transaction }: Store): Promise<Grouping> {
  const memory = await live.words();
  const countedTo = Math.max(0, ...memory.map(({ upTo }) => upTo));
  const grouper: Grouping = createGrouper({ memory });
  let after = 0;
  for (;;) {
    const batch = await live.read({ version: KEPT_VERSION, after, limit: RESTORED_AT_ONCE });
    if (batch.length === 0) return grouper;
    after = batch.at(-1)!.id;
    const anew = grouper.restore(batch.map((article) => toPlaced(article, article.id <= countedTo)));
    if (anew.length > 0)
      await transaction(async (inside) => {
        for (const { id, seen } of anew) {
          const { time } = seen.profile;
          await inside.live.put(id, { version: KEPT_VERSION, time, kept: grouper.pack(seen) });
        }
      });
    await breathe();
  }
}

function toPlaced(article: LiveArticle, isCounted: boolean): Placed<ArticleId, StoryId> {
  const placed = { ...article, story: article.storyId, isCounted };
  return 'kept' in placed ? placed : { ...placed, lang: placed.lang ?? guessLanguage(placed.text) };
}

async function breathe(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
