// What of an outlet can be read at a moment: published articles, with their updates as far as they have come.
import type { Outlet, SampleArticle } from './sample-article.ts';

export interface Site {
  readonly outlet: Outlet;
  /** `http://127.0.0.2:PORT`; known once the server listens. */
  origin: string;
  readonly startedAt: number;
}

export interface Printed {
  readonly article: SampleArticle;
  readonly path: string;
  readonly picturePath: string;
  readonly publishedAt: number;
  /** The time of publication, or of the update. */
  readonly updatedAt: number;
  /** Markdown, as it reads now. */
  readonly text: string;
}

/** Newest first. */
export function print(site: Site, now: number): Printed[] {
  return site.outlet.articles
    .map((article) => printOne(site, article, now))
    .filter((printed) => printed.publishedAt <= now)
    .sort((a, b) => b.publishedAt - a.publishedAt);
}

function printOne({ startedAt }: Site, article: SampleArticle, now: number): Printed {
  const publishedAt = wholeSecond(startedAt + article.publishedAfterMs);
  const updateAt = article.updatedAfterMs === undefined ? undefined : wholeSecond(startedAt + article.updatedAfterMs);
  const isUpdated = updateAt !== undefined && updateAt <= now;
  const section = article.section
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    article,
    path: `/${section || 'news'}/${article.slug}.html`,
    picturePath: `/pictures/${article.slug}.png`,
    publishedAt,
    updatedAt: isUpdated ? updateAt : publishedAt,
    text: isUpdated && article.update ? `${article.text}\n\n${article.update}` : article.text,
  };
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
