// Stories are merged while a digest is being made: nothing of them is lost, and nothing is told twice.

import { expect, test } from 'vitest';
import { draftDigest } from '../../src/digests/draft-digest.ts';
import { newsroom, renderPages } from './outbox.ts';

test('a story that is merged at any moment of the reading is still in the digest', async () => {
  for (let steps = 0; steps < 120; steps += 4) {
    const room = await newsroom();
    const a = await room.article('Tanuki opens a bakery');
    const b = await room.article('Bakery opened by tanuki');

    const drafting = draftDigest(room.digest, room.store, room.now);
    for (let step = 0; step < steps; step += 1) await Promise.resolve();
    await room.store.stories.merge(a.storyId, b.storyId);

    const shown = (await drafting).stories.flatMap(({ news }) => news.map(({ id }) => id));
    expect(shown.sort(), `merged after ${steps} steps`).toEqual([a.id, b.id]);
    await room.store.close();
  }
});

test('a story that is merged while its digest is written counts as told', async () => {
  const room = await newsroom();
  const a = await room.article('Tanuki opens a bakery', { source: 'Forest News' });
  await room.due();
  const { storyId: heir } = await room.article('Racoons found a bank', { seenAt: room.now - 30 * 86_400_000 });
  await room.round({
    render: async (view) => {
      await room.store.stories.merge(a.storyId, heir);
      return renderPages(view);
    },
  });

  await room.article('The same again', { source: 'Forest News', storyId: heir });
  await room.due();
  await room.round();
  await room.article('Bakery burns', { source: 'River Post', storyId: heir });
  await room.due();
  await room.round();

  expect(room.lines()).toEqual(['Tanuki opens a bakery', 'Update: Bakery burns']);
});

test('what was rendered and then lay too long, unseen, comes with the next', async () => {
  const room = await newsroom();
  await room.article('News');
  await room.due();
  const dead = room.round({
    deliver: async () => {
      throw new Error('unreachable');
    },
    render: () => {
      throw new Error('killed');
    },
  });
  await expect(dead).rejects.toThrow('killed');
  const [run] = await room.store.runs.history(room.digest.id, 1);
  const { stories, cursor } = await draftDigest(room.digest, room.store, room.now);
  const told = stories.map(({ story }) => ({ storyId: story.id, articleIds: story.articles.map(({ id }) => id) }));
  await room.store.runs.saveRendered(run!.id, {
    pages: [{ line: 'News' }],
    stories: told.map((one) => ({ ...one, update: false })),
    cursor,
  });
  room.now += 13 * 3_600_000;

  expect(await room.round()).toEqual(['skipped']);
  await room.due();
  await room.round();

  expect(room.lines()).toEqual(['News']);
});
