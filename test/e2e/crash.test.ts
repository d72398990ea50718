// The process is killed at bad moments: at the next start nothing is lost and nothing comes twice.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { openStore } from '../../src/store/open.ts';
import { type BotProcess, startProcess } from '../helpers/bot-process.ts';
import { ADMIN, discordStandIn, TOKEN } from '../helpers/discord-stand-in.ts';
import { type LocalSite, localSite, type SitePage } from '../helpers/local-site.ts';
import { textOf } from '../helpers/message-text.ts';

const GENERAL = '400000000000000001';
const NEWS = '400000000000000002';
const ITEMS = 40;
/** Two starts of a process on a busy machine. */
const PATIENCE = { timeout: 60_000 };

let folder: string;
let standIn: StandIn;
let site: LocalSite;
let bot: BotProcess | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  standIn = await discordStandIn();
  site = await localSite(
    'Harbour Gazette',
    Array.from({ length: ITEMS }, (_, n) => page(n)),
  );
});

afterEach(async () => {
  await bot?.end('SIGKILL');
  await site.close();
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Each about something else, so that no two are one article or one story. */
function page(n: number): SitePage {
  const place = `Place${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))}`;
  return {
    slug: `item-${n}`,
    title: `${place} council number ${n} votes on ${place} school roof`,
    publishedAt: Date.now() - (n + 1) * 60_000,
    paragraphs: Array.from(
      { length: 5 },
      (_, k) =>
        `The council of ${place} decided item ${n}.${k} on a roof for the ${place} school in round ${k}, and ${place} residents paid ${n * 7 + k} crowns towards it.`,
    ),
  };
}

const databaseUrl = (): string => `sqlite:${join(folder, 'broadsheet.db')}`;

function start(): BotProcess {
  bot = startProcess('main.js', {
    cwd: folder,
    env: {
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: standIn.apiUrl,
      DATABASE_URL: databaseUrl(),
      FETCH_ALLOW: site.host,
      LOG_LEVEL: 'debug',
    },
  });
  return bot;
}

async function stored(): Promise<{ articles: number; titles: number; pending: number }> {
  const store = await openStore(databaseUrl());
  const scope = { owners: [standIn.guild('Town square').id as never] };
  const articles = await store.articles.latest(scope, { limit: 500 });
  const counted = {
    articles: articles.length,
    titles: new Set(articles.map(({ title }) => title)).size,
    pending: await store.items.countPending(scope),
  };
  await store.close();
  return counted;
}

async function addSource(): Promise<void> {
  const reply = await standIn
    .person(ADMIN)
    .slash({ channelId: GENERAL, command: 'sources add', options: { url: site.feedUrl } });
  expect(textOf(reply)).toContain('Harbour Gazette');
}

async function untilIndexed(): Promise<void> {
  for (;;) {
    const { pending, articles } = await stored();
    if (pending === 0 && articles > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

test('killed while it indexes, it goes on at the next start: every item once', PATIENCE, async () => {
  const first = start();
  await first.logged('on Discord');
  await addSource();
  await first.logged('item-5');
  await first.end('SIGKILL');
  const before = await stored();

  const second = start();
  await second.logged('on Discord');
  await untilIndexed();
  await second.end('SIGTERM');

  expect(before.articles).toBeLessThan(ITEMS);
  expect(await stored()).toEqual({ articles: ITEMS, titles: ITEMS, pending: 0 });
});

test('killed while it posts a digest, it posts it once', PATIENCE, async () => {
  const first = start();
  await first.logged('on Discord');
  await standIn
    .person(ADMIN)
    .slash({
      channelId: GENERAL,
      command: 'digests create',
      options: { channel: NEWS, at: '00:00', timezone: 'UTC', name: 'Daily', if_empty: 'say' },
    });
  // The message is accepted, and the answer that says so is lost with the process.
  standIn.fail({ route: 'POST /channels/{channel_id}/messages', afterwards: true, drop: true });
  await standIn.person(ADMIN).slash({ channelId: GENERAL, command: 'digests run', options: { digest: 'Daily' } });
  await standIn.waitForMessage({ channelId: NEWS });
  await first.end('SIGKILL');
  standIn.clearFaults();

  const second = start();
  await second.logged('on Discord');
  await second.logged('a run is finished');
  await second.end('SIGTERM');

  expect(standIn.messages(NEWS)).toHaveLength(1);
});

test('SIGTERM ends it in order within five seconds, even while it indexes', PATIENCE, async () => {
  const running = start();
  await running.logged('on Discord');
  await addSource();
  const startedAt = performance.now();
  const code = await running.end('SIGTERM');

  expect(code).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
