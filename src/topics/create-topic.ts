// Making a topic: its query is read before it is stored, and what it already matches is found at once.

import type { Problem } from '../errors.ts';
import { type MatchPastDeps, matchPast } from './match-past.ts';
import type { Query } from './query.ts';
import type { Topic } from './topic.ts';
import { checkWish, type TopicWish } from './topic-wish.ts';

export const MAX_TOPICS = 50;

export interface CreateTopicDeps extends MatchPastDeps {
  /** From here on what comes in has to be matched: what is stored by then is looked through here. */
  readonly onCreated?: (topic: Topic, query: Query) => unknown;
}

/** The topic and how many articles of the last seven days it matches. Without `include` the name is the query. */
export async function createTopic(
  wish: TopicWish,
  deps: CreateTopicDeps,
): Promise<{ readonly topic: Topic; readonly matches: number } | Problem> {
  const { store, now, onCreated } = deps;
  const known = await store.topics.list(wish.owner);
  const read = await store.articles.languages({ owners: [wish.owner] });
  const checked = await checkWish(wish, { others: known, read }, store);
  if ('problem' in checked) return checked;
  if (known.length >= MAX_TOPICS) return { problem: 'quota', what: 'topics', limit: MAX_TOPICS };
  const topic = await store.topics.create({ ...checked.topic, createdAt: now() });
  onCreated?.(topic, checked.query);
  return { topic, matches: await matchPast(topic, checked.query, deps) };
}
