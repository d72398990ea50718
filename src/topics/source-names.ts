import type { Article } from '../articles/article.ts';

/** An aggregator has no end of publishers. */
const MOST = 12;

/**
 * By what the articles of a source are known. A server calls a source as it likes, and a feed's title is seldom what
 * its publisher is called: "World news | The Guardian" brings what "the Guardian" at theguardian.com wrote.
 */
export function sourceNames(
  name: string,
  articles: readonly Pick<Article, 'source' | 'url'>[],
  siteUrl: string | undefined,
): readonly string[] {
  const names = [name, ...articles.flatMap(({ source, url }) => [source, hostOf(url)]), hostOf(siteUrl)];
  const byKey = new Map<string, string>();
  for (const one of names) if (one && !byKey.has(one.toLowerCase())) byKey.set(one.toLowerCase(), one);
  return [...byKey.values()].slice(0, MOST);
}

function hostOf(url: string | undefined): string | undefined {
  return URL.parse(url ?? '')?.hostname.replace(/^www\./, '');
}
