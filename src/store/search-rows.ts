// Queries that others have compiled, carried out where a search runs.

import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

/** A search asks one query of many lengths: as many as it has found articles. */
const KEPT = 50;

export function createRowReader(database: DatabaseSync) {
  const statements = new Map<string, StatementSync>();
  return (sql: string, parameters: readonly SQLInputValue[]): readonly unknown[] => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.delete(sql);
    statements.set(sql, statement);
    if (statements.size > KEPT) statements.delete(statements.keys().next().value as string);
    return statement.all(...parameters);
  };
}
