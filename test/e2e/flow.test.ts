// The main job, through the real client: a source is added, polled, asked about, and posted as a digest once.

import { afterEach, expect, test } from 'vitest';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { ADMIN, discordStandIn, MEMBER } from '../helpers/discord-stand-in.ts';
import { type LocalSite, localSite } from '../helpers/local-site.ts';
import { textOf } from '../helpers/message-text.ts';
import { type RunningBot, runningBot } from '../helpers/running-bot.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const GENERAL = '400000000000000001';
const NEWS = '400000000000000002';

let standIn: StandIn;
let bot: RunningBot;
const sites: LocalSite[] = [];

afterEach(async () => {
  await bot?.stop();
  await standIn?.close();
  for (const site of sites.splice(0)) await site.close();
});

const bridge = (at: number) => ({
  slug: 'bridge-closed',
  title: 'Lundberg closes old harbour bridge after crack is found',
  publishedAt: at,
  paragraphs: [
    'Lundberg closed its old harbour bridge to all traffic on Tuesday after engineers found a crack in one of the main girders, the city said.',
    'Some 14,000 cars use the bridge every day, and drivers were told to take the northern tunnel until at least the end of the month.',
    'Mayor Ida Holm said the safety of residents came first and that repairs would cost about 3 million crowns.',
    'The bridge was built in 1931 and was last inspected two years ago, when no damage was reported.',
    'Ferry operators said they would add six crossings in the morning and six in the evening.',
  ],
});

const bridgeElsewhere = (at: number) => ({
  slug: 'harbour-bridge',
  title: 'Crack shuts harbour bridge in Lundberg for weeks',
  publishedAt: at,
  paragraphs: [
    'The old harbour bridge in Lundberg was shut on Tuesday because of a crack in a main girder, and will stay closed for weeks.',
    'Mayor Ida Holm put the cost of repairs at around 3 million crowns and asked drivers to use the northern tunnel.',
    'Shopkeepers on the island fear for their trade; their association asked the city for help.',
    'Engineers will weld steel plates to the girder before the bridge is tested under load.',
  ],
});

test('from a feed to a cited summary and a digest that is posted once', { timeout: 60_000 }, async () => {
  let now = Date.parse('2026-03-10T09:00:00Z');
  const gazette = await localSite('Harbour Gazette', [bridge(now - 2 * DAY)]);
  const courier = await localSite('Island Courier');
  sites.push(gazette, courier);
  standIn = await discordStandIn();
  bot = await runningBot(standIn, { fetchAllow: [gazette.host, courier.host], now: () => now });
  const admin = standIn.person(ADMIN);
  const member = standIn.person(MEMBER);

  const added = await admin.slash({ channelId: GENERAL, command: 'sources add', options: { url: gazette.feedUrl } });
  await admin.slash({ channelId: GENERAL, command: 'sources add', options: { url: courier.feedUrl } });
  expect(textOf(added)).toContain('Harbour Gazette');
  const created = await admin.slash({
    channelId: GENERAL,
    command: 'digests create',
    options: { channel: NEWS, at: '12:00', timezone: 'UTC', style: 'full' },
  });
  expect(textOf(created)).toContain('12:00');

  now += HOUR;
  gazette.publish({
    ...bridge(now),
    slug: 'bridge-repair',
    title: 'Lundberg bridge repair to take five weeks, city says',
    paragraphs: [
      'Repairing the cracked harbour bridge in Lundberg will take five weeks, the city said on Tuesday evening.',
      ...bridge(now).paragraphs.slice(1),
    ],
  });
  courier.publish(bridgeElsewhere(now));
  now += HOUR;
  await bot.work();

  const summary = await member.slash({
    channelId: GENERAL,
    command: 'summary',
    options: { of: 'harbour bridge Lundberg' },
  });
  expect(textOf(summary)).toMatch(/crack in|harbour bridge/);
  expect(textOf(summary)).toContain(courier.pageUrl('harbour-bridge'));
  const topic = await member.slash({ channelId: GENERAL, command: 'topic', options: { name: 'bridge' } });
  expect(textOf(topic)).toContain('Island Courier');

  now = Date.parse('2026-03-10T12:00:05Z');
  await bot.work();
  const posted = standIn.messages(NEWS);
  expect(posted).toHaveLength(1);
  expect(textOf(posted[0])).toMatch(/harbour bridge|bridge repair/i);

  now += 2 * HOUR;
  await bot.work();
  await bot.work();
  expect(standIn.messages(NEWS)).toHaveLength(1);

  now = Date.parse('2026-03-11T12:00:05Z');
  await bot.work();
  expect(standIn.messages(NEWS)).toHaveLength(1);
  expect(standIn.breaches).toEqual([]);
});
