import { type Article, articleTime } from '../articles/article.ts';
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

/** The newest articles, one line each; copies of an article that is listed are left out. */
export async function answerLatest(
  { scope, topic, source, count }: LatestAsk,
  store: Pick<Store, 'articles'>,
): Promise<LatestAnswer> {
  const found = await store.articles.latest(scope, {
    limit: count * 2,
    ...(topic && { topicId: topic.id }),
    ...(source && { sourceId: source.id }),
  });
  const listed = new Set(found.map(({ id }) => id));
  const originals = found.filter(({ copyOf }) => copyOf === undefined || !listed.has(copyOf));
  const of = [topic, source].flatMap((one) => one?.name ?? []);
  return { kind: 'latest', of, articles: originals.slice(0, count).map(toArticleLine) };
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
