import { expect, test } from 'vitest';
import { createLoop } from '../src/loop.ts';

function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

test('asked for twice while it runs, a loop runs once more, not twice', async () => {
  const first = gate();
  let runs = 0;
  const loop = createLoop(
    async () => {
      runs += 1;
      if (runs === 1) await first.opened;
    },
    () => undefined,
  );

  const all = [loop.run(), loop.run(), loop.run()];
  first.open();
  await Promise.all(all);

  expect(runs).toBe(2);
});

test('an error ends the run and not the loop', async () => {
  const errors: unknown[] = [];
  let runs = 0;
  const loop = createLoop(
    async () => {
      runs += 1;
      if (runs === 1) throw new Error('once');
    },
    (error) => errors.push(error),
  );

  await loop.run();
  await loop.run();

  expect([runs, errors.length]).toEqual([2, 1]);
});

test('stopping waits for the run under way and begins no other', async () => {
  const first = gate();
  let ended = 0;
  const loop = createLoop(
    async () => {
      await first.opened;
      ended += 1;
    },
    () => undefined,
  );

  void loop.run();
  const again = loop.run();
  const stopped = loop.stop();
  first.open();
  await Promise.all([stopped, again]);

  expect(ended).toBe(1);
});
