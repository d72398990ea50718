// Sources that fail for long → one notice in the server's alert channel, and one when they are well again.

import type { Deliver } from '../digests/delivery.ts';
import type { Log } from '../log.ts';
import type { SourceAlert, Store } from '../store/contract.ts';

export interface AlertDeps {
  readonly store: Pick<Store, 'sources'>;
  readonly render: (alert: SourceAlert) => unknown | Promise<unknown>;
  readonly deliver: Deliver;
  readonly log: Log;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

const FAILURES = 3;
const LONG_MS = 24 * 3_600_000;

export async function tellAlerts(deps: AlertDeps): Promise<void> {
  const { store, now, signal } = deps;
  for (const alert of await store.sources.alerts({ failures: FAILURES, failingBefore: now() - LONG_MS })) {
    if (signal.aborted) return;
    await tell(alert, deps);
  }
}

/** Told before it is marked: after a crash in between, the same nonce keeps Discord from showing it twice. */
async function tell(alert: SourceAlert, { store, render, deliver, log, now }: AlertDeps): Promise<void> {
  const { kind, source, channelId, failingSince = 0 } = alert;
  const key = `${kind.charAt(0)}${source.id.toString(36)}-${failingSince.toString(36)}`;
  const outcome = await deliver({
    channelId,
    body: await render(alert),
    nonce: key,
    runKey: key,
    since: undefined,
    threadName: undefined,
    publish: false,
  });
  if (outcome.kind === 'retry') return;
  // What may not be posted is not tried for ever: /status names what is missing, and the source itself.
  if (outcome.kind === 'refused') log.warn({ source: source.id, problem: outcome.problem }, 'an alert was refused');
  await store.sources.markAlerted(source.id, kind === 'failing' ? now() : undefined);
}
