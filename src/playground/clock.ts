// The stand-in's time: the wall clock, or one that a test moves.

export interface Clock {
  now(): number;
  /** Runs once after so many milliseconds of this clock; the answer takes it back. */
  after(ms: number, run: () => void): () => void;
}

export const wallClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
