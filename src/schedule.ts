// The ticks. node-cron only wakes the loops: what is due, and when, is rows in the database.

import cron, { type ScheduledTask } from 'node-cron';
import type { Log } from './log.ts';

export interface Tick {
  readonly name: string;
  /** Six cron fields, seconds first. */
  readonly every: string;
  readonly run: () => Promise<void>;
}

export interface Schedule {
  /** No tick starts after this; those that run are waited for. */
  stop(): Promise<void>;
}

export function startSchedule(ticks: readonly Tick[], log: Log): Schedule {
  const running = new Set<Promise<void>>();
  const tasks: ScheduledTask[] = ticks.map((tick) =>
    cron.schedule(
      tick.every,
      async () => {
        const run = tick.run().catch((error: unknown) => log.error({ err: error, tick: tick.name }, 'a tick failed'));
        running.add(run);
        await run;
        running.delete(run);
      },
      { name: tick.name, noOverlap: true },
    ),
  );
  return {
    stop: async () => {
      await Promise.all(tasks.map(async (task) => task.destroy()));
      await Promise.all(running);
    },
  };
}
