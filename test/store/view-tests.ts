// What an owner's view leaves out or takes apart, on every engine: muted words, and articles that are no longer of a story.

import { expect, test } from 'vitest';
import type { ArticleId } from '../../src/articles/article.ts';
import { guildScope } from '../../src/scope.ts';
import type { Store } from '../../src/store/contract.ts';
import type { TopicId } from '../../src/topics/topic.ts';
import { NOON, RACOONS, TANUKI } from '../helpers/factories.ts';
import { addArticle, addSource } from './contract.ts';

type Fresh = () => Promise<Store>;
const HOUR = 3_600_000;
const tanuki = guildScope(TANUKI);
const racoons = guildScope(RACOONS);

/** Two owners of one feed. */
async function shared(store: Store) {
  const { feedId } = await addSource(store, TANUKI);
  await addSource(store, RACOONS);
  return feedId;
}

/** Every question that a person's answer is made from, by the titles or ids that it gives. */
async function seenBy(store: Store, scope: typeof tanuki, article: Awaited<ReturnType<typeof addArticle>>) {
  const { articles, stories } = store;
  const newest = await stories.newSince(scope, { since: 0, after: 0, topics: [], limit: 9 });
  const trends = await articles.forTrends(scope, { since: 0, topicId: undefined, lead: 9, most: 9 });
  return {
    get: (await articles.get(scope, article.id))?.storyId,
    tellers: (await articles.tellers(scope, [article.id]))[0]?.storyId,
    getMany: (await articles.getMany(scope, [article.id]))[0]?.storyId,
    latest: (await articles.latest(scope, { limit: 9 })).find(({ id }) => id === article.id)?.storyId,
    byKeys: (await articles.byKeys(scope, ['k']))?.storyId,
    titles: (await articles.completeTitles(scope, (title) => title.includes('opera'), 9))[0]?.storyId,
    newSince: newest.stories.find(({ articleIds }) => articleIds.includes(article.id))?.storyId,
    trends: trends.find(({ id }) => id === article.id)?.storyId,
  };
}

const OPERA = { draft: { title: 'An opera', url: undefined }, keys: ['k'] };

export function muteTests(fresh: Fresh): void {
  test('what an owner mutes is in none of his answers, and in all of those of others', async () => {
    const store = await fresh();
    const feedId = await shared(store);
    const opera = await addArticle(store, [feedId], OPERA);
    await addArticle(store, [feedId], { draft: { title: 'A ferry' }, storyId: opera.storyId });
    const { added } = await store.mutes.set(TANUKI, ['opera']);
    await store.mutes.addMatches([
      { wordId: added[0]!.id, articleId: opera.id },
      { wordId: added[0]!.id, articleId: opera.id },
      { wordId: 999 as TopicId, articleId: opera.id },
    ]);

    const theirs = await seenBy(store, racoons, opera);

    expect(Object.values(await seenBy(store, tanuki, opera))).toEqual(Array(8).fill(undefined));
    expect(Object.values(theirs)).toEqual(Array(8).fill(opera.storyId));
    expect((await store.articles.byStories(tanuki, [opera.storyId])).map(({ title }) => title)).toEqual(['A ferry']);
    expect((await store.articles.byStories(racoons, [opera.storyId])).length).toBe(2);
    expect((await store.articles.get({ ...tanuki, withMuted: true }, opera.id))?.title).toBe('An opera');
  });

  test('a story of which all is muted is not seen', async () => {
    const store = await fresh();
    const opera = await addArticle(store, [await shared(store)], OPERA);
    const { added } = await store.mutes.set(TANUKI, ['opera']);
    await store.mutes.addMatches([{ wordId: added[0]!.id, articleId: opera.id }]);

    const ask = { since: 0, topics: [], limit: 9 };
    expect(await store.stories.seenSince(tanuki, ask)).toEqual([]);
    expect(await store.stories.seenSince(racoons, ask)).toEqual([opera.storyId]);
  });

  test('words are kept once for all, told apart by owner, and forgotten with their last one', async () => {
    const store = await fresh();
    const first = await store.mutes.set(TANUKI, ['opera', 'golf']);
    const second = await store.mutes.set(RACOONS, ['opera']);

    expect(second.added).toEqual([first.added[0]]);
    expect((await store.mutes.set(TANUKI, ['golf', 'chess'])).forgotten).toEqual([]);
    expect(await store.mutes.list(TANUKI)).toEqual(['golf', 'chess']);
    expect((await store.mutes.set(RACOONS, [])).forgotten).toEqual([first.added[0]!.id]);
    expect((await store.mutes.all()).map(({ word }) => word)).toEqual(['golf', 'chess']);
    expect((await store.mutes.set(TANUKI, ['golf', 'chess'])).added).toEqual([]);
  });

  test('unmuted, everything is there again', async () => {
    const store = await fresh();
    const opera = await addArticle(store, [await shared(store)], OPERA);
    const { added } = await store.mutes.set(TANUKI, ['opera']);
    await store.mutes.addMatches([{ wordId: added[0]!.id, articleId: opera.id }]);

    await store.mutes.set(TANUKI, []);

    expect(Object.values(await seenBy(store, tanuki, opera))).toEqual(Array(8).fill(opera.storyId));
  });
}

export function splitTests(fresh: Fresh): void {
  test('an article that was taken out is a story of its own for that owner alone', async () => {
    const store = await fresh();
    const feedId = await shared(store);
    const ferry = await addArticle(store, [feedId], { draft: { title: 'A ferry' } });
    const opera = await addArticle(store, [feedId], { ...OPERA, storyId: ferry.storyId });

    const own = await store.splits.add(TANUKI, opera.id, NOON);

    expect(own).not.toBe(ferry.storyId);
    expect(await store.splits.add(TANUKI, opera.id, NOON)).toBe(own);
    expect(Object.values(await seenBy(store, tanuki, opera))).toEqual(Array(8).fill(own));
    expect(Object.values(await seenBy(store, racoons, opera))).toEqual(Array(8).fill(ferry.storyId));
    const titles = async (scope: typeof tanuki, id: typeof own) =>
      (await store.articles.byStories(scope, [id])).map(({ title, storyId }) => [title, storyId]);
    expect(await titles(tanuki, ferry.storyId)).toEqual([['A ferry', ferry.storyId]]);
    expect(await titles(tanuki, own)).toEqual([['An opera', own]]);
    expect(await titles(racoons, own)).toEqual([]);
    expect((await titles(racoons, ferry.storyId)).length).toBe(2);
    expect(await store.splits.outOf(TANUKI, ferry.storyId)).toEqual([opera.id]);
    expect(await store.splits.outOf(RACOONS, ferry.storyId)).toEqual([]);
    const seen = await store.stories.seenSince(tanuki, { since: 0, topics: [], limit: 9 });
    expect([...seen].sort()).toEqual([ferry.storyId, own].sort());
  });

  test('it stays out when its former story is merged into another', async () => {
    const store = await fresh();
    const feedId = await shared(store);
    const ferry = await addArticle(store, [feedId]);
    const opera = await addArticle(store, [feedId], { ...OPERA, storyId: ferry.storyId });
    const own = await store.splits.add(TANUKI, opera.id, NOON);
    const heir = await addArticle(store, [feedId]);

    await store.stories.merge(ferry.storyId, heir.storyId);

    expect((await store.articles.get(tanuki, opera.id))?.storyId).toBe(own);
    expect((await store.articles.get(racoons, opera.id))?.storyId).toBe(heir.storyId);
    expect(await store.splits.outOf(TANUKI, heir.storyId)).toEqual([opera.id]);
  });

  test('put back, it is where it is for everybody, and its own story leads there', async () => {
    const store = await fresh();
    const feedId = await shared(store);
    const ferry = await addArticle(store, [feedId]);
    const opera = await addArticle(store, [feedId], { ...OPERA, storyId: ferry.storyId });
    const own = await store.splits.add(TANUKI, opera.id, NOON);

    expect(await store.splits.remove(RACOONS, opera.id)).toBeUndefined();
    expect(await store.splits.remove(TANUKI, opera.id)).toBe(ferry.storyId);

    expect((await store.articles.get(tanuki, opera.id))?.storyId).toBe(ferry.storyId);
    expect(await store.stories.resolve(own)).toBe(ferry.storyId);
    expect(await store.splits.remove(TANUKI, opera.id)).toBeUndefined();
  });
}

export function lookTests(fresh: Fresh): void {
  const look = (hours: number, upTo: number) => ({ at: NOON + hours * HOUR, upTo: upTo as ArticleId });

  test('the last look of a person at a story is kept for each owner, and forgotten with the person or with age', async () => {
    const store = await fresh();
    const { looks } = store;
    const storyId = await store.stories.create(NOON);
    const ada = { person: 'ada', owner: TANUKI, storyId };
    await looks.put(ada, { last: look(0, 3), before: undefined });
    await looks.put(ada, { last: look(2, 5), before: look(0, 3) });
    await looks.put({ ...ada, owner: RACOONS }, { last: look(1, 4), before: undefined });
    await looks.put({ ...ada, person: 'bo' }, { last: look(1, 4), before: undefined });

    expect(await looks.get(ada)).toEqual({ last: look(2, 5), before: look(0, 3) });
    expect(await looks.get({ ...ada, storyId: await store.stories.create(NOON) })).toBeUndefined();

    await looks.prune(NOON + 2 * HOUR);
    expect(await looks.get({ ...ada, person: 'bo' })).toBeUndefined();
    expect(await looks.get({ ...ada, owner: RACOONS })).toBeUndefined();

    await looks.forget('bo');
    expect(await looks.get(ada)).toBeDefined();
    await looks.forget('ada');
    expect(await looks.get(ada)).toBeUndefined();
  });

  test('a look goes on with the story that another is merged into, whose own look counts', async () => {
    const store = await fresh();
    const [from, into] = [await store.stories.create(NOON), await store.stories.create(NOON)];
    const of = (person: string, storyId = into) => ({ person, owner: TANUKI, storyId });
    await store.looks.put(of('ada', from), { last: look(1, 3), before: undefined });
    await store.looks.put(of('bo', from), { last: look(1, 3), before: undefined });
    await store.looks.put(of('bo'), { last: look(2, 4), before: undefined });

    await store.stories.merge(from, into);

    expect((await store.looks.get(of('ada')))?.last).toEqual(look(1, 3));
    expect((await store.looks.get(of('bo')))?.last).toEqual(look(2, 4));
    expect(await store.looks.get(of('bo', from))).toBeUndefined();
  });
}
