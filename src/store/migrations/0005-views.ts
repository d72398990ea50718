import { type Kysely, sql } from 'kysely';

const CHANGES: readonly string[] = [
  'alter table guilds add column visibility text',
  // Words that somebody does not want to read of, each once, and the articles that have them.
  'create table mute_words (id integer primary key autoincrement, word text not null unique)',
  `create table mutes (owner text not null, word_id bigint not null references mute_words (id) on delete cascade,
    primary key (owner, word_id))`,
  'create index mutes_of_word on mutes (word_id)',
  `create table muted_articles (word_id bigint not null references mute_words (id) on delete cascade,
    article_id bigint not null references articles (id) on delete cascade, primary key (word_id, article_id))`,
  'create index muted_articles_of on muted_articles (article_id)',
  // "Not the same story": for that owner the article is a story of its own.
  `create table story_splits (owner text not null, article_id bigint not null references articles (id) on delete cascade,
    story_id bigint not null references stories (id), primary key (owner, article_id))`,
  'create index story_splits_of_story on story_splits (story_id, owner)',
  'create index story_splits_of_article on story_splits (article_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}
