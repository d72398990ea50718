import type { Article } from '../articles/article.ts';
import type { Store } from '../store/contract.ts';
import { matchAll } from './match-all.ts';
import type { Query } from './query.ts';
import type { Topic } from './topic.ts';

const BACKWARDS_MS = 7 * 86_400_000;
const BACKWARDS_ARTICLES = 5_000;

export interface MatchPastDeps {
  readonly store: Pick<Store, 'topics' | 'articles' | 'sources'>;
  readonly now: () => number;
}

/** What the topic has matched so far. */
export async function matchedSoFar({ owner, id }: Topic, { store }: MatchPastDeps): Promise<readonly Article[]> {
  return store.articles.latest({ owners: [owner], withMuted: true }, { limit: BACKWARDS_ARTICLES, topicId: id });
}

/** Looks through the last seven days, and again through what was matched by former words; answers how many of those days match now. */
export async function matchPast(
  { owner, id }: Topic,
  query: Query,
  { store, now }: MatchPastDeps,
  former: readonly Article[] = [],
): Promise<number> {
  const scope = { owners: [owner], withMuted: true } as const;
  const recent = await store.articles.latest(scope, { limit: BACKWARDS_ARTICLES, since: now() - BACKWARDS_MS });
  const known = new Set(recent.map((article) => article.id));
  const older = former.filter((article) => !known.has(article.id));
  const matched = await matchAll(query, [...recent, ...older], { now: now() });
  const isMatched = new Set(matched.map((article) => article.id));
  const lost = idsOf(former.filter((article) => !isMatched.has(article.id)));
  if (lost.length > 0) await store.topics.removeMatches(id, lost);
  await store.topics.addMatches(idsOf(matched).map((articleId) => ({ topicId: id, articleId })));
  return matched.filter((article) => known.has(article.id)).length;
}

function idsOf(articles: readonly Article[]) {
  return articles.map(({ id }) => id);
}
