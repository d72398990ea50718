// Resident memory of an idle bot with 10,000 live articles, its workers asleep: 200 MB at most, and 250 MB where
// charts were drawn.

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
/** Less than articles stay alive: the live index holds them all. */
const DAYS = 6;

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
const databaseUrl = `sqlite:${join(folder, 'b.db')}`;
const standIn = await discordStandIn();
await fill();
const bot = startProcess('main.js', {
  cwd: folder,
  env: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: standIn.apiUrl, DATABASE_URL: databaseUrl },
});
try {
  await bot.logged('on Discord');
  const afterQuestions = await restAfter([
    ['search', { query: 'harbour' }],
    ['latest', {}],
  ]);
  // What the canvas has loaded stays: its library is mapped from its file.
  const afterCharts = await restAfter([['trending', { since: '7d' }]]);
  if (afterQuestions >= 200 || afterCharts >= 250) process.exitCode = 1;
} finally {
  await bot.end('SIGTERM');
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Resident megabytes when the bot has gone back to sleep. */
async function restAfter(questions: readonly (readonly [string, Readonly<Record<string, string>>])[]): Promise<number> {
  for (const [command, options] of questions)
    await standIn.person(ADMIN).slash({ channelId: GENERAL, command, options, timeoutMs: 60_000 });
  const busy = residentMb();
  await new Promise((resolve) => setTimeout(resolve, ASLEEP_MS));
  const idle = residentMb();
  const asked = questions.map(([command]) => `/${command}`).join(' and ');
  console.log(`resident with ${ARTICLES} articles: ${busy} MB after ${asked}, ${idle} MB idle`);
  return idle;
}

function residentMb(): number {
  const status = readFileSync(`/proc/${bot.child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

/** Ten thousand articles of some 300 words, the oldest first. */
async function fill(): Promise<void> {
  const store = await openStore(databaseUrl);
  const [owner] = guildScope(standIn.guild('Town square').id).owners;
  const now = Date.now();
  const desk = await openNewsdesk(store);
  const feed = await store.feeds.ensure('https://news.example/feed', now);
  const source = await store.sources.add({ owner: owner!, feedId: feed.id, name: 'Example', baselineAt: now, now });
  await store.sources.setPaused(owner!, source.id, true);
  for (let from = 0; from < ARTICLES; from += 500) {
    await store.transaction(async (inside) => {
      for (let n = from; n < from + 500; n += 1) {
        const draft = draftOf(n);
        const seenAt = now - Math.round((1 - n / ARTICLES) * DAYS * 86_400_000);
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
