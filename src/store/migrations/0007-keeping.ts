import { type Kysely, sql } from 'kysely';

const CHANGES: readonly string[] = [
  // Days; null: as long as usual.
  'alter table guilds add column text_days integer',
  'create index guilds_with_text_days on guilds (owner) where text_days is not null',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}
