import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Newsroom } from '../../src/playground/newsroom.ts';
import { startNewsroom } from '../../src/playground/newsroom.ts';
import { readOutlets } from '../../src/playground/sample-article.ts';

const START = Date.UTC(2026, 2, 10, 12);

let folder: string;
let now: number;
let newsroom: Newsroom;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsroom-'));
  await write('heron', 'outlet.json', '{"name":"The Heron","lang":"en","feed":"rss","tagline":"Tides & news"}');
  await write(
    'heron',
    'ferry.md',
    '---\ntitle: Ferry <returns>\nago: 5h\nauthor: Ida Holt\nupdated: -1h\n---\nThe ferry is back.\n\nIt sails at nine.\n\n<!-- update -->\n\nIt sailed at ten.\n',
  );
  await write('heron', 'flood.md', '---\ntitle: Flood at the mill\nago: -2m\n---\nThe mill stands in water.\n');
  await write('reiher', 'outlet.json', '{"name":"Der Reiher","lang":"de","feed":"atom","metadata":"opengraph"}');
  await write('reiher', 'faehre.md', '---\ntitle: Die Fähre fährt wieder\nago: 4h\n---\nDie Fähre ist zurück.\n');
  now = START;
  newsroom = await startNewsroom({ folder: pathToFileURL(`${folder}/`), now: () => now });
});

afterEach(async () => {
  await newsroom.close();
  await rm(folder, { recursive: true });
});

async function write(outlet: string, file: string, text: string): Promise<void> {
  await mkdir(join(folder, outlet), { recursive: true });
  await writeFile(join(folder, outlet, file), text);
}

async function feedOf(slug: string): Promise<string> {
  const outlet = newsroom.outlets.find((one) => one.slug === slug);
  return (await fetch(outlet?.feedUrl ?? '')).text();
}

test('every outlet is a site of its own that its front page leads to the feed of', async () => {
  const [heron, reiher] = newsroom.outlets;
  const front = await (await fetch(heron?.url ?? '')).text();

  expect(new Set(newsroom.allow).size).toBe(2);
  expect(newsroom.allow).toContain(new URL(reiher?.url ?? '').host);
  expect(front).toContain('<link rel="alternate" type="application/rss+xml" href="/rss.xml"');
  expect(front).toContain('Ferry &lt;returns&gt;');
});

test('an article appears when its time has come', async () => {
  expect(await feedOf('heron')).not.toContain('Flood');

  now = START + 120_000;

  expect(await feedOf('heron')).toContain('<title>Flood at the mill</title>');
});

test('an unchanged feed answers 304, a changed one does not', async () => {
  const url = newsroom.outlets[0]?.feedUrl ?? '';
  const first = await fetch(url);
  const etag = first.headers.get('etag') ?? '';
  const since = first.headers.get('last-modified') ?? '';

  expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect((await fetch(url, { headers: { 'if-modified-since': since } })).status).toBe(304);
  now = START + 120_000;
  expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(200);
});

test('an update changes the text and says when', async () => {
  const url = `${newsroom.outlets[0]?.url}news/ferry.html`;
  expect(await (await fetch(url)).text()).not.toContain('It sailed at ten.');

  now = START + 3_600_000;

  expect(await (await fetch(url)).text()).toContain('It sailed at ten.');
});

test('pages wear the furniture of their language around the article', async () => {
  const page = await (await fetch(`${newsroom.outlets[1]?.url}news/faehre.html`)).text();

  expect(page).toContain('<html lang="de">');
  expect(page).toContain('Artikel teilen');
  expect(page).toContain('<meta property="og:title" content="Die Fähre fährt wieder">');
});

test('the shipped sample can be read: three languages and more, with news that is still to come', async () => {
  const outlets = await readOutlets(new URL('../../data/sample/', import.meta.url));
  const articles = outlets.flatMap((outlet) => outlet.articles);

  expect(new Set(outlets.map((outlet) => outlet.lang)).size).toBeGreaterThanOrEqual(3);
  expect(articles.filter((article) => article.text.length < 200 && !article.paywall)).toEqual([]);
  expect(articles.filter((article) => article.publishedAfterMs > 0)).not.toEqual([]);
});
