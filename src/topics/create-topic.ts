// Making a topic: its query is read before it is stored, and what it already matches is found at once.

import type { Problem } from '../errors.ts';
import type { Owner } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { matchAll } from './match-all.ts';
import type { Topic } from './topic.ts';
import { toTopicQuery } from './topic-query.ts';

export const MAX_TOPICS = 50;
const NAME_LENGTH = 60;
const BACKWARDS_MS = 7 * 86_400_000;
const BACKWARDS_ARTICLES = 5_000;

export interface TopicAsk {
  readonly owner: Owner;
  readonly name: string;
  readonly include: string | undefined;
  readonly exclude: string | undefined;
  readonly sources: readonly string[];
  readonly languages: readonly string[];
}

export interface CreateTopicDeps {
  readonly store: Pick<Store, 'topics' | 'articles'>;
  readonly now: () => number;
  /** From here on what comes in has to be matched: what is stored by then is looked through here. */
  readonly onCreated?: (topic: Topic) => unknown;
}

/** The topic and how many articles of the last seven days it matches. Without `include` the name is the query. */
export async function createTopic(
  ask: TopicAsk,
  { store, now, onCreated }: CreateTopicDeps,
): Promise<{ readonly topic: Topic; readonly matches: number } | Problem> {
  const name = ask.name.trim();
  if (name === '') return { problem: 'name-needed' };
  if (name.length > NAME_LENGTH) return { problem: 'name-too-long', limit: NAME_LENGTH };
  const known = await store.topics.list(ask.owner);
  if (known.some((topic) => topic.name.toLowerCase() === name.toLowerCase()))
    return { problem: 'already-exists', name };
  if (known.length >= MAX_TOPICS) return { problem: 'quota', what: 'topics', limit: MAX_TOPICS };
  const draft = { ...ask, name, include: ask.include?.trim() || name, exclude: ask.exclude?.trim() || undefined };
  const parsed = toTopicQuery(draft);
  if ('problem' in parsed) return parsed;
  const topic = await store.topics.create({ ...draft, createdAt: now() });
  onCreated?.(topic);
  const recent = await store.articles.latest(
    { owners: [ask.owner] },
    { limit: BACKWARDS_ARTICLES, since: now() - BACKWARDS_MS },
  );
  const matched = await matchAll(parsed.query, recent, { now: now() });
  await store.topics.addMatches(matched.map((article) => ({ topicId: topic.id, articleId: article.id })));
  return { topic, matches: matched.length };
}
