// The conformance suite: what every engine must do alike. The engine is its parameter.

import { describe, expect, onTestFinished, test } from 'vitest';
import type { ArticleId } from '../../src/articles/article.ts';
import type { FeedId } from '../../src/feeds/feed.ts';
import { guildScope, type Owner, type Scope } from '../../src/scope.ts';
import type { MarksAsk, NewArticle, SearchAsk, Store } from '../../src/store/contract.ts';
import type { StoryId } from '../../src/stories/story.ts';
import { digest, draft, item, NOON, RACOONS, TANUKI } from '../helpers/factories.ts';
import { lookTests, muteTests, splitTests } from './view-tests.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const tanuki = guildScope(TANUKI);
const racoons = guildScope(RACOONS);

export function storeContract(name: string, makeStore: () => Promise<Store>): void {
  async function fresh(): Promise<Store> {
    const store = await makeStore();
    onTestFinished(() => store.close());
    return store;
  }

  describe(`the store on ${name}`, () => {
    describe('feeds', () => feedTests(fresh));
    describe('items', () => itemTests(fresh));
    describe('sources', () => sourceTests(fresh));
    describe('articles', () => articleTests(fresh));
    describe('scopes', () => scopeTests(fresh));
    describe('stories', () => storyTests(fresh));
    describe('topics', () => topicTests(fresh));
    describe('mutes', () => muteTests(fresh));
    describe('splits', () => splitTests(fresh));
    describe('looks', () => lookTests(fresh));
    describe('digests', () => digestTests(fresh));
    describe('runs', () => runTests(fresh));
    describe('search', () => searchTests(fresh));
    describe('shelves of the search', () => shelfTests(fresh));
    describe('transactions', () => transactionTests(fresh));
  });
}

const TRENDS = { since: 0, topicId: undefined, lead: 100, most: 100 };

type Fresh = () => Promise<Store>;

/** A feed with one source. */
export async function addSource(
  store: Store,
  owner: Owner,
  url = 'https://news.example/feed',
  baselineAt: number | undefined = NOON - 24 * HOUR,
) {
  const feed = await store.feeds.ensure(url, NOON);
  return store.sources.add({ owner, feedId: feed.id, name: new URL(url).host, baselineAt, now: NOON });
}

/** An article in a story of its own, or in the one named. */
export async function addArticle(
  store: Store,
  feeds: readonly FeedId[],
  parts: Partial<Omit<NewArticle, 'draft'>> & { readonly draft?: Parameters<typeof draft>[0] } = {},
): Promise<{ id: ArticleId; storyId: StoryId }> {
  const storyId = parts.storyId ?? (await store.stories.create(NOON));
  const seenAt = parts.seenAt ?? NOON;
  const id = await store.articles.insert({
    source: 'Example News',
    copyOf: undefined,
    keys: [],
    titleTerms: [],
    textTerms: [],
    seenAt,
    ...parts,
    storyId,
    draft: draft(parts.draft),
  });
  for (const feed of feeds) await store.articles.addToFeed(id, feed, seenAt);
  return { id, storyId };
}

function feedTests(fresh: Fresh): void {
  test('the same address is the same feed', async () => {
    const store = await fresh();

    const first = await store.feeds.ensure('https://news.example/feed', NOON);
    const second = await store.feeds.ensure('https://news.example/feed', NOON + HOUR);

    expect(second).toEqual(first);
    expect(first).toMatchObject({ nextCheckAt: NOON, failures: 0, gone: false, title: undefined });
  });

  test('a feed is claimed once while its lease lasts, and again after it', async () => {
    const store = await fresh();
    await addSource(store, TANUKI);
    const claim = (now: number) => store.feeds.claimDue({ now, limit: 10, leaseMs: 5 * MINUTE });

    expect(await claim(NOON)).toHaveLength(1);
    expect(await claim(NOON + MINUTE)).toHaveLength(0);
    expect(await claim(NOON + 5 * MINUTE)).toHaveLength(1);
  });

  test('a feed that nobody reads, or only paused sources, is not polled', async () => {
    const store = await fresh();
    await store.feeds.ensure('https://alone.example/feed', NOON);
    const source = await addSource(store, TANUKI);
    await store.sources.setPaused(TANUKI, source.id, true);

    expect(await store.feeds.claimDue({ now: NOON, limit: 10, leaseMs: MINUTE })).toEqual([]);
    expect(await store.feeds.nextDueAt()).toBeUndefined();
  });

  test('a check keeps what it does not name, and sets the baseline of new sources', async () => {
    const store = await fresh();
    const feed = await store.feeds.ensure('https://news.example/feed', NOON);
    const source = await store.sources.add({
      owner: TANUKI,
      feedId: feed.id,
      name: 'N',
      baselineAt: undefined,
      now: NOON,
    });
    const check = { checkedAt: NOON, ok: true, nextCheckAt: NOON + HOUR, intervalMs: HOUR };

    await store.feeds.saveCheck(feed.id, { ...check, etag: '"1"', title: 'News' });
    await store.feeds.saveCheck(feed.id, { ...check, checkedAt: NOON + HOUR, nextCheckAt: NOON + 2 * HOUR });

    expect(await store.feeds.get(feed.id)).toMatchObject({
      etag: '"1"',
      title: 'News',
      lastOkAt: NOON + HOUR,
      nextCheckAt: NOON + 2 * HOUR,
    });
    expect((await store.sources.get(TANUKI, source.id))?.baselineAt).toBe(NOON);
  });

  test('failures in a row are counted and told, and a good check ends them', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const failed = {
      checkedAt: NOON,
      ok: false,
      nextCheckAt: NOON + HOUR,
      intervalMs: HOUR,
      problem: '{"problem":"x"}',
    };

    await store.feeds.saveCheck(feedId, failed);
    await store.feeds.saveCheck(feedId, failed);
    expect(await store.feeds.get(feedId)).toMatchObject({ failures: 2, lastProblem: '{"problem":"x"}' });
    expect(await store.feeds.count()).toEqual({ ok: 0, failing: 1 });

    await store.feeds.saveCheck(feedId, { ...failed, ok: true, problem: undefined });
    expect(await store.feeds.get(feedId)).toMatchObject({ failures: 0, lastProblem: undefined });
    expect(await store.feeds.count()).toEqual({ ok: 1, failing: 0 });
  });

  test('a feed that moves to an address that is taken keeps its own', async () => {
    const store = await fresh();
    const moving = await store.feeds.ensure('https://old.example/feed', NOON);
    const there = await store.feeds.ensure('https://new.example/feed', NOON);
    const check = { checkedAt: NOON, ok: true, nextCheckAt: NOON, intervalMs: HOUR };

    await store.feeds.saveCheck(moving.id, { ...check, permanentUrl: there.url });
    expect((await store.feeds.get(moving.id))?.url).toBe('https://old.example/feed');

    await store.feeds.saveCheck(moving.id, { ...check, permanentUrl: 'https://newest.example/feed' });
    expect((await store.feeds.get(moving.id))?.url).toBe('https://newest.example/feed');
  });
}

function itemTests(fresh: Fresh): void {
  test('an item known by any of its keys is not stored again, and gains its new keys', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const add = (...keys: string[]) => store.items.add(feedId, [{ item: item(), keys }], NOON);

    expect(await add('guid:1')).toBe(1);
    expect(await add('guid:1', 'url:a')).toBe(0);
    expect(await add('url:a', 'guid:2')).toBe(0);
    expect(await store.items.countPending(tanuki)).toBe(1);
    expect(await store.items.countPending(racoons)).toBe(0);
  });

  test('two entries of one document with a key in common are one item', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);

    const added = await store.items.add(
      feedId,
      [
        { item: item(), keys: ['a', 'a', 'b'] },
        { item: item(), keys: ['b', 'c'] },
      ],
      NOON,
    );

    expect(added).toBe(1);
  });

  test('what the feed gave comes back, control characters and half characters aside', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);

    await store.items.add(
      feedId,
      [{ item: item({ title: 'Ta\u0000nuki \ud800!', summary: undefined }), keys: ['a'] }],
      NOON,
    );
    const [pending] = await store.items.claimPending({ now: NOON, limit: 1, leaseMs: MINUTE });

    expect(pending?.item.title).toBe('Tanuki \ufffd!');
    expect(pending?.item.summary).toBeUndefined();
    expect(pending).toMatchObject({ feedId, seenAt: NOON, attempts: 1 });
  });

  test('a claim takes a turn of each feed before a second of any', async () => {
    const store = await fresh();
    const busy = await addSource(store, TANUKI, 'https://busy.example/feed');
    const quiet = await addSource(store, TANUKI, 'https://quiet.example/feed');
    const many = Array.from({ length: 10 }, (_, n) => ({ item: item(), keys: [`k${n}`] }));
    await store.items.add(busy.feedId, many, NOON - HOUR);
    await store.items.add(quiet.feedId, [{ item: item(), keys: ['k'] }], NOON);

    const claimed = await store.items.claimPending({ now: NOON, limit: 2, leaseMs: MINUTE });

    expect(claimed.map(({ feedId }) => feedId)).toEqual([busy.feedId, quiet.feedId]);
  });

  test('a claimed item comes back after its lease, a postponed one at its time, a finished one never', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    await store.items.add(feedId, [{ item: item(), keys: ['a'] }], NOON);
    const claim = async (now: number) => (await store.items.claimPending({ now, limit: 1, leaseMs: MINUTE }))[0];

    const first = await claim(NOON);
    expect(await claim(NOON + 1)).toBeUndefined();
    expect(await claim(NOON + MINUTE)).toMatchObject({ id: first?.id, attempts: 2 });

    await store.items.postpone(first!.id, NOON + HOUR, 'The site did not answer');
    expect(await claim(NOON + 2 * MINUTE)).toBeUndefined();
    expect(await claim(NOON + HOUR)).toMatchObject({ id: first?.id });

    await store.items.finish(first!.id, { reason: 'No text' });
    expect(await claim(NOON + 9 * HOUR)).toBeUndefined();
    expect(await store.items.countPending(tanuki)).toBe(0);
    expect(await store.items.add(feedId, [{ item: item(), keys: ['a'] }], NOON)).toBe(0);
  });

  test('an item that has changed is pending again, five times at the most and ever more rarely', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const takenAt = async (minutes: number, version: string): Promise<boolean> => {
      const now = NOON + minutes * MINUTE;
      await store.items.add(feedId, [{ item: item({ title: version }), keys: ['a'], version }], now);
      const [pending] = await store.items.claimPending({ now, limit: 1, leaseMs: MINUTE });
      if (pending) await store.items.finish(pending.id, {});
      return pending?.item.title === version;
    };

    expect(await takenAt(0, 'first')).toBe(true);
    expect(await takenAt(40, 'first')).toBe(false);
    expect(await takenAt(41, 'second')).toBe(true);
    expect(await takenAt(90, 'third')).toBe(false);
    expect(await takenAt(120, 'third')).toBe(true);
    const later: boolean[] = [];
    for (const day of [1, 2, 3, 4, 5]) later.push(await takenAt(day * 24 * 60, `day ${day}`));
    expect(later).toEqual([true, true, true, false, false]);
  });
}

function sourceTests(fresh: Fresh): void {
  test('an owner has a feed once', async () => {
    const store = await fresh();

    const first = await addSource(store, TANUKI);
    const again = await addSource(store, TANUKI);

    expect(again).toEqual(first);
    expect(await store.sources.count(TANUKI)).toBe(1);
  });

  test("another owner's source cannot be read, renamed, paused or removed", async () => {
    const store = await fresh();
    const source = await addSource(store, TANUKI);

    await store.sources.rename(RACOONS, source.id, 'Mine');
    await store.sources.setPaused(RACOONS, source.id, true);
    await store.sources.remove(RACOONS, source.id, NOON);

    expect(await store.sources.get(RACOONS, source.id)).toBeUndefined();
    expect(await store.sources.list(RACOONS)).toEqual([]);
    expect(await store.sources.list(TANUKI)).toEqual([source]);
  });

  test('a source is renamed, paused and removed', async () => {
    const store = await fresh();
    const source = await addSource(store, TANUKI);

    await store.sources.rename(TANUKI, source.id, 'Daily');
    await store.sources.setPaused(TANUKI, source.id, true);
    expect(await store.sources.get(TANUKI, source.id)).toEqual({ ...source, name: 'Daily', paused: true });

    await store.sources.remove(TANUKI, source.id, NOON);
    expect(await store.sources.list(TANUKI)).toEqual([]);
  });

  test('what was removed comes back as it was, for a while and to its owner alone', async () => {
    const store = await fresh();
    const source = await addSource(store, TANUKI);
    await store.sources.setPaused(TANUKI, source.id, true);
    await store.sources.remove(TANUKI, source.id, NOON);

    expect(await store.sources.restore(RACOONS, source.id, NOON - 1)).toBeUndefined();
    expect(await store.sources.restore(TANUKI, source.id, NOON + 1)).toBeUndefined();
    expect(await store.sources.restore(TANUKI, source.id, NOON - 1)).toEqual({ ...source, paused: true });
    expect(await store.sources.list(TANUKI)).toEqual([{ ...source, paused: true }]);
    expect(await store.sources.restore(TANUKI, source.id, NOON - 1)).toBeUndefined();

    await store.sources.remove(TANUKI, source.id, NOON);
    await store.sources.forgetRemoved(NOON + 1);
    expect(await store.sources.restore(TANUKI, source.id, NOON - 1)).toBeUndefined();
  });

  test('a source that was added again meanwhile is not doubled by bringing the old one back', async () => {
    const store = await fresh();
    const source = await addSource(store, TANUKI);
    await store.sources.remove(TANUKI, source.id, NOON);
    const again = await addSource(store, TANUKI);

    expect(await store.sources.restore(TANUKI, source.id, NOON)).toEqual(again);
    expect(await store.sources.count(TANUKI)).toBe(1);
  });

  test('a source moves to another feed, unless its owner has that already', async () => {
    const store = await fresh();
    const [first, second] = [await addSource(store, TANUKI), await addSource(store, TANUKI, 'https://b.example/feed')];
    const feed = await store.feeds.ensure('https://c.example/feed', NOON);

    expect(await store.sources.move(TANUKI, first.id, { feedId: second.feedId, baselineAt: NOON })).toBe(false);
    expect(await store.sources.move(TANUKI, first.id, { feedId: feed.id, baselineAt: NOON })).toBe(true);
    expect(await store.sources.get(TANUKI, first.id)).toEqual({
      ...first,
      feedId: feed.id,
      url: 'https://c.example/feed',
      baselineAt: NOON,
    });
  });

  test('an alert channel hears once that a source fails for long, and once that it is well again', async () => {
    const store = await fresh();
    const source = await addSource(store, TANUKI);
    await addSource(store, RACOONS);
    const check = { ok: false, nextCheckAt: NOON, intervalMs: HOUR, problem: '{}' };
    const alerts = async () => store.sources.alerts({ failures: 3, failingBefore: NOON });
    const told = async () => (await alerts()).map(({ kind, source: { owner } }) => `${kind} ${owner}`);
    await store.guilds.saveSettings(TANUKI, { timezone: 'UTC', language: undefined, alertChannelId: '5' });

    for (const hour of [0, 1]) await store.feeds.saveCheck(source.feedId, { ...check, checkedAt: NOON + hour });
    expect(await told()).toEqual([]);
    await store.feeds.saveCheck(source.feedId, { ...check, checkedAt: NOON + HOUR });
    expect(await alerts()).toMatchObject([
      { kind: 'failing', channelId: '5', failures: 3, failingSince: NOON, lastProblem: '{}' },
    ]);
    expect(await store.sources.alerts({ failures: 3, failingBefore: NOON - 1 })).toEqual([]);

    await store.sources.markAlerted(source.id, NOON);
    expect(await told()).toEqual([]);
    await store.feeds.saveCheck(source.feedId, { ...check, ok: true, checkedAt: NOON + 2 * HOUR });
    expect(await told()).toEqual([`recovered ${TANUKI}`]);
    await store.sources.markAlerted(source.id, undefined);
    expect(await told()).toEqual([]);
  });
}

function articleTests(fresh: Fresh): void {
  test('every field comes back as it went in', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const whole = draft({
      headings: [1],
      author: 'A. Tanuki',
      section: 'Food',
      modifiedAt: NOON,
      imageUrl: 'https://news.example/1.png',
    });

    const { id, storyId } = await addArticle(store, [feedId], { draft: whole });

    expect(await store.articles.get(tanuki, id)).toEqual({
      ...whole,
      id,
      storyId,
      source: 'Example News',
      seenAt: NOON,
      updatedAt: undefined,
      copyOf: undefined,
    });
  });

  test('an article is known again by any of its keys', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const { id } = await addArticle(store, [feedId], { keys: ['url:a', 'text:1'] });

    expect((await store.articles.findByKeys(['url:z', 'text:1']))?.id).toBe(id);
    expect(await store.articles.findByKeys(['url:z'])).toBeUndefined();
    expect(await store.articles.findByKeys([])).toBeUndefined();
  });

  test('a changed text replaces the old one and keeps the old keys', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const { id } = await addArticle(store, [feedId], {
      keys: ['url:a'],
      titleTerms: ['tanuki'],
      textTerms: ['bakeri'],
    });

    await store.articles.update(id, {
      draft: draft({ title: 'Tanuki closes', text: 'It closed.' }),
      keys: ['text:2'],
      titleTerms: ['tanuki'],
      textTerms: ['close'],
      now: NOON + HOUR,
      former: { at: NOON, title: 'Tanuki opens a bakery', fingerprint: 'f1' },
    });

    expect(await store.articles.versions(id)).toEqual([
      { at: NOON, title: 'Tanuki opens a bakery', fingerprint: 'f1' },
    ]);

    expect(await store.articles.byKeys(tanuki, ['url:a'])).toMatchObject({
      title: 'Tanuki closes',
      text: 'It closed.',
      updatedAt: NOON + HOUR,
    });
    expect((await store.articles.findByKeys(['text:2']))?.id).toBe(id);
    expect((await store.search.candidates(tanuki, ask({ any: ['bakeri'] }))).found).toEqual([]);
    expect((await store.search.candidates(tanuki, ask({ any: ['close'] }))).found).toHaveLength(1);
  });

  test('latest goes by time of publishing, never later than the time seen, and each article comes once', async () => {
    const store = await fresh();
    const one = await addSource(store, TANUKI, 'https://one.example/feed');
    const two = await addSource(store, TANUKI, 'https://two.example/feed');
    const older = await addArticle(store, [one.feedId, two.feedId], { draft: { publishedAt: NOON - 2 * HOUR } });
    const future = await addArticle(store, [two.feedId], {
      seenAt: NOON - HOUR,
      draft: { publishedAt: NOON + 99 * HOUR },
    });
    const undated = await addArticle(store, [one.feedId], { seenAt: NOON, draft: { publishedAt: undefined } });

    const all = await store.articles.latest(tanuki, { limit: 10 });
    const ofOne = await store.articles.latest(tanuki, { limit: 10, sourceId: one.id });
    const window = await store.articles.latest(tanuki, { limit: 10, since: NOON - HOUR, before: NOON });

    const bylines = await store.articles.bylines(tanuki, { limit: 10 });
    const ofEach = await store.articles.bylines(tanuki, { limit: 10, perFeed: 1 });

    expect(all.map(({ id }) => id)).toEqual([undated.id, future.id, older.id]);
    expect(all).toMatchObject(bylines);
    expect(ofEach.map(({ id }) => id)).toEqual([undated.id, future.id]);
    expect(ofOne.map(({ id }) => id)).toEqual([undated.id, older.id]);
    expect(window.map(({ id }) => id)).toEqual([future.id]);
  });

  test('latest of more feeds than one statement takes', async () => {
    const store = await fresh();
    const ids: ArticleId[] = [];
    for (let n = 0; n < 450; n += 1) {
      const { feedId } = await addSource(store, TANUKI, `https://n${n}.example/feed`);
      if (n % 90 === 0)
        ids.unshift((await addArticle(store, [feedId], { draft: { publishedAt: NOON - HOUR + n } })).id);
    }

    const newest = await store.articles.latest(tanuki, { limit: 3 });

    expect(newest.map(({ id }) => id)).toEqual(ids.slice(0, 3));
  });

  test('the languages of a scope are those of what its feeds brought last', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const other = await addSource(store, RACOONS, 'https://other.example/feed');
    await addArticle(store, [feedId], { draft: { lang: 'ru' } });
    await addArticle(store, [feedId], { draft: { lang: 'en' } });
    await addArticle(store, [other.feedId], { draft: { lang: 'ja' } });

    expect(await store.articles.languages(tanuki)).toEqual(['en', 'ru']);
  });

  test('titles that fit are completed, newest first, and all where nothing is said', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const { id, storyId } = await addArticle(store, [feedId], { draft: { title: 'ВСТРЕЧА Тануки' } });
    await addArticle(store, [feedId], { draft: { title: 'Racoons' } });
    const complete = (fits?: (title: string) => boolean) => store.articles.completeTitles(tanuki, fits, 25);

    expect(await complete((title) => title.startsWith('В'))).toEqual([{ id, storyId, title: 'ВСТРЕЧА Тануки' }]);
    expect(await complete()).toHaveLength(2);
    expect(await complete(() => false)).toEqual([]);
  });

  test('pruning drops old texts first and old rows later', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const at = (hours: number) =>
      addArticle(store, [feedId], { seenAt: NOON - hours * HOUR, textTerms: ['tanuki'], keys: [`k${hours}`] });
    const [oldest, old, young] = [await at(30), await at(20), await at(10)];

    const pruned = await store.articles.prune({ now: NOON, textDays: 15 / 24, rowDays: 25 / 24 });

    expect(pruned).toEqual({ texts: 2, rows: 1 });
    expect(await store.articles.get(tanuki, oldest.id)).toBeUndefined();
    expect(await store.articles.findByKeys(['k30'])).toBeUndefined();
    expect(await store.articles.get(tanuki, old.id)).toMatchObject({ title: 'Tanuki opens a bakery', text: '' });
    const { found } = await store.search.candidates(tanuki, ask({ any: ['tanuki'] }));
    expect(found.map(({ articleId }) => articleId)).toEqual([young.id]);
  });

  test('a text lives as long as the longest of those who read it keeps it, and as usual where nobody does', async () => {
    const store = await fresh();
    const own = (await addSource(store, TANUKI, 'https://own.example/feed')).feedId;
    const both = (await addSource(store, TANUKI, 'https://both.example/feed')).feedId;
    await addSource(store, RACOONS, 'https://both.example/feed');
    const left = (await store.feeds.ensure('https://left.example/feed', NOON)).id;
    await store.guilds.saveSettings(TANUKI, { timezone: 'UTC', language: undefined, textDays: 7 });
    const DAY = 24 * HOUR;
    const read = {
      'both, 91 days': [both],
      'left, 91 days': [left],
      'own, 8 days': [own],
      'own and both, 8 days': [own, both],
      'left, 8 days': [left],
      'own and left, 8 days': [own, left],
      'own, 6 days': [own],
    };
    for (const [key, feeds] of Object.entries(read))
      await addArticle(store, feeds, { keys: [key], seenAt: NOON - Number.parseInt(key.split(', ')[1]!, 10) * DAY });
    const kept = async () => {
      const found = Object.keys(read).map(async (key) => ((await store.articles.findByKeys([key]))?.text ? [key] : []));
      return (await Promise.all(found)).flat();
    };
    expect(await kept()).toEqual(Object.keys(read));

    const pruned = await store.articles.prune({ now: NOON, textDays: 90, rowDays: 365 });

    expect(pruned).toEqual({ texts: 4, rows: 0 });
    expect(await kept()).toEqual(['own and both, 8 days', 'left, 8 days', 'own, 6 days']);

    await store.guilds.saveSettings(RACOONS, { timezone: 'UTC', language: undefined, textDays: 7 });
    expect((await store.articles.prune({ now: NOON, textDays: 90, rowDays: 365 })).texts).toBe(1);
    expect(await kept()).toEqual(['left, 8 days', 'own, 6 days']);
  });

  test('what grouping keeps of the articles alive is read in the order of their coming, and dropped with age', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const added = [];
    for (const hours of [3, 1, 2]) {
      const article = await addArticle(store, [feedId], { keys: [`k${hours}`] });
      await store.live.put(article.id, { version: 1, time: NOON - hours * HOUR, kept: Uint8Array.of(hours) });
      added.push(article);
    }
    const read = (ask: { version?: number; after?: number; limit?: number }) =>
      store.live.read({ version: 1, after: 0, limit: 10, ...ask });
    const [three, one, two] = added;

    expect(await read({})).toMatchObject([
      { id: three!.id, storyId: three!.storyId, time: NOON - 3 * HOUR, kept: Uint8Array.of(3) },
      { id: one!.id, kept: Uint8Array.of(1) },
      { id: two!.id, kept: Uint8Array.of(2) },
    ]);
    expect((await read({ after: three!.id, limit: 1 })).map(({ id }) => id)).toEqual([one!.id]);
    expect((await read({ version: 2, limit: 1 }))[0]).toMatchObject({ id: three!.id, title: 'Tanuki opens a bakery' });

    const words = [{ lang: 'en', texts: 2.5, seen: Float32Array.of(7, 1.5), upTo: one!.id }];
    await store.live.sweep({ before: NOON - HOUR, words });

    expect((await read({})).map(({ id }) => id)).toEqual([one!.id, two!.id]);
    expect(await store.live.words()).toEqual(words);
    await store.articles.prune({ now: NOON * 2, textDays: 0, rowDays: 0 });
    expect(await read({})).toEqual([]);
  });
}

function scopeTests(fresh: Fresh): void {
  test('no question sees an article whose feeds the asker does not have', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    await addSource(store, RACOONS, 'https://racoons.example/feed');
    const { id, storyId } = await addArticle(store, [feedId], { keys: ['k'], titleTerms: ['tanuki'], seenAt: NOON });
    const topic = await store.topics.create({
      owner: TANUKI,
      name: 'T',
      include: 't',
      exclude: undefined,
      sources: [],
      languages: [],
      createdAt: NOON,
    });
    await store.topics.addMatches([{ topicId: topic.id, articleId: id }]);

    const see = async (scope: typeof tanuki) => ({
      get: (await store.articles.get(scope, id)) !== undefined,
      getMany: (await store.articles.getMany(scope, [id])).length,
      byKeys: (await store.articles.byKeys(scope, ['k'])) !== undefined,
      latest: (await store.articles.latest(scope, { limit: 9 })).length,
      bylines: (await store.articles.bylines(scope, { limit: 9 })).length,
      latestOfTopic: (await store.articles.latest(scope, { limit: 9, topicId: topic.id })).length,
      byStories: (await store.articles.byStories(scope, [storyId])).length,
      count: await store.articles.count(scope),
      forTrends: (await store.articles.forTrends(scope, TRENDS)).length,
      completions: (await store.articles.completeTitles(scope, undefined, 9)).length,
      seenSince: (await store.stories.seenSince(scope, { since: 0, topics: [], limit: 9 })).length,
      newSince: (await store.stories.newSince(scope, { since: 0, after: 0, topics: [], limit: 9 })).stories.length,
      candidates: (await store.search.candidates(scope, ask({ any: ['tanuki'] }))).found.length,
      marks: (await store.search.marks(scope, toMarksAsk([id], ['tanuki']))).length,
      similar: (await store.search.similar(scope, { term: 'tanuky', near: [] })).length,
    });

    expect(Object.values(await see(tanuki)).every(Boolean)).toBe(true);
    expect(Object.values(await see(racoons)).some(Boolean)).toBe(false);
    expect(Object.values(await see({ owners: [] })).some(Boolean)).toBe(false);
  });

  test('what is trending is counted of the articles since then, with the beginning of the texts of a topic', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const seenAt = NOON - HOUR;
    const text = 'A tanuki opened a bakery.';
    const { id, storyId } = await addArticle(store, [feedId], { draft: { text, publishedAt: undefined }, seenAt });
    const other = await addArticle(store, [feedId], { draft: { publishedAt: undefined }, seenAt, copyOf: id });
    await addArticle(store, [feedId], { seenAt: NOON - 9 * HOUR });
    const { id: topicId } = await store.topics.create({
      owner: TANUKI,
      name: 'T',
      include: 't',
      exclude: undefined,
      sources: [],
      languages: [],
      createdAt: NOON,
    });
    await store.topics.addMatches([{ topicId, articleId: id }]);

    const found = await store.articles.forTrends(tanuki, { ...TRENDS, since: NOON - 2 * HOUR, lead: 8, topicId });
    const all = await store.articles.forTrends(tanuki, { ...TRENDS, since: NOON - 2 * HOUR });
    const some = await store.articles.forTrends(tanuki, { ...TRENDS, most: 2 });

    const row = { source: 'Example News', time: seenAt, lang: 'en' };
    expect(found.sort((a, b) => a.id - b.id)).toEqual([
      { ...row, id, storyId, copyOf: undefined, title: 'Tanuki opens a bakery', lead: 'A tanuki', inTopic: true },
      { ...row, id: other.id, storyId: other.storyId, copyOf: id, title: '', lead: '', inTopic: false },
    ]);
    expect(all.map(({ inTopic }) => inTopic)).toEqual([true, true]);
    expect(some).toHaveLength(2);
  });

  test('two owners of one feed both see it, and removing one source hides it from that one alone', async () => {
    const store = await fresh();
    const mine = await addSource(store, TANUKI);
    await addSource(store, RACOONS);
    const { id } = await addArticle(store, [mine.feedId]);

    await store.sources.remove(TANUKI, mine.id, NOON);

    expect(await store.articles.get(tanuki, id)).toBeUndefined();
    expect((await store.articles.get(racoons, id))?.id).toBe(id);
  });

  test('what a paused source brought is still seen', async () => {
    const store = await fresh();
    const source = await addSource(store, TANUKI);
    const { id } = await addArticle(store, [source.feedId]);

    await store.sources.setPaused(TANUKI, source.id, true);

    expect((await store.articles.latest(tanuki, { limit: 1 }))[0]?.id).toBe(id);
  });

  test('a source of another owner does not open its feed', async () => {
    const store = await fresh();
    const theirs = await addSource(store, RACOONS);
    await addArticle(store, [theirs.feedId], { titleTerms: ['tanuki'] });

    expect(await store.articles.latest(tanuki, { limit: 9, sourceId: theirs.id })).toEqual([]);
    expect((await store.search.candidates(tanuki, ask({ any: ['tanuki'], sourceIds: [theirs.id] }))).found).toEqual([]);
  });
}

function storyTests(fresh: Fresh): void {
  test('a merged story leads to its heir, over several merges', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const [a, b, c] = [
      await addArticle(store, [feedId]),
      await addArticle(store, [feedId]),
      await addArticle(store, [feedId]),
    ];

    await store.stories.merge(a.storyId, b.storyId);
    await store.stories.merge(b.storyId, c.storyId);
    await store.stories.merge(c.storyId, a.storyId);

    expect(await store.stories.resolve(a.storyId)).toBe(c.storyId);
    expect(await store.stories.resolve(b.storyId)).toBe(c.storyId);
    expect(await store.stories.resolve(c.storyId)).toBe(c.storyId);
    expect(await store.stories.resolve(999_999 as StoryId)).toBeUndefined();
    expect(await store.articles.byStories(tanuki, [c.storyId])).toHaveLength(3);
  });

  test('articles that leave a story open one; what was posted stays with the story that they leave', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const [stays, leaves] = [await addArticle(store, [feedId]), await addArticle(store, [feedId])];
    await store.stories.merge(leaves.storyId, stays.storyId);

    const opened = await store.stories.part([leaves.id], NOON);

    expect((await store.articles.byStories(tanuki, [opened])).map(({ id }) => id)).toEqual([leaves.id]);
    expect((await store.articles.byStories(tanuki, [stays.storyId])).map(({ id }) => id)).toEqual([stays.id]);
    expect(await store.stories.resolve(opened)).toBe(opened);
    expect(await store.stories.resolve(leaves.storyId)).toBe(stays.storyId);
  });

  test('stories seen since a time come latest first', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const old = await addArticle(store, [feedId], { seenAt: NOON - 5 * HOUR });
    const young = await addArticle(store, [feedId], { seenAt: NOON - HOUR });

    expect(await store.stories.seenSince(tanuki, { since: NOON - 2 * HOUR, topics: [], limit: 9 })).toEqual([
      young.storyId,
    ]);
    expect(await store.stories.seenSince(tanuki, { since: 0, topics: [], limit: 9 })).toEqual([
      young.storyId,
      old.storyId,
    ]);
  });

  test('what is there when a source is added is not new, what comes after is', async () => {
    const store = await fresh();
    const source = await addSource(store, TANUKI, 'https://news.example/feed', NOON);
    await addArticle(store, [source.feedId], { seenAt: NOON });
    const after = await addArticle(store, [source.feedId], { seenAt: NOON + 1 });

    const { stories } = await store.stories.newSince(tanuki, { since: 0, after: 0, topics: [], limit: 9 });

    expect(stories).toEqual([{ storyId: after.storyId, articleIds: [after.id] }]);
  });

  test('what one source held when it was added is not new when another brings it', async () => {
    const store = await fresh();
    const one = await addSource(store, TANUKI, 'https://one.example/feed', NOON);
    const two = await addSource(store, TANUKI, 'https://two.example/feed');
    const { id } = await addArticle(store, [one.feedId], { seenAt: NOON });

    await store.articles.addToFeed(id, two.feedId, NOON + HOUR);

    expect((await store.stories.newSince(tanuki, { since: 0, after: 0, topics: [], limit: 9 })).stories).toEqual([]);
  });

  test('a source without a baseline, or paused, brings nothing new', async () => {
    const store = await fresh();
    const feed = await store.feeds.ensure('https://a.example/feed', NOON);
    await store.sources.add({ owner: TANUKI, feedId: feed.id, name: 'A', baselineAt: undefined, now: NOON });
    const paused = await addSource(store, TANUKI, 'https://b.example/feed');
    await store.sources.setPaused(TANUKI, paused.id, true);
    await addArticle(store, [feed.id, paused.feedId]);

    expect((await store.stories.newSince(tanuki, { since: 0, after: 0, topics: [], limit: 9 })).stories).toEqual([]);
  });

  test('an article that was written after a run is new to the next, however early it was seen', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    await addArticle(store, [feedId], { seenAt: NOON });
    const first = await store.stories.newSince(tanuki, { since: 0, after: 0, topics: [], limit: 9 });
    const late = await addArticle(store, [feedId], { seenAt: NOON - HOUR });

    const second = await store.stories.newSince(tanuki, { since: 0, after: first.cursor, topics: [], limit: 9 });

    expect(first.stories).toHaveLength(1);
    expect(second.stories).toEqual([{ storyId: late.storyId, articleIds: [late.id] }]);
  });
}

function topicTests(fresh: Fresh): void {
  const wish = {
    owner: TANUKI,
    name: 'Bakeries',
    include: 'bakery OR "small bread"',
    exclude: undefined,
    sources: ['Example News'],
    languages: ['en'],
    createdAt: NOON,
  };

  test('a topic comes back as it was made, to its owner alone', async () => {
    const store = await fresh();

    const topic = await store.topics.create(wish);

    expect(topic).toMatchObject(wish);
    expect(await store.topics.get(TANUKI, topic.id)).toEqual(topic);
    expect(await store.topics.get(RACOONS, topic.id)).toBeUndefined();
    expect(await store.topics.list(RACOONS)).toEqual([]);
    expect(await store.topics.all()).toEqual([topic]);
    const changed = { ...topic, name: 'Bread', include: 'bread', exclude: undefined, sources: ['A'], languages: [] };
    await store.topics.update(changed);
    expect(await store.topics.list(TANUKI)).toEqual([changed]);
    await store.topics.remove(RACOONS, topic.id);
    expect(await store.topics.count(TANUKI)).toBe(1);
    await store.topics.remove(TANUKI, topic.id);
    expect(await store.topics.count(TANUKI)).toBe(0);
  });

  test('matches narrow latest, seenSince and newSince, and known pairs are left alone', async () => {
    const store = await fresh();
    const { feedId } = await addSource(store, TANUKI);
    const bread = await addArticle(store, [feedId]);
    await addArticle(store, [feedId]);
    const topic = await store.topics.create(wish);
    const pair = { topicId: topic.id, articleId: bread.id };

    await store.topics.addMatches([pair, pair]);
    await store.topics.addMatches([pair, { topicId: topic.id, articleId: 999_999 as ArticleId }]);

    expect((await store.articles.latest(tanuki, { limit: 9, topicId: topic.id })).map(({ id }) => id)).toEqual([
      bread.id,
    ]);
    expect(await store.stories.seenSince(tanuki, { since: 0, topics: [topic.id], limit: 9 })).toEqual([bread.storyId]);
    const { stories } = await store.stories.newSince(tanuki, { since: 0, after: 0, topics: [topic.id], limit: 9 });
    expect(stories.map(({ storyId }) => storyId)).toEqual([bread.storyId]);
    expect(await store.topics.ofArticles(TANUKI, [bread.id])).toEqual([pair]);
    expect(await store.topics.ofArticles(RACOONS, [bread.id])).toEqual([]);
    await store.topics.removeMatches(topic.id, [bread.id, 999_999 as ArticleId]);
    expect(await store.topics.ofArticles(TANUKI, [bread.id])).toEqual([]);
  });
}

function digestTests(fresh: Fresh): void {
  test('a digest comes back as it was made, to its owner alone', async () => {
    const store = await fresh();
    const { id: _, lastRunAt: __, lastProblem: ___, ...wish } = digest({ pingRoleId: '5', publish: true });

    const made = await store.digests.create(wish);

    expect(made).toMatchObject(wish);
    expect(await store.digests.get(TANUKI, made.id)).toEqual(made);
    expect(await store.digests.byId(made.id)).toEqual(made);
    expect(await store.digests.get(RACOONS, made.id)).toBeUndefined();
    expect(await store.digests.list(RACOONS)).toEqual([]);
  });

  test('a change touches what it names, and undefined empties a field', async () => {
    const store = await fresh();
    const made = await store.digests.create(digest({ pingRoleId: '5' }));

    await store.digests.update(TANUKI, made.id, { stories: 3, silent: false, pingRoleId: undefined, dueAt: undefined });
    await store.digests.update(RACOONS, made.id, { stories: 15 });
    await store.digests.update(TANUKI, made.id, {});

    expect(await store.digests.get(TANUKI, made.id)).toEqual({
      ...made,
      stories: 3,
      silent: false,
      pingRoleId: undefined,
      dueAt: undefined,
    });
  });

  test('due are those whose time has come and that are not paused', async () => {
    const store = await fresh();
    const due = await store.digests.create(digest({ dueAt: NOON }));
    await store.digests.create(digest({ dueAt: NOON, paused: true }));
    await store.digests.create(digest({ dueAt: NOON + 1 }));
    await store.digests.create(digest({ dueAt: undefined }));

    expect((await store.digests.due(NOON)).map(({ id }) => id)).toEqual([due.id]);
    expect(await store.digests.nextDueAt()).toBe(NOON);
  });

  test('settings of a server that has none are UTC', async () => {
    const store = await fresh();

    expect(await store.guilds.settings(TANUKI)).toEqual({ timezone: 'UTC', language: undefined });
    const berlin = { timezone: 'Europe/Berlin', language: 'de', method: 'lead', alertChannelId: '5' } as const;
    await store.guilds.saveSettings(TANUKI, berlin);
    expect(await store.guilds.settings(TANUKI)).toEqual(berlin);
    await store.guilds.saveSettings(TANUKI, { timezone: 'Asia/Tokyo', language: undefined });
    expect(await store.guilds.settings(TANUKI)).toEqual({ timezone: 'Asia/Tokyo', language: undefined });
  });
}

function runTests(fresh: Fresh): void {
  async function opened(store: Store) {
    const made = await store.digests.create(digest({ dueAt: NOON }));
    const open = () =>
      store.runs.open({
        digestId: made.id,
        key: '2026-11-21T12:00',
        dueAt: NOON,
        late: false,
        nextDueAt: NOON + 24 * HOUR,
      });
    return { digest: made, open, run: await open() };
  }
  const claim = (store: Store, now: number) => store.runs.claimUnfinished({ now, limit: 9, leaseMs: MINUTE });

  test('a run is opened once, and its digest moves on', async () => {
    const store = await fresh();
    const { digest: made, open, run } = await opened(store);

    expect((await open()).id).toBe(run.id);
    expect((await store.digests.byId(made.id))?.dueAt).toBe(NOON + 24 * HOUR);
    expect(await store.runs.history(made.id, 9)).toHaveLength(1);
  });

  test('a run by hand leaves the time that is set', async () => {
    const store = await fresh();
    const made = await store.digests.create(digest({ dueAt: NOON + HOUR }));

    await store.runs.open({ digestId: made.id, key: 'manual-1', dueAt: NOON, late: false, nextDueAt: made.dueAt });

    expect((await store.digests.byId(made.id))?.dueAt).toBe(NOON + HOUR);
  });

  test('a run keeps what was rendered first', async () => {
    const store = await fresh();
    const { run } = await opened(store);
    const story = { storyId: 7 as StoryId, articleIds: [1, 2], update: true };

    await store.runs.saveRendered(run.id, { pages: [{ content: 'one' }], stories: [story], cursor: 5 });
    const stored = await store.runs.saveRendered(run.id, { pages: [{ content: 'two' }], stories: [], cursor: 9 });
    expect(stored).toEqual([{ content: 'one' }]);
    const [claimed] = await claim(store, NOON);

    expect(claimed).toMatchObject({ state: 'rendered', pages: [{ content: 'one' }], stories: [story], messageIds: [] });
    expect(await store.runs.cursor(run.digestId)).toBe(5);
  });

  test('a claim lasts for its lease, can be renewed by its holder alone, and counts', async () => {
    const store = await fresh();
    const { run } = await opened(store);

    const [first] = await claim(store, NOON);
    expect(await claim(store, NOON + 1)).toEqual([]);
    expect(await store.runs.renew(run.id, { attempts: 1, until: NOON + 2 * MINUTE })).toBe(true);
    expect(await claim(store, NOON + MINUTE)).toEqual([]);
    const [second] = await claim(store, NOON + 2 * MINUTE);

    expect([first?.attempts, second?.attempts]).toEqual([1, 2]);
    expect(await store.runs.renew(run.id, { attempts: 1, until: NOON + HOUR })).toBe(false);
  });

  test('messages are kept by page, the first attempt by its first time', async () => {
    const store = await fresh();
    const { run } = await opened(store);

    await store.runs.markTried(run.id, NOON);
    await store.runs.markTried(run.id, NOON + HOUR);
    await store.runs.savePageSent(run.id, 0, 'm0');
    await store.runs.savePageSent(run.id, 1, 'm1');
    await store.runs.savePageSent(run.id, 1, 'again');

    expect((await claim(store, NOON))[0]).toMatchObject({ firstTriedAt: NOON, messageIds: ['m0', 'm1'] });
  });

  test('a run that is put off comes back at its time', async () => {
    const store = await fresh();
    const { run } = await opened(store);
    await claim(store, NOON);

    await store.runs.retryAt(run.id, NOON + HOUR, 'Discord did not answer');

    expect(await claim(store, NOON + HOUR - 1)).toEqual([]);
    expect(await claim(store, NOON + HOUR)).toHaveLength(1);
  });

  test('a finished run is over, and its digest tells of it', async () => {
    const store = await fresh();
    const { digest: made, run } = await opened(store);

    await store.runs.finish(run.id, { state: 'failed', now: NOON + 1, problem: '{"problem":"x"}' });
    await store.runs.finish(run.id, { state: 'sent', now: NOON + 2 });

    expect(await claim(store, NOON + HOUR)).toEqual([]);
    expect((await store.runs.history(made.id, 1))[0]?.state).toBe('failed');
    expect(await store.digests.byId(made.id)).toMatchObject({ lastRunAt: NOON + 1, lastProblem: '{"problem":"x"}' });
  });

  test('what was posted of a story is found under its heir', async () => {
    const store = await fresh();
    const [from, into] = [await store.stories.create(NOON), await store.stories.create(NOON)];
    const { digest: made, run } = await opened(store);
    await store.runs.saveRendered(run.id, {
      pages: [],
      stories: [{ storyId: from, articleIds: [1], update: false }],
      cursor: 1,
    });
    await store.runs.finish(run.id, { state: 'sent', now: NOON });

    await store.stories.merge(from, into);

    expect(await store.runs.posted(made.id, [into])).toEqual([{ storyId: into, articleIds: [1], update: false }]);
  });

  test('a run that failed before its first page has posted nothing and read nothing', async () => {
    const store = await fresh();
    const { digest: made, run } = await opened(store);
    const story = { storyId: 7 as StoryId, articleIds: [1], update: false };
    await store.runs.saveRendered(run.id, { pages: [{}], stories: [story], cursor: 5 });

    await store.runs.finish(run.id, { state: 'failed', now: NOON });

    expect(await store.runs.posted(made.id, [story.storyId])).toEqual([]);
    expect(await store.runs.cursor(made.id)).toBeUndefined();
  });

  test('removing a digest removes its runs', async () => {
    const store = await fresh();
    const { digest: made } = await opened(store);

    await store.digests.remove(TANUKI, made.id);

    expect(await claim(store, NOON)).toEqual([]);
  });
}

export type Asked = Partial<Omit<SearchAsk, 'terms' | 'all'>> & { any?: readonly string[]; all?: readonly string[] };

export function ask({ any = [], all = [], ...parts }: Asked): SearchAsk {
  return {
    terms: [...any, ...all].map((term) => ({ term, weight: 1, usual: 0.001 })),
    all: all.map((term) => ({ terms: [term], title: false })),
    none: [],
    now: NOON,
    limit: 10,
    ...parts,
  };
}

export function toMarksAsk(articleIds: readonly ArticleId[], terms: readonly string[]): MarksAsk {
  return { articleIds, marking: terms.map((term) => ({ term, weight: 1, usual: 0.001 })), now: NOON };
}

function searchTests(fresh: Fresh): void {
  async function library() {
    const store = await fresh();
    const source = await addSource(store, TANUKI);
    const add = (titleTerms: string[], textTerms: string[], parts: Parameters<typeof addArticle>[2] = {}) =>
      addArticle(store, [source.feedId], { titleTerms, textTerms, ...parts });
    return { store, source, add };
  }
  const idsOf = async (store: Store, parts: Asked) =>
    (await store.search.candidates(tanuki, ask(parts))).found.map(({ articleId }) => articleId);

  test('any, all and none', async () => {
    const { store, add } = await library();
    const a = await add(['tanuki'], ['open', 'bakeri', 'friday']);
    const b = await add(['racoon'], ['open', 'bank', 'bakeri']);

    expect(new Set(await idsOf(store, { any: ['tanuki', 'racoon', 'nobody'] }))).toEqual(new Set([a.id, b.id]));
    expect(await idsOf(store, { all: ['tanuki', 'bakeri'] })).toEqual([a.id]);
    expect(await idsOf(store, { any: ['bakeri'], none: ['bank'] })).toEqual([a.id]);
    expect(await idsOf(store, { none: ['bank'] })).toEqual([]);
  });

  test('beside needed terms the others only rank', async () => {
    const { store, add } = await library();
    const plain = await add([], ['bakeri', 'x', 'y']);
    const better = await add([], ['bakeri', 'tanuki', 'y']);
    await add([], ['tanuki']);

    expect(await idsOf(store, { all: ['bakeri'], any: ['tanuki'] })).toEqual([better.id, plain.id]);
  });

  test('a term in the title counts for more, and larger scores are better', async () => {
    const { store, add } = await library();
    const inText = await add(['other'], ['tanuki']);
    const inTitle = await add(['tanuki'], ['other']);
    await add(['x'], ['y']);
    await add(['x'], ['y']);

    const { found } = await store.search.candidates(tanuki, ask({ any: ['tanuki'] }));

    expect(found.map(({ articleId }) => articleId)).toEqual([inTitle.id, inText.id]);
    expect(found[0]!.score).toBeGreaterThan(found[1]!.score);
  });

  test('a phrase is found where its terms stand in a row, in the headline alone where that is asked for', async () => {
    const { store, add } = await library();
    const inText = await add(['bakeri'], ['red', 'river', 'rose']);
    const inTitle = await add(['red', 'river'], ['bakeri']);
    await add(['river'], ['red', 'bakeri', 'river', 'red']);
    const phrase = (title: boolean, ...runs: string[][]): Asked => ({
      all: ['red', 'river'],
      phrases: [{ runs, title }],
    });

    expect(await idsOf(store, phrase(false, ['red', 'river']))).toEqual([inTitle.id, inText.id]);
    expect(await idsOf(store, phrase(true, ['red', 'river']))).toEqual([inTitle.id]);
    expect(await idsOf(store, phrase(false, ['rot', 'fluss'], ['river', 'rose']))).toEqual([inText.id]);
    expect(await idsOf(store, phrase(false, ['rot', 'fluss']))).toEqual([]);
  });

  test('a phrase is found however many hold its terms apart, and as the article has it now', async () => {
    const { store, add } = await library();
    const quiet = await add([], ['red', 'river', ...Array.from({ length: 300 }, (_, n) => `x${n}`)]);
    const changed = await add([], ['red', 'river']);
    for (let n = 0; n < 30; n += 1) await add(['river', 'red'], []);
    await store.articles.update(changed.id, {
      draft: draft(),
      keys: [],
      titleTerms: [],
      textTerms: ['red'],
      now: NOON,
    });

    const asked: Asked = { all: ['red', 'river'], phrases: [{ runs: [['red', 'river']], title: false }], limit: 3 };
    const { found } = await store.search.candidates(tanuki, ask(asked));

    expect(found.map(({ articleId, isUnsure }) => [articleId, isUnsure])).toEqual([[quiet.id, undefined]]);
  });

  test('language, time, source and limit narrow', async () => {
    const { store, source, add } = await library();
    const other = await addSource(store, TANUKI, 'https://other.example/feed');
    const german = await add(['tanuki'], [], { draft: { lang: 'de', publishedAt: NOON - 9 * HOUR } });
    const english = await add(['tanuki'], []);

    expect(await idsOf(store, { any: ['tanuki'], lang: 'de' })).toEqual([german.id]);
    expect(await idsOf(store, { any: ['tanuki'], since: NOON - 2 * HOUR })).toEqual([english.id]);
    expect(await idsOf(store, { any: ['tanuki'], sourceIds: [other.id] })).toEqual([]);
    expect(await idsOf(store, { any: ['tanuki'], sourceIds: [source.id, other.id] })).toHaveLength(2);
    expect(await idsOf(store, { any: ['tanuki'], limit: 1 })).toHaveLength(1);
  });

  test.each(['हिन्दी', 'ταΐζω', 'việt', '日本', 'مَدرسة', 'u.s.', 'c++', 'naïve'])(
    'the term %s is found as it is',
    async (term) => {
      const { store, add } = await library();
      const { id } = await add([], ['before', term, 'after']);

      expect(await idsOf(store, { any: [term] })).toEqual([id]);
      expect(await idsOf(store, { all: ['before', term, 'after'] })).toEqual([id]);
    },
  );

  test.each(['"', '*', 'a:b', 'NEAR(', 'OR', '', '-', '^', '\u0000', '\ud800', '{title_terms}', "'"])(
    'the term %j is a term, not syntax',
    async (term) => {
      const { store, add } = await library();
      await add(['tanuki'], ['bakeri']);

      const asks = [{ any: [term] }, { all: [term] }, { all: [term, term] }, { any: ['tanuki'], none: [term] }];
      for (const one of asks) expect((await idsOf(store, one)).length).toBeLessThanOrEqual(1);
    },
  );
}

/** As a store of some size is searched: enough for several levels of shelves. */
function shelfTests(fresh: Fresh): void {
  const WORDS = 40;

  async function libraryOf(count: number) {
    const store = await fresh();
    const [mine, theirs] = [
      await addSource(store, TANUKI),
      await addSource(store, RACOONS, 'https://other.example/feed'),
    ];
    const ids: ArticleId[] = [];
    await store.transaction(async (inner) => {
      for (let n = 0; n < count; n += 1) {
        const { id } = await addArticle(inner, [n % 5 === 0 ? theirs.feedId : mine.feedId], {
          titleTerms: [`w${n % WORDS}`],
          textTerms: [`v${n % 7}`, 'every', `only${n}`],
        });
        ids.push(id);
      }
    });
    return { store, mine, ids };
  }
  const find = async (store: Store, scope: Scope, any: readonly string[]) =>
    (await store.search.candidates(scope, ask({ any, limit: 3000 }))).found.map(({ articleId }) => articleId);

  test('every article is found by each of its terms, in its scope alone, however the shelves were joined', async () => {
    const { store, ids } = await libraryOf(2400);
    const own = ids.filter((_, n) => n % 5 !== 0);

    expect((await find(store, tanuki, ['every'])).sort((a, b) => a - b)).toEqual(own);
    expect(await find(store, guildScope(RACOONS), ['every'])).toHaveLength(480);
    for (const n of [1, 126, 127, 128, 129, 2047, 2048, 2399]) {
      expect(await find(store, tanuki, [`only${n}`])).toEqual(n % 5 === 0 ? [] : [ids[n]]);
      expect(await find(store, tanuki, [`w${n % WORDS}`])).toEqual(
        expect.arrayContaining(ids.filter((_, i) => i % WORDS === n % WORDS && i % 5 !== 0)),
      );
    }
  });

  test('a changed article is found by what it says now alone, on whatever shelf it was', async () => {
    const { store, ids } = await libraryOf(700);
    const changed = [1, 41, 601, 699].map((n) => ids[n] as ArticleId);
    for (const id of changed)
      await store.articles.update(id, { draft: draft(), keys: [], titleTerms: ['moved'], textTerms: [], now: NOON });

    expect((await find(store, tanuki, ['moved'])).sort((a, b) => a - b)).toEqual(changed);
    expect(await find(store, tanuki, ['only1', 'only699'])).toEqual([]);
    expect(await find(store, tanuki, ['every'])).toHaveLength(560 - changed.length);
  });

  test('an article that another feed brings later is found by those who read that feed', async () => {
    const { store, mine, ids } = await libraryOf(100);
    await find(store, tanuki, ['every']);

    await store.articles.addToFeed(ids[0] as ArticleId, mine.feedId, NOON);

    expect(await find(store, tanuki, ['only0'])).toEqual([ids[0]]);
  });

  test('what words mark is known of the asked articles in scope, wherever they stand: rare words mark more', async () => {
    const { store, ids } = await libraryOf(700);
    const at = (n: number) => ids[n] as ArticleId;
    const asked = [at(1), at(2), at(646), at(5)];

    const marks = await store.search.marks(tanuki, toMarksAsk(asked, ['only1', 'v2']));

    const byId = new Map(marks.map(({ articleId, score }) => [articleId, score]));
    expect([...byId.keys()].sort((a, b) => a - b)).toEqual([at(1), at(2), at(646)]);
    expect(byId.get(at(1))).toBeGreaterThan(byId.get(at(646)) as number);
    expect(byId.get(at(2))).toBe(byId.get(at(646)));
    expect(await store.search.marks(tanuki, toMarksAsk([at(1)], ['nobody']))).toEqual([{ articleId: at(1), score: 0 }]);
  });

  test('what was pruned is found no more, and leaves nothing behind', async () => {
    const { store } = await libraryOf(600);

    await store.articles.prune({ now: NOON + HOUR, textDays: 0, rowDays: 0 });

    expect(await find(store, tanuki, ['every'])).toEqual([]);
  });

  test('a word is known where somebody in scope has written it, and likely words are of the scope alone', async () => {
    const { store } = await libraryOf(100);
    const { unknown } = await store.search.candidates(tanuki, ask({ any: ['every', 'only5', 'nobody'] }));

    expect(unknown).toEqual(['only5', 'nobody']);
    expect(await store.search.similar(tanuki, { term: 'evrey', near: [] })).toEqual(['every']);
    expect(await store.search.similar(tanuki, { term: 'eve', near: [] })).toEqual([]);
    const theirs = await fresh();
    const other = await addSource(theirs, RACOONS, 'https://other.example/feed');
    await addArticle(theirs, [other.feedId], { titleTerms: ['bakery'] });
    expect(await theirs.search.similar(tanuki, { term: 'bakary', near: [] })).toEqual([]);
    expect(await theirs.search.similar(guildScope(RACOONS), { term: 'bakary', near: [] })).toEqual(['bakery']);
  });
}

function transactionTests(fresh: Fresh): void {
  test('all or nothing', async () => {
    const store = await fresh();

    const failing = store.transaction(async (inner) => {
      await inner.feeds.ensure('https://news.example/feed', NOON);
      throw new Error('Stop');
    });

    await expect(failing).rejects.toThrow('Stop');
    expect((await store.feeds.ensure('https://news.example/feed', NOON + 1)).nextCheckAt).toBe(NOON + 1);
  });

  test('a transaction inside a transaction throws instead of waiting for ever', async () => {
    const store = await fresh();

    await expect(store.transaction((inner) => inner.transaction(async () => 1))).rejects.toThrow(
      /inside a transaction/i,
    );
    await expect(store.transaction(() => store.transaction(async () => 1))).rejects.toThrow(/inside a transaction/i);
  });

  test('the outer store inside a transaction throws instead of waiting for ever', async () => {
    const store = await fresh();

    const reading = store.transaction(() => store.feeds.count());
    await expect(reading).rejects.toThrow(/inside a transaction/i);
    await expect(store.transaction(() => store.stories.create(NOON))).rejects.toThrow(/inside a transaction/i);

    expect(await store.stories.create(NOON)).toBeGreaterThan(0);
  });

  test('two hundred transactions side by side lose nothing', async () => {
    const store = await fresh();
    await store.guilds.saveSettings(TANUKI, { timezone: '0', language: undefined });

    await Promise.all(
      Array.from({ length: 200 }, () =>
        store.transaction(async (inner) => {
          const { timezone } = await inner.guilds.settings(TANUKI);
          await inner.guilds.saveSettings(TANUKI, { timezone: String(Number(timezone) + 1), language: undefined });
        }),
      ),
    );

    expect((await store.guilds.settings(TANUKI)).timezone).toBe('200');
  });

  test('what was started inside a transaction and goes on after it may use the store', async () => {
    const store = await fresh();
    let later: Promise<number> | undefined;

    await store.transaction(async () => {
      later = new Promise((resolve, reject) => {
        setTimeout(() => store.sources.count(TANUKI).then(resolve, reject), 5);
      });
    });

    expect(await later).toBe(0);
  });
}
