// Due digests → posted. Every run is a row: what is not finished here is finished by the next round or the next start.

import type { Run } from '../digests/digest.ts';
import { openDueRuns } from '../digests/open-due-runs.ts';
import { finishRun, RUN_LEASE_MS, type RunDeps } from '../digests/run-digest.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/contract.ts';
import { workThrough } from './work-through.ts';

export interface PostDeps extends RunDeps {
  readonly store: Store;
  readonly log: Log;
  /** The process is ending: begin no further run. */
  readonly signal: AbortSignal;
}

const AT_ONCE = 8;
const AFTER_BUG_MS = 5 * 60_000;

export async function postDigests(deps: PostDeps): Promise<void> {
  const { store, now, signal } = deps;
  await openDueRuns({ store, now: now() });
  // Runs of one digest (its own hour and /digests run) wait for each other: what the first shows is not new to the second.
  const turns = new Map<Run['digestId'], Promise<void>>();
  await workThrough({
    atOnce: AT_ONCE,
    claim: async (limit) => store.runs.claimUnfinished({ now: now(), limit, leaseMs: RUN_LEASE_MS }),
    work: async (run) => {
      const before = turns.get(run.digestId)?.catch(() => undefined);
      const turn = Promise.resolve(before).then(async () => postRun(run, deps));
      turns.set(run.digestId, turn);
      await turn;
    },
    signal,
  });
}

/** The one catch per run: it is tried again later, and the others go on. */
async function postRun(run: Run, deps: PostDeps): Promise<void> {
  const { log, store, now, signal } = deps;
  if (signal.aborted) return;
  try {
    const outcome = await finishRun(run, deps);
    log.info({ run: run.key, digest: run.digestId, outcome }, 'a run is finished');
  } catch (error) {
    log.error({ err: error, run: run.key, digest: run.digestId }, 'a digest could not be posted');
    await store.runs.retryAt(run.id, now() + AFTER_BUG_MS, 'internal');
  }
}
