// Turns digests whose time has come into runs of the outbox: one late run after a downtime, or none where it is too old.

import type { Store } from '../store/contract.ts';
import type { Digest, Run } from './digest.ts';
import { lastRunBy, nextRun, periodAt } from './next-run.ts';

/** From here on a run says that it is late. */
export const LATE_MS = 5 * 60_000;

export type DueStore = Pick<Store, 'digests' | 'runs' | 'transaction'>;

/** The runs that are to be sent. */
export async function openDueRuns({ store, now }: { readonly store: DueStore; readonly now: number }): Promise<Run[]> {
  const runs: Run[] = [];
  for (const digest of await store.digests.due(now)) {
    const run = await openRun(digest, store, now);
    if (run !== undefined) runs.push(run);
  }
  return runs;
}

async function openRun(digest: Digest, store: DueStore, now: number): Promise<Run | undefined> {
  const { id: digestId, owner, schedule, dueAt = now } = digest;
  const nextDueAt = nextRun(schedule, now)?.at;
  const last = lastRunBy(schedule, dueAt, now);
  if (last === undefined) {
    await store.digests.update(owner, digestId, { dueAt: nextDueAt });
    return undefined;
  }
  const run = { digestId, key: last.key, dueAt: last.at, late: now - last.at > LATE_MS, nextDueAt };
  if (!isTooOld(digest, last.at, now)) return store.runs.open(run);
  await store.transaction(async (inside) => {
    const { id } = await inside.runs.open(run);
    await inside.runs.finish(id, { state: 'skipped', now, problem: TOO_OLD });
  });
  return undefined;
}

/** What a run that was left out for its age has for a reason. */
export const TOO_OLD = 'too-old';

/** Older than half the time to the next one. */
export function isTooOld({ schedule }: Pick<Digest, 'schedule'>, dueAt: number, now: number): boolean {
  return now - dueAt > periodAt(schedule, dueAt) / 2;
}
