// Transactions. One inside another, or a query of the outer store inside one, would wait for itself for ever: both throw.

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, KyselyPlugin, Transaction } from 'kysely';
import type { Tables } from './schema.ts';

export type Db = Kysely<Tables>;

const current = new AsyncLocalStorage<{ open: boolean }>();

function refuseInside(): void {
  if (current.getStore()?.open === true)
    throw new Error('Inside a transaction, use the store that was handed in: the outer one would wait for itself');
}

const guard: KyselyPlugin = {
  transformQuery: ({ node }) => {
    refuseInside();
    return node;
  },
  transformResult: async ({ result }) => result,
};

/** The database as it is used outside transactions. */
export function guarded(db: Db): Db {
  return db.withPlugin(guard);
}

/** Runs the work in a transaction of its own, or in the one that `db` is. */
export async function atomically<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : transact(db, work);
}

export async function transact<T>(db: Db, work: (db: Transaction<Tables>) => Promise<T>): Promise<T> {
  if (db.isTransaction) throw new Error('A transaction inside a transaction');
  refuseInside();
  const state = { open: true };
  return db
    .withoutPlugins()
    .transaction()
    .execute((inner) => current.run(state, () => work(inner)))
    .finally(() => {
      state.open = false;
    });
}
