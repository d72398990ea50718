// Every command once, in the ordinary way, through the real client: what a person reads.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, MEMBER } from '../helpers/discord-stand-in.ts';
import { type LocalSite, localSite } from '../helpers/local-site.ts';
import { MORNING, openTown, type Town } from '../helpers/town.ts';
import { ALL_NEWS, bridgeStory, longArticle, regionNews } from '../helpers/town-news.ts';
import type { Answer, Visitor } from '../helpers/visitor.ts';

const GENERAL = '400000000000000001';
const NEWS = '400000000000000002';
const HOUR = 3_600_000;
const PATIENCE = 60_000;

let town: Town;
let gazette: LocalSite;
let courier: LocalSite;
let echo: LocalSite;
let admin: Visitor;
let member: Visitor;

beforeAll(async () => {
  const bridge = bridgeStory(MORNING - HOUR);
  gazette = await localSite('Harbour Gazette', [
    bridge.here,
    ...regionNews('Alder', MORNING - 2 * HOUR),
    longArticle(MORNING - 12 * 24 * HOUR),
  ]);
  courier = await localSite('Island Courier', [bridge.elsewhere]);
  echo = await localSite('Fennbrook Echo', regionNews('Fenn', MORNING - 30 * HOUR, 1));
  town = await openTown({ fetchAllow: [gazette.host, courier.host, echo.host] });
  admin = town.visitor(ADMIN, GENERAL);
  member = town.visitor(MEMBER, GENERAL);
  await admin.ask('sources add', { url: gazette.feedUrl });
  await town.work();
}, PATIENCE);

afterEach(() => {
  expect(town.standIn.breaches).toEqual([]);
});

afterAll(async () => {
  await town?.close();
  await Promise.all([gazette?.close(), courier?.close(), echo?.close()]);
}, PATIENCE);

/** First response within Discord's three seconds, privately or for all. */
function expectAnswer(answer: Answer, to: 'one' | 'all'): void {
  expect(answer.firstResponseMs).toBeLessThan(3_000);
  expect(answer.private).toBe(to === 'one');
}

describe('/sources', { timeout: PATIENCE }, () => {
  test('test reads a feed and stores nothing', async () => {
    const tested = await admin.ask('sources test', { source: courier.feedUrl });
    const list = await admin.ask('sources list');

    expectAnswer(tested, 'one');
    expect(tested.text).toContain('This feed works: RSS, 1 entry');
    expect(tested.text).toContain('Crack shuts harbour bridge in Lundberg for weeks');
    expect(list.text).not.toContain('Island Courier');
  });

  test('add finds the feed and shows what it holds; the articles can be asked about', async () => {
    const added = await admin.ask('sources add', { url: courier.feedUrl, name: 'The Courier' });
    await town.work();
    const latest = await member.ask('latest', { source: 'The Courier' });

    expectAnswer(added, 'one');
    expect(added.text).toContain('Added **The Courier**');
    expect(added.text).toContain('1 entry is indexed');
    expect(latest.text).toContain('Crack shuts harbour bridge');
  });

  test('list shows each with its state, and completion offers them', async () => {
    const list = await admin.ask('sources list');
    const offered = await admin.type('sources remove', 'source', 'cour');

    expectAnswer(list, 'one');
    expect(list.text).toMatch(/Harbour Gazette[\s\S]*last read[\s\S]*The Courier/);
    expect(offered.choices.map(({ name }) => name)).toEqual(['The Courier']);
  });

  test('remove stops reading one: its articles are gone for this server', async () => {
    await admin.ask('sources add', { url: echo.feedUrl });
    await town.work();
    const before = await member.ask('latest', { source: 'Fennbrook Echo' });
    const [offered] = (await admin.type('sources remove', 'source', 'fenn')).choices;
    const removed = await admin.ask('sources remove', { source: offered?.value ?? '' });
    const after = await member.ask('search', { query: 'Fennbrook' });

    expect(before.text).toContain('Fennbrook library');
    expectAnswer(removed, 'one');
    expect(removed.text).toContain('Removed **Fennbrook Echo**');
    expect(after.text).toContain('I found nothing for “Fennbrook”');
  });
});

describe('/topics', { timeout: PATIENCE }, () => {
  test('create tells how much of the last week matches', async () => {
    const created = await admin.ask('topics create', { name: 'Bridge', include: '"harbour bridge"' });

    expectAnswer(created, 'one');
    expect(created.text).toContain('Created the topic **Bridge**');
    expect(created.text).toContain('2 articles of the last 7 days match it');
  });

  test('list shows their words, and /topic and /latest take them by completion', async () => {
    const list = await admin.ask('topics list');
    const [offered] = (await member.type('topic', 'name', 'bri')).choices;
    const shown = await member.ask('topic', { name: offered?.value ?? '' });
    const latest = await member.ask('latest', { topic: 'bridge', count: 5 });

    expectAnswer(list, 'one');
    expect(list.text).toMatch(/\*\*Bridge\*\*[\s\S]*finds `"harbour bridge"`[\s\S]*2 articles/);
    expectAnswer(shown, 'all');
    expect(shown.text).toMatch(/## Bridge[\s\S]*1 story[\s\S]*2 sources/);
    expect(latest.text).toContain('Crack shuts harbour bridge');
    expect(latest.text).not.toContain('Otters');
  });

  test('delete removes one', async () => {
    await admin.ask('topics create', { name: 'Animals', include: 'otters', languages: 'en' });
    const removed = await admin.ask('topics delete', { topic: 'animals' });
    const list = await admin.ask('topics list');

    expectAnswer(removed, 'one');
    expect(removed.text).toContain('Deleted the topic **Animals**');
    expect(list.text).not.toContain('Animals');
  });
});

describe('/summary', { timeout: PATIENCE }, () => {
  test('of words: sentences of the story they find, word for word, each with its source', async () => {
    const summary = await member.ask('summary', { of: 'harbour bridge crack' });

    expectAnswer(summary, 'all');
    expect(summary.text).toMatch(/crack in (one of the main girders|a main girder)/);
    expect(summary.text).toContain(`[[1]](<`);
    expect(summary.text).toContain(gazette.pageUrl('bridge-closed'));
    expect(summary.text).toContain(courier.pageUrl('harbour-bridge'));
  });

  test('of a story that completion offers', async () => {
    const [offered] = (await member.type('summary', 'of', 'otters')).choices;
    const summary = await member.ask('summary', { of: offered?.value ?? '', length: 'short' });

    expect(offered?.name).toContain('Otters seen in the river');
    expect(summary.text).toContain('Two otters were filmed at night near the old mill in Alderstead');
    expect(summary.text).toContain('single source');
  });

  test('Longer and Shorter change the answer of whoever asked', async () => {
    const normal = await member.ask('summary', { of: 'lighthouse Cape Orrin' });
    const shorter = await member.press(normal, 'summary:short');
    const longer = await member.press(shorter, 'summary:normal');

    expect(shorter.messageId).toBe(normal.messageId);
    expect(shorter.text.length).toBeLessThan(normal.text.length);
    expect(longer.text).toBe(normal.text);
  });

  test('Sources lists them all; somebody else who presses a button gets an answer of his own', async () => {
    const bridge = await member.ask('summary', { of: 'harbour bridge' });
    const lighthouse = await member.ask('summary', { of: 'lighthouse' });
    const sources = await member.press(bridge, 'cited');
    const others = await admin.press(lighthouse, 'summary:short');

    expectAnswer(sources, 'one');
    expect(sources.text).toContain(gazette.pageUrl('bridge-closed'));
    expect(sources.text).toContain(courier.pageUrl('harbour-bridge'));
    expectAnswer(others, 'one');
    expect(others.messageId).not.toBe(lighthouse.messageId);
  });

  test('asked for in private it can be shared', async () => {
    const summary = await member.ask('summary', { of: 'chess champion', private: true });
    const shared = await member.press(summary, 'share');

    expectAnswer(summary, 'one');
    expectAnswer(shared, 'all');
    expect(shared.text).toContain(`Shared by <@${MEMBER}>`);
    expect(shared.text).toContain('she gave up her queen');
  });
});

describe('/topic, /latest and /search', { timeout: PATIENCE }, () => {
  test('/topic of words shows pages that turn, and a select that summarizes', async () => {
    const first = await member.ask('topic', { name: ALL_NEWS, since: '30d', sort: 'newest' });
    const second = await member.press(first, 'topic:1');
    const back = await member.press(second, 'topic:0');
    const chosen = await member.choose(back, 'pick', back.values[0] ?? '');

    expectAnswer(first, 'all');
    expect(first.text).toContain('Page 1 of 2');
    expect(second.text).toContain('Page 2 of 2');
    expect(second.messageId).toBe(first.messageId);
    expect(back.text).toBe(first.text);
    expectAnswer(chosen, 'one');
    expect(chosen.text).toContain('library');
  });

  test('/latest lists the newest, and a select summarizes one', async () => {
    const latest = await member.ask('latest', { count: 3 });
    const chosen = await member.choose(latest, 'pick', latest.values[2] ?? '');

    expectAnswer(latest, 'all');
    expect(latest.text).toMatch(/Crack shuts harbour bridge[\s\S]*Lundberg closes[\s\S]*library/);
    expect(latest.values).toHaveLength(3);
    expectAnswer(chosen, 'one');
    expect(chosen.text).toContain('four hundred books were wet');
  });

  test('/search ranks, marks what matched, and turns pages', async () => {
    const found = await member.ask('search', { query: `${ALL_NEWS} -chess` });
    const second = await member.press(found, 'search:1');
    const narrow = await member.ask('search', { query: '"rye bread" source:gazette', private: false });
    const chosen = await member.choose(narrow, 'pick', narrow.values[0] ?? '');

    expectAnswer(found, 'one');
    expect(found.text).toContain('9 hits');
    expect(found.text).toContain('**roof**');
    expect(second.text).toContain('Page 2 of 2');
    expectAnswer(narrow, 'all');
    expect(narrow.text).toMatch(/1 hit[\s\S]*rye/);
    expect(chosen.text).toContain('rest for thirty hours');
  });

  test('"Summarize links" summarizes the link of a message, or asks which', async () => {
    const one = admin.say(`Look: ${gazette.pageUrl('alder-otter-return')}!`);
    const two = admin.say(`${gazette.pageUrl('alder-tram-line')} and ${courier.pageUrl('harbour-bridge')}`);
    const none = admin.say('nothing to see');
    const summary = await member.menu('Summarize links', one);
    const which = await member.menu('Summarize links', two);
    const chosen = await member.choose(which, 'link', '0');
    const nothing = await member.menu('Summarize links', none);

    expectAnswer(summary, 'one');
    expect(summary.text).toContain('Two otters were filmed');
    expect(which.text).toContain('Which link shall I summarize?');
    expect(chosen.text).toContain('every eight minutes');
    expect(nothing.text).toContain('no link that I could read');
  });
});

describe('/digests', { timeout: PATIENCE }, () => {
  const digest = 'Morning';

  test('create says when the first post comes', async () => {
    const zones = await admin.type('digests create', 'timezone', 'berl');
    const created = await admin.ask('digests create', {
      channel: NEWS,
      topics: 'Bridge',
      at: '8:00',
      days: 'weekdays',
      timezone: zones.choices[0]?.value ?? '',
      stories: 5,
      style: 'full',
      name: digest,
    });

    expectAnswer(created, 'one');
    expect(created.text).toContain(`**Morning** is planned for <#${NEWS}>`);
    expect(created.text).toContain('on weekdays at 08:00 (Europe/Berlin)');
    // 8 o'clock in Berlin on the day after a Tuesday.
    expect(created.text).toContain(`First post: <t:${Date.parse('2026-03-11T07:00:00Z') / 1000}:f>`);
  });

  test('list, preview, pause and resume', async () => {
    const list = await admin.ask('digests list');
    const preview = await admin.ask('digests preview', { digest });
    const paused = await admin.ask('digests pause', { digest });
    const pausedList = await admin.ask('digests list');
    const resumed = await admin.ask('digests resume', { digest });

    expect(list.text).toMatch(/\*\*Morning\*\*[\s\S]*Bridge · up to 5 stories · full/);
    expectAnswer(preview, 'one');
    expect(preview.text).toMatch(/only you see this[\s\S]*harbour bridge/);
    expect(paused.text).toContain('Paused **Morning**');
    expect(pausedList.text).toContain('paused');
    expect(resumed.text).toContain('**Morning** is on again');
    expect(town.standIn.messages(NEWS)).toEqual([]);
  });

  test('run posts to the channel at once what is new; "Why these?" explains', async () => {
    gazette.publish({
      slug: 'bridge-repair',
      title: 'Repair of the harbour bridge in Lundberg to take five weeks',
      publishedAt: town.clock.at,
      paragraphs: ['Repairing the cracked harbour bridge in Lundberg will take five weeks, the city said.'],
    });
    // A feed that brings something once a day is not looked at every hour.
    town.clock.at += 25 * HOUR;
    await town.work();
    const running = await admin.ask('digests run', { digest });
    await town.work();
    const [posted] = town.standIn.messages(NEWS);
    const key = JSON.stringify(posted).match(/"custom_id":"(digest:[^"]*)"/)?.[1] ?? '';
    const why = await member.press({ messageId: posted?.id ?? '', controls: [key] }, 'digest');

    expectAnswer(running, 'one');
    expect(running.text).toContain(`Posting **Morning** to <#${NEWS}>`);
    expect(town.standIn.messages(NEWS)).toHaveLength(1);
    expect(JSON.stringify(posted)).toContain('bridge in Lundberg will take five weeks');
    expectAnswer(why, 'one');
    expect(why.text).toContain('what is new since the one before it');
  });

  test('history shows what was posted, delete ends it', async () => {
    const history = await admin.ask('digests history', { digest });
    const removed = await admin.ask('digests delete', { digest });
    const list = await admin.ask('digests list');

    expectAnswer(history, 'one');
    expect(history.text).toMatch(/History of Morning[\s\S]*posted 1 story/);
    expect(removed.text).toContain('Deleted the digest **Morning**');
    expect(list.text).toContain('There are no digests yet');
  });
});

describe('/status and /help', { timeout: PATIENCE }, () => {
  test('/status counts what works and what does not', async () => {
    const status = await admin.ask('status');

    expectAnswer(status, 'one');
    expect(status.text).toMatch(/\*\*Sources:\*\* 2 working/);
    expect(status.text).toMatch(/\*\*Index:\*\* 14 articles/);
    expect(status.text).toContain('Everything is in order');
  });

  test('/help lists every command as something to click, and explains one', async () => {
    const all = await member.ask('help');
    const one = await member.ask('help', { about: 'search' });

    expectAnswer(all, 'one');
    for (const { id, name } of town.standIn.commands().filter(({ type, name }) => type === 1 && name !== 'help')) {
      expect(all.text).toMatch(new RegExp(`</${name}[ \\w]*:${id}>`));
    }
    expect(one.text).toContain('`since:7d`');
  });
});
