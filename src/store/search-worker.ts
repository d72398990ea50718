// The thread that ranked searches run in: a connection of its own that can only read.

import { parentPort, workerData } from 'node:worker_threads';
import type { SearchAsk } from './contract.ts';
import { openDatabase } from './open-database.ts';
import { type Candidate, findCandidates } from './search-sqlite.ts';

export interface SearchJob {
  readonly id: number;
  readonly owners: readonly string[];
  readonly ask: SearchAsk;
  readonly limitMs: number;
}

export type SearchDone =
  | { readonly id: number; readonly found: readonly Candidate[] }
  | { readonly id: number; readonly error: string };

const database = openDatabase((workerData as { readonly path: string }).path, { readOnly: true });

parentPort?.on('message', (job: SearchJob) => {
  parentPort?.postMessage(answer(job));
});

function answer({ id, owners, ask, limitMs }: SearchJob): SearchDone {
  try {
    return { id, found: findCandidates(database, owners, ask, performance.now() + limitMs) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
