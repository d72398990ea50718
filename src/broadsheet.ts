// The bot at work: the engine, its loops, the ticks that wake them, and Discord as its face.

import { commands } from '../commands/index.ts';
import type { App } from './app.ts';
import { ROW_DAYS, USUAL_TEXT_DAYS } from './articles/retention.ts';
import type { Config } from './config.ts';
import { type Bot, startBot } from './discord/bot.ts';
import { renderDigest } from './discord/render/digest.ts';
import { renderSourceAlert } from './discord/render/source-alert.ts';
import { type Engine, openEngine } from './engine.ts';
import { OperatorError } from './errors.ts';
import { lastProblemOf } from './feeds/last-problem.ts';
import { readFeed } from './feeds/read-feed.ts';
import type { Health } from './health.ts';
import type { Log } from './log.ts';
import { createLoop, type Loop } from './loop.ts';
import { indexItems } from './pipeline/index-items.ts';
import { pollFeeds } from './pipeline/poll-feeds.ts';
import { postDigests } from './pipeline/post-digests.ts';
import { tellAlerts } from './pipeline/tell-alerts.ts';
import { type Schedule, startSchedule } from './schedule.ts';
import type { SourceAlert } from './store/contract.ts';
import { LOOK_DAYS } from './stories/look.ts';
import { wordsFor } from './words.ts';

export interface Broadsheet {
  readonly app: App;
  readonly engine: Engine;
  /** A test runs them by hand instead of waiting for a tick. */
  readonly loops: Loops;
  /** Lets what is under way finish, leaves Discord, and closes the database. */
  stop(): Promise<void>;
}

export interface Loops {
  readonly poll: Loop;
  readonly index: Loop;
  readonly post: Loop;
  readonly alert: Loop;
  readonly tidy: Loop;
}

export interface BroadsheetParts {
  readonly config: Config & { readonly discordToken: string };
  readonly log: Log;
  readonly now?: () => number;
  readonly random?: () => number;
  /** Off: the loops run only when they are told to. */
  readonly ticking?: boolean;
}

type Running = Required<Omit<BroadsheetParts, 'ticking' | 'config'>> & {
  readonly engine: Engine;
  readonly bot: Bot;
  readonly signal: AbortSignal;
};

const REMOVED_MS = 3_600_000;

export async function startBroadsheet(parts: BroadsheetParts): Promise<Broadsheet> {
  const { config, log, now = Date.now, random = Math.random, ticking = true } = parts;
  refuseLaterSettings(config);
  const ending = new AbortController();
  const engine = await openEngine({ config, log, now, signal: ending.signal });
  const { discordToken: token, discordApiUrl: apiUrl } = config;
  let health: Health | undefined;
  const bot = await startBot({
    token,
    apiUrl,
    shards: config.shards,
    commands,
    app: engine.app,
    log,
    now,
    observe: (answer) => health?.observe(answer),
  });
  health = await openHealth(config, engine, bot);
  const loops = createLoops({ engine, bot, log, now, random, signal: ending.signal });
  engine.onWork = () => void Promise.all([loops.poll.run(), loops.index.run(), loops.post.run()]);
  const schedule = ticking ? startTicks(loops) : undefined;
  return {
    app: engine.app,
    engine,
    loops,
    stop: async () => {
      ending.abort(new Error('the process is ending'));
      await engine.interrupt();
      await schedule?.stop();
      await Promise.all(Object.values(loops).map(async (loop: Loop) => loop.stop()));
      await bot.stop();
      await health?.close();
      await engine.close();
    },
  };
}

function createLoops({ engine, bot, log, now, random, signal }: Running): Loops {
  const { app, store, http, desk, summarize } = engine;
  const loop = (name: string, work: () => Promise<unknown>): Loop =>
    createLoop(work, (error) => log.error({ err: error, loop: name }, 'a loop failed'));

  const index = loop('index', async () => indexItems({ store, desk, now, log, signal, fetch: engine }));
  const poll = loop('poll', async () => {
    const checked = await pollFeeds({
      store,
      log,
      now,
      random,
      signal,
      readFeed: async (feed) => readFeed(feed.url, { http, conditional: feed, signal }),
    });
    if (checked > 0) void index.run();
  });
  const post = loop('post', async () =>
    postDigests({
      store,
      summarize,
      deliver: bot.deliver,
      render: async (view, { owner, silent }) => {
        const { language } = await app.settings(owner);
        return renderDigest(view, wordsFor(language), { silent, latest: bot.mention('latest') });
      },
      log,
      now,
      signal,
    }),
  );
  const tidy = loop('tidy', async () => {
    await store.sources.forgetRemoved(now() - REMOVED_MS);
    await store.looks.prune(now() - LOOK_DAYS * 86_400_000);
    await store.articles.prune({ now: now(), textDays: USUAL_TEXT_DAYS, rowDays: ROW_DAYS });
  });
  const alert = loop('alert', async () =>
    tellAlerts({ store, deliver: bot.deliver, render: alertRenderer(app, bot), log, now, signal }),
  );
  return { poll, index, post, alert, tidy };
}

function alertRenderer(app: App, { mention }: Bot): (alert: SourceAlert) => Promise<unknown> {
  return async (alert) => {
    const { language } = await app.settings(alert.source.owner);
    const problem = lastProblemOf({ url: alert.source.url, lastProblem: alert.lastProblem });
    return renderSourceAlert({ ...alert, problem }, wordsFor(language), mention);
  };
}

function startTicks({ poll, index, post, alert, tidy }: Loops): Schedule {
  return startSchedule([
    { name: 'poll feeds', every: '*/5 * * * * *', wake: () => void poll.run() },
    { name: 'index items', every: '*/5 * * * * *', wake: () => void index.run() },
    { name: 'post digests', every: '*/5 * * * * *', wake: () => void post.run() },
    { name: 'tell of failing sources', every: '30 * * * * *', wake: () => void alert.run() },
    { name: 'tidy', every: '0 17 * * * *', wake: () => void tidy.run() },
  ]);
}

/** Settings that belong to what comes later are refused rather than ignored. */
function refuseLaterSettings({ roles }: Config): void {
  if (roles !== 'both') {
    throw new OperatorError(
      `ROLES=${roles} needs several processes on PostgreSQL, which come with a later release: leave ROLES out.`,
    );
  }
}

async function openHealth(config: Config, { store }: Engine, { client }: Bot): Promise<Health | undefined> {
  if (config.httpPort === undefined) return undefined;
  const counts = async () => {
    const { ok, failing } = await store.feeds.count();
    return { feeds_ok: ok, feeds_failing: failing };
  };
  const isReady = async () => client.isReady() && (await counts()).feeds_ok >= 0;
  // Loaded only where it is wanted: the metrics take a few megabytes.
  const { startHealth } = await import('./health.ts');
  return startHealth({ host: config.httpHost, port: config.httpPort }, { isReady, counts });
}
