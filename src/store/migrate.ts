// Brings the database up to the tables that this version works with; refuses one that a newer version has changed.

import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { OperatorError } from '../errors.ts';
import { up as first } from './migrations/0001-first.ts';
import { up as managing } from './migrations/0002-managing.ts';
import { up as search } from './migrations/0003-search.ts';
import { up as live } from './migrations/0004-live.ts';
import { up as views } from './migrations/0005-views.ts';
import { up as sequences } from './migrations/0006-sequences.ts';
import { up as keeping } from './migrations/0007-keeping.ts';
import { up as looks } from './migrations/0008-looks.ts';

/** In order; a name that was released stays for ever. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': { up: first },
  '0002-managing': { up: managing },
  '0003-search': { up: search },
  '0004-live': { up: live },
  '0005-views': { up: views },
  '0006-sequences': { up: sequences },
  '0007-keeping': { up: keeping },
  '0008-looks': { up: looks },
};

export async function migrate(db: Kysely<unknown>, migrations = MIGRATIONS): Promise<void> {
  const unknown = (await recordedNames(db)).find((name) => !(name in migrations));
  if (unknown !== undefined)
    throw new OperatorError(
      `The database was written by a newer version of Broadsheet (it has the change "${unknown}", which this version does not know): start that version, or name another database in DATABASE_URL.`,
    );
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function recordedNames(db: Kysely<unknown>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}
