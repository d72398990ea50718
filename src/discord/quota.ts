// So many asks in so many seconds for each person.

export interface Quota {
  /** Counts one ask; answers in how many seconds the next is welcome, 0 when this one is. */
  take(userId: string, now: number): number;
}

/** People remembered at once: whoever is not among them has not asked lately, or there is a flood of strangers. */
const MOST_PEOPLE = 20_000;

export function createQuota({ max, windowMs }: { readonly max: number; readonly windowMs: number }): Quota {
  const asks = new Map<string, number[]>();
  return {
    take(userId, now) {
      const recent = (asks.get(userId) ?? []).filter((at) => at > now - windowMs);
      const oldest = recent[0];
      if (recent.length >= max && oldest !== undefined) return Math.max(1, Math.ceil((oldest + windowMs - now) / 1000));
      asks.delete(userId);
      asks.set(userId, [...recent, now]);
      if (asks.size > MOST_PEOPLE) asks.delete(asks.keys().next().value as string);
      return 0;
    },
  };
}
