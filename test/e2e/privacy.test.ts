// Two servers and the people's own messages with the bot never see anything of each other, whatever they ask.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Owner } from '../../src/scope.ts';
import { type LocalSite, localSite, type SitePage } from '../helpers/local-site.ts';
import { MORNING, openTown, type Town } from '../helpers/town.ts';
import { bridgeStory, regionNews } from '../helpers/town-news.ts';
import type { Deed, Visitor } from '../helpers/visitor.ts';
import { type Side, type Step, type Walk, walkAsking, walkManaging } from '../helpers/walk.ts';

const HOUR = 3_600_000;
const PATIENCE = 240_000;

const ADA = '200000000000000001';
const BO = '200000000000000002';
const CHANNEL_A = '400000000000000001';
const CHANNEL_B = '400000000000000002';
const ROLE_A = '500000000000000001';
const ROLE_B = '500000000000000002';

const guilds = [
  {
    id: '300000000000000001',
    name: 'Amar square',
    owner: ADA,
    roles: [{ id: ROLE_A, name: 'readers', mentionable: true }],
    channels: [{ id: CHANNEL_A, name: 'amar-general' }],
  },
  {
    id: '300000000000000002',
    name: 'Cald square',
    owner: BO,
    roles: [{ id: ROLE_B, name: 'readers', mentionable: true }],
    channels: [{ id: CHANNEL_B, name: 'cald-general' }],
  },
];
const people = [
  { id: ADA, name: 'Ada' },
  { id: BO, name: 'Bo' },
];

let town: Town;
let siteA: LocalSite;
let siteB: LocalSite;
let spare: LocalSite;
let common: LocalSite;
let amar: Side;
let cald: Side;
let ada: Visitor;
let bo: Visitor;
let adaInDm: Visitor;
let boInDm: Visitor;
let walkOfB: Walk;
let walkOfA: Walk;

/** One event, told with a word of the region in its text and address. */
function bridgeOf(region: string, page: SitePage): SitePage {
  const paragraphs = [...page.paragraphs, `People of ${region}ford were among the first to know.`];
  return { ...page, slug: `${region.toLowerCase()}-bridge`, paragraphs };
}

function sideOf(region: string, site: LocalSite): Side {
  const pageUrl = site.pageUrl(`${region.toLowerCase()}-library-roof`);
  const names = { source: `${region} Post`, topic: `${region} roofs`, digest: `${region} morning` };
  return { region, ...names, feedUrl: site.feedUrl, pageUrl };
}

/** A source, a topic and a digest of the region, and one digest posted. Answers the post. */
async function settle(who: Visitor, side: Side, site: LocalSite, channel: string): Promise<Walk['posted']> {
  await who.ask('sources add', { url: side.feedUrl });
  await town.work();
  await who.ask('topics create', { name: side.topic, include: 'roof OR rye' });
  await who.ask('digests create', { channel, name: side.digest, at: '08:00', timezone: 'UTC' });
  site.publish({
    slug: `${side.region.toLowerCase()}-opera`,
    title: `Opera singer from ${side.region}wood cancels her farewell tour`,
    paragraphs: [`Soprano Adele Fink of ${side.region}wood cancelled twelve concerts because of a cold.`],
    publishedAt: town.clock.at,
  });
  town.clock.at += 25 * HOUR;
  await town.work();
  await who.ask('digests run', { digest: side.digest });
  await town.work();
  const [post] = town.standIn.messages(channel).filter(({ author }) => author.bot);
  const key = JSON.stringify(post?.components).match(/"custom_id":"(digest:[^"]*)"/)?.[1];
  return { messageId: post?.id ?? '', controls: key === undefined ? [] : [key] };
}

/** The numbers of all that a server has, which nobody else should get anywhere with. */
async function numbersOf(who: Visitor): Promise<Pick<Walk, 'refs' | 'ids'>> {
  const values = async (command: string, option: string) =>
    (await who.type(command, option, '')).choices.map(({ value }) => value);
  const stories = await values('summary', 'of');
  const articles = (await who.ask('latest', { count: 15 })).values;
  const ids = [
    ...(await values('sources remove', 'source')),
    ...(await values('topics delete', 'topic')),
    ...(await values('digests delete', 'digest')),
  ];
  return { refs: [...stories.slice(0, 3), ...articles.slice(0, 3)], ids: [...new Set(ids)] };
}

const steps: Record<'bAlone' | 'b' | 'dmAlone' | 'dm' | 'a' | 'bShared' | 'aShared', readonly Step[]> = {
  bAlone: [],
  b: [],
  dmAlone: [],
  dm: [],
  a: [],
  bShared: [],
  aShared: [],
};

const walkAll = async (walk: Walk): Promise<readonly Step[]> => [
  ...(await walkAsking(walk)),
  ...(await walkManaging(walk)),
];

beforeAll(async () => {
  const bridge = bridgeStory(MORNING - HOUR);
  siteA = await localSite('Amar Post', [bridgeOf('Amar', bridge.here), ...regionNews('Amar', MORNING - 2 * HOUR)]);
  siteB = await localSite('Cald Post', [bridgeOf('Cald', bridge.elsewhere), ...regionNews('Cald', MORNING - 2 * HOUR)]);
  spare = await localSite('Spare Paper', []);
  common = await localSite('Common Courier', [
    { ...bridge.elsewhere, slug: 'common-bridge', title: 'Lundberg bridge shut: girder cracked, says mayor Holm' },
  ]);
  amar = sideOf('Amar', siteA);
  cald = sideOf('Cald', siteB);
  town = await openTown({ fetchAllow: [siteA, siteB, spare, common].map(({ host }) => host), guilds, people });
  ada = town.visitor(ADA, CHANNEL_A);
  bo = town.visitor(BO, CHANNEL_B);
  adaInDm = town.visitor(ADA);
  boInDm = town.visitor(BO);

  const posted = await settle(bo, cald, siteB, CHANNEL_B);
  const spareFeed = spare.feedUrl;
  const [refs, ids] = [[], []];
  walkOfB = { who: bo, own: cald, other: amar, refs, ids, spareFeed, channelId: CHANNEL_B, roleId: ROLE_B, posted };
  const alone = town.clock.at;
  steps.bAlone = await walkAll(walkOfB);
  steps.dmAlone = await walkAsking({ ...walkOfB, who: boInDm });

  const postedA = await settle(ada, amar, siteA, CHANNEL_A);
  walkOfB = { ...walkOfB, ...(await numbersOf(ada)) };
  walkOfA = { ...walkOfB, who: ada, own: amar, other: cald, ...(await numbersOf(bo)), channelId: CHANNEL_A };
  walkOfA = { ...walkOfA, roleId: ROLE_A, posted: postedA };
  // At the same hour as before: only A has come.
  const later = town.clock.at;
  town.clock.at = alone + HOUR;
  steps.b = await walkAll(walkOfB);
  steps.dm = await walkAsking({ ...walkOfB, who: boInDm });
  town.clock.at = later + HOUR;
  steps.dm = [...steps.dm, ...(await walkAsking({ ...walkOfA, who: adaInDm }))];
  steps.a = await walkAll(walkOfA);

  await ada.ask('sources add', { url: common.feedUrl, name: 'Amar secret', topic: 'Amar secret' });
  await bo.ask('sources add', { url: common.feedUrl, name: 'Cald secret', topic: 'Cald secret' });
  await town.work();
  steps.bShared = await walkAll(walkOfB);
  steps.aShared = await walkAll(walkOfA);
}, PATIENCE);

afterEach(() => {
  expect(town.standIn.breaches).toEqual([]);
});

afterAll(async () => {
  await town?.close();
  await Promise.all([siteA, siteB, spare, common].map((site) => site?.close()));
}, PATIENCE);

/** The answers in which something of a side stands, beyond what the asker typed himself. */
function leaks(told: readonly Step[], side: Side, site: LocalSite): string[] {
  return told.flatMap(({ asked, typed, answer }) => {
    const words = typed.flatMap((text) => [text, ...(text.match(/[\p{L}\p{N}]+/gu) ?? [])]);
    const beyond = (text: string): string =>
      words.sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), text);
    const found = [answer.text, answer.sent].map(beyond).some((text) => {
      return new RegExp(side.region, 'i').test(text) || text.includes(site.host);
    });
    return found ? [`${asked} → ${answer.text}`] : [];
  });
}

const isNumber = (text: string): boolean => /^[sa]?\d{1,9}$/.test(text);

/** The answers, without what time and machine change, and without the numbers that only one of two walks knew. */
function transcript(told: readonly Step[]): string[] {
  return told
    .filter(({ asked, typed }) => !asked.startsWith('/digests history') && !typed.some(isNumber))
    .map(
      ({ asked, answer }) =>
        `${asked} → ${answer.text
          .replace(/<t:\d+:/g, '<t:')
          .replace(/in [\d,]+ ms/, 'in ms')
          .replace(/attachments\/\d+\/\d+/, '')}`,
    );
}

const mentions = (told: readonly Step[], word: string): number =>
  told.filter(({ answer }) => answer.text.includes(word)).length;

describe('two servers with different sources', () => {
  test('each reads its own news', () => {
    expect(mentions(steps.b, 'Caldbrook')).toBeGreaterThan(5);
    expect(mentions(steps.a, 'Amarbrook')).toBeGreaterThan(5);
    expect(walkOfB.posted.controls).toHaveLength(1);
  });

  test('see nothing of each other: no text, link, source, topic, digest or completion', () => {
    expect(leaks(steps.b, amar, siteA)).toEqual([]);
    expect(leaks(steps.a, cald, siteB)).toEqual([]);
  });

  test('the one reads the same to the letter whether the other is there or not: counts and order included', () => {
    expect(transcript(steps.b)).toEqual(transcript(steps.bAlone));
  });

  test('a number of the other’s story, article, topic, source or digest leads nowhere', async () => {
    const guessed = [...steps.a, ...steps.b].filter(({ typed }) => typed.some(isNumber));
    // A story may have tellers in both servers; an article has not.
    const refs = guessed.filter(({ asked, typed }) => asked.startsWith('/summary') && typed[0]?.startsWith('a'));
    const ids = guessed.filter(({ asked }) => /^\/(sources|topics delete|digests)/.test(asked));

    expect(refs).toHaveLength(6);
    for (const { asked, answer } of refs) expect(answer.text, asked).toContain('That answer is no longer here');
    expect(ids.length).toBeGreaterThanOrEqual(2 * 9);
    for (const { asked, answer } of ids) expect(answer.text, asked).toMatch(/There is no (source|topic|digest) “\d/);
  });
});

describe('direct messages with the bot', () => {
  test('show nothing of any server', () => {
    expect(leaks(steps.dm, amar, siteA)).toEqual([]);
    expect(leaks(steps.dm, cald, siteB)).toEqual([]);
    expect(transcript(steps.dm).slice(0, steps.dmAlone.length)).toEqual(transcript(steps.dmAlone));
  });

  test('offer no command that manages', () => {
    const offered = town.standIn.person(BO).commands(town.standIn.person(BO).dm().id);

    expect(offered.sort()).toEqual(
      commands
        .filter(({ manages }) => !manages)
        .map(({ data }) => data.name)
        .sort(),
    );
  });
});

describe('two servers that share a feed', () => {
  test('both read it, under the name that each gave it', async () => {
    const listA = await ada.ask('sources list');
    const listB = await bo.ask('sources list');

    expect(listA.text).toContain('Amar secret');
    expect(listB.text).toContain('Cald secret');
    expect(mentions(steps.aShared, common.host)).toBeGreaterThan(0);
    expect(mentions(steps.bShared, common.host)).toBeGreaterThan(0);
  });

  test('still see nothing of what only the other reads', () => {
    expect(leaks(steps.bShared, amar, siteA)).toEqual([]);
    expect(leaks(steps.aShared, cald, siteB)).toEqual([]);
  });

  test('a story that all three tell shows each server its own tellers and sentences', async () => {
    const inA = await ada.ask('summary', { of: 'harbour bridge Lundberg girder crack', length: 'long' });
    const inB = await bo.ask('summary', { of: 'harbour bridge Lundberg girder crack', length: 'long' });

    expect(inA.text).toContain(siteA.host);
    expect(inA.text).not.toContain(siteB.host);
    expect(inB.text).toContain(siteB.host);
    expect(inB.text).not.toContain(siteA.host);
    // Only the outlet of A tells these.
    expect(inB.text).not.toMatch(/Ferry operators|built in 1931|14,000 cars/);
  });

  test('what an outlet of the one adds to a story is new there alone', async () => {
    const of = 'harbour bridge Lundberg girder crack';
    const paragraphs = [
      'Welders from Vell closed the crack in the main girder of the old harbour bridge in Lundberg overnight.',
      'The bridge is to be tested under load on Friday with forty gravel trucks, mayor Ida Holm said.',
      'Drivers use the northern tunnel until then, and queues in it reached two kilometres this week.',
    ];
    const title = 'Crack in girder of Lundberg harbour bridge is welded shut';
    siteA.publish({ slug: 'amar-bridge-2', title, publishedAt: town.clock.at, paragraphs });
    town.clock.at += 6 * HOUR;
    await town.work();

    const inA = await ada.ask('summary', { of });
    const inB = await bo.ask('summary', { of });
    const news = await ada.press(inA, 'news');

    expect(news.text).toContain('forty gravel trucks');
    expect(news.private).toBe(true);
    expect(inB.controls.filter((id) => id.startsWith('news'))).toEqual([]);
    expect(inB.text).not.toContain('gravel trucks');
  });
});

test('the buttons of a source that fails are those of its own server', async () => {
  const owner = guilds[0]?.id as Owner;
  const [source] = await town.bot.engine.store.sources.list(owner);
  const check = { checkedAt: town.clock.at, ok: false, nextCheckAt: town.clock.at, intervalMs: HOUR, problem: '{}' };
  await town.bot.engine.store.feeds.saveCheck(source!.feedId, check);

  const list = await ada.ask('sources list');

  expect((await ada.press(list, 'retry-source')).text).toContain('This feed works');
  expect((await ada.press(list, 'pause-source')).text).toContain('Paused');
  expect((await bo.ask('sources list')).controls).toEqual([]);
});

test('the pages of a topic are those of its own server', async () => {
  town.clock.at += HOUR;
  await ada.ask('topics create', { name: 'All', include: 'lang:en' });
  const owner = guilds[0]?.id as Owner;
  const { topics, articles } = town.bot.engine.store;
  const topicId = (await topics.list(owner)).find(({ name }) => name === 'All')!.id;
  // A new topic looks back for a week, which is less than a page here.
  const matched = await articles.latest({ owners: [owner] }, { limit: 50 });
  await topics.addMatches(matched.map(({ id }) => ({ topicId, articleId: id })));
  const all = await ada.ask('topic', { name: 'All', since: '30d' });

  const more = await ada.press(all, 'topic-page:1');

  expect(more.text).toContain('Page 2 of');
  expect(more.text).not.toContain('Cald');
  await ada.ask('topics delete', { topic: 'All' });
});

test('every command, option, completion, button and menu was walked', () => {
  expect(wanted().filter((deed) => !town.deeds.some((done) => nameOf(done) === deed))).toEqual([]);
});

const nameOf = (deed: Deed): string =>
  'command' in deed ? [deed.did, deed.command, deed.option].filter(Boolean).join(' ') : `${deed.did} ${deed.name}`;

interface Option {
  readonly type: number;
  readonly name: string;
  readonly autocomplete?: boolean;
  readonly options?: readonly Option[];
}

/** All that there is to do with the commands as they are registered. */
function wanted(): string[] {
  return commands.flatMap(({ data, presses = {} }) => {
    const pressed = Object.keys(presses).map((name) => `press ${name}`);
    if (data.type === 3) return [`menu ${data.name}`, ...pressed];
    return [...deedsOf(data.name, (data.options ?? []) as readonly Option[]), ...pressed];
  });
}

function deedsOf(command: string, options: readonly Option[]): string[] {
  const subs = options.filter(({ type }) => type <= 2);
  if (subs.length > 0) return subs.flatMap(({ name, options: own = [] }) => deedsOf(`${command} ${name}`, own));
  const used = options.flatMap(({ name, autocomplete }) => [
    `ask ${command} ${name}`,
    ...(autocomplete ? [`type ${command} ${name}`] : []),
  ]);
  return [`ask ${command}`, ...used];
}
