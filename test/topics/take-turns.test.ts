import { expect, test } from 'vitest';
import { takeTurns } from '../../src/topics/take-turns.ts';

/** Keeps the thread for so long. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

test('looking through what takes long lets others have their turn', async () => {
  let turns = 0;
  let waiting = true;
  const count = (): void => {
    turns += 1;
    if (waiting) setImmediate(count);
  };
  setImmediate(count);
  const seen: number[] = [];
  await takeTurns([1, 2, 3, 4, 5], (one) => {
    seen.push(one);
    work(10);
  });
  waiting = false;

  expect(seen).toEqual([1, 2, 3, 4, 5]);
  expect(turns).toBeGreaterThanOrEqual(4);
});

test('it ends at the first that answers false', async () => {
  const seen: number[] = [];
  await takeTurns([1, 2, 3], (one) => {
    seen.push(one);
    return one < 2;
  });
  expect(seen).toEqual([1, 2]);
});
