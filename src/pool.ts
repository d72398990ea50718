// Worker threads for work that would hold up the gateway: started when needed, ended when idle, every task with a deadline.

import { Piscina } from 'piscina';

/** The answer of the worker, or why there is none. A task that ran out of time or memory ends its thread, not the pool. */
export type TaskOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: Error };

export interface Pool {
  run<T>(name: string, task: unknown, options?: { readonly timeoutMs?: number }): Promise<TaskOutcome<T>>;
  /** Ends what is under way, as failed; what comes later fails at once. */
  close(): Promise<void>;
}

interface PoolOptions {
  /** URL of the worker's module; its named exports are the tasks. */
  readonly filename: string;
  readonly maxThreads?: number;
  /** After so long without a task the threads end and their memory is given back. */
  readonly idleMs?: number;
}

export function createPool({ filename, maxThreads = 2, idleMs = 20_000 }: PoolOptions): Pool {
  let piscina: Piscina | undefined;
  let idle: NodeJS.Timeout | undefined;
  let running = 0;
  let closed = false;
  const waiting: (() => void)[] = [];

  /** A task's deadline begins with its turn, not while others are at work. */
  const takeTurn = async (): Promise<void> => {
    clearTimeout(idle);
    running += 1;
    if (running > maxThreads) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const endTurn = (): void => {
    running -= 1;
    waiting.shift()?.();
    if (running === 0) rest();
  };

  const open = (): Piscina => {
    piscina ??= new Piscina({
      filename,
      minThreads: 0,
      maxThreads,
      concurrentTasksPerWorker: 1,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    return piscina;
  };
  const end = async (): Promise<void> => {
    const ended = piscina;
    piscina = undefined;
    await ended?.destroy();
  };
  const rest = (): void => {
    idle = setTimeout(() => void end(), idleMs);
    idle.unref();
  };

  return {
    run: async <T>(name: string, task: unknown, { timeoutMs = 10_000 } = {}) => {
      await takeTurn();
      try {
        if (closed) throw new Error('the pool is closed');
        const value = (await open().run(task, { name, signal: AbortSignal.timeout(timeoutMs) })) as T;
        return { kind: 'done', value } as const;
      } catch (error) {
        return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) } as const;
      } finally {
        endTurn();
      }
    },
    close: async () => {
      closed = true;
      clearTimeout(idle);
      await end();
    },
  };
}
