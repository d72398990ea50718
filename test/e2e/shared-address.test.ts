// Two feeds of two servers that name one address: what the one feed tells of it is not for the readers of the other.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { MORNING, openTown } from '../helpers/town.ts';

const ADA = '200000000000000001';
const BO = '200000000000000002';
const [IN_A, IN_B] = ['400000000000000001', '400000000000000002'];

const PAGE = `<html><body><article><h1>Goat climbs the town hall tower of Ansel</h1>
<p>A goat climbed the tower of Ansel on Monday morning and stayed there until noon.</p></article></body></html>`;

function feed(title: string, text: string): string {
  const item = `<title>Goat climbs the town hall tower of Ansel</title><link>http://HOST/goat</link><description>${text}</description>`;
  return `<rss version="2.0"><channel><title>${title}</title><item>${item}<pubDate>${new Date(MORNING).toUTCString()}</pubDate></item></channel></rss>`;
}

const ANSWERS: Readonly<Record<string, string>> = {
  '/goat': PAGE,
  '/members.xml': feed(
    'Letters to members',
    `For members only: ${'the goat was seen by the watchman near the bells. '.repeat(20)}`,
  ),
  '/public.xml': feed('Picks of the day', 'A goat climbed a tower.'),
};

test('the full text and the name of a feed stay with the server that reads it', { timeout: 60_000 }, async () => {
  let host = '';
  const server = createServer((request, response) => {
    const text = ANSWERS[request.url ?? ''];
    response.setHeader('content-type', request.url?.endsWith('.xml') ? 'application/rss+xml' : 'text/html');
    response.writeHead(text === undefined ? 404 : 200).end(text?.replaceAll('HOST', host));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const town = await openTown({
    fetchAllow: [host],
    people: [
      { id: ADA, name: 'Ada' },
      { id: BO, name: 'Bo' },
    ],
    guilds: [
      { id: '300000000000000001', name: 'A', owner: ADA, channels: [{ id: IN_A, name: 'a' }] },
      { id: '300000000000000002', name: 'B', owner: BO, channels: [{ id: IN_B, name: 'b' }] },
    ],
  });
  const [ada, bo] = [town.visitor(ADA, IN_A), town.visitor(BO, IN_B)];
  await ada.ask('sources add', { url: `http://${host}/members.xml` });
  await town.work();
  await bo.ask('sources add', { url: `http://${host}/public.xml` });
  await town.work();

  const summary = await bo.ask('summary', { of: 'goat tower' });
  await town.close();
  server.closeAllConnections();
  server.close();

  expect(summary.text).toContain('Goat climbs the town hall tower');
  expect(summary.text).not.toContain('Letters to members');
  expect(summary.text).not.toContain('members only');
});
