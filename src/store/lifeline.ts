// Whether other processes are at work on a SQLite database. Each holds a shared lock on a file beside it for as long as
// it lives, and the system lets go of it however it dies. One that starts and finds nobody knows that every claim was
// left by the dead: it need not wait for their leases to run out.

import { DatabaseSync } from 'node:sqlite';

export interface Lifeline {
  close(): void;
}

/** Calls `whenAlone` while no other process can start, if there is none. */
export async function holdLifeline(path: string, whenAlone: () => Promise<void>): Promise<Lifeline> {
  const file = new DatabaseSync(`${path}-alive`, { timeout: 0 });
  if (isAlone(file)) {
    try {
      await whenAlone();
    } finally {
      file.exec('rollback');
    }
  }
  // A read transaction that stays open is the shared lock. Another's start is over within moments.
  file.exec('pragma busy_timeout = 5000; begin');
  file.prepare('select count(*) from sqlite_master').get();
  return { close: () => file.close() };
}

function isAlone(file: DatabaseSync): boolean {
  try {
    file.exec('begin exclusive');
    return true;
  } catch {
    return false;
  }
}
