import { expect, test } from 'vitest';
import type { ArticleId } from '../../src/articles/article.ts';
import { articleKeys } from '../../src/articles/article-keys.ts';
import { termsOf } from '../../src/articles/draft-article.ts';
import { indexArticle } from '../../src/pipeline/index-article.ts';
import { openNewsdesk } from '../../src/pipeline/newsdesk.ts';
import type { StoryId } from '../../src/stories/story.ts';
import { draft, NOON } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';

const FLOODS = { title: 'Valley floods', text: 'Rain floods the southern valley after a week of storms.' };
const BAKERY = { title: 'Tanuki opens a bakery', text: 'A tanuki opened a bakery in the old mill.' };

/** A newsdesk that takes in the stories, and parts from its story the articles, that the test says. */
async function room() {
  const store = await freshStore();
  const { id: feedId } = await store.feeds.ensure('https://news.example/feed', NOON);
  const desk = await openNewsdesk(store);
  let late: StoryId[] = [];
  let leaving: (last: ArticleId) => ArticleId[] = () => [];
  const grouper = { ...desk.grouper, stragglers: () => late, parting: (_: unknown, last: ArticleId) => leaving(last) };
  const stubborn = { ...desk, grouper };
  const toDraft = (parts: typeof BAKERY) =>
    draft({ ...parts, url: `https://news.example/${encodeURIComponent(parts.title)}` });
  const add = (parts: typeof BAKERY) => {
    const made = toDraft(parts);
    const entry = { draft: made, ...termsOf(made), source: 'News', feedId, fromFeed: false, seenAt: NOON };
    return indexArticle(entry, { store, desk: stubborn, now: () => NOON });
  };
  return {
    store,
    desk,
    add,
    find: (parts: typeof BAKERY) => store.articles.findByKeys(articleKeys(toDraft(parts))),
    takeIn: (stories: StoryId[]) => (late = stories),
    part: (ask: typeof leaving) => (leaving = ask),
  };
}

test('a lone article that its story takes in later is of that story in the store and in what is alive', async () => {
  const { store, desk, add, takeIn } = await room();
  const lone = await add(BAKERY);
  takeIn([lone.storyId]);

  const grown = await add(FLOODS);

  expect(await store.stories.resolve(lone.storyId)).toBe(grown.storyId);
  for (const { grouper } of [desk, await openNewsdesk(store)])
    expect(grouper.decide({ ...BAKERY, lang: 'en', source: 'Paper', time: NOON }).story).toBe(grown.storyId);
});

test('an article that leaves a story is of the new one in the store and in what is alive', async () => {
  const { desk, store, add, find, part } = await room();
  const stays = await add(BAKERY);
  part((last) => [last]);

  const leaves = await add(FLOODS);

  expect(leaves.storyId).not.toBe(stays.storyId);
  expect(await find(FLOODS)).toMatchObject({ id: leaves.articleId, storyId: leaves.storyId });
  for (const { grouper } of [desk, await openNewsdesk(store)]) {
    expect(grouper.decide({ ...FLOODS, lang: 'en', source: 'Paper', time: NOON }).story).toBe(leaves.storyId);
    expect(grouper.decide({ ...BAKERY, lang: 'en', source: 'Paper', time: NOON }).story).toBe(stays.storyId);
  }
});
