// What an admin does, through the real client: import, export, pause, edit, remove and undo, settings, alerts.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { StandIn } from '../../src/playground/stand-in.ts';
import type { Owner } from '../../src/scope.ts';
import { ADMIN, discordStandIn, MEMBER } from '../helpers/discord-stand-in.ts';
import { type LocalSite, localSite } from '../helpers/local-site.ts';
import { textOf } from '../helpers/message-text.ts';
import { type RunningBot, runningBot } from '../helpers/running-bot.ts';

const GENERAL = '400000000000000001';
const NEWS = '400000000000000002';
const GUILD = '300000000000000001' as Owner;
const DAY = 24 * 3_600_000;

let standIn: StandIn;
let bot: RunningBot;
const sites: LocalSite[] = [];

async function leaveTown(): Promise<void> {
  await bot?.stop();
  await standIn?.close();
  for (const site of sites.splice(0)) await site.close();
}

async function town(
  names: readonly string[],
  now: () => number = Date.now,
  texts: Readonly<Record<string, string>> = {},
) {
  for (const name of names) {
    const page = {
      slug: 'a',
      title: `${name} opens`,
      publishedAt: now() - DAY,
      paragraphs: [texts[name] ?? 'It opened on Friday.'],
    };
    sites.push(await localSite(name, [page]));
  }
  standIn = await discordStandIn();
  bot = await runningBot(standIn, { fetchAllow: sites.map(({ host }) => host), now });
  const admin = standIn.person(ADMIN);
  const run = (command: string, options: Record<string, string | boolean | { name: string; text: string }> = {}) =>
    admin.slash({ channelId: GENERAL, command, options });
  return { admin, run, sites };
}

describe('in a town of two papers, where nothing that one test leaves touches another', () => {
  let admin: Awaited<ReturnType<typeof town>>['admin'];
  let run: Awaited<ReturnType<typeof town>>['run'];
  let now = Date.now();
  beforeAll(async () => {
    const opened = await town(['Gazette', 'Courier'], () => now);
    admin = opened.admin;
    // Nobody is told that he is too fast.
    run = (command, options) => {
      now += 31_000;
      return opened.run(command, options);
    };
  });
  afterAll(leaveTown);

  test('a file that is no list, or too large, is refused; an attachment opens no other private address', async () => {
    expect(textOf(await run('sources import', { file: { name: 'a.json', text: '{' } }))).toContain('OPML, JSON');
    const large = { name: 'a.txt', text: 'https://a.example/feed\n'.repeat(50_000) };
    expect(textOf(await run('sources import', { file: large }))).toContain('larger than 1 MB');
    const file = { url: `http://127.0.0.1:1/feeds.txt`, size: 10 };
    const ask = { owner: GUILD, file, onProgress: () => undefined };
    expect(await bot.app.sources.importList(ask)).toMatchObject({ problem: 'private-address' });
  });

  test('a source is paused, resumed, renamed and moved by a form, removed and brought back', async () => {
    const [gazette, courier] = sites as [LocalSite, LocalSite];
    await run('sources add', { url: gazette.feedUrl });

    expect(textOf(await run('sources pause', { source: 'Gazette' }))).toContain('Paused **Gazette**');
    expect(textOf(await run('sources list'))).toContain('paused');
    expect(textOf(await run('sources resume', { source: 'Gazette' }))).toContain('**Gazette** is read again');

    const form = await run('sources edit', { source: 'Gazette' });
    expect(form.state).toBe('modal');
    const moved = await admin.submitModal(form, { name: 'Island', url: courier.feedUrl });
    expect(textOf(moved)).toContain('Saved **Island**');
    expect(await bot.engine.store.sources.list(GUILD)).toMatchObject([{ name: 'Island', url: courier.feedUrl }]);
    expect(textOf(await run('sources edit', { source: 'Nowhere' }))).toContain('There is no source “Nowhere”');

    const removed = await run('sources remove', { source: 'Island' });
    expect(await bot.engine.store.sources.list(GUILD)).toEqual([]);
    const undo = /undo-remove:\d+/.exec(JSON.stringify(removed.message))?.[0] as string;
    expect(textOf(await admin.click(removed.message!.id, undo))).toContain('**Island** is back');
    expect(await bot.engine.store.sources.list(GUILD)).toMatchObject([{ name: 'Island' }]);
    expect(standIn.breaches).toEqual([]);
  });

  test('the list of shipped topics begins a form with their words', async () => {
    const offer = { channelId: GENERAL, command: 'topics create', options: { name: 'econ' }, focused: 'name' };
    const { choices } = await admin.autocomplete(offer);
    expect(choices).toEqual([{ name: 'Economy', value: 'starter:economy' }]);

    const form = await run('topics create', { name: 'starter:economy' });
    expect(textOf(form.modal)).toContain('economy OR inflation OR "interest rate"');
    const made = textOf(await admin.submitModal(form, {}));

    expect(made).toContain('Created the topic **Economy**');
    expect(await bot.engine.store.topics.list(GUILD)).toMatchObject([{ name: 'Economy' }]);
    expect(standIn.breaches).toEqual([]);
  });

  test('the server says who sees answers, where a member does not', async () => {
    const isPrivate = async (command: string, options: Record<string, string | boolean> = {}) =>
      (await run(command, options)).ephemeral;
    expect([await isPrivate('latest'), await isPrivate('search', { query: 'x' })]).toEqual([false, true]);

    await admin.submitModal(await run('settings'), { visibility: ['private'] });
    expect([await isPrivate('latest'), await isPrivate('search', { query: 'x', private: false })]).toEqual([
      true,
      false,
    ]);

    await admin.submitModal(await run('settings'), { visibility: ['public'] });
    expect([await isPrivate('search', { query: 'x' }), await isPrivate('help')]).toEqual([false, true]);
  });
});

describe('in a town of its own', () => {
  afterEach(leaveTown);

  test('a list of feeds is imported with a word on each line, and comes out again as a file', async () => {
    const { run } = await town(['Gazette', 'Courier']);
    const [gazette, courier] = sites as [LocalSite, LocalSite];
    await run('sources add', { url: gazette.feedUrl });
    const list = ['# ours', `Gazette, ${gazette.feedUrl}`, `The Courier, ${courier.feedUrl}`, courier.feedUrl];
    const text = [...list, 'not an address', `${courier.origin}/nothing-here`].join('\n');

    const imported = textOf(await run('sources import', { file: { name: 'feeds.txt', text } }));

    expect(imported).toContain('Added: 1');
    expect(imported).toContain('Already here: 1');
    expect(imported).toContain('Twice in the file: 1');
    expect(imported).toContain('Not an address: 1');
    expect(imported).toMatch(/Did not work: 1[\s\S]*nothing-here[\s\S]*line 6[\s\S]*404/);
    const names = (await bot.engine.store.sources.list(GUILD)).map(({ name }) => name);
    expect(names).toEqual(['Gazette', 'The Courier']);

    const exported = await run('sources export');
    expect(exported.ephemeral).toBe(true);
    const url = /http:\S+sources\.opml/.exec(textOf(exported))?.[0] as string;
    expect(await (await fetch(url)).text()).toContain(`xmlUrl="${courier.feedUrl}"`);
    expect(standIn.breaches).toEqual([]);
  });

  test('after ten minutes what was removed is gone', async () => {
    let now = Date.now();
    const { admin, run } = await town(['Gazette'], () => now);
    await run('sources add', { url: sites[0]!.feedUrl });
    const removed = await run('sources remove', { source: 'Gazette' });
    now += 11 * 60_000;

    const undo = /undo-remove:\d+/.exec(JSON.stringify(removed.message))?.[0] as string;
    await admin.click(removed.message!.id, undo);

    expect(textOf(admin.messages(GENERAL))).toContain('10 minutes for this are over');
    expect(await bot.engine.store.sources.list(GUILD)).toEqual([]);
  });

  test('settings are asked for in a form, checked, and applied', async () => {
    const { admin, run } = await town(['Gazette']);
    const form = await run('settings');
    expect(form.state).toBe('modal');

    const wrong = await admin.submitModal(form, { timezone: 'Europe/Berln', muted: 'opera, golf' });
    expect(textOf(wrong)).toContain('`opera, golf`');
    expect(textOf(wrong)).toContain('Did you mean `Europe/Berlin`?');
    const values = { timezone: 'Europe/Berlin', language: ['de'], muted: 'opera', alerts: [NEWS] };
    const first = await admin.submitModal(await run('settings'), values);
    const saved = textOf(first);
    const more = await admin.click(first.message!.id, 'more-settings');
    const all = textOf(await admin.submitModal(more, { method: ['lead'], 'text-days': ['30'] }));
    expect(all).toContain('Lead');
    expect(all).toContain('30 Tage');
    expect(saved).toContain('Europe/Berlin');
    expect(saved).toContain(`<#${NEWS}>`);
    const settings = {
      timezone: 'Europe/Berlin',
      language: 'de',
      method: 'lead',
      alertChannelId: NEWS,
      muted: 'opera',
    };
    expect(await bot.app.settings(GUILD)).toEqual({ ...settings, textDays: 30 });

    expect(textOf(await run('sources list'))).toContain('Es gibt noch keine Quellen');
    await run('digests create', { channel: NEWS, at: '08:00' });
    expect((await bot.engine.store.digests.list(GUILD))[0]?.schedule.timezone).toBe('Europe/Berlin');
    await run('sources add', { url: sites[0]!.feedUrl });
    await bot.work();
    const summary = await bot.app.summary({ scope: { owners: [GUILD] }, of: 'Gazette opens', length: 'normal' });
    expect(summary).toMatchObject({ method: 'lead' });
    await expect(standIn.person(MEMBER).slash({ channelId: GENERAL, command: 'settings' })).rejects.toThrow();
    expect(standIn.breaches).toEqual([]);
  });

  test('an alert channel is told once of a source that fails for days, and once that it is well', async () => {
    let now = Date.now();
    const { admin, run } = await town(['Gazette'], () => now);
    await run('sources add', { url: sites[0]!.feedUrl });
    await admin.submitModal(await run('settings'), { timezone: 'UTC', alerts: [NEWS] });
    const [source] = await bot.engine.store.sources.list(GUILD);
    const problem = JSON.stringify({ problem: 'http-status', host: 'gazette.example', status: 403 });
    const check = { nextCheckAt: now + DAY, intervalMs: DAY, problem };
    for (const hours of [0, 12, 25]) {
      await bot.engine.store.feeds.saveCheck(source!.feedId, {
        ...check,
        ok: false,
        checkedAt: now + hours * (DAY / 24),
      });
    }
    await bot.loops.alert.run();
    expect(standIn.messages(NEWS)).toHaveLength(0);

    now += 26 * (DAY / 24);
    await bot.loops.alert.run();
    await bot.loops.alert.run();
    const [told] = standIn.messages(NEWS);
    expect(textOf(standIn.messages(NEWS))).toMatch(/Gazette[\s\S]*answered 403 to us; it may block bots/);
    expect(standIn.messages(NEWS)).toHaveLength(1);

    const pressed = await standIn.person(MEMBER).click(told!.id, `pause-source:${source!.id}`);
    expect(textOf(pressed)).toContain('Manage Server');
    expect(textOf(await admin.click(told!.id, `retry-source:${source!.id}`))).toContain('This feed works');
    await bot.engine.store.feeds.saveCheck(source!.feedId, { ...check, ok: true, checkedAt: now });
    await bot.loops.alert.run();
    await bot.loops.alert.run();
    expect(standIn.messages(NEWS)).toHaveLength(2);
    expect(textOf(standIn.messages(NEWS))).toContain('**Gazette** can be read again');
    expect(standIn.breaches).toEqual([]);
  });

  test('a topic is made in a form, comes back when its query is wrong, and is changed in a form', async () => {
    const { admin, run } = await town(['Gazette', 'Courier']);
    for (const { feedUrl } of sites) await run('sources add', { url: feedUrl });
    await bot.work();
    const form = await run('topics create', { name: 'Openings' });
    expect(form.state).toBe('modal');

    const wrong = await admin.submitModal(form, { include: 'opens OR (closes', sources: 'Gazette' });
    expect(textOf(wrong)).toContain('a bracket is not closed, here: `…(closes`');
    expect(await bot.engine.store.topics.list(GUILD)).toEqual([]);
    const again = await admin.click(wrong.message!.id, 'topic-again:new:013');
    expect(textOf(again.modal)).toContain('opens OR (closes');
    const made = textOf(await admin.submitModal(again, { include: 'opens OR closes' }));
    expect(made).toContain('Created the topic **Openings**');
    expect(made).toContain('from Gazette');
    await run('digests create', { channel: NEWS, topics: 'Openings', at: '08:00' });

    const edit = await run('topics edit', { topic: 'Openings' });
    expect(textOf(edit.modal)).toContain('opens OR closes');
    expect(textOf(edit.modal)).toContain('Gazette');
    const saved = textOf(await admin.submitModal(edit, { sources: '', name: 'Opened' }));
    expect(saved).toContain('Saved the topic **Opened**');
    expect(saved).toContain('2 articles of the last 7 days match it.');
    expect(await bot.engine.store.topics.list(GUILD)).toMatchObject([{ name: 'Opened', sources: [] }]);
    expect(textOf(await run('digests list'))).toContain('Opened');
    await expect(standIn.person(MEMBER).click(wrong.message!.id, 'topic-again:new:013')).rejects.toThrow();
    expect(standIn.breaches).toEqual([]);
  });

  test('/topics test tells what a topic matches and nearly matches, and why', async () => {
    const { admin, run } = await town(['Gazette', 'Courier']);
    for (const { feedUrl } of sites) await run('sources add', { url: feedUrl });
    await bot.work();
    await run('topics create', { name: 'Openings', include: 'opens Friday', exclude: 'Courier' });

    const tested = await run('topics test', { topic: 'Openings' });

    expect(tested.ephemeral).toBe(true);
    expect(textOf(tested)).toMatch(/1 story matches · last 7 days[\s\S]*Gazette opens[\s\S]*score \d/);
    expect(textOf(tested)).toMatch(/has \*opens\* in the title.* and \*Friday\* once/);
    const id = (await bot.engine.store.topics.list(GUILD))[0]!.id;
    const near = await admin.click(tested.message!.id, `topic-test:near:0:${id}`);
    expect(textOf(near)).toMatch(
      /1 near miss[\s\S]*Courier opens[\s\S]*\*\*has\*\* \*Courier\*, \*\*which you leave out\*\*/,
    );
    const form = await admin.click(tested.message!.id, `edit-topic:${id}`);
    expect(textOf(form.modal)).toContain('opens Friday');
    await run('topics delete', { topic: 'Openings' });
    for (const button of [`edit-topic:${id}`, `topic-test:matched:0:${id}`])
      expect(textOf(await admin.click(tested.message!.id, button))).toContain('has been deleted since');
    expect(standIn.breaches).toEqual([]);
  });

  test('muted words are in no answer of the server, whatever their form; a page that is asked for is still told', async () => {
    let now = Date.now();
    const { admin, run } = await town(['Gazette', 'Courier'], () => now, {
      Gazette: 'The library on Mill Lane has a new roof and twice as many shelves for children.',
      Courier: 'A shipping company runs ferries to the northern islands from spring, it said.',
    });
    for (const { feedUrl } of sites) await run('sources add', { url: feedUrl });
    await bot.work();
    await run('topics create', { name: 'Openings', include: 'opens' });
    const mute = async (muted: string) => admin.submitModal(await run('settings'), { muted });
    const asked = async (command: string, options: Record<string, string> = {}) => {
      // Nobody is told that he is too fast.
      now += 31_000;
      return textOf(await run(command, options));
    };
    const answers = async () => ({
      latest: await asked('latest'),
      search: await asked('search', { query: 'opens' }),
      topic: await asked('topic', { name: 'Openings' }),
      words: await asked('topic', { name: 'opens', since: '7d' }),
      test: textOf(await run('topics test', { topic: 'Openings' })),
      digest: JSON.stringify(
        await bot.app.digests.preview({ owner: GUILD, digest: (await bot.engine.store.digests.list(GUILD))[0]!.name }),
      ),
    });
    await run('digests create', { channel: NEWS, at: '08:00' });
    for (const [name, text] of Object.entries(await answers())) expect(text, name).toContain('Courier opens');

    expect(textOf(await mute('Couriers, the'))).toContain('“the” is in nearly every text');
    expect(textOf(await mute('Couriers, opera'))).toContain('Muted words: Couriers, opera');

    for (const [name, text] of Object.entries(await answers())) {
      expect(text, name).toContain('Gazette opens');
      expect(text, name).not.toContain('Courier opens');
    }
    const everything = { owners: [GUILD], withMuted: true } as const;
    const muted = (await bot.engine.store.articles.latest(everything, { limit: 9 })).find(
      ({ title }) => title === 'Courier opens',
    );
    const told = await run('summary', { of: muted?.url ?? '', length: 'short' });
    expect(textOf(told)).toContain('northern islands');

    await mute('');
    expect((await answers()).latest).toContain('Courier opens');
    expect(standIn.breaches).toEqual([]);
  });

  test('what comes in with a muted word is muted as it comes in, in that server alone', async () => {
    const { admin, run } = await town(['Gazette']);
    await admin.submitModal(await run('settings'), { muted: 'on Friday' });
    await run('sources add', { url: sites[0]!.feedUrl });
    const other = '300000000000000009' as Owner;
    await bot.app.sources.add({ owner: other, url: sites[0]!.feedUrl, name: 'G', topic: undefined });
    await bot.work();

    expect(await bot.engine.store.articles.latest({ owners: [GUILD] }, { limit: 9 })).toEqual([]);
    expect(await bot.engine.store.articles.latest({ owners: [other] }, { limit: 9 })).toHaveLength(1);
  });

  test('texts go after the days that the server keeps them; the headline and its link stay', async () => {
    let now = Date.now();
    const { admin, run } = await town(['Gazette'], () => now);
    await run('sources add', { url: sites[0]!.feedUrl });
    await bot.work();
    const { message } = await admin.submitModal(await run('settings'), { timezone: 'UTC' });
    await admin.submitModal(await admin.click(message!.id, 'more-settings'), { 'text-days': ['7'] });

    now += 6 * DAY;
    await bot.loops.tidy.run();
    expect(textOf(await run('summary', { of: 's1' }))).toContain('It opened on Friday.');

    now += 2 * DAY;
    await bot.loops.tidy.run();
    const summary = await run('summary', { of: 's1' });
    expect(textOf(summary)).toContain('no readable text beyond the headline');
    expect(JSON.stringify(summary.message)).toContain(`[Gazette opens](<${sites[0]!.pageUrl('a')}>)`);
    expect(textOf(summary)).not.toMatch(/It opened|min read/);
    expect(standIn.breaches).toEqual([]);
  });
});
