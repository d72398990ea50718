// What is known of a story besides what it says, from its articles in scope alone.

import { type Article, articleTime } from '../articles/article.ts';
import type { Owner, Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import type { Story } from '../stories/story.ts';
import type { StoryFacts } from './answer.ts';

export interface StoryFactsDeps {
  readonly store: Pick<Store, 'topics'>;
  /** Its main names and words, most telling first. */
  readonly namesOf: (articles: readonly Article[]) => readonly string[];
  readonly now: () => number;
}

const DAY_MS = 86_400_000;

export async function storyFacts(
  story: Story,
  { owners }: Scope,
  { store, namesOf, now }: StoryFactsDeps,
): Promise<StoryFacts> {
  const { articles, copies, sources, firstAt, lastAt } = story;
  const since = now() - DAY_MS;
  const fresh = articles.filter((article) => !copies.includes(article.id) && articleTime(article) > since);
  const topics = await Promise.all(owners.map(async (owner) => topicsOf(owner, articles, store)));
  return {
    sources: sources.length,
    articles: articles.length,
    copies: copies.length,
    // Of a story that is all of today its size says as much.
    grown: firstAt > since ? 0 : fresh.length,
    firstAt,
    lastAt,
    names: namesOf(articles),
    topics: topics.flat(),
  };
}

/** Names, those that most of the articles match first. */
async function topicsOf(owner: Owner, articles: readonly Article[], { topics }: StoryFactsDeps['store']) {
  const ids = articles.map(({ id }) => id);
  const matches = Map.groupBy(await topics.ofArticles(owner, ids), ({ topicId }) => topicId);
  const own = matches.size === 0 ? [] : await topics.list(owner);
  const sizeOf = (id: (typeof own)[number]['id']): number => matches.get(id)?.length ?? 0;
  return own
    .filter(({ id }) => sizeOf(id) > 0)
    .sort((a, b) => sizeOf(b.id) - sizeOf(a.id))
    .map(({ name }) => name);
}
