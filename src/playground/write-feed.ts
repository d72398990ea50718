// The outlets' feeds: RSS 2.0, Atom and JSON Feed.
import { escapeHtml, markdownToHtml } from './html.ts';
import type { Printed, Site } from './printed.ts';

export const FEED_TYPE = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const;

/** Feeds hold the newest only, as real ones do. */
const FEED_ITEMS = 30;

export function writeFeed(site: Site, printed: readonly Printed[]): string {
  const items = printed.slice(0, FEED_ITEMS);
  if (site.outlet.feed === 'atom') return atom(site, items);
  return site.outlet.feed === 'json' ? jsonFeed(site, items) : rss(site, items);
}

function contentOf({ outlet }: Site, { article, text }: Printed): string | undefined {
  return outlet.content === 'full' && !article.paywall ? markdownToHtml(text) : undefined;
}

function summaryOf({ outlet }: Site, { article }: Printed): string | undefined {
  return outlet.content === 'none' ? undefined : article.summary;
}

function optional(name: string, value: string | undefined, attributes = ''): string {
  return value === undefined ? '' : `<${name}${attributes}>${escapeHtml(value)}</${name}>`;
}

function rss(site: Site, items: readonly Printed[]): string {
  const { outlet, origin } = site;
  const written = items.map((item) => {
    const { article } = item;
    const url = `${origin}${item.path}`;
    return `<item><title>${escapeHtml(article.title)}</title><link>${url}?utm_source=rss</link>
<guid isPermaLink="false">${outlet.slug}:${article.slug}</guid>${article.undated ? '' : optional('pubDate', new Date(item.publishedAt).toUTCString())}
${optional('dc:creator', article.author)}${article.tags.map((tag) => optional('category', tag)).join('')}
${optional('description', summaryOf(site, item))}${optional('content:encoded', contentOf(site, item))}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>${escapeHtml(outlet.name)}</title><link>${origin}/</link><description>${escapeHtml(outlet.tagline)}</description><language>${outlet.lang}</language>
${written.join('\n')}
</channel></rss>
`;
}

function atom(site: Site, items: readonly Printed[]): string {
  const { outlet, origin } = site;
  const newest = items.reduce((latest, item) => Math.max(latest, item.updatedAt), site.startedAt - 86_400_000);
  const written = items.map((item) => {
    const { article } = item;
    return `<entry><title>${escapeHtml(article.title)}</title><link rel="alternate" href="${origin}${item.path}"/>
<id>urn:broadsheet-sample:${outlet.slug}:${article.slug}</id><published>${new Date(item.publishedAt).toISOString()}</published>
<updated>${new Date(item.updatedAt).toISOString()}</updated>${article.author ? `<author>${optional('name', article.author)}</author>` : ''}
${article.tags.map((tag) => `<category term="${escapeHtml(tag)}"/>`).join('')}
${optional('summary', summaryOf(site, item))}${optional('content', contentOf(site, item), ' type="html"')}</entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.lang}"><title>${escapeHtml(outlet.name)}</title>
<subtitle>${escapeHtml(outlet.tagline)}</subtitle><id>urn:broadsheet-sample:${outlet.slug}</id><updated>${new Date(newest).toISOString()}</updated>
<link rel="alternate" href="${origin}/"/><author>${optional('name', outlet.name)}</author>
${written.join('\n')}
</feed>
`;
}

function jsonFeed(site: Site, items: readonly Printed[]): string {
  const { outlet, origin } = site;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    description: outlet.tagline,
    language: outlet.lang,
    home_page_url: `${origin}/`,
    items: items.map((item) => ({
      id: `${outlet.slug}:${item.article.slug}`,
      url: `${origin}${item.path}`,
      title: item.article.title,
      summary: summaryOf(site, item),
      content_html: contentOf(site, item),
      ...(item.article.undated ? {} : { date_published: new Date(item.publishedAt).toISOString() }),
      date_modified: new Date(item.updatedAt).toISOString(),
      authors: item.article.author ? [{ name: item.article.author }] : undefined,
      tags: item.article.tags,
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}
