// What people see of a story, through the real client: its size and times, its timeline, and "not the same story" with two servers.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StandIn } from '../../src/playground/stand-in.ts';
import type { Owner } from '../../src/scope.ts';
import { ADMIN, discordStandIn, MEMBER } from '../helpers/discord-stand-in.ts';
import { type LocalSite, localSite } from '../helpers/local-site.ts';
import { textOf } from '../helpers/message-text.ts';
import { type RunningBot, runningBot } from '../helpers/running-bot.ts';

const GENERAL = '400000000000000001';
const NEWS = '400000000000000002';
const GUILD = '300000000000000001' as Owner;
const OTHER = '300000000000000009' as Owner;
const HOUR = 3_600_000;

let standIn: StandIn;
let bot: RunningBot;
let now: number;
let ref: string;
const sites: LocalSite[] = [];

async function leaveTown(): Promise<void> {
  await bot?.stop();
  await standIn?.close();
  for (const site of sites.splice(0)) await site.close();
}

const FERRY = [
  'The ferry Solveig ran aground off Skerry Point on Monday evening with 212 passengers on board.',
  'Coast guards took all passengers of the ferry Solveig ashore before midnight and nobody was hurt.',
];
const LATER = [
  'The ferry Solveig, aground off Skerry Point since Monday, was pulled free by two tugs at dawn.',
  'Investigators found a broken steering cable on the ferry Solveig and took the captain’s log.',
];

/** Two servers of the same two sources, which tell one event. */
async function openTown(): Promise<void> {
  now = Date.now();
  const page = (slug: string, title: string, hours: number, paragraphs: readonly string[]) => ({
    slug,
    title,
    publishedAt: now - hours * HOUR,
    paragraphs: [...paragraphs],
  });
  sites.push(await localSite('Gazette', [page('a', 'Ferry Solveig aground off Skerry Point', 9, FERRY)]));
  sites.push(await localSite('Courier', [page('b', 'Ferry Solveig pulled free off Skerry Point', 2, LATER)]));
  standIn = await discordStandIn();
  bot = await runningBot(standIn, { fetchAllow: sites.map(({ host }) => host), now: () => now });
  for (const owner of [GUILD, OTHER])
    for (const { feedUrl } of sites)
      await bot.app.sources.add({ owner, url: feedUrl, name: undefined, topic: undefined });
  await bot.work();
  const [story] = await bot.engine.store.stories.seenSince({ owners: [GUILD] }, { since: 0, topics: [], limit: 9 });
  ref = `s${story}`;
}

const admin = () => standIn.person(ADMIN);

function run(command: string, options: Record<string, string | boolean> = {}) {
  now += 31_000;
  return admin().slash({ channelId: GENERAL, command, options });
}

const storyOf = async (owner: Owner, of: string) => {
  const answer = await bot.app.summary({ scope: { owners: [owner] }, of, length: 'normal' });
  return 'problem' in answer ? answer.problem : answer.articles.map(({ title }) => title).sort();
};
const BOTH = ['Ferry Solveig aground off Skerry Point', 'Ferry Solveig pulled free off Skerry Point'];

// Each leaves the story as it was; the last adds to it.
describe('a story of two sources', () => {
  beforeAll(openTown);
  afterAll(leaveTown);

  test('a story says how large it is and when it was told first and last, and shows its timeline', async () => {
    await run('topics create', { name: 'Sea', include: 'ferry' });
    const summary = await run('summary', { of: ref });
    const sources = await admin().click(summary.message!.id, `cited:${ref}`);
    const timeline = await admin().click(summary.message!.id, `timeline:${ref}`);

    expect(textOf(summary)).toMatch(/2 sources · 2 articles · first <t:\d+:R> · last <t:\d+:R>/);
    expect(textOf(summary)).toContain('Topics: Sea');
    expect(textOf(sources)).toMatch(/Names and words: .*Skerry Point/);
    expect(timeline.ephemeral).toBe(true);
    expect(textOf(timeline)).toMatch(/Timeline[\s\S]*<t:\d+:f>[\s\S]*ran aground[\s\S]*<t:\d+:f>[\s\S]*(tugs|cable)/);
    expect(standIn.breaches).toEqual([]);
  });

  test('Undo puts an article back at once; a member may not take one out', async () => {
    const summary = await run('summary', { of: ref });
    const sources = await admin().click(summary.message!.id, `cited:${ref}`);
    const [first] = (await bot.engine.store.articles.latest({ owners: [GUILD] }, { limit: 1 })).map(
      ({ id }) => `a${id}`,
    );

    const out = await admin().select(sources.message!.id, 'take-out', [first as string]);
    expect(await storyOf(GUILD, ref)).toHaveLength(1);
    expect(textOf(await admin().click(out.message!.id, `put-back:${first}`))).toContain('is back in its story');

    expect(await storyOf(GUILD, ref)).toEqual(BOTH);
    expect(await bot.app.stories.takeOut({ owner: '7' as Owner, article: first as string })).toEqual({
      problem: 'expired',
    });
  });

  test('a long message without a link is summarized itself; a short one is not', async () => {
    const long = `${FERRY.join(' ')} ${LATER.join(' ')} `.repeat(2);
    const message = admin().send(GENERAL, long);
    const short = admin().send(GENERAL, FERRY[0] as string);

    const answer = await admin().menu({ command: 'Summarize links', messageId: message.id });
    const none = await admin().menu({ command: 'Summarize links', messageId: short.id });

    expect(textOf(answer)).toContain('ran aground off Skerry Point');
    expect(textOf(none)).toContain('too short to summarize itself');
    expect(await bot.engine.store.articles.count({ owners: [GUILD] })).toBe(2);
    expect(standIn.breaches).toEqual([]);
  });

  test.each(['<%s>', '[the ferry](%s)', '[the ferry](<%s>)'])(
    'an address is read as Discord hides it (%s)',
    async (form) => {
      const [article] = await bot.engine.store.articles.latest({ owners: [GUILD] }, { limit: 1 });

      expect(await storyOf(GUILD, form.replace('%s', article?.url ?? ''))).toEqual([article?.title]);
    },
  );

  test('who comes back to a story is told what is new in it since, and nothing where nothing is', async () => {
    const first = await run('summary', { of: ref });
    const soon = await run('summary', { of: ref });
    expect(JSON.stringify([first, soon])).not.toContain('news:');

    now += 2 * HOUR;
    const later = await run('summary', { of: ref });
    expect(JSON.stringify(later)).not.toContain('news:');

    now += 2 * HOUR;
    const fresh = 'Divers welded a steel plate over the torn hull of the ferry Solveig in the harbour of Skerry Point.';
    const page = { slug: 'c', title: 'Divers repair ferry Solveig off Skerry Point', publishedAt: now - HOUR };
    sites[0]?.publish({ ...page, paragraphs: [FERRY[0]!, fresh] });
    await bot.work();
    const back = await run('summary', { of: ref });
    const longer = await admin().click(back.message!.id, `summary:short:${ref}`);
    const news = await admin().click(back.message!.id, `news:${ref}`);
    const stranger = await standIn.person(MEMBER).click(back.message!.id, `news:${ref}`);

    expect(JSON.stringify(longer)).toContain(`news:${ref}`);
    expect(textOf(news)).toContain('Divers welded a steel plate');
    expect(textOf(news)).not.toContain('212 passengers');
    expect(news.ephemeral).toBe(true);
    expect(textOf(stranger)).toContain('This is your first look at this story');
    now += HOUR;
    expect(textOf(await admin().click(back.message!.id, `news:${ref}`))).toContain('Nothing new has been said');
    expect(standIn.breaches).toEqual([]);
  });
});

describe('an article that a server takes out', () => {
  beforeAll(openTown);
  afterAll(leaveTown);

  test('"not the same story" counts for that server alone, in answers and digests, survives a merge, and can be undone', async () => {
    const other = await storyOf(OTHER, ref);
    const summary = await run('summary', { of: ref });
    const seenByMember = await standIn.person(MEMBER).click(summary.message!.id, `cited:${ref}`);
    const sources = await admin().click(summary.message!.id, `cited:${ref}`);
    const courier = /"value":"(a\d+)","description":"Courier"/.exec(JSON.stringify(sources.message))?.[1] ?? '';
    expect(JSON.stringify(seenByMember.message)).not.toContain('take-out');

    const out = await admin().select(sources.message!.id, 'take-out', [courier]);

    expect(textOf(out)).toContain('is no longer part of that story');
    expect(await storyOf(GUILD, ref)).toEqual([BOTH[0]]);
    expect(await storyOf(OTHER, ref)).toEqual(other);
    expect(other).toEqual(BOTH);
    const topic = textOf(await run('topic', { name: 'ferry Solveig' }));
    expect(topic).toContain('2 stories');

    await run('digests create', { channel: NEWS, at: '08:00', name: 'News' });
    const preview = await bot.app.digests.preview({ owner: GUILD, digest: 'News' });
    expect('stories' in preview && preview.stories.map(({ headline }) => headline).sort()).toEqual(BOTH);

    const { stories, articles } = bot.engine.store;
    const heir = await stories.create(now);
    await stories.merge(Number(ref.slice(1)) as never, heir);
    expect(await storyOf(GUILD, ref)).toEqual([BOTH[0]]);
    expect((await articles.byStories({ owners: [OTHER] }, [heir])).length).toBe(2);

    const again = await run('summary', { of: ref });
    const back = await admin().click(again.message!.id, `cited:s${heir}`);
    expect(textOf(await admin().select(back.message!.id, 'put-back', [courier]))).toContain('is back in its story');
    expect(await storyOf(GUILD, ref)).toEqual(BOTH);
    expect(standIn.breaches).toEqual([]);
  });
});
