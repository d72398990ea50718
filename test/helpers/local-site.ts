// A news site on loopback for tests: an RSS feed of pages that can grow, with real conditional requests.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SitePage {
  readonly slug: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly publishedAt: number;
}

export interface LocalSite {
  readonly origin: string;
  readonly feedUrl: string;
  /** "127.0.0.1:PORT", for FETCH_ALLOW. */
  readonly host: string;
  /** How often each path was asked for. */
  readonly requests: Map<string, number>;
  publish(page: SitePage): void;
  pageUrl(slug: string): string;
  close(): Promise<void>;
}

export async function localSite(name: string, pages: readonly SitePage[] = []): Promise<LocalSite> {
  const published = [...pages];
  const requests = new Map<string, number>();
  let origin = '';
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.set(path, (requests.get(path) ?? 0) + 1);
    const etag = `"${published.length}"`;
    if (path === '/feed.xml') {
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
      return void response
        .writeHead(200, { 'content-type': 'application/rss+xml', etag })
        .end(feed(name, origin, published));
    }
    const page = published.find(({ slug }) => path === `/${slug}`);
    if (!page) return void response.writeHead(404).end('not found');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html(name, page));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  origin = `http://${host}`;
  return {
    origin,
    host,
    feedUrl: `${origin}/feed.xml`,
    requests,
    publish: (page) => published.unshift(page),
    pageUrl: (slug) => `${origin}/${slug}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function feed(name: string, origin: string, pages: readonly SitePage[]): string {
  const items = pages.map(
    ({ slug, title, paragraphs, publishedAt }) =>
      `<item><title>${title}</title><link>${origin}/${slug}</link><guid>${origin}/${slug}</guid><pubDate>${new Date(publishedAt).toUTCString()}</pubDate><description>${paragraphs[0]}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><link>${origin}/</link>${items.join('')}</channel></rss>`;
}

function html(name: string, { title, paragraphs, publishedAt }: SitePage): string {
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><title>${title} - ${name}</title><meta property="og:site_name" content="${name}">
<meta property="article:published_time" content="${new Date(publishedAt).toISOString()}"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<main><article><h1>${title}</h1>${body}</article></main>
<aside><h3>Most read</h3><ul><li><a href="/x">Ten ways to save on heating</a></li></ul></aside>
<footer>Sample news written for tests. All rights reserved.</footer></body></html>`;
}
