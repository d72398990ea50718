// A whole round of polling: 5,000 feeds on 500 loopback addresses, 1 in 10 changed, 1 in 50 hanging until the deadline.
// The web server is a process of its own (this file with the argument `serve`); the database is a file, as in life.

import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFeed } from '../../src/feeds/read-feed.ts';
import { createHttp } from '../../src/http.ts';
import { createLog } from '../../src/log.ts';
import { pollFeeds } from '../../src/pipeline/poll-feeds.ts';
import type { Owner } from '../../src/scope.ts';
import { openStore } from '../../src/store/open.ts';

const FEEDS = 5_000;
const ADDRESSES = 500;
const CHANGED = 10;
const HANGING = 50;
const ITEMS = 20;
const DAY = 86_400_000;

if (process.argv[2] === 'serve') serve();
else await measure();

/** `/N?` is feed N; the second time it is asked for with its etag, 1 in 10 has a new item and 1 in 50 never answers. */
function serve(): void {
  const server = createServer((request, response) => {
    const feed = Number(request.url?.slice(1));
    const known = request.headers['if-none-match'];
    if (known !== undefined && feed % HANGING === 1) return;
    const version = known !== undefined && feed % CHANGED === 0 ? 2 : 1;
    if (known === `"${version}"`) response.writeHead(304, { etag: known }).end();
    else sendFeed(response, feed, version);
  });
  server.keepAliveTimeout = 30_000;
  server.listen(0, '0.0.0.0', () => process.send?.((server.address() as AddressInfo).port));
}

function sendFeed(response: ServerResponse, feed: number, version: number): void {
  const words = 'The ferry between the old town and the island stays in port until the fog has lifted. '.repeat(8);
  const items = Array.from({ length: ITEMS + version - 1 }, (_, at) => {
    const date = new Date(Date.UTC(2026, 0, 1) + at * DAY).toUTCString();
    return `<item><title>Item ${at} of feed ${feed}</title><guid>${feed}-${at}</guid><link>https://site${feed}.example/${at}</link><pubDate>${date}</pubDate><description>${at} ${words}</description></item>`;
  });
  response.writeHead(200, { 'content-type': 'application/rss+xml', etag: `"${version}"` });
  response.end(`<rss version="2.0"><channel><title>Feed ${feed}</title>${items.reverse().join('')}</channel></rss>`);
}

async function measure(): Promise<void> {
  const server = fork(import.meta.filename, ['serve']);
  const port = await new Promise<number>((resolve) => server.once('message', (message) => resolve(Number(message))));
  const folder = mkdtempSync(join(tmpdir(), 'polling-'));
  const log = createLog('error');
  const store = await openStore(`sqlite:${join(folder, 'bench.db')}`, { log });
  let now = Date.UTC(2026, 5, 1);
  const http = createHttp({ allow: ['127.0.0.0/8'], contact: 'https://broadsheet.example', now: () => now });
  try {
    await store.transaction(async (inside) => {
      for (let feed = 0; feed < FEEDS; feed += 1) {
        const host = `127.1.${Math.floor((feed % ADDRESSES) / 250)}.${1 + (feed % 250)}:${port}`;
        const { id } = await inside.feeds.ensure(`http://${host}/${feed}`, now);
        await inside.sources.add({ owner: 'bench' as Owner, feedId: id, name: `Feed ${feed}`, baselineAt: now, now });
      }
    });
    const answeredAt: number[] = [];
    const round = async (name: string): Promise<void> => {
      answeredAt.length = 0;
      const startedAt = performance.now();
      const cpu = process.cpuUsage();
      const checked = await pollFeeds({
        store,
        log,
        now: () => now,
        random: () => 0.5,
        signal: new AbortController().signal,
        readFeed: async (feed) => {
          const reading = await readFeed(feed.url, { http, conditional: feed });
          if (reading.kind !== 'problem') answeredAt.push(performance.now() - startedAt);
          return reading;
        },
      });
      const { user, system } = process.cpuUsage(cpu);
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      const answered = ((answeredAt.at(-1) ?? 0) / 1000).toFixed(1);
      const mb = Math.round(process.memoryUsage.rss() / 1e6);
      console.log(
        `${name}: ${checked} feeds in ${seconds} s (the last that answered after ${answered} s, ${answeredAt.length} did), ${((user + system) / 1e6).toFixed(1)} s of processor, ${mb} MB`,
      );
    };
    await round('first round, everything new');
    now += 3 * DAY;
    await round(`later round, 1 in ${CHANGED} changed, 1 in ${HANGING} hanging 20 s`);
  } finally {
    await http.close();
    await store.close();
    server.kill();
    rmSync(folder, { recursive: true });
  }
}
