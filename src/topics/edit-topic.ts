// Changing a topic: it stays the same one for the digests made from it, and what has come in lately is matched anew.

import type { Problem } from '../errors.ts';
import { type MatchPastDeps, matchedSoFar, matchPast } from './match-past.ts';
import type { Query } from './query.ts';
import type { Topic } from './topic.ts';
import { checkWish, type TopicWish } from './topic-wish.ts';

export interface EditTopicDeps extends MatchPastDeps {
  /** From here on what comes in has to be matched by the new words. */
  readonly onEdited?: (topic: Topic, query: Query) => unknown;
}

/** The topic as it is now, and how many articles of the last seven days it matches. */
export async function editTopic(
  former: Topic,
  wish: TopicWish,
  deps: EditTopicDeps,
): Promise<{ readonly topic: Topic; readonly matches: number } | Problem> {
  const { store, onEdited } = deps;
  const others = (await store.topics.list(former.owner)).filter(({ id }) => id !== former.id);
  const read = await store.articles.languages({ owners: [former.owner] });
  const checked = await checkWish(wish, { others, read }, store);
  if ('problem' in checked) return checked;
  const topic = { ...former, ...checked.topic, owner: former.owner };
  await store.topics.update(topic);
  onEdited?.(topic, checked.query);
  const matched = await matchedSoFar(topic, deps);
  return { topic, matches: await matchPast(topic, checked.query, deps, matched) };
}
