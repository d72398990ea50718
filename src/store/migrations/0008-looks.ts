import { type Kysely, sql } from 'kysely';

const CHANGES: readonly string[] = [
  // When a person looked at a story last, and before that visit; the articles up to these were there.
  `create table story_looks (person text not null, owner text not null, story_id bigint not null references stories (id),
    at bigint not null, up_to bigint not null, before_at bigint, before_up_to bigint,
    primary key (person, owner, story_id)) without rowid`,
  'create index story_looks_of_story on story_looks (story_id)',
  'create index story_looks_by_age on story_looks (at)',
  // A merge asks for the aliases of the story that it ends.
  'create index stories_by_heir on stories (heir) where heir is not null',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}
