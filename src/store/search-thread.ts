// Searches off the main thread, so that they hold up neither heartbeats nor answers. The thread starts with the
// first search and ends when none has come for a while: an idle bot stays small.

import { Worker } from 'node:worker_threads';
import type { AnswerTo, SearchAnswers, SearchQuestion } from './search-jobs.ts';
import type { SearchDone, SearchJob } from './search-worker.ts';

const IDLE_MS = 45_000;

/** A search gives what it has found after so long. */
export const SEARCH_LIMIT_MS = 2000;

/** One that does not even do that is ended with its thread. */
const GRACE_MS = 3000;

export interface SearchThread {
  ask<Question extends SearchQuestion>(question: Question): Promise<AnswerTo<Question>>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: SearchAnswers[keyof SearchAnswers]) => void;
  readonly reject: (error: Error) => void;
}

interface Running {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

export function startSearchThread(path: string, idleMs = IDLE_MS): SearchThread {
  let running: Running | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  const stop = async (reason: string): Promise<void> => {
    clearTimeout(idle);
    const ending = running;
    running = undefined;
    if (ending === undefined) return;
    for (const { reject } of ending.waiting.values()) reject(new Error(reason));
    await ending.worker.terminate();
  };
  const rest = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => void stop('The search thread was idle'), idleMs);
    idle.unref();
  };
  const start = (): Running => {
    const started = startWorker(path, (gone) => {
      if (running === gone) running = undefined;
    });
    running = started;
    return started;
  };
  return {
    ask: async <Question extends SearchQuestion>(question: Question) => {
      clearTimeout(idle);
      const { worker, waiting } = running ?? start();
      lastId += 1;
      const id = lastId;
      const answer = new Promise<SearchAnswers[keyof SearchAnswers]>((resolve, reject) =>
        waiting.set(id, { resolve, reject }),
      );
      worker.ref();
      worker.postMessage({ question, id, limitMs: SEARCH_LIMIT_MS } satisfies SearchJob);
      const limit = setTimeout(() => void stop('The search took too long'), SEARCH_LIMIT_MS * waiting.size + GRACE_MS);
      const done = answer.finally(() => {
        clearTimeout(limit);
        waiting.delete(id);
        if (waiting.size > 0) return;
        worker.unref();
        rest();
      });
      return done as Promise<AnswerTo<Question>>;
    },
    close: () => stop('The store was closed'),
  };
}

function startWorker(path: string, onGone: (running: Running) => void): Running {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), {
    workerData: { path },
    resourceLimits: { maxOldGenerationSizeMb: 64 },
  });
  const running: Running = { worker, waiting: new Map() };
  const fail = (error: Error) => {
    onGone(running);
    for (const { reject } of running.waiting.values()) reject(error);
  };
  worker.on('message', (done: SearchDone) => {
    const asked = running.waiting.get(done.id);
    if ('error' in done) asked?.reject(new Error(done.error));
    else asked?.resolve(done.answer);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The search thread ended')));
  return running;
}
