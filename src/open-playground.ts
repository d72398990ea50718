// The playground: the whole bot against a stand-in for Discord, with a sample newsroom to read, in the browser.

import { rm } from 'node:fs/promises';
import { type Broadsheet, startBroadsheet } from './broadsheet.ts';
import { type Config, readConfig } from './config.ts';
import { isProblem } from './errors.ts';
import { addSource } from './feeds/add-source.ts';
import { findFeed } from './feeds/find-feed.ts';
import { createLog } from './log.ts';
import { type Newsroom, startNewsroom } from './playground/newsroom.ts';
import { startPage } from './playground/page-server.ts';
import { type StandIn, startStandIn } from './playground/stand-in.ts';
import { type Owner, STARTER } from './scope.ts';

const ADMIN = '210000000000000001';
const MEMBER = '210000000000000002';
const GUILD = '310000000000000001';
const GENERAL = '410000000000000001';
const NEWS = '410000000000000002';
const TOKEN = 'playground';

/** Apart from the real database, and made anew at each start. */
const FOLDER = 'data/state/playground';

const HURRY_MS = 30_000;

/** Older sample news than this there is none: all of it counts as new. */
const HISTORY_MS = 30 * 86_400_000;

const TOPICS = [
  { name: 'Ferry Solveig', include: 'title:Solveig OR title:ferry OR title:Fähre' },
  { name: 'Hospitals', include: 'title:hospital OR title:ransomware' },
  { name: 'Money', include: 'title:rate OR title:Zinsen OR title:cost OR title:Tidewell' },
];

const HINTS = [
  'Welcome. This is Broadsheet at work on sample news: every place and person is invented. Click a line to try it.',
  '/summary of:ferry Solveig',
  '/topic name:hospital',
  '/search query:"Corrin 9b" OR Wasser',
  '/latest',
  '/trending since:3d',
  '/digests preview digest:Morning news',
  '/help',
  'The sample digest stands in #news. Further sample news appears in the first minutes.',
];

/** Prints its address when the page can be opened; the sample news comes in meanwhile. */
export async function openPlayground(config: Config): Promise<{ readonly stop: () => Promise<void> }> {
  await rm(FOLDER, { recursive: true, force: true });
  const newsroom = await startNewsroom({ folder: new URL('../data/sample/', import.meta.url), now: Date.now });
  const standIn = await startStandIn(town());
  const log = createLog(process.env.LOG_LEVEL === undefined ? 'warn' : config.logLevel);
  const broadsheet = await startBroadsheet({ config: playgroundConfig(config, { standIn, newsroom }), log });
  const page = await startPage({
    standIn,
    port: config.playgroundPort,
    hints: HINTS,
    viewers: [
      { id: ADMIN, role: 'admin' },
      { id: MEMBER, role: 'member' },
    ],
    fonts: new URL('../data/fonts/', import.meta.url),
  });
  announce(page.url);
  const filling = fill(broadsheet, newsroom).catch((error: unknown) =>
    log.error({ err: error }, 'the sample news did not come in'),
  );
  const hurrying = hurry(broadsheet);
  return {
    stop: async () => {
      clearInterval(hurrying);
      await broadsheet.stop();
      await filling;
      await Promise.all([page.close(), standIn.close(), newsroom.close()]);
    },
  };
}

function town() {
  return {
    token: TOKEN,
    application: { id: '110000000000000001', name: 'Broadsheet' },
    people: [
      { id: ADMIN, name: 'Ada', installed: true },
      { id: MEMBER, name: 'Mo', installed: true },
    ],
    guilds: [
      {
        id: GUILD,
        name: 'Harbour Town',
        owner: ADMIN,
        members: [{ user: MEMBER }],
        channels: [
          { id: GENERAL, name: 'general' },
          { id: NEWS, name: 'news', type: 'announcement' as const },
          { id: '410000000000000003', name: 'ferry-watch' },
        ],
      },
    ],
  };
}

function playgroundConfig(
  config: Config,
  { standIn, newsroom }: { readonly standIn: StandIn; readonly newsroom: Newsroom },
) {
  return {
    ...readConfig({}),
    contact: config.contact,
    discordToken: TOKEN,
    discordApiUrl: standIn.apiUrl,
    databaseUrl: `sqlite:${FOLDER}/broadsheet.db`,
    fetchAllow: [...newsroom.allow, ...config.fetchAllow],
  };
}

function announce(url: string): void {
  console.log(`Playground: ${url}`);
  console.log(
    'Try /summary of:ferry Solveig, /topic name:hospital, or look at #news, where the sample digest arrives. Ctrl-C ends it.',
  );
}

/** The sample news that appears while one looks on is not waited for at the pace of real feeds. */
function hurry({ engine: { store }, loops }: Broadsheet): NodeJS.Timeout {
  const lookAgain = async (): Promise<void> => {
    for (const { feedId } of await store.sources.list(GUILD as Owner)) await store.feeds.makeDue(feedId, Date.now());
    await loops.poll.run();
  };
  return setInterval(() => void lookAgain().catch(() => undefined), HURRY_MS).unref();
}

/** Sources of the server and of the starter packs, topics, and a digest that is posted as soon as the news is in. */
async function fill({ app, engine, loops }: Broadsheet, { outlets, startedAt }: Newsroom): Promise<void> {
  const owner = GUILD as Owner;
  const baselineAt = startedAt - HISTORY_MS;
  const deps = {
    store: engine.store,
    now: Date.now,
    findFeed: async (input: string) => findFeed(input, { http: engine.http }),
  };
  for (const { feedUrl, name } of outlets) {
    for (const reader of [owner, STARTER]) await addSource({ owner: reader, url: feedUrl, name, baselineAt }, deps);
  }
  await loops.index.run();
  for (const topic of TOPICS) {
    await app.topics.create({ owner, ...topic, exclude: undefined, sources: undefined, languages: undefined });
  }
  const digest = await app.digests.create({
    owner,
    channelId: NEWS,
    name: 'Morning news',
    topics: undefined,
    at: '08:00',
    cron: undefined,
    days: undefined,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    stories: 8,
    style: 'brief',
    pingRoleId: undefined,
    silent: true,
    thread: 'none',
    publish: false,
    ifEmpty: 'skip',
  });
  if (!isProblem(digest)) await app.digests.run({ owner, digest: String(digest.id) });
}
