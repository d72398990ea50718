import { type Kysely, sql } from 'kysely';

/** Ids: never used twice, so that what was posted about a deleted row cannot be taken for another. */
const ID = 'integer primary key autoincrement';

const TABLES: readonly string[] = [
  `feeds (id ID, url text not null unique, title text, site_url text, lang text, etag text, last_modified text,
    next_check_at bigint not null, interval_ms bigint not null, last_checked_at bigint, last_ok_at bigint,
    failures integer not null, last_problem text, gone integer not null, leased_until bigint not null)`,
  `sources (id ID, owner text not null, feed_id bigint not null references feeds (id), name text not null,
    baseline_at bigint, added_at bigint not null, paused integer not null, unique (owner, feed_id))`,
  `stories (id ID, created_at bigint not null, heir bigint)`,
  `articles (id ID, story_id bigint not null references stories (id), source text not null, url text, title text not null,
    lang text, author text, site_name text, section text, published_at bigint, modified_at bigint, image_url text,
    kind text not null, coverage text not null, seen_at bigint not null, updated_at bigint,
    copy_of bigint references articles (id) on delete set null, time bigint not null)`,
  `article_texts (article_id bigint not null primary key references articles (id) on delete cascade,
    text text not null, headings text not null)`,
  `article_keys (key text not null primary key, article_id bigint not null references articles (id) on delete cascade)`,
  `article_feeds (id ID, article_id bigint not null references articles (id) on delete cascade,
    feed_id bigint not null references feeds (id) on delete cascade, seen_at bigint not null, time bigint not null,
    unique (article_id, feed_id))`,
  `items (id ID, feed_id bigint not null references feeds (id) on delete cascade, item text, seen_at bigint not null,
    attempts integer not null, try_at bigint not null, leased_until bigint not null, done integer not null,
    article_id bigint references articles (id) on delete set null, reason text)`,
  `item_keys (feed_id bigint not null, key text not null, item_id bigint not null references items (id) on delete cascade,
    primary key (feed_id, key))`,
  `topics (id ID, owner text not null, name text not null, include text not null, exclude text, sources text not null,
    languages text not null, created_at bigint not null)`,
  `topic_matches (topic_id bigint not null references topics (id) on delete cascade,
    article_id bigint not null references articles (id) on delete cascade, time bigint not null,
    primary key (topic_id, article_id))`,
  `digests (id ID, owner text not null, name text not null, channel_id text not null, topics text not null,
    schedule text not null, stories integer not null, style text not null, ping_role_id text, silent integer not null,
    thread text not null, publish integer not null, if_empty text not null, paused integer not null,
    created_at bigint not null, due_at bigint, last_run_at bigint, last_problem text)`,
  `runs (id ID, digest_id bigint not null references digests (id) on delete cascade, key text not null,
    due_at bigint not null, late integer not null, state text not null, pages text, cursor bigint, first_tried_at bigint,
    attempts integer not null, try_at bigint not null, leased_until bigint not null, finished_at bigint, problem text,
    unique (digest_id, key))`,
  `run_stories (run_id bigint not null references runs (id) on delete cascade, position integer not null,
    story_id bigint not null, article_ids text not null, is_update integer not null, primary key (run_id, position))`,
  `run_messages (run_id bigint not null references runs (id) on delete cascade, page integer not null,
    message_id text not null, primary key (run_id, page))`,
  `guilds (owner text not null primary key, timezone text not null, language text)`,
];

const INDEXES: readonly string[] = [
  'feeds_due on feeds (next_check_at)',
  'sources_of_feed on sources (feed_id, owner)',
  'articles_of_story on articles (story_id, time)',
  'articles_by_seen on articles (seen_at)',
  'articles_copies on articles (copy_of) where copy_of is not null',
  'article_keys_of on article_keys (article_id)',
  'article_feeds_newest on article_feeds (feed_id, time desc, article_id desc)',
  'article_feeds_written on article_feeds (feed_id, id, seen_at, article_id)',
  'article_feeds_seen on article_feeds (feed_id, seen_at, article_id)',
  'items_pending on items (feed_id, seen_at, id) where done = 0',
  'items_of_article on items (article_id) where article_id is not null',
  'item_keys_of on item_keys (item_id)',
  'topics_of on topics (owner)',
  'topic_matches_newest on topic_matches (topic_id, time desc, article_id desc)',
  'topic_matches_of on topic_matches (article_id)',
  'digests_of on digests (owner)',
  'digests_due on digests (due_at) where due_at is not null',
  "runs_open on runs (try_at) where state in ('due', 'rendered')",
  'run_stories_of on run_stories (story_id)',
];

/** The analyser's terms, no text: letters of every script, numbers, and the marks that belong to them, make a term. */
const FULL_TEXT = `create virtual table articles_fts using fts5(title_terms, text_terms, content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'")`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql.raw(`create table ${table.replace('(id ID,', `(id ${ID},`)}`).execute(db);
  for (const index of INDEXES) await sql.raw(`create index ${index}`).execute(db);
  await sql.raw(FULL_TEXT).execute(db);
}
