// The thread that searches run in: a connection of its own that can only read.

import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './open-database.ts';
import type { SearchAnswers, SearchQuestion } from './search-jobs.ts';
import { createSearcher } from './search-sqlite.ts';

export interface SearchJob {
  readonly id: number;
  readonly question: SearchQuestion;
  readonly limitMs: number;
}

export type SearchDone =
  | { readonly id: number; readonly answer: SearchAnswers[keyof SearchAnswers] }
  | { readonly id: number; readonly error: string };

const database = openDatabase((workerData as { readonly path: string }).path, { readOnly: true });
const searcher = createSearcher(database);

parentPort?.on('message', (job: SearchJob) => {
  parentPort?.postMessage(answer(job));
});

function answer({ id, question, limitMs }: SearchJob): SearchDone {
  // One look at the database as it is now: shelves are joined meanwhile.
  database.exec('begin');
  try {
    return { id, answer: searcher.answer(question, performance.now() + limitMs) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  } finally {
    database.exec('commit');
  }
}
