// Work that is claimed in handfuls and done several at a time: new work begins as other work ends, so that what is slow
// holds up nobody.

export interface Work<T> {
  /** Under way at a time. */
  readonly atOnce: number;
  /** Claimed beforehand, where asking for work is dear; a claim must outlast the wait. */
  readonly ahead?: number;
  /** Up to so many; none when there is nothing left. */
  readonly claim: (limit: number) => Promise<readonly T[]>;
  readonly work: (one: T) => Promise<void>;
  /** Nothing more is begun; what was claimed stays claimed until its lease ends. */
  readonly signal: AbortSignal;
}

/** Works until nothing is left, and answers how much was begun. What `work` throws ends the claiming and is thrown at the end. */
export async function workThrough<T>({ atOnce, ahead = 0, claim, work, signal }: Work<T>): Promise<number> {
  const waiting: T[] = [];
  const failures: unknown[] = [];
  let begun = 0;
  let running = 0;
  let wake: () => void = () => undefined;
  const begin = async (one: T): Promise<void> => {
    begun += 1;
    running += 1;
    try {
      await work(one);
    } catch (error) {
      failures.push(error);
    }
    running -= 1;
    wake();
  };
  const goesOn = (): boolean => !signal.aborted && failures.length === 0;
  for (;;) {
    const ended = new Promise<void>((resolve) => {
      wake = resolve;
    });
    if (goesOn() && waiting.length === 0 && running < atOnce) waiting.push(...(await claim(atOnce - running + ahead)));
    while (goesOn() && waiting.length > 0 && running < atOnce) void begin(waiting.shift()!);
    if (running === 0) break;
    await ended;
  }
  if (failures.length > 0) throw failures[0];
  return begun;
}
