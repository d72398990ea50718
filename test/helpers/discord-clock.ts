// A clock that stands until a test moves it, timers included.
import type { Clock } from '../../src/playground/clock.ts';

export interface MovableClock extends Clock {
  advance(ms: number): void;
}

export function movableClock(startAt: number): MovableClock {
  let now = startAt;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    advance(ms) {
      now += ms;
      const due = timers.filter((timer) => timer.at <= now).sort((a, b) => a.at - b.at);
      timers = timers.filter((timer) => timer.at > now);
      for (const timer of due) timer.run();
    },
  };
}
