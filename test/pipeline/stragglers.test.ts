import { expect, test } from 'vitest';
import { termsOf } from '../../src/articles/draft-article.ts';
import { indexArticle } from '../../src/pipeline/index-article.ts';
import { openNewsdesk } from '../../src/pipeline/newsdesk.ts';
import type { StoryId } from '../../src/stories/story.ts';
import { draft, NOON } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';

const BAKERY = { title: 'Tanuki opens a bakery', text: 'A tanuki opened a bakery in the old mill.' };

/** A newsdesk that takes the stories in that the test says. */
async function room() {
  const store = await freshStore();
  const { id: feedId } = await store.feeds.ensure('https://news.example/feed', NOON);
  const desk = await openNewsdesk(store);
  let late: StoryId[] = [];
  const stubborn = { ...desk, grouper: { ...desk.grouper, stragglers: () => late } };
  const add = (parts: { title: string; text: string }) => {
    const made = draft({ ...parts, url: `https://news.example/${encodeURIComponent(parts.title)}` });
    const entry = { draft: made, ...termsOf(made), source: 'News', feedId, fromFeed: false, seenAt: NOON };
    return indexArticle(entry, { store, desk: stubborn, now: () => NOON });
  };
  return { store, desk, add, takeIn: (stories: StoryId[]) => (late = stories) };
}

test('a lone article that its story takes in later is of that story in the store and in what is alive', async () => {
  const { store, desk, add, takeIn } = await room();
  const lone = await add(BAKERY);
  takeIn([lone.storyId]);

  const grown = await add({ title: 'Valley floods', text: 'Rain floods the southern valley after a week of storms.' });

  expect(await store.stories.resolve(lone.storyId)).toBe(grown.storyId);
  for (const { grouper } of [desk, await openNewsdesk(store)])
    expect(grouper.decide({ ...BAKERY, lang: 'en', source: 'Paper', time: NOON }).story).toBe(grown.storyId);
});
