import { type Kysely, sql } from 'kysely';

const CHANGES: readonly string[] = [
  'alter table guilds add column method text',
  'alter table guilds add column alert_channel_id text',
  // The first failure of the row that the feed is in.
  'alter table feeds add column failing_since bigint',
  'alter table sources add column alerted_at bigint',
  `create table removed_sources (id bigint not null primary key, owner text not null, feed_id bigint not null,
    name text not null, baseline_at bigint, added_at bigint not null, paused integer not null, removed_at bigint not null)`,
  // What the item said when it was last taken: a hash.
  'alter table items add column version text',
  'alter table items add column revisions integer not null default 0',
  `create table article_versions (article_id bigint not null references articles (id) on delete cascade,
    at bigint not null, title text not null, fingerprint text not null, primary key (article_id, at))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}
