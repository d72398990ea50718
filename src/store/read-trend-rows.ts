// The same question on a connection of its own that only reads: for a worker thread.

import { Kysely } from 'kysely';
import type { Scope } from '../scope.ts';
import type { TrendRow } from '../trends/trend.ts';
import type { TrendRowsAsk } from './contract.ts';
import { NodeSqliteDialect } from './node-sqlite.ts';
import { openDatabase } from './open-database.ts';
import type { Tables } from './schema.ts';
import { trendRows } from './trend-rows.ts';

export async function readTrendRows(path: string, scope: Scope, ask: TrendRowsAsk): Promise<TrendRow[]> {
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(openDatabase(path, { readOnly: true })) });
  try {
    return await trendRows(db, scope, ask);
  } finally {
    await db.destroy();
  }
}
