import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createQueue, type Pace } from '../../src/http/pace.ts';

const POLITE: Pace = { atOnce: 1, gapMs: 1_000 };
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Takes `count` turns of `holdMs` each; gives when each began, counted from now. */
function visitors(queue: ReturnType<typeof createQueue>, host: string, count: number, pace: Pace, holdMs: number) {
  const began: number[] = [];
  const zero = performance.now();
  for (let i = 0; i < count; i += 1) {
    void queue.turn(host, pace).then((release) => {
      began.push(Math.round(performance.now() - zero));
      setTimeout(release, holdMs);
    });
  }
  return began;
}

describe('turns', () => {
  test('at one host begin at least the gap apart', async () => {
    const began = visitors(createQueue(), 'a', 3, POLITE, 100);

    await vi.advanceTimersByTimeAsync(5_000);

    expect(began).toEqual([0, 1000, 2000]);
  });

  test('at one host wait for a slow answer', async () => {
    const began = visitors(createQueue(), 'a', 2, POLITE, 7_000);

    await vi.advanceTimersByTimeAsync(10_000);

    expect(began).toEqual([0, 7000]);
  });

  test('at another host do not wait for it', async () => {
    const queue = createQueue();
    visitors(queue, 'slow', 1, POLITE, 60_000);
    const began = visitors(queue, 'other', 1, POLITE, 10);

    await vi.advanceTimersByTimeAsync(10);

    expect(began).toEqual([0]);
  });

  test('without a gap run side by side up to the limit', async () => {
    const began = visitors(createQueue(), 'own', 5, { atOnce: 2, gapMs: 0 }, 100);

    await vi.advanceTimersByTimeAsync(1_000);

    expect(began).toEqual([0, 0, 100, 100, 200]);
  });

  test('that take long let as many others begin beside them, and no more', async () => {
    const pace: Pace = { atOnce: 2, gapMs: 0, longMs: 3_000 };
    const began = visitors(createQueue(), 'own', 7, pace, 20_000);

    await vi.advanceTimersByTimeAsync(70_000);

    expect(began).toEqual([0, 0, 3_000, 3_000, 20_000, 20_000, 23_000]);
  });

  test('given up while waiting pass to the next', async () => {
    const queue = createQueue();
    const stop = new AbortController();
    const release = await queue.turn('a', POLITE);
    const left = expect(queue.turn('a', POLITE, stop.signal)).rejects.toThrow('enough');
    const next = queue.turn('a', POLITE);

    stop.abort(new Error('enough'));
    release();
    await vi.advanceTimersByTimeAsync(1_000);

    await left;
    await expect(next).resolves.toBeTypeOf('function');
  });
});
