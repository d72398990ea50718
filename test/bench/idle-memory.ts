// Resident memory of an idle bot with 10,000 articles, its workers asleep: 200 MB at most where they came in over the 90
// days that texts are kept, 320 MB where all of them are alive and so in the grouper's memory.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleDraft } from '../../src/articles/article.ts';
import { termsOf } from '../../src/articles/draft-article.ts';
import { openNewsdesk } from '../../src/pipeline/newsdesk.ts';
import { guildScope } from '../../src/scope.ts';
import { openStore } from '../../src/store/open.ts';
import { startProcess } from '../helpers/bot-process.ts';
import { ADMIN, discordStandIn, TOKEN } from '../helpers/discord-stand-in.ts';

const ARTICLES = 10_000;
const GENERAL = '400000000000000001';
/** Longer than the pool's and the search thread's idle times. */
const ASLEEP_MS = 75_000;
/** Over how many days the articles came in, and the most megabytes. Six days are less than articles stay alive. */
const SPANS = [
  { days: 90, most: 200 },
  { days: 6, most: 320 },
] as const;

for (const { days, most } of SPANS) if ((await measure(days)) > most) process.exitCode = 1;

async function measure(days: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const databaseUrl = `sqlite:${join(folder, 'b.db')}`;
  const standIn = await discordStandIn();
  await fill(databaseUrl, standIn.guild('Town square').id, days);
  const bot = startProcess('main.js', {
    cwd: folder,
    env: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: standIn.apiUrl, DATABASE_URL: databaseUrl },
  });
  const restAfter = (questions: Questions): Promise<number> => rest(bot, standIn, questions);
  try {
    await bot.logged('on Discord');
    console.log(`${ARTICLES} articles over ${days} days`);
    const idle = await restAfter([
      ['search', { query: 'harbour' }],
      ['latest', {}],
    ]);
    // What the canvas has loaded stays: its library is mapped from its file.
    await restAfter([['trending', { since: '7d' }]]);
    return idle;
  } finally {
    await bot.end('SIGTERM');
    await standIn.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Questions = readonly (readonly [string, Readonly<Record<string, string>>])[];

/** Resident megabytes when the bot has gone back to sleep. */
async function rest(
  bot: ReturnType<typeof startProcess>,
  standIn: Awaited<ReturnType<typeof discordStandIn>>,
  questions: Questions,
): Promise<number> {
  for (const [command, options] of questions)
    await standIn.person(ADMIN).slash({ channelId: GENERAL, command, options, timeoutMs: 60_000 });
  const busy = residentMb(bot.child.pid);
  await new Promise((resolve) => setTimeout(resolve, ASLEEP_MS));
  const idle = residentMb(bot.child.pid);
  const asked = questions.map(([command]) => `/${command}`).join(' and ');
  console.log(`  ${busy} MB after ${asked}, ${idle} MB idle`);
  return idle;
}

function residentMb(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

/** Ten thousand articles of some 300 words, the oldest first. */
async function fill(databaseUrl: string, guildId: string, days: number): Promise<void> {
  const store = await openStore(databaseUrl);
  const [owner] = guildScope(guildId).owners;
  const now = Date.now();
  const desk = await openNewsdesk(store);
  const feed = await store.feeds.ensure('https://news.example/feed', now);
  const source = await store.sources.add({ owner: owner!, feedId: feed.id, name: 'Example', baselineAt: now, now });
  await store.sources.setPaused(owner!, source.id, true);
  for (let from = 0; from < ARTICLES; from += 500) {
    await store.transaction(async (inside) => {
      for (let n = from; n < from + 500; n += 1) {
        const draft = draftOf(n);
        const seenAt = now - Math.round((1 - n / ARTICLES) * days * 86_400_000);
        const decision = desk.grouper.decide({ ...draft, source: 'Example', time: seenAt });
        const storyId = decision.story ?? (await inside.stories.create(seenAt));
        const id = await inside.articles.insert({
          draft,
          source: 'Example',
          storyId,
          copyOf: decision.copyOf,
          seenAt,
          keys: [`n:${n}`],
          ...termsOf(draft),
        });
        await inside.articles.addToFeed(id, feed.id, seenAt);
        await desk.save(id, decision, inside);
        desk.keep(decision, { article: id, story: storyId });
      }
    });
  }
  await store.close();
}

function draftOf(n: number): ArticleDraft {
  const name = (k: number): string => `Name${((n * 31 + k * 17) % 4000).toString(36)}`;
  const sentence = (k: number): string =>
    `${name(k)} told the harbour council of ${name(k + 1)} that item ${n}.${k} would cost ${n + k} crowns.`;
  return {
    url: `https://news.example/${n}`,
    title: `${name(0)} and ${name(1)} agree on harbour plan ${n}`,
    text: Array.from({ length: 6 }, (_, p) => Array.from({ length: 4 }, (_, k) => sentence(p * 4 + k)).join(' ')).join(
      '\n',
    ),
    headings: [],
    lang: 'en',
    author: undefined,
    siteName: 'Example',
    section: undefined,
    publishedAt: undefined,
    modifiedAt: undefined,
    imageUrl: undefined,
    kind: 'article',
    coverage: 'full',
  };
}
