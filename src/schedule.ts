// The ticks. node-cron only wakes the loops: what is due, and when, is rows in the database.

import cron from 'node-cron';

export interface Tick {
  readonly name: string;
  /** Six cron fields, seconds first. */
  readonly every: string;
  /** Returns at once: a loop by itself never runs twice at a time. */
  readonly wake: () => void;
}

export interface Schedule {
  /** No tick comes after this. */
  stop(): Promise<void>;
}

export function startSchedule(ticks: readonly Tick[]): Schedule {
  const tasks = ticks.map(({ name, every, wake }) => cron.schedule(every, wake, { name, noOverlap: true }));
  return {
    stop: async () => {
      await Promise.all(tasks.map(async (task) => task.destroy()));
    },
  };
}
