// The process dies at every step of a digest in turn, and comes back after a minute or after ten.

import { expect, test } from 'vitest';
import type { Delivery } from '../../src/digests/delivery.ts';
import type { Store } from '../../src/store/contract.ts';
import { newsroom } from './outbox.ts';

class Killed extends Error {}

/** Dies at the n-th step: each call of the store and each delivery has one before it and one after it. */
function killer(atStep: number) {
  let step = 0;
  const tick = (): void => {
    step += 1;
    if (step === atStep) throw new Killed();
  };
  const mortal = <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) => {
    return async (...args: Args): Promise<T> => {
      tick();
      const result = await work(...args);
      tick();
      return result;
    };
  };
  return { mortal, died: () => step >= atStep };
}

function mortalStore(store: Store, mortal: ReturnType<typeof killer>['mortal']): Store {
  const part = <T extends object>(methods: T): T =>
    Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, mortal(method)])) as T;
  const { digests, runs, stories, articles, topics } = store;
  return {
    ...store,
    digests: part(digests),
    runs: part(runs),
    stories: part(stories),
    articles: part(articles),
    topics: part(topics),
  };
}

test.each([
  ['a minute', 61_000],
  ['ten minutes', 600_000],
])('killed at any step and back after %s, every page appears exactly once', async (_, downMs) => {
  let died = true;
  let steps = 0;
  for (let atStep = 1; died; atStep += 1) {
    const room = await newsroom();
    for (const title of ['A', 'B', 'C']) await room.article(title);
    await room.due();
    const { mortal, died: hasDied } = killer(atStep);
    const deliver = mortal((delivery: Delivery) => room.channel.deliver(delivery));

    await room.round({ store: mortalStore(room.store, mortal), deliver }).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    room.now += downMs;
    await room.round();
    await room.round();

    expect(room.lines(), `killed at step ${atStep}`).toEqual(['C', 'B', 'A']);
    expect(await room.store.runs.history(room.digest.id, 9)).toMatchObject([
      { state: 'sent', messageIds: ['m0', 'm1', 'm2'] },
    ]);
    died = hasDied();
    steps = atStep;
  }

  expect(steps).toBeGreaterThan(30);
});

test('killed again and again, it still gets there', async () => {
  const room = await newsroom();
  for (const title of ['A', 'B', 'C']) await room.article(title);
  await room.due();

  for (let round = 0; round < 60; round += 1) {
    const { mortal } = killer(18 + (round % 9));
    const deliver = mortal((delivery: Delivery) => room.channel.deliver(delivery));
    await room.round({ store: mortalStore(room.store, mortal), deliver }).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    room.now += 61_000;
  }

  expect(room.lines()).toEqual(['C', 'B', 'A']);
});

test('two processes at once post every page once', async () => {
  const room = await newsroom();
  for (const title of ['A', 'B', 'C']) await room.article(title);
  await room.due();

  await Promise.all([room.round(), room.round(), room.round()]);

  expect(room.lines()).toEqual(['C', 'B', 'A']);
});

test('a process that slept through its claim stops when it wakes', async () => {
  const room = await newsroom();
  for (const title of ['A', 'B', 'C']) await room.article(title);
  await room.due();
  let wake: () => void = () => undefined;
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  let sent = 0;
  const first = room.round({
    deliver: async (delivery) => {
      sent += 1;
      const delivered = await room.channel.deliver(delivery);
      if (sent === 2) await asleep;
      return delivered;
    },
  });
  while (sent < 2) await new Promise((resolve) => setImmediate(resolve));
  room.now += 10 * 60_000;
  expect(await room.round()).toEqual(['sent']);
  wake();

  expect(await first).toEqual(['lost']);
  expect(room.lines()).toEqual(['C', 'B', 'A']);
});
