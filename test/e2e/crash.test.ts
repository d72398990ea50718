// The process is killed at bad moments: at the next start nothing is lost and nothing comes twice. Told to end, it ends in order.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StandIn } from '../../src/playground/stand-in.ts';
import type { Owner } from '../../src/scope.ts';
import { openStore } from '../../src/store/open.ts';
import { type BotProcess, startProcess } from '../helpers/bot-process.ts';
import { ADMIN, discordStandIn, TOKEN } from '../helpers/discord-stand-in.ts';
import { type LocalSite, localSite } from '../helpers/local-site.ts';
import { regionNews } from '../helpers/town-news.ts';
import { type Visitor, visitor } from '../helpers/visitor.ts';

const GENERAL = '400000000000000001';
const NEWS = '400000000000000002';
const SCOPE = { owners: ['300000000000000001' as Owner] };
/** Several starts of a process on a busy machine. */
const PATIENCE = { timeout: 120_000 };

let folder: string;
let standIn: StandIn;
let site: LocalSite;
let admin: Visitor;
const processes: BotProcess[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  standIn = await discordStandIn();
  admin = visitor(standIn, { userId: ADMIN, channelId: GENERAL });
  // More than are worked on at once.
  const now = Date.now();
  site = await localSite('Harbour Gazette', [...regionNews('Alder', now), ...regionNews('Birch', now)]);
});

afterEach(async () => {
  for (const one of processes.splice(0)) await one.end('SIGKILL');
  await site.close();
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
});

const ITEMS = 20;
const databaseUrl = (): string => `sqlite:${join(folder, 'broadsheet.db')}`;

async function start(): Promise<BotProcess> {
  const started = startProcess('main.js', {
    cwd: folder,
    env: {
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: standIn.apiUrl,
      DATABASE_URL: databaseUrl(),
      FETCH_ALLOW: site.host,
      LOG_LEVEL: 'debug',
    },
  });
  processes.push(started);
  await started.logged('on Discord');
  return started;
}

/** What is on disk once the process is gone. */
async function stored(): Promise<{ titles: readonly string[]; pending: number }> {
  const store = await openStore(databaseUrl());
  const articles = await store.articles.latest(SCOPE, { limit: 100 });
  const pending = await store.items.countPending(SCOPE);
  await store.close();
  return { titles: articles.map(({ title }) => title).sort(), pending };
}

/** As an operator sees it: all articles are there and none is on its way. Asked once the pages still to come were fetched. */
async function untilAllIsIndexed(running: BotProcess, storedTitles: readonly string[]): Promise<void> {
  for (const { title, slug } of NEWS_OF_TWO_REGIONS) if (!storedTitles.includes(title)) await running.logged(slug);
  const isDone = (text: string): boolean => text.includes(`${ITEMS} articles`) && !/on (its|their) way/.test(text);
  // Asked without a pause it would be most of what the machine does while the killed process's lease runs out.
  while (!isDone((await admin.ask('status')).text)) await sleep(100);
}

/** Ends the process at the very moment at which Discord has taken the digest's message, before the answer is sent. */
function onPost(end: () => void): void {
  const stop = standIn.changes.listen((change) => {
    if (change.kind !== 'message' || change.message.api.channel_id !== NEWS) return;
    stop();
    end();
  });
}

async function planDigest(): Promise<void> {
  const when = { at: '00:00', timezone: 'UTC', if_empty: 'say' };
  await admin.ask('digests create', { channel: NEWS, name: 'Daily', ...when });
}

const NEWS_OF_TWO_REGIONS = [...regionNews('Alder', 0), ...regionNews('Birch', 0)];
const titles = (): string[] => NEWS_OF_TWO_REGIONS.map(({ title }) => title).sort();

test('killed while it indexes, it goes on at the next start: every item once', PATIENCE, async () => {
  const first = await start();
  await admin.ask('sources add', { url: site.feedUrl });
  // Of the second handful: the first is stored.
  await first.logged('birch-water-meters');
  await first.end('SIGKILL');
  const before = await stored();

  const second = await start();
  await untilAllIsIndexed(second, before.titles);
  await second.end('SIGTERM');

  expect(before.titles.length).toBeLessThan(ITEMS);
  expect(before.titles.length + before.pending).toBe(ITEMS);
  expect(await stored()).toEqual({ titles: titles(), pending: 0 });
  expect(standIn.breaches).toEqual([]);
});

test(
  'killed after Discord has taken a digest and before it has said so: the digest stands there once',
  PATIENCE,
  async () => {
    const first = await start();
    await planDigest();
    onPost(() => first.child.kill('SIGKILL'));
    await admin.ask('digests run', { digest: 'Daily' });
    await first.ended();

    const second = await start();
    await second.logged('a run is finished');
    const history = await admin.ask('digests history', { digest: 'Daily' });
    await second.end('SIGTERM');

    expect(first.log()).not.toContain('a run is finished');
    expect(history.text).toContain('posted');
    expect(standIn.messages(NEWS)).toHaveLength(1);
    expect(standIn.breaches).toEqual([]);
  },
);

test('SIGTERM while it indexes: it ends in order within five seconds, and nothing is lost', PATIENCE, async () => {
  const running = await start();
  await admin.ask('sources add', { url: site.feedUrl });
  await running.logged('alder-tram-line');
  const startedAt = performance.now();
  const code = await running.end('SIGTERM');
  const tookMs = performance.now() - startedAt;
  const left = await stored();

  expect(code).toBe(0);
  expect(tookMs).toBeLessThan(5_000);
  expect(left.titles.length + left.pending).toBe(ITEMS);
});

test('SIGTERM while it posts a digest: it finishes that first', PATIENCE, async () => {
  const running = await start();
  await planDigest();
  let startedAt = 0;
  onPost(() => {
    startedAt = performance.now();
    running.child.kill('SIGTERM');
  });
  await admin.ask('digests run', { digest: 'Daily' });
  const code = await running.ended();

  expect(code).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(running.log()).toContain('a run is finished');
  expect(standIn.messages(NEWS)).toHaveLength(1);
});
