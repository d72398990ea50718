// /trending through the real client, from a database on disk: counted and drawn in worker threads.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCanvas } from '../../src/pictures/canvas.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';
import type { Owner } from '../../src/scope.ts';
import { ADMIN, discordStandIn } from '../helpers/discord-stand-in.ts';
import { type RunningBot, runningBot } from '../helpers/running-bot.ts';
import { addArticle } from '../store/contract.ts';

const GENERAL = '400000000000000001';
const NOW = Date.parse('2026-03-10T09:00:00Z');
const DAY = 86_400_000;
const PAPERS = ['Gazette', 'Courier', 'Post', 'Echo'];

let folder: string;
let standIn: StandIn;
let bot: RunningBot;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  standIn = await discordStandIn();
  bot = await runningBot(standIn, { databaseUrl: `sqlite:${join(folder, 'b.db')}`, now: () => NOW });
}, 60_000);

afterAll(async () => {
  await bot?.stop();
  await standIn?.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** A week of other things, then one event in every paper. */
async function printPapers(): Promise<void> {
  const owner = standIn.guild('Town square').id as Owner;
  const { store } = bot.engine;
  const event = await store.stories.create(NOW);
  for (const [p, source] of PAPERS.entries()) {
    const feed = await store.feeds.ensure(`https://${source}.example/feed`, NOW);
    await store.sources.add({ owner, feedId: feed.id, name: source, baselineAt: NOW, now: NOW });
    const print = async (daysAgo: number, title: string, story?: typeof event): Promise<void> => {
      const at = NOW - daysAgo * DAY - 60_000;
      const draft = { title, text: `${title}.`, url: `https://${source}.example/${daysAgo}`, publishedAt: at };
      await addArticle(store, [feed.id], { draft, source, seenAt: at, ...(story && { storyId: story }) });
    };
    for (let day = 0; day < 8; day += 1)
      await print(day, `Number ${p}${day} of the quiet ${'abcdefgh'[day]}${p} series`);
    await print(0.1, 'Mount Orrin erupts above the town', event);
  }
}

test('says that there is nothing to read, then what grew, with a chart that has a text', {
  timeout: 60_000,
}, async () => {
  const ada = standIn.person(ADMIN);
  const ask = async () => ada.slash({ channelId: GENERAL, command: 'trending', timeoutMs: 60_000 });

  const before = await ask();
  await printPapers();
  const after = await ask();

  expect(JSON.stringify(before.message?.components)).toContain('There is nothing to read here yet');
  const shown = JSON.stringify(after.message?.components);
  expect(shown).toContain('Mount Orrin');
  expect(shown).toContain('compared with the 7 days before');
  expect(shown).toContain('4 sources');
  expect(after.firstResponseMs).toBeLessThan(3_000);
  expect(standIn.breaches).toEqual([]);
  if ((await loadCanvas()) === undefined) return;
  const [url] = /http:\/\/[^"]*trending\.png/.exec(shown) ?? [];
  const picture = new Uint8Array(await (await fetch(url as string)).arrayBuffer());
  expect(Buffer.from(picture.slice(1, 4)).toString()).toBe('PNG');
  expect(shown).toMatch(/"description":"Bar chart of the words that grew most: [^"]*Mount Orrin[^"]* \+4/);
});

test('is asked for with a topic of the server, and a topic that there is not is said', {
  timeout: 60_000,
}, async () => {
  const ada = standIn.person(ADMIN);

  const { message } = await ada.slash({
    channelId: GENERAL,
    command: 'trending',
    options: { topic: 'No such topic' },
    timeoutMs: 60_000,
  });

  expect(JSON.stringify(message?.components)).toContain('There is no topic');
});
