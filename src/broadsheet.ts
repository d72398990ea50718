// The bot at work: the engine, its loops, the ticks that wake them, and Discord as its face.

import { commands } from '../commands/index.ts';
import type { App } from './app.ts';
import type { Config } from './config.ts';
import { startBot } from './discord/bot.ts';
import { renderDigest } from './discord/render/digest.ts';
import { type Engine, openEngine } from './engine.ts';
import { readFeed } from './feeds/read-feed.ts';
import type { Log } from './log.ts';
import { createLoop, type Loop } from './loop.ts';
import { indexItems } from './pipeline/index-items.ts';
import { pollFeeds } from './pipeline/poll-feeds.ts';
import { postDigests } from './pipeline/post-digests.ts';
import { startSchedule } from './schedule.ts';
import { ALIVE_MS } from './stories/grouper.ts';
import { wordsFor } from './words.ts';

export interface Broadsheet {
  readonly app: App;
  readonly engine: Engine;
  /** The three loops; a test runs them by hand instead of waiting for a tick. */
  readonly loops: { readonly poll: Loop; readonly index: Loop; readonly post: Loop };
  /** Lets what is under way finish, leaves Discord, and closes the database. */
  stop(): Promise<void>;
}

export interface BroadsheetParts {
  readonly config: Config & { readonly discordToken: string };
  readonly log: Log;
  readonly now?: () => number;
  readonly random?: () => number;
  /** Off: the loops run only when they are told to. */
  readonly ticking?: boolean;
}

const RETENTION = { textMs: 90 * 86_400_000, rowMs: 365 * 86_400_000 };

export async function startBroadsheet({
  config,
  log,
  now = Date.now,
  random = Math.random,
  ticking = true,
}: BroadsheetParts): Promise<Broadsheet> {
  const engine = await openEngine({ config, log, now });
  const { app, store, http, desk } = engine;
  await store.releaseClaims();
  const ending = new AbortController();
  const bot = await startBot({ token: config.discordToken, apiUrl: config.discordApiUrl, commands, app, log, now });
  const loop = (name: string, work: () => Promise<unknown>): Loop =>
    createLoop(work, (error) => log.error({ err: error, loop: name }, 'a loop failed'));

  const index = loop('index', async () => indexItems({ store, desk, now, log, signal: ending.signal, fetch: engine }));
  const poll = loop('poll', async () => {
    const checked = await pollFeeds({
      store,
      log,
      now,
      random,
      signal: ending.signal,
      readFeed: async (feed) => readFeed(feed.url, { http, conditional: feed, signal: ending.signal }),
    });
    if (checked > 0) void index.run();
  });
  const post = loop('post', async () =>
    postDigests({
      store,
      summarize: engine.summarize,
      deliver: bot.deliver,
      render: async (view, digest) => {
        const { language } = await app.settings(digest.owner);
        return renderDigest(view, wordsFor(language), { silent: digest.silent, latest: bot.mention('latest') });
      },
      log,
      now,
      signal: ending.signal,
    }),
  );
  const tidy = loop('tidy', async () => {
    desk.grouper.forget(now() - ALIVE_MS);
    await store.articles.prune({ textBefore: now() - RETENTION.textMs, rowBefore: now() - RETENTION.rowMs });
  });
  engine.onWork = () => void Promise.all([poll.run(), index.run(), post.run()]);

  const schedule = startSchedule(
    !ticking
      ? []
      : [
          { name: 'poll feeds', every: '*/5 * * * * *', wake: () => void poll.run() },
          { name: 'index items', every: '*/5 * * * * *', wake: () => void index.run() },
          { name: 'post digests', every: '*/5 * * * * *', wake: () => void post.run() },
          { name: 'tidy', every: '0 17 * * * *', wake: () => void tidy.run() },
        ],
  );
  return {
    app,
    engine,
    loops: { poll, index, post },
    stop: async () => {
      ending.abort(new Error('the process is ending'));
      await schedule.stop();
      await Promise.all([poll, index, post, tidy].map(async (one) => one.stop()));
      await bot.stop();
      await engine.close();
    },
  };
}
