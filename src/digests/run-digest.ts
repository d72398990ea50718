// The outbox: a run that was opened is rendered once, sent page by page, and confirmed. Killed between any two lines, it
// goes on where it was, and each page appears once in its channel.

import type { Store } from '../store/contract.ts';
import { type ComposeDeps, viewDigest } from './compose-digest.ts';
import type { Deliver } from './delivery.ts';
import type { Digest, Run } from './digest.ts';
import type { DigestView } from './digest-view.ts';
import { draftDigest } from './draft-digest.ts';
import { localTimeAt } from './local-time.ts';
import { isTooOld, LATE_MS, TOO_OLD } from './open-due-runs.ts';

export interface RunDeps extends ComposeDeps {
  readonly store: ComposeDeps['store'] & Pick<Store, 'digests'>;
  /** The messages' bodies, one a page, each with the view's runKey in a custom_id. */
  readonly render: (view: DigestView, digest: Digest) => readonly unknown[] | Promise<readonly unknown[]>;
  readonly deliver: Deliver;
}

export type RunOutcome = 'sent' | 'skipped' | 'failed' | 'later' | 'lost';

/** A claim lasts so long and is renewed before each page; short, so that after a crash the next start soon goes on. */
export const RUN_LEASE_MS = 60_000;

/** Within this the nonce is trusted; Discord keeps nonces for a few minutes. */
const NONCE_MS = 60_000;

const LONGEST_PAUSE_MS = 15 * 60_000;

/** A run that is half sent is not given up for its age as soon as one that nobody has seen. */
const GIVE_UP_MS = 24 * 3_600_000;

/** `run` as it was claimed (RunStore.claimUnfinished). */
export async function finishRun(run: Run, deps: RunDeps): Promise<RunOutcome> {
  const { store, now } = deps;
  const digest = await store.digests.byId(run.digestId);
  if (digest === undefined) return 'lost';
  if (isPastIt(run, digest, now())) return end(run, 'skipped', deps, TOO_OLD);
  const pages = run.state === 'rendered' ? run.pages : await renderRun(run, digest, deps);
  if (pages.length === 0) return end(run, 'skipped', deps);
  for (let page = run.messageIds.length; page < pages.length; page += 1) {
    const isOurs = await store.runs.renew(run.id, { attempts: run.attempts, until: now() + RUN_LEASE_MS });
    if (!isOurs) return 'lost';
    const outcome = await sendPage({ run, digest, page, body: pages[page] }, deps);
    if (outcome !== undefined) return outcome;
  }
  return end(run, 'sent', deps);
}

/** What every page of a run is known by in its channel. The time keeps it apart from runs of another database. */
export function runKeyOf(run: Pick<Run, 'id' | 'dueAt'>): string {
  return `${run.id.toString(36)}-${run.dueAt.toString(36)}`;
}

function isPastIt(run: Run, digest: Digest, now: number): boolean {
  if (run.messageIds.length > 0) return now - run.dueAt > GIVE_UP_MS;
  // A page may stand in the channel although the answer was lost: the look in the channel decides then.
  return run.firstTriedAt === undefined ? isTooOld(digest, run.dueAt, now) : now - run.dueAt > GIVE_UP_MS;
}

async function renderRun(run: Run, digest: Digest, deps: RunDeps): Promise<readonly unknown[]> {
  const { store, now, render } = deps;
  const draft = await draftDigest(digest, store, now());
  const isSilent = draft.stories.length === 0 && digest.ifEmpty === 'skip';
  const late = run.late || now() - run.dueAt > LATE_MS;
  const look = { at: run.dueAt, late, runKey: runKeyOf(run) };
  const pages = isSilent ? [] : await render(await viewDigest(digest, draft, look, deps), digest);
  const stories = draft.stories.map(({ story, update }) => ({
    storyId: story.id,
    articleIds: story.articles.map(({ id }) => id),
    update,
  }));
  // Another process may have been faster: what is stored is what is sent.
  return store.runs.saveRendered(run.id, { pages, stories, cursor: draft.cursor });
}

interface Page {
  readonly run: Run;
  readonly digest: Digest;
  readonly page: number;
  readonly body: unknown;
}

/** undefined when the page stands in the channel. */
async function sendPage({ run, digest, page, body }: Page, deps: RunDeps): Promise<RunOutcome | undefined> {
  const { store, now, deliver } = deps;
  const runKey = runKeyOf(run);
  const isOld = run.firstTriedAt !== undefined && now() - run.firstTriedAt > NONCE_MS;
  await store.runs.markTried(run.id, now());
  const delivered = await deliver({
    channelId: digest.channelId,
    body,
    nonce: `${runKey}-${page}`,
    runKey,
    since: isOld ? run.firstTriedAt : undefined,
    threadName: digest.thread === 'each' && page === 0 ? `${digest.name} ${dayOf(run, digest)}` : undefined,
    publish: digest.publish,
  });
  if (delivered.kind === 'refused') return end(run, 'failed', deps, JSON.stringify(delivered.problem));
  if (delivered.kind === 'retry') {
    const pause = Math.min(LONGEST_PAUSE_MS, delivered.afterMs * 2 ** Math.min(run.attempts - 1, 10));
    await store.runs.retryAt(run.id, now() + Math.max(pause, delivered.afterMs), 'no answer');
    return 'later';
  }
  await store.runs.savePageSent(run.id, page, delivered.messageId);
  return undefined;
}

/** "2026-11-22", in the digest's zone. */
function dayOf({ dueAt }: Run, { schedule }: Digest): string {
  const { year, month, day } = localTimeAt(dueAt, schedule.timezone);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

async function end(
  run: Run,
  state: 'sent' | 'skipped' | 'failed',
  { store, now }: RunDeps,
  problem?: string,
): Promise<RunOutcome> {
  await store.runs.finish(run.id, { state, now: now(), ...(problem === undefined ? {} : { problem }) });
  return state;
}
