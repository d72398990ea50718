// How long /trending takes: node test/bench/trending.ts [articles]. Articles are made up: words by Zipf's law, 100 feeds of
// one server, spread over four weeks; a hundredth of them is told by five feeds. Bar: a second for 10,000 articles in
// scope, counted in a worker, its start included. "Held up": the longest that the thread that answers Discord was busy.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openEngine } from '../../src/engine.ts';
import type { FeedId } from '../../src/feeds/feed.ts';
import { silentLog } from '../../src/log.ts';
import { guildScope, type Owner } from '../../src/scope.ts';
import type { Store } from '../../src/store/contract.ts';
import { TREND_SPANS, type TrendSince } from '../../src/trends/trend.ts';
import { draft } from '../helpers/factories.ts';
import { createDice } from './dice.ts';

const ARTICLES = Number(process.argv[2] ?? 10_000);
const FEEDS = 100;
const DAYS = 28;
const VOCABULARY = 30_000;
const BAR_MS = 1000;
const NOW = Date.UTC(2026, 10, 21, 12);
const OWNER = '1' as Owner;

const roll = createDice(7);
const random = (): number => roll(2 ** 31) / 2 ** 31;
const syllables = 'ba ko ri ten lu mar so vi del har po ne gra tis um'.split(' ');

/** Rank 1 is the commonest; about 1/rank. Every fifth is a name. */
function word(): string {
  const rank = Math.floor(VOCABULARY ** random());
  let text = '';
  for (let n = rank; n > 0 || text.length < 4; n = Math.floor(n / syllables.length))
    text += syllables[n % syllables.length];
  return rank % 5 === 0 ? text[0]?.toUpperCase() + text.slice(1) : text;
}

const words = (count: number): string => Array.from({ length: count }, word).join(' ');

async function fill(store: Store): Promise<void> {
  const feeds: FeedId[] = [];
  for (let n = 0; n < FEEDS; n += 1) {
    const { id } = await store.feeds.ensure(`https://n${n}.example/feed`, NOW);
    feeds.push(id);
    await store.sources.add({ owner: OWNER, feedId: id, name: `n${n}`, baselineAt: 0, now: NOW });
  }
  for (let n = 0; n < ARTICLES; n += 250) await store.transaction((inside) => addBatch(inside, feeds, n));
}

async function addBatch(store: Store, feeds: readonly FeedId[], from: number): Promise<void> {
  for (let n = from; n < Math.min(from + 250, ARTICLES); n += 1) {
    const seenAt = NOW - Math.floor(random() * DAYS * 86_400_000);
    const storyId = await store.stories.create(seenAt);
    const [title, text] = [words(9), `${words(60)}.\n${words(240)}.`];
    for (let k = 0; k < (n % 100 === 0 ? 5 : 1); k += 1) {
      const feed = Math.floor(random() * FEEDS);
      const id = await store.articles.insert({
        draft: draft({ title: `${title} ${k}`, text, url: `https://n${feed}.example/${n}-${k}`, publishedAt: seenAt }),
        source: `Source ${feed}`,
        storyId,
        copyOf: undefined,
        seenAt,
        keys: [],
        titleTerms: [],
        textTerms: [],
      });
      await store.articles.addToFeed(id, feeds[feed] as FeedId, seenAt);
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
const config = {
  databaseUrl: `sqlite:${join(folder, 'b.db')}`,
  fetchAllow: [],
  contact: undefined,
  httpsProxy: undefined,
  discordApiUrl: undefined,
};
const engine = await openEngine({ config: config as never, log: silentLog, now: () => NOW });
try {
  await fill(engine.store);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  for (const since of [...Object.keys(TREND_SPANS), ...Object.keys(TREND_SPANS)] as TrendSince[]) {
    delay.enable();
    const started = performance.now();
    const before = process.cpuUsage();
    const answer = await engine.app.trending({ scope: guildScope(OWNER), since, topic: undefined });
    const tookMs = performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    const cpuMs = (user + system) / 1000;
    const heldUpMs = delay.max / 1e6;
    delay.disable();
    delay.reset();
    const found =
      'problem' in answer ? answer.problem : `${answer.words.length} words, ${answer.stories.length} stories`;
    console.log(
      `${since}: ${tookMs.toFixed(0)} ms (${cpuMs.toFixed(0)} of CPU), held up ${heldUpMs.toFixed(0)} ms (${found})`,
    );
    // On a busy machine the time says nothing, the processor's does.
    if (ARTICLES <= 10_000 && Math.min(tookMs, cpuMs) > BAR_MS) process.exitCode = 1;
  }
} finally {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
}
