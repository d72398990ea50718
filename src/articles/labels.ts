import type { Label } from '../summaries/answer.ts';
import type { Article } from './article.ts';

const LATE_MS = 2 * 86_400_000;

/** What has to be said of an article wherever it is shown. `late`: it reached us days after it was published. */
export function articleLabels(
  article: Pick<Article, 'coverage' | 'updatedAt' | 'publishedAt' | 'seenAt' | 'url'>,
): readonly Label[] {
  const labels: Label[] = [];
  if (article.coverage !== 'full') labels.push(article.coverage);
  if (article.updatedAt !== undefined) labels.push('updated');
  if (article.publishedAt === undefined) labels.push('undated');
  else if (article.seenAt - article.publishedAt > LATE_MS) labels.push('late');
  return labels;
}
