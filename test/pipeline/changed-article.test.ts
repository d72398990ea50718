import { expect, test } from 'vitest';
import type { ArticleDraft } from '../../src/articles/article.ts';
import { termsOf } from '../../src/articles/draft-article.ts';
import { articleLabels } from '../../src/articles/labels.ts';
import { keyItems } from '../../src/feeds/item-keys.ts';
import { createLog } from '../../src/log.ts';
import { indexItems } from '../../src/pipeline/index-items.ts';
import { openNewsdesk } from '../../src/pipeline/newsdesk.ts';
import { guildScope } from '../../src/scope.ts';
import { draft, item, NOON, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';

const HOUR = 3_600_000;
const FEED = 'https://news.example/feed';
const scope = guildScope(TANUKI);

/** A feed of one item, whose page says what the item's summary says. */
async function newsroom() {
  const store = await freshStore();
  const { id: feedId } = await store.feeds.ensure(FEED, NOON);
  await store.sources.add({ owner: TANUKI, feedId, name: 'News', baselineAt: NOON - HOUR, now: NOON });
  const desk = await openNewsdesk(store);
  let now = NOON;
  const fetched: string[] = [];
  const deps = {
    store,
    desk,
    log: createLog('silent'),
    signal: new AbortController().signal,
    now: () => now,
    fetch: {
      http: { fetch: async () => ({ kind: 'gone', url: '' }) as const },
      isAllowed: async () => false,
      draft: async ({ item: given }: { item: { title: string | undefined; summary: string | undefined } }) => {
        fetched.push(given.summary ?? '');
        const made: ArticleDraft = draft({ title: given.title ?? '', text: given.summary ?? '' });
        return { kind: 'draft' as const, draft: made, ...termsOf(made) };
      },
    },
  };
  const poll = async (at: number, parts: Parameters<typeof item>[0]) => {
    now = at;
    await store.items.add(feedId, keyItems([item(parts)], FEED), now);
    await indexItems(deps as never);
  };
  return { store, desk, poll, fetched };
}

test('an article whose feed tells of a change is read again, keeps what it was, and is not new', async () => {
  const { store, poll, fetched } = await newsroom();
  await poll(NOON, { summary: 'A tanuki opened a bakery.' });
  const { cursor } = await store.stories.newSince(scope, { after: 0, since: 0, topics: [], limit: 9 });

  await poll(NOON + HOUR, { title: 'Tanuki closes bakery', summary: 'A tanuki closed a bakery.', updatedAt: NOON });

  const [article] = await store.articles.latest(scope, { limit: 9 });
  expect(fetched).toEqual(['A tanuki opened a bakery.', 'A tanuki closed a bakery.']);
  expect(article).toMatchObject({ title: 'Tanuki closes bakery', text: 'A tanuki closed a bakery.' });
  expect(articleLabels(article!)).toContain('updated');
  expect(await store.articles.versions(article!.id)).toMatchObject([{ at: NOON, title: 'Tanuki opens a bakery' }]);
  expect((await store.stories.newSince(scope, { after: cursor, since: 0, topics: [], limit: 9 })).stories).toEqual([]);
});

test('an article of which the feed says the same is not read again', async () => {
  const { store, poll, fetched } = await newsroom();

  for (const hour of [0, 1, 2]) await poll(NOON + hour * HOUR, { publishedAt: NOON + hour, summary: 'As it was.' });

  expect(fetched).toEqual(['As it was.']);
  expect((await store.articles.latest(scope, { limit: 9 }))[0]?.updatedAt).toBeUndefined();
});

test('an article that has changed matches the topics of its new text, too', async () => {
  const { store, desk, poll } = await newsroom();
  const rest = { owner: TANUKI, exclude: undefined, sources: [], languages: [], createdAt: NOON };
  const bakery = await store.topics.create({ ...rest, name: 'Bakery', include: 'bakery' });
  const flood = await store.topics.create({ ...rest, name: 'Flood', include: 'flood' });
  for (const topic of [bakery, flood]) desk.topics.add(topic);
  await poll(NOON, { summary: 'A tanuki opened a bakery.' });

  await poll(NOON + HOUR, { summary: 'A flood came over the town.', updatedAt: NOON });

  const [article] = await store.articles.latest(scope, { limit: 9 });
  const matched = await store.topics.ofArticles(TANUKI, [article!.id]);
  expect(matched.map(({ topicId }) => topicId).sort()).toEqual([bakery.id, flood.id].sort());
});
