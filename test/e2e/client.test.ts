// The real discord.js client against the local stand-in, with an App that answers what the test says.

import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { App } from '../../src/app.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { renderDigest } from '../../src/discord/render/digest.ts';
import { silentLog } from '../../src/log.ts';
import type { OpenApi } from '../../src/playground/openapi.ts';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { wordsFor } from '../../src/words.ts';
import {
  articleLine,
  digestStory,
  digestView,
  NOON,
  searchHit,
  summaryAnswer,
  topicAnswer,
} from '../helpers/answers.ts';
import { fakeApp } from '../helpers/fake-app.ts';

const GUILD = '100000000000000001';
const ADMIN = '200000000000000001';
const MEMBER = '200000000000000002';
const NEWS = '400000000000000001';
const LOCKED = '400000000000000002';
const ANNOUNCE = '400000000000000003';

/** Discord's own description of its API, where it is at hand: every body is checked against it. */
const description = new URL('../../../shared/discord/openapi.json.gz', import.meta.url);
const openapi = existsSync(description)
  ? (JSON.parse(gunzipSync(readFileSync(description)).toString()) as OpenApi)
  : undefined;

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

async function discord(): Promise<StandIn> {
  const standIn = await startStandIn({
    ...(openapi && { openapi }),
    people: [
      { id: ADMIN, name: 'ada' },
      { id: MEMBER, name: 'max', locale: 'de' },
    ],
    guilds: [
      {
        id: GUILD,
        name: 'Harbour',
        owner: ADMIN,
        members: [{ user: MEMBER }],
        channels: [
          { id: NEWS, name: 'news' },
          { id: LOCKED, name: 'locked', overwrites: [{ for: '@bot', deny: ['SEND_MESSAGES'] }] },
          { id: ANNOUNCE, name: 'announcements', type: 'announcement' },
        ],
      },
    ],
  });
  running.push({ stop: () => standIn.close() });
  return standIn;
}

async function bot(standIn: StandIn, app: App = fakeApp()): Promise<Bot> {
  const started = await startBot({
    token: 'a.b.c',
    apiUrl: standIn.apiUrl,
    commands,
    app,
    log: silentLog,
    now: () => NOON,
    asksPerHalfMinute: 100,
  });
  running.push(started);
  return started;
}

describe('commands', () => {
  test('are registered once, and a second start leaves them alone', async () => {
    const standIn = await discord();

    await (await bot(standIn)).stop();
    await bot(standIn);

    expect(
      standIn
        .commands()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(commands.map(({ data }) => data.name).sort());
    expect(standIn.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(standIn.breaches).toEqual([]);
  });

  test('/help answers in private with commands that can be clicked', async () => {
    const standIn = await discord();
    await bot(standIn);

    const reply = await standIn.person(ADMIN).slash({ channelId: NEWS, command: 'help' });

    const id = standIn.commands().find(({ name }) => name === 'sources')?.id;
    expect(reply.ephemeral).toBe(true);
    expect(JSON.stringify(reply.message)).toContain(`</sources add:${id}>`);
    expect(reply.firstResponseMs).toBeLessThan(1000);
    expect(standIn.breaches).toEqual([]);
  });

  test('that manage are not offered to a member without Manage Server', async () => {
    const standIn = await discord();
    await bot(standIn);

    expect(standIn.person(MEMBER).commands(NEWS)).toEqual(expect.arrayContaining(['summary', 'Summarize links']));
    expect(standIn.person(MEMBER).commands(NEWS)).not.toContain('sources');
  });
});

describe('answers', () => {
  test('/summary, Longer, Sources and Share are all taken by Discord', async () => {
    const standIn = await discord();
    await bot(standIn, fakeApp({ summary: async ({ length }) => summaryAnswer({ length }) }));
    const ada = standIn.person(ADMIN);

    const asked = await ada.slash({ channelId: NEWS, command: 'summary', options: { of: 'bridge', private: true } });
    const messageId = asked.message?.id as string;
    const longer = await ada.click(messageId, 'summary:long:s12');
    const sources = await ada.click(messageId, 'cited:s12');
    const shared = await ada.click(messageId, 'share:long:s12');

    expect(asked.ephemeral).toBe(true);
    expect(longer.message?.id).toBe(messageId);
    expect(sources.ephemeral).toBe(true);
    expect(shared.ephemeral).toBe(false);
    expect(standIn.breaches).toEqual([]);
  });

  test('pages of /topic turn for whoever asked, and open in private for others', async () => {
    const standIn = await discord();
    await bot(standIn, fakeApp({ topic: async () => topicAnswer(12), summary: async () => summaryAnswer() }));

    const asked = await standIn
      .person(ADMIN)
      .slash({ channelId: NEWS, command: 'topic', options: { name: 'harbour' } });
    const messageId = asked.message?.id as string;
    const other = await standIn.person(MEMBER).click(messageId, 'topic:1:7d:top:harbour');
    const own = await standIn.person(ADMIN).click(messageId, 'topic:1:7d:top:harbour');
    const picked = await standIn.person(MEMBER).select(messageId, 'pick', ['s9']);

    expect(other.ephemeral).toBe(true);
    expect(JSON.stringify(other.message)).toContain('Story 9');
    expect(own.message?.id).toBe(messageId);
    expect(picked.ephemeral).toBe(true);
    expect(standIn.breaches).toEqual([]);
  });

  test('/latest and /search are taken by Discord, and completions are offered', async () => {
    const standIn = await discord();
    const app = fakeApp({
      latest: async () => ({ kind: 'latest', of: [], articles: [articleLine()] }),
      search: async () => ({ kind: 'search', query: 'bridge', hits: [searchHit()], corrected: undefined }),
      complete: { stories: async () => [{ name: 'Bridge reopens', value: 's12' }] },
    });
    await bot(standIn, app);
    const ada = standIn.person(ADMIN);

    const latest = await ada.slash({ channelId: NEWS, command: 'latest' });
    const search = await ada.slash({ channelId: NEWS, command: 'search', options: { query: 'bridge' } });
    const offered = await ada.autocomplete({
      channelId: NEWS,
      command: 'summary',
      options: { of: 'bri' },
      focused: 'of',
    });

    expect(latest.ephemeral).toBe(false);
    expect(search.ephemeral).toBe(true);
    expect(offered.choices).toMatchObject([{ name: 'Bridge reopens', value: 's12' }]);
    expect(standIn.breaches).toEqual([]);
  });

  test('"Summarize links" offers the links of a message, and summarizes the one that is chosen', async () => {
    const standIn = await discord();
    const asked: string[] = [];
    const app = fakeApp({
      summary: async ({ of }) => {
        asked.push(of);
        return summaryAnswer();
      },
    });
    await bot(standIn, app);
    const max = standIn.person(MEMBER);
    const message = max.send(NEWS, 'https://a.example/one, (https://b.example/two_(x)?q=1) and https://a.example/one');

    const offered = await max.menu({ command: 'Summarize links', messageId: message.id });
    await max.select(offered.message?.id as string, 'link', ['1']);

    expect(asked).toEqual(['https://b.example/two_%28x%29?q=1']);
    expect(standIn.breaches).toEqual([]);
  });

  test('in a DM a person is answered from the starter packs', async () => {
    const standIn = await discord();
    let owners: readonly string[] = [];
    const app = fakeApp({
      latest: async ({ scope }) => {
        owners = scope.owners;
        return { kind: 'latest', of: [], articles: [] };
      },
    });
    await bot(standIn, app);
    const max = standIn.person(MEMBER);

    await max.slash({ channelId: max.dm().id, command: 'latest' });

    expect(owners).toEqual(['@starter']);
  });

  test('a digest is not planned for a channel in which the bot may not post, and what is missing is named', async () => {
    const standIn = await discord();
    await bot(standIn);

    const reply = await standIn
      .person(ADMIN)
      .slash({ channelId: NEWS, command: 'digests create', options: { channel: LOCKED, at: '08:00', thread: 'each' } });

    expect(JSON.stringify(reply.message)).toContain(`I cannot post in <#${LOCKED}>. I lack: **Send Messages**`);
  });
});

describe('delivering', () => {
  const pages = renderDigest(digestView({ stories: [digestStory()] }), wordsFor('en'), { silent: true });
  const page = {
    channelId: NEWS,
    body: pages[0],
    nonce: 'd3-r9-p0',
    runKey: digestView().runKey,
    since: undefined,
    threadName: undefined,
    publish: false,
  };

  test('posts silently and mentions nobody', async () => {
    const standIn = await discord();
    const { deliver } = await bot(standIn);

    const sent = await deliver(page);

    const [message] = standIn.messages(NEWS);
    expect(sent).toEqual({ kind: 'sent', messageId: message?.id });
    expect(Number(message?.flags) & 4096).toBe(4096);
    expect(standIn.breaches).toEqual([]);
  });

  test('posts once when the same page is sent again within minutes', async () => {
    const standIn = await discord();
    const { deliver } = await bot(standIn);

    const first = await deliver(page);
    const second = await deliver(page);

    expect(second).toEqual(first);
    expect(standIn.messages(NEWS)).toHaveLength(1);
  });

  test('finds the page of an earlier attempt in the channel, however many messages have come since', async () => {
    const standIn = await discord();
    const { deliver } = await bot(standIn);
    const started = Date.now();
    const first = await deliver(page);
    for (let i = 0; i < 130; i++) standIn.person(MEMBER).send(NEWS, `talk ${i}`);

    const again = await deliver({ ...page, nonce: 'forgotten', since: started });

    expect(again).toEqual({ ...first, kind: 'found' });
    expect(standIn.messages(NEWS)).toHaveLength(131);
  });

  test('opens a thread and publishes where that was asked for', async () => {
    const standIn = await discord();
    const { deliver } = await bot(standIn);

    await deliver({ ...page, threadName: 'Morning news' });
    await deliver({ ...page, channelId: ANNOUNCE, nonce: 'other', publish: true });

    expect(standIn.threads(NEWS).map(({ name }) => name)).toEqual(['Morning news']);
    expect(standIn.requests.some(({ path }) => path.endsWith('/crosspost'))).toBe(true);
  });

  test('names what is missing where the bot may not post, and refuses a channel that is gone', async () => {
    const standIn = await discord();
    const { deliver } = await bot(standIn);

    const locked = await deliver({ ...page, channelId: LOCKED });
    const gone = await deliver({ ...page, channelId: '400000000000000999' });

    expect(locked).toMatchObject({ kind: 'refused', problem: { problem: 'cannot-post', missing: ['SendMessages'] } });
    expect(gone).toMatchObject({ kind: 'refused', problem: { problem: 'cannot-post' } });
  });

  test('is to be tried again when Discord breaks, and appears once when its answer was lost', async () => {
    const standIn = await discord();
    const { deliver } = await bot(standIn);
    const route = 'POST /channels/{channel_id}/messages';

    standIn.fail({ route, times: 9, status: 500 });
    const broken = await deliver(page);
    standIn.clearFaults();
    standIn.fail({ route, afterwards: true, status: 502 });
    const lost = await deliver(page);

    expect(broken).toMatchObject({ kind: 'retry' });
    expect(lost).toMatchObject({ kind: 'sent' });
    expect(standIn.messages(NEWS)).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('lets an answer that is under way finish', async () => {
    const standIn = await discord();
    const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>();
    const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>();
    const app = fakeApp({
      summary: async () => {
        asked();
        await mayAnswer;
        return summaryAnswer();
      },
    });
    const started = await bot(standIn, app);
    const reply = standIn.person(ADMIN).slash({ channelId: NEWS, command: 'summary', options: { of: 'bridge' } });

    await isAsked;
    const stopped = started.stop();
    answer();
    await stopped;

    expect(JSON.stringify((await reply).message)).toContain('Harbour bridge reopens');
    expect(standIn.gateway.connected()).toBe(0);
  });
});
