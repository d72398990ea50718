import { type Kysely, sql } from 'kysely';

const CHANGES: readonly string[] = [
  // Rows are the articles alive; `kept` is what grouping keeps of one, as `version` writes it, `time` the one it had then.
  `create table live_articles (article_id bigint not null primary key references articles (id) on delete cascade,
    version integer not null, time bigint not null, kept blob not null)`,
  'create index live_articles_by_time on live_articles (time, article_id)',
  // How often words were seen, by language, up to that article.
  `create table word_counts (lang text not null primary key, texts real not null, seen blob not null,
    up_to bigint not null)`,
  // What came in the last week is alive, and read anew at the next start.
  `insert into live_articles (article_id, version, time, kept)
    select id, 0, time, x'' from articles where seen_at >= (select max(seen_at) from articles) - 604800000`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}
