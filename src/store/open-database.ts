// A connection to a SQLite file. Without Kysely, which the search thread has no need of.

import { DatabaseSync } from 'node:sqlite';

/** How long a write waits for another process's; it blocks the event loop meanwhile, so transactions are short. */
const BUSY_MS = 5000;

/** Opens the file with the settings that every connection of ours has. */
export function openDatabase(path: string, options: { readonly readOnly?: boolean } = {}): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: options.readOnly === true, timeout: BUSY_MS });
  database.exec('pragma foreign_keys = on; pragma cache_size = -8000');
  if (options.readOnly === true) {
    // A search reads a thousand scattered pages: mapped, each costs no call of the system. What is mapped is the system's
    // to keep or to drop, and is let go with the connection. 2 GB is as much as SQLite maps.
    database.exec(`pragma mmap_size = ${2 ** 31}`);
    return database;
  }
  try {
    // FULL: a commit is on disk before it is confirmed. NORMAL may forget the last ones when the power fails.
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}
