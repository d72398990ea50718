import { type Article, articleTime } from '../articles/article.ts';
import { articleLabels } from '../articles/labels.ts';
import type { Problem } from '../errors.ts';
import type { SourceId } from '../feeds/source.ts';
import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import type { TopicId } from '../topics/topic.ts';
import type { ArticleLine, LatestAnswer } from './answer.ts';

export interface LatestAsk {
  readonly scope: Scope;
  readonly topicId: TopicId | undefined;
  readonly sourceId: SourceId | undefined;
  readonly count: number;
}

/** The newest articles, one line each; copies of an article that is listed are left out. */
export async function answerLatest(
  { scope, topicId, sourceId, count }: LatestAsk,
  store: Pick<Store, 'articles'>,
): Promise<LatestAnswer | Problem> {
  const found = await store.articles.latest(scope, {
    limit: count * 2,
    ...(topicId === undefined ? {} : { topicId }),
    ...(sourceId === undefined ? {} : { sourceId }),
  });
  if (found.length === 0) return { problem: 'nothing-found', query: '' };
  const listed = new Set(found.map(({ id }) => id));
  const originals = found.filter(({ copyOf }) => copyOf === undefined || !listed.has(copyOf));
  return { kind: 'latest', articles: originals.slice(0, count).map(toArticleLine) };
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
