import { describe, expect, test } from 'vitest';
import { composeDigest } from '../../src/digests/compose-digest.ts';
import type { Delivery } from '../../src/digests/delivery.ts';
import type { Owner } from '../../src/scope.ts';
import { summarizeBy } from '../../src/summaries/summarize-by.ts';
import { NOON } from '../helpers/factories.ts';
import { DAY, firstLines, HOUR, newsroom } from './outbox.ts';

describe('a digest', () => {
  test('posts what is new once, and nothing the second time', async () => {
    const room = await newsroom();
    await room.article('Tanuki opens a bakery');
    await room.article('Racoons found a bank');

    await room.due();
    expect(await room.round()).toEqual(['sent']);
    expect(await room.round()).toEqual([]);
    await room.due();
    expect(await room.round()).toEqual(['skipped']);

    expect(room.lines()).toEqual(['Racoons found a bank', 'Tanuki opens a bakery']);
    const runs = await room.store.runs.history(room.digest.id, 9);
    expect(runs.map(({ state, key }) => [state, key])).toEqual([
      ['skipped', '2026-11-23T08:00'],
      ['sent', '2026-11-22T08:00'],
    ]);
  });

  test('does not post what its source held when it was added', async () => {
    const room = await newsroom();
    await room.article('Old news', { seenAt: NOON - 24 * HOUR });
    await room.article('New news');

    await room.due();
    await room.round();

    expect(room.lines()).toEqual(['New news']);
  });

  test('posts a story again only when somebody else tells more, marked as an update', async () => {
    const room = await newsroom();
    const first = await room.article('Tanuki opens a bakery', { source: 'Forest News' });
    await room.due();
    await room.round();
    const { storyId } = first;
    await room.article('The same again', { source: 'Forest News', storyId });
    await room.article('A copy', { source: 'Agency', storyId, copyOf: first.id });
    await room.due();
    await room.round();
    await room.article('Bakery burns', { source: 'River Post', storyId });
    await room.due();
    await room.round();

    expect(room.lines()).toEqual(['Tanuki opens a bakery', 'Update: Bakery burns']);
  });

  test('knows what was posted of stories that were merged since', async () => {
    const room = await newsroom();
    const a = await room.article('Tanuki opens a bakery', { source: 'Forest News' });
    await room.due();
    await room.round();
    const b = await room.article('Bakery opened', { source: 'Forest News' });
    await room.store.stories.merge(a.storyId, b.storyId);

    await room.due();
    await room.round();

    expect(room.lines()).toEqual(['Tanuki opens a bakery']);
  });

  test('posts in the next run what became an article after the last, though it was seen before', async () => {
    const room = await newsroom();
    await room.article('In time');
    await room.due();
    await room.round();
    await room.article('Slow to fetch', { seenAt: room.now - HOUR, publishedAt: room.now - HOUR });

    await room.due();
    await room.round();

    expect(room.lines()).toEqual(['In time', 'Slow to fetch']);
  });

  test('leaves no room for more than it was told to show, and says how many there were', async () => {
    const room = await newsroom({ stories: 2 });
    for (const title of ['A', 'B', 'C']) await room.article(title);

    await room.due();
    await room.round();

    expect(room.channel.messages.map(({ body }) => (body as { more: number }).more)).toEqual([1, 1]);
  });

  test('says that nothing is new where it is told to', async () => {
    const room = await newsroom({ ifEmpty: 'say' });

    await room.due();
    await room.round();

    expect(room.lines()).toEqual(['Nothing new']);
  });

  test('sees the articles of its own server alone', async () => {
    const room = await newsroom({ owner: '999' as Owner });
    await room.article('Not for them');

    await room.due();

    expect(await room.round()).toEqual(['skipped']);
  });

  test('narrowed to a topic shows what matches it, by what matches it', async () => {
    const room = await newsroom();
    const topic = await room.store.topics.create({
      owner: room.digest.owner,
      name: 'Bakeries',
      include: 'bakery',
      exclude: undefined,
      sources: [],
      languages: [],
      createdAt: NOON,
    });
    await room.store.digests.update(room.digest.owner, room.digest.id, { topics: [topic.id] });
    const { id } = await room.article('Tanuki opens a bakery');
    await room.article('Racoons found a bank');
    await room.store.topics.addMatches([{ topicId: topic.id, articleId: id }]);

    await room.due();
    await room.round();

    expect(room.lines()).toEqual(['Tanuki opens a bakery']);

    const { storyId } = await room.article('Storm takes roofs', { source: 'Forest News' });
    await room.article('Storm took roofs', { source: 'Hill News', storyId });
    const aside = await room.article('A bakery lost its roof', { source: 'River Post', storyId });
    await room.store.topics.addMatches([{ topicId: topic.id, articleId: aside.id }]);
    await room.due();
    await room.round();

    expect(room.lines().at(-1)).toBe('A bakery lost its roof');
  });
});

describe('after a downtime', () => {
  test('one late run stands for all that were missed', async () => {
    const room = await newsroom();
    await room.article('News', { seenAt: NOON + 3 * DAY, publishedAt: NOON + 3 * DAY });
    room.now = NOON + 3 * DAY + 20 * HOUR + HOUR;

    expect(await room.round()).toEqual(['sent']);

    expect(room.channel.messages.map(({ body }) => body)).toMatchObject([{ line: 'News', late: true }]);
    expect(await room.store.runs.history(room.digest.id, 9)).toMatchObject([{ key: '2026-11-25T08:00', late: true }]);
    expect((await room.store.digests.byId(room.digest.id))?.dueAt).toBe(NOON + 4 * DAY + 20 * HOUR);
  });

  test('a run older than half its period is left out, and what it would have shown comes with the next', async () => {
    const room = await newsroom();
    await room.article('News');
    room.now = NOON + 20 * HOUR + 12 * HOUR + 1;

    expect(await room.round()).toEqual([]);
    expect(room.lines()).toEqual([]);
    expect(await room.store.runs.history(room.digest.id, 9)).toMatchObject([{ state: 'skipped' }]);

    await room.due();
    await room.round();
    expect(room.lines()).toEqual(['News']);
  });

  test('a run that was opened and then lay too long is left out as well', async () => {
    const room = await newsroom();
    await room.article('News');
    await room.due();
    await room.store.runs.open({
      digestId: room.digest.id,
      key: 'k',
      dueAt: room.now,
      late: false,
      nextDueAt: room.now + DAY,
    });
    room.now += 13 * HOUR;

    expect(await room.round()).toEqual(['skipped']);
    expect(room.lines()).toEqual([]);
  });
});

describe('what Discord answers', () => {
  test('a refusal ends the run, is told by the digest, and its stories come with the next', async () => {
    const room = await newsroom();
    await room.article('News');
    const problem = { problem: 'cannot-post', channelId: '3', missing: ['SendMessages'] } as const;
    await room.due();

    expect(await room.round({ deliver: async () => ({ kind: 'refused', problem }) })).toEqual(['failed']);
    expect((await room.store.digests.byId(room.digest.id))?.lastProblem).toBe(JSON.stringify(problem));

    await room.due();
    await room.round();
    expect(room.lines()).toEqual(['News']);
    expect((await room.store.digests.byId(room.digest.id))?.lastProblem).toBeUndefined();
  });

  test('"later" is heeded, and the wait grows', async () => {
    const room = await newsroom();
    await room.article('News');
    await room.due();
    const start = room.now;
    const tries: number[] = [];
    const busy = async () => {
      tries.push((room.now - start) / 1000);
      return { kind: 'retry', afterMs: 30_000 } as const;
    };

    for (; room.now < start + 20 * 60_000; room.now += 30_000) await room.round({ deliver: busy });
    await room.round();

    expect(tries).toEqual([0, 30, 90, 210, 450, 930]);
    expect(room.lines()).toEqual([]);
    room.now = start + 1830_000;
    await room.round();
    expect(room.lines()).toEqual(['News']);
  });

  test('the nonce is Discord’s length and the same at every attempt; an old attempt is looked for first', async () => {
    const room = await newsroom({ thread: 'each', publish: true });
    await room.article('News');
    await room.due();
    const asked: Delivery[] = [];
    const start = room.now;
    const broken = async (delivery: Delivery) => {
      asked.push(delivery);
      throw new Error('The line is dead');
    };

    await expect(room.round({ deliver: broken })).rejects.toThrow('The line is dead');
    room.now += 60_000;
    await expect(room.round({ deliver: broken })).rejects.toThrow('The line is dead');
    room.now += 60_000;
    await expect(room.round({ deliver: broken })).rejects.toThrow('The line is dead');

    expect(asked.map(({ since }) => since)).toEqual([undefined, undefined, start]);
    expect(new Set(asked.map(({ nonce }) => nonce)).size).toBe(1);
    expect(asked[0]?.nonce.length).toBeLessThanOrEqual(25);
    expect(asked[0]).toMatchObject({
      channelId: room.digest.channelId,
      threadName: 'Morning 2026-11-22',
      publish: true,
    });
  });
});

test('the thread of a digest that was asked for bears the day there, not the name of its run', async () => {
  const room = await newsroom({
    thread: 'each',
    schedule: { kind: 'at', at: '08:00', days: 'daily', timezone: 'Asia/Tokyo' },
  });
  await room.article('News');
  room.now += 4 * HOUR;
  const [digestId, dueAt] = [room.digest.id, room.now];
  await room.store.runs.open({ digestId, key: `manual-${dueAt}`, dueAt, late: false, nextDueAt: undefined });
  const names: (string | undefined)[] = [];

  await room.round({
    deliver: async (delivery) => {
      names.push(delivery.threadName);
      return room.channel.deliver(delivery);
    },
  });

  expect(names).toEqual(['Morning 2026-11-22']);
});

describe('a preview', () => {
  test('shows what would be posted and remembers nothing', async () => {
    const room = await newsroom({ style: 'full' });
    await room.article('News');
    const preview = () => composeDigest(room.digest, { store: room.store, summarize: firstLines, now: () => room.now });

    const view = await preview();

    expect(view).toMatchObject({
      name: 'Morning',
      late: false,
      more: 0,
      sample: false,
      stories: [{ headline: 'News', update: false }],
    });
    expect(view.stories[0]?.sentences.map(({ text }) => text)).toEqual(['News indeed.']);
    expect(await preview()).toEqual(view);
    await room.due();
    expect(await room.round()).toEqual(['sent']);
  });

  test('tells an update by what the channel has not been told', async () => {
    const room = await newsroom({ style: 'full' });
    const landing = 'The ferry Aurora ran aground near Holm on Tuesday night with 214 passengers aboard.';
    const charge = 'Prosecutors charged the captain of the ferry Aurora with negligence on Friday.';
    const { storyId } = await room.article('Ferry aground', { source: 'Forest News', text: landing });
    await room.due();
    await room.round();
    await room.article('Captain charged', { source: 'River Post', storyId, text: `${landing} ${charge}` });

    const deps = { store: room.store, summarize: summarizeBy, now: () => room.now };
    const [story] = (await composeDigest(room.digest, deps)).stories;

    expect(story).toMatchObject({ update: true, sources: ['River Post', 'Forest News'] });
    expect(story?.sentences.map(({ text }) => text)).toEqual([charge]);
  });

  test('shortens a long headline where a clause ends', async () => {
    const room = await newsroom({ style: 'headlines' });
    const clause = 'Council of Port Ansel approves the new bridge over the Kestrel Strait';
    await room.article(`${clause} after a debate of nine hours about its cost and the name that it should bear`);

    const deps = { store: room.store, summarize: firstLines, now: () => room.now };
    expect((await composeDigest(room.digest, deps)).stories).toMatchObject([{ headline: `${clause}…` }]);
  });

  test('shows the last day where nothing is new', async () => {
    const room = await newsroom({ style: 'headlines' });
    await room.article('Baseline', { seenAt: NOON - 24 * HOUR });

    const view = await composeDigest(room.digest, { store: room.store, summarize: firstLines, now: () => room.now });

    expect(view).toMatchObject({ sample: true, stories: [{ headline: 'Baseline', sentences: [] }] });
  });
});
