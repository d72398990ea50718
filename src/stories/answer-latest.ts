import { type Article, type ArticleId, articleTime } from '../articles/article.ts';
import { articleLabels } from '../articles/labels.ts';
import type { Source } from '../feeds/source.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import type { Topic } from '../topics/topic.ts';
import type { ArticleLine, LatestAnswer } from './answer.ts';

export interface LatestAsk {
  readonly scope: Scope;
  readonly topic: Pick<Topic, 'id' | 'name'> | undefined;
  readonly source: Pick<Source, 'id' | 'name'> | undefined;
  readonly count: number;
}

/** The newest articles, one line each; of an article and its copies the article, where it is among those looked at. */
export async function answerLatest(
  { scope, topic, source, count }: LatestAsk,
  store: Pick<Store, 'articles'>,
): Promise<LatestAnswer> {
  const found = await store.articles.latest(scope, {
    limit: count * 2,
    ...(topic && { topicId: topic.id }),
    ...(source && { sourceId: source.id }),
  });
  const of = [topic, source].flatMap((one) => one?.name ?? []);
  return { kind: 'latest', of, articles: withoutCopies(found, count).map(toArticleLine) };
}

/** Of the newest `count` that are not printed from one another; in the order in which they stand. */
function withoutCopies(found: readonly Article[], count: number): Article[] {
  const texts = new Map<ArticleId, Article>();
  for (const article of found) {
    const text = article.copyOf ?? article.id;
    if (!texts.has(text) || article.id === text) texts.set(text, article);
  }
  const shown = new Set([...texts.values()].slice(0, count));
  return found.filter((article) => shown.has(article));
}

export function toArticleLine(article: Article): ArticleLine {
  return {
    ref: `a${article.id}`,
    title: article.title,
    url: article.url,
    source: article.source,
    at: articleTime(article),
    labels: articleLabels(article),
  };
}
