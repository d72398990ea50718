// How often one host is asked: so many requests at a time, so far apart. Others never wait for a slow host.

export interface Pace {
  /** Requests to one host and port at a time. */
  readonly atOnce: number;
  /** Least time between the starts of two requests to it. */
  readonly gapMs: number;
  /** A request that has taken so long lets the next begin beside it: as many as `atOnce` do, and no more. */
  readonly longMs?: number;
}

interface Host {
  active: number;
  /** Those that take long, and count no more. */
  long: number;
  /** Those that do, too, but still count: there are as many of the others as there may be. */
  readonly overdue: Set<() => void>;
  /** When the next request may start, on the monotonic clock. */
  nextAt: number;
  readonly waiting: Waiter[];
  timer: NodeJS.Timeout | undefined;
}

interface Waiter {
  readonly pace: Pace;
  readonly start: () => void;
}

export type Release = () => void;

export interface Queue {
  /** Resolves when it is this request's turn; what it gives back must be called when the request is over. */
  readonly turn: (host: string, pace: Pace, signal?: AbortSignal) => Promise<Release>;
}

/** Idle hosts are forgotten when there are more than this. */
const HOSTS_KEPT = 2_000;

export function createQueue(): Queue {
  const hosts = new Map<string, Host>();

  const hostOf = (key: string) => {
    let host = hosts.get(key);
    if (!host) {
      if (hosts.size >= HOSTS_KEPT) forgetIdle(hosts);
      host = { active: 0, long: 0, overdue: new Set(), nextAt: 0, waiting: [], timer: undefined };
      hosts.set(key, host);
    }
    return host;
  };

  const turn = (key: string, pace: Pace, signal?: AbortSignal) =>
    new Promise<Release>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const host = hostOf(key);
      const giveUp = () => {
        host.waiting.splice(host.waiting.indexOf(waiter), 1);
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        pace,
        start: () => {
          signal?.removeEventListener('abort', giveUp);
          resolve(enter(host, pace));
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      host.waiting.push(waiter);
      advance(host);
    });
  return { turn };
}

/** The request counts until it is over, or has taken long. */
function enter(host: Host, { atOnce, longMs }: Pace): Release {
  let isLong = false;
  const grow = (): void => {
    isLong = host.long < atOnce;
    if (!isLong) {
      host.overdue.add(grow);
      return;
    }
    host.overdue.delete(grow);
    host.long += 1;
    host.active -= 1;
    advance(host);
  };
  const timer = longMs === undefined ? undefined : setTimeout(grow, longMs);
  return once(() => {
    clearTimeout(timer);
    host.overdue.delete(grow);
    if (isLong) host.long -= 1;
    else host.active -= 1;
    if (isLong) host.overdue.values().next().value?.();
    advance(host);
  });
}

function advance(host: Host): void {
  for (let next = host.waiting[0]; next && host.active < next.pace.atOnce; next = host.waiting[0]) {
    const waitMs = host.nextAt - performance.now();
    if (waitMs > 0) {
      host.timer ??= setTimeout(() => {
        host.timer = undefined;
        advance(host);
      }, waitMs);
      return;
    }
    host.waiting.shift();
    host.active += 1;
    host.nextAt = performance.now() + next.pace.gapMs;
    next.start();
  }
}

function forgetIdle(hosts: Map<string, Host>): void {
  const now = performance.now();
  for (const [key, host] of hosts) {
    if (host.active + host.long === 0 && host.waiting.length === 0 && host.nextAt <= now) hosts.delete(key);
  }
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
