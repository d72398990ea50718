import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { isProblem } from '../../src/errors.ts';
import { findFeed } from '../../src/feeds/find-feed.ts';
import type { Http } from '../../src/http.ts';
import { httpFor, type LocalServer, startServer } from '../http/servers.ts';

const RSS =
  '<rss version="2.0"><channel><title>Harbour</title><item><title>Fog on the river</title></item></channel></rss>';
const EMPTY = '<rss version="2.0"><channel><title>Harbour</title></channel></rss>';
const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** A site by its paths; what is not there is 404. `site.example` in the pages stands for the server. */
async function site(
  paths: Readonly<Record<string, string>>,
): Promise<{ server: LocalServer; http: Http; asked: string[] }> {
  const asked: string[] = [];
  const server = await startServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const body = paths[path];
    if (body?.startsWith('-> ')) response.writeHead(301, { location: body.slice(3) }).end();
    else response.writeHead(body === undefined ? 404 : 200).end(body?.replaceAll('https://site.example', server.url));
  });
  const http = httpFor([server.host]);
  opened.push(server, http);
  return { server, http, asked };
}

describe('the feed of a page made with', () => {
  test.each([
    ['wordpress', '/', '/feed/'],
    ['ghost', '/', '/rss/'],
    ['substack', '/', '/feed'],
    ['blogger', '/', '/feeds/posts/default'],
    ['squarespace', '/journal', '/journal?format=rss'],
    ['drupal', '/', '/rss.xml'],
    ['hugo', '/', '/index.xml'],
    ['jekyll', '/', '/feed.xml'],
    ['wix', '/blog', '/blog-feed.xml'],
    ['medium', '/@annaberg', '/feed/@annaberg'],
  ])('%s is found', async (name, page, feed) => {
    const html = await readFile(new URL(`../fixtures/feeds/sites/${name}.html`, import.meta.url), 'utf8');
    const { server, http, asked } = await site({
      [page]: html.replaceAll('https://medium.com', 'https://site.example'),
      [feed]: RSS,
      '/comments/feed/': RSS,
    });

    const found = await findFeed(server.host + page, { http });

    expect(found).toMatchObject({ url: server.url + feed, feed: { title: 'Harbour' } });
    expect(asked.length).toBeLessThanOrEqual(4);
  });
});

describe('what a person types', () => {
  test('may be the feed itself', async () => {
    const { server, http } = await site({ '/feed': RSS });

    expect(await findFeed(`${server.url}/feed`, { http })).toMatchObject({ url: `${server.url}/feed` });
    expect(await findFeed(` <${server.host}/feed> `, { http })).toMatchObject({ url: `${server.url}/feed` });
    expect(await findFeed(`feed:${server.url}/feed`, { http })).toMatchObject({ url: `${server.url}/feed` });
  });

  test('may have moved for good', async () => {
    const { server, http } = await site({ '/old': '-> /new', '/new': RSS });

    expect(await findFeed(`${server.url}/old`, { http })).toMatchObject({ url: `${server.url}/new` });
  });

  test('is a page whose first feed is empty: the one with items is taken', async () => {
    const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
    const { server, http } = await site({ '/': link('/a') + link('/b'), '/a': EMPTY, '/b': RSS });

    expect(await findFeed(server.url, { http })).toMatchObject({ url: `${server.url}/b` });
  });

  test('is a page without any feed', async () => {
    const { server, http } = await site({ '/': '<p>Hello</p>' });

    expect(await findFeed(server.url, { http })).toEqual({ problem: 'not-a-feed', url: `${server.url}/` });
  });

  test('is a file', async () => {
    const { server, http } = await site({ '/report.pdf': '%PDF-1.7 and so on' });

    expect(await findFeed(`${server.url}/report.pdf`, { http })).toEqual({
      problem: 'a-file',
      url: `${server.url}/report.pdf`,
      format: 'PDF',
    });
  });

  test('is a page that is not there', async () => {
    const { server, http } = await site({});

    expect(await findFeed(`${server.url}/x`, { http })).toEqual({
      problem: 'http-status',
      host: server.host,
      status: 404,
    });
  });

  test.each(['', 'ships', 'two words', 'mailto:a@b.example', 'javascript:alert(1)', 'https://'])(
    '"%s" is no address',
    async (input) => {
      const { http } = await site({});

      expect(await findFeed(input, { http })).toEqual({ problem: 'not-a-url', input });
    },
  );

  test('never reaches a private address that is not allowed', async () => {
    const { server } = await site({ '/': RSS });
    const http = httpFor([]);
    opened.push(http);

    const found = await findFeed(server.url, { http });

    expect(isProblem(found) && found.problem).toBe('private-address');
  });

  test.each([
    ['harbour.example/news', ['https://harbour.example/news', 'http://harbour.example/news']],
    ['r/ships', ['https://www.reddit.com/r/ships/.rss']],
    ['@anna@social.example', ['https://social.example/@anna.rss']],
  ])('%s is understood', async (input, expected) => {
    const asked: string[] = [];
    const fetch: Http['fetch'] = async ({ url }) => {
      asked.push(url);
      return { kind: 'problem', problem: { problem: 'unreachable', host: 'h' } };
    };

    await findFeed(input, { http: { fetch } });

    expect(asked.slice(0, expected.length)).toEqual(expected);
  });
});
