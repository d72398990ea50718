// How soon a person hears something while 1,000 articles are being indexed: the bot as a process of its own, the stand-in
// and the news site in this one. Issue's bar: the first response to any interaction under 500 ms.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '../helpers/bot-process.ts';
import { ADMIN, discordStandIn, TOKEN } from '../helpers/discord-stand-in.ts';
import { localSite, type SitePage } from '../helpers/local-site.ts';

const ARTICLES = 1_000;
const GENERAL = '400000000000000001';
const ASKS: readonly { readonly command: string; readonly options: Readonly<Record<string, string>> }[] = [
  { command: 'summary', options: { of: 'harbour bridge' } },
  { command: 'topic', options: { name: 'council' } },
  { command: 'search', options: { query: 'school roof' } },
  { command: 'latest', options: {} },
  { command: 'help', options: {} },
  { command: 'status', options: {} },
];

const WORDS =
  'harbour bridge council school roof tax ferry island storm budget vote mayor road tunnel price energy wind farm court trial strike union museum library river flood rescue clinic doctor teacher pupil train station'.split(
    ' ',
  );
const word = (n: number): string => WORDS[Math.abs(n * 7919 + (n >> 3) * 104_729) % WORDS.length] as string;

function page(n: number): SitePage {
  const sentence = (k: number): string =>
    `In ${word(n)}town the ${word(n + k)} ${word(n * 3 + k)} of ${word(n * 5 + k)} was ${word(n + 2 * k)} number ${n * 10 + k}, said ${word(n + k * 3)} officials on day ${(n * k) % 28}.`;
  return {
    slug: `item-${n}`,
    title: `${word(n)} ${word(n * 2)} ${n}: ${word(n * 3)} ${word(n * 5)} in ${word(n)}town`,
    publishedAt: Date.now() - n * 60_000,
    paragraphs: Array.from({ length: 8 }, (_, p) => Array.from({ length: 4 }, (_, k) => sentence(p * 4 + k)).join(' ')),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
const standIn = await discordStandIn();
const site = await localSite(
  'Harbour Gazette',
  Array.from({ length: ARTICLES }, (_, n) => page(n)),
);
const bot = startProcess('main.js', {
  cwd: folder,
  env: {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: standIn.apiUrl,
    DATABASE_URL: `sqlite:${join(folder, 'b.db')}`,
    FETCH_ALLOW: site.host,
  },
});
try {
  await bot.logged('on Discord');
  const admin = standIn.person(ADMIN);
  await admin.slash({ channelId: GENERAL, command: 'sources add', options: { url: site.feedUrl }, timeoutMs: 60_000 });
  const firsts: number[] = [];
  const startedAt = performance.now();
  const fetched = (): number => [...site.requests].filter(([path]) => path.startsWith('/item-')).length;
  for (let n = 0; fetched() < ARTICLES && performance.now() - startedAt < 300_000; n += 1) {
    const ask = ASKS[n % ASKS.length] as (typeof ASKS)[number];
    const { firstResponseMs } = await admin.slash({ channelId: GENERAL, ...ask, timeoutMs: 30_000 });
    firsts.push(firstResponseMs ?? Number.POSITIVE_INFINITY);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  const seconds = (performance.now() - startedAt) / 1000;
  firsts.sort((a, b) => a - b);
  const at = (share: number): string =>
    (firsts[Math.min(firsts.length - 1, Math.floor(firsts.length * share))] ?? 0).toFixed(0);
  console.log(`${fetched()} articles in ${seconds.toFixed(1)} s, ${firsts.length} interactions meanwhile`);
  console.log(`first response, ms: p50 ${at(0.5)}, p99 ${at(0.99)}, max ${at(1)}`);
  if (Number(at(1)) >= 500) process.exitCode = 1;
} finally {
  await bot.end('SIGTERM');
  await site.close();
  await standIn.close();
  rmSync(folder, { recursive: true, force: true });
}
