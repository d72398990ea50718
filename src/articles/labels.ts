import type { Label } from '../summaries/answer.ts';
import type { Article } from './article.ts';

/** What has to be said of an article wherever it is shown. */
export function articleLabels(article: Pick<Article, 'coverage' | 'updatedAt' | 'publishedAt'>): readonly Label[] {
  const labels: Label[] = [];
  if (article.coverage !== 'full') labels.push(article.coverage);
  if (article.updatedAt !== undefined) labels.push('updated');
  if (article.publishedAt === undefined) labels.push('undated');
  return labels;
}
