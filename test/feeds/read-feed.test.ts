import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { readFeed } from '../../src/feeds/read-feed.ts';
import { httpFor, startServer } from '../http/servers.ts';

const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function feedAt(
  paths: Readonly<
    Record<string, (headers: Record<string, unknown>) => [number, Record<string, string>, (string | Buffer)?]>
  >,
) {
  const server = await startServer((request, response) => {
    const [status, headers, body] = paths[request.url ?? '']?.(request.headers) ?? [404, {}];
    response.writeHead(status, headers).end(body);
  });
  const http = httpFor([server.host]);
  opened.push(server, http);
  return { server, http };
}

test('a feed is read once, and unchanged the second time', async () => {
  const rss = '<rss><channel><title>T</title><item><title>one</title><link>/1</link></item></channel></rss>';
  const { server, http } = await feedAt({
    '/feed': (headers) =>
      headers['if-none-match'] === '"v1"' ? [304, {}] : [200, { etag: '"v1"', 'cache-control': 'max-age=60' }, rss],
  });

  const first = await readFeed(`${server.url}/feed`, { http });
  const second = await readFeed(`${server.url}/feed`, { http, conditional: { etag: '"v1"', lastModified: undefined } });

  expect(first).toMatchObject({ kind: 'feed', etag: '"v1"', maxAgeMs: 60_000, permanentUrl: undefined });
  expect(first.kind === 'feed' && first.feed.items[0]?.url).toBe(`${server.url}/1`);
  expect(second).toMatchObject({ kind: 'unchanged' });
});

test('a feed that moved for good says where', async () => {
  const { server, http } = await feedAt({
    '/feed': () => [308, { location: '/new' }],
    '/new': () => [200, {}, '<rss><channel/></rss>'],
  });

  expect(await readFeed(`${server.url}/feed`, { http })).toMatchObject({
    kind: 'feed',
    permanentUrl: `${server.url}/new`,
  });
});

test.each<[string, number, Record<string, string>, string, object]>([
  ['gone', 410, {}, '', { kind: 'gone' }],
  [
    'a web page now',
    200,
    {},
    '<html><body>Sorry</body></html>',
    { kind: 'problem', problem: { problem: 'not-a-feed' } },
  ],
  [
    'asked too often',
    429,
    { 'retry-after': '60' },
    '',
    { kind: 'problem', problem: { problem: 'http-status', status: 429 }, retryAfterMs: 60_000 },
  ],
])('a feed that is %s', async (_name, status, headers, body, expected) => {
  const { server, http } = await feedAt({ '/feed': () => [status, headers, body] });

  expect(await readFeed(`${server.url}/feed`, { http })).toMatchObject(expected);
});

test.each([
  ['is unpacked', 1_000, 'feed'],
  ['is left alone when it would fill the memory', 50_000_000, 'problem'],
])('a feed in a gzip file %s', async (_name, spaces, kind) => {
  const packed = gzipSync(`<rss><channel><title>T</title></channel></rss>${' '.repeat(spaces)}`);
  const { server, http } = await feedAt({
    '/feed.xml.gz': () => [200, { 'content-type': 'application/gzip' }, packed],
  });

  expect(await readFeed(`${server.url}/feed.xml.gz`, { http })).toMatchObject({ kind });
});

test('a name and password in the address never reach its links', async () => {
  const { server, http } = await feedAt({
    '/feed': () => [200, {}, '<rss><channel><item><link>/1</link></item></channel></rss>'],
  });

  const reading = await readFeed(`${server.url.replace('//', '//anna:secret@')}/feed`, { http });

  expect(reading.kind === 'feed' && reading.feed.items[0]?.url).toBe(`${server.url}/1`);
});
