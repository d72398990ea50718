// Hosts that asked to be left alone for a while: what one of a host's feeds was told counts for all of them.

export interface Holds {
  readonly set: (host: string, forMs: number, now: number) => void;
  /** Milliseconds that the host still wants to be left alone. */
  readonly leftMs: (host: string, now: number) => number;
}

/** However long a host asks for, it is looked at again after this. */
const LONGEST_MS = 3_600_000;
const MAX_HOSTS = 2_000;

export function createHolds(): Holds {
  const holds = new Map<string, number>();
  return {
    set: (host, forMs, now) => {
      holds.delete(host);
      const oldest = holds.keys().next();
      if (holds.size >= MAX_HOSTS && !oldest.done) holds.delete(oldest.value);
      holds.set(host, now + Math.min(forMs, LONGEST_MS));
    },
    leftMs: (host, now) => {
      const until = holds.get(host);
      if (until === undefined) return 0;
      if (until <= now) holds.delete(host);
      return Math.max(0, until - now);
    },
  };
}
