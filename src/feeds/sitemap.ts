// News sitemaps: a publisher's list of the last two days, with titles and times.

import { parseDate } from './dates.ts';
import type { Item, ParsedFeed } from './feed.ts';
import { itemImage } from './item-image.ts';
import { nodeUrl } from './links.ts';
import { htmlToLine, textToLine } from './plain-text.ts';
import { childrenNamed, firstText, textOf, type XmlNode } from './xml.ts';

/** Undefined for a sitemap without news: a list of all pages is no feed. */
export function readSitemap(root: XmlNode, url: string | undefined): ParsedFeed | undefined {
  const entries = childrenNamed(root, 'url').filter((entry) => childrenNamed(entry, 'news:news').length > 0);
  const publication = entries.flatMap((entry) => publicationOf(entry) ?? [])[0];
  if (entries.length === 0) return undefined;
  return {
    format: 'sitemap',
    title: publication && textToLine(firstText(publication, 'news:name')),
    link: url && URL.parse('/', url)?.href,
    description: undefined,
    lang: publication && textToLine(firstText(publication, 'news:language')),
    items: entries.map((entry) => readEntry(entry, url)),
  };
}

function publicationOf(entry: XmlNode): XmlNode | undefined {
  return childrenNamed(entry, 'news:news').flatMap((news) => childrenNamed(news, 'news:publication'))[0];
}

function readEntry(entry: XmlNode, base: string | undefined): Item {
  const news = childrenNamed(entry, 'news:news')[0]!;
  const location = childrenNamed(entry, 'loc')[0];
  const url = location && nodeUrl(location, textOf(location), base);
  const keywords = (firstText(news, 'news:keywords') ?? '').split(',').slice(0, 50);
  return {
    guid: url,
    url,
    title: htmlToLine(firstText(news, 'news:title')),
    author: undefined,
    publishedAt: parseDate(firstText(news, 'news:publication_date') ?? ''),
    updatedAt: parseDate(firstText(entry, 'lastmod') ?? ''),
    summary: undefined,
    content: undefined,
    imageUrl: itemImage(entry, undefined, base),
    sourceName: undefined,
    categories: keywords.flatMap((keyword) => textToLine(keyword) ?? []),
  };
}
