import { expect, test } from 'vitest';
import { workThrough } from '../../src/pipeline/work-through.ts';

const going = new AbortController().signal;

/** Gives out 1, 2, 3 … up to `count`, never more than it is asked for. */
function numbers(count: number) {
  let given = 0;
  const asked: number[] = [];
  const claim = async (limit: number) => {
    asked.push(limit);
    const some = Array.from({ length: Math.min(limit, count - given) }, (_, at) => given + at + 1);
    given += some.length;
    return some;
  };
  return { claim, asked };
}

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test.each([0, 5])('what is slow holds up nobody (claimed beforehand: %i)', async (ahead) => {
  const { claim } = numbers(100);
  const slow = gate();
  let done = 0;

  const begun = await workThrough({
    atOnce: 4,
    ahead,
    claim,
    signal: going,
    work: async (one) => {
      // The first three end only when all others have.
      if (one <= 3) await slow.opened;
      else if (++done === 97) slow.open();
    },
  });

  expect(begun).toBe(100);
});

test('there are never more under way than there may be', async () => {
  const { claim, asked } = numbers(50);
  let running = 0;
  let most = 0;

  await workThrough({
    atOnce: 4,
    ahead: 6,
    claim,
    signal: going,
    work: async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    },
  });

  expect(most).toBe(4);
  expect(Math.max(...asked)).toBe(10);
});

test('an error ends the claiming, lets the others finish, and is told', async () => {
  const { claim } = numbers(50);
  const done: number[] = [];
  const work = async (one: number) => {
    if (one === 2) throw new Error('broken');
    await Promise.resolve();
    done.push(one);
  };

  await expect(workThrough({ atOnce: 4, claim, work, signal: going })).rejects.toThrow('broken');

  expect(done).toEqual([1, 3, 4]);
});

test('nothing more is begun after the end was told', async () => {
  const { claim } = numbers(50);
  const ending = new AbortController();
  const done: number[] = [];
  const work = async (one: number) => {
    done.push(one);
    if (one === 3) ending.abort();
  };

  expect(await workThrough({ atOnce: 2, ahead: 10, claim, work, signal: ending.signal })).toBe(done.length);
  expect(done.length).toBeLessThanOrEqual(4);
});
