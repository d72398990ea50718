// A piece of work that is never done twice at once: asked for while it runs, it runs once more afterwards.

export interface Loop {
  /** Resolves when a run that began after the call has ended. */
  run(): Promise<void>;
  /** No run begins any more; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

export function createLoop(work: () => Promise<unknown>, onError: (error: unknown) => void): Loop {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let stopped = false;

  const start = async (): Promise<void> => {
    try {
      if (!stopped) await work();
    } catch (error) {
      onError(error);
    }
  };
  const run = async (): Promise<void> => {
    if (current === undefined) {
      current = start().finally(() => {
        current = undefined;
      });
      return current;
    }
    next ??= current.then(async () => {
      next = undefined;
      return run();
    });
    return next;
  };
  return {
    run,
    stop: async () => {
      stopped = true;
      await current;
    },
  };
}
