// The tables as Kysely sees them. Times are integer milliseconds in UTC, booleans 0 and 1, snowflakes and JSON text.

import type { Generated } from 'kysely';

export interface Tables {
  feeds: FeedTable;
  sources: SourceTable;
  items: ItemTable;
  item_keys: { feed_id: number; key: string; item_id: number };
  stories: { id: Generated<number>; created_at: number; heir: number | null };
  articles: ArticleTable;
  /** Apart from `articles`, so that lists of titles do not read through the texts. */
  article_texts: { article_id: number; text: string; headings: string };
  article_keys: { key: string; article_id: number };
  article_feeds: ArticleFeedTable;
  topics: TopicTable;
  topic_matches: { topic_id: number; article_id: number; time: number };
  digests: DigestTable;
  runs: RunTable;
  run_stories: { run_id: number; position: number; story_id: number; article_ids: string; is_update: number };
  run_messages: { run_id: number; page: number; message_id: string };
  guilds: GuildTable;
  mute_words: { id: Generated<number>; word: string };
  mutes: { owner: string; word_id: number };
  muted_articles: { word_id: number; article_id: number };
  story_looks: {
    person: string;
    owner: string;
    story_id: number;
    at: number;
    up_to: number;
    before_at: number | null;
    before_up_to: number | null;
  };
  story_splits: { owner: string; article_id: number; story_id: number };
  removed_sources: Omit<SourceTable, 'id' | 'alerted_at'> & { id: number; removed_at: number };
  live_articles: { article_id: number; version: number; time: number; kept: Uint8Array };
  word_counts: { lang: string; texts: number; seen: Uint8Array; up_to: number };
  search_fresh: { id: Generated<number>; article_id: number; minute: number; terms: string; marks: Uint8Array };
  search_shelves: SearchShelfTable;
  /** By number of the document on the shelf: the article (0: struck off) and its minute, four bytes each. */
  search_docs: { shelf: number; ids: Uint8Array; minutes: Uint8Array };
  search_lists: { shelf: number; term: string; count: number; last: number; bytes: Uint8Array };
  /** An article's terms in their order (postings/term-sequence.ts). */
  search_sequences: { article_id: number; terms: Uint8Array };
  article_versions: { article_id: number; at: number; title: string; fingerprint: string };
}

/** Articles whose terms were sorted together (search-shelving.ts). */
export interface SearchShelfTable {
  id: Generated<number>;
  /** open: being joined of others; ready: is asked; spent: is cleared away. */
  state: string;
  level: number;
  size: number;
  /** Documents that are not struck off. */
  live: number;
  /** Least and greatest of the article ids. */
  low: number;
  high: number;
  /** The last writing (search_fresh.id) that is on it: the order of shelves. */
  upto: number;
  newest: number;
  /** Grows when documents are struck off. */
  version: number;
  /** JSON of the shelves that it is being joined of, and the last term that is done. */
  made_of: string | null;
  done_to: string | null;
}

export interface GuildTable {
  owner: string;
  timezone: string;
  language: string | null;
  method: string | null;
  alert_channel_id: string | null;
  visibility: string | null;
  text_days: number | null;
}

export interface FeedTable {
  id: Generated<number>;
  url: string;
  title: string | null;
  site_url: string | null;
  lang: string | null;
  etag: string | null;
  last_modified: string | null;
  next_check_at: number;
  interval_ms: number;
  last_checked_at: number | null;
  last_ok_at: number | null;
  failures: number;
  failing_since: number | null;
  last_problem: string | null;
  gone: number;
  leased_until: number;
}

export interface SourceTable {
  id: Generated<number>;
  owner: string;
  feed_id: number;
  name: string;
  baseline_at: number | null;
  added_at: number;
  paused: number;
  alerted_at: number | null;
}

export interface ItemTable {
  id: Generated<number>;
  feed_id: number;
  /** JSON of the Item; null once it is finished. */
  item: string | null;
  seen_at: number;
  attempts: number;
  try_at: number;
  leased_until: number;
  done: number;
  article_id: number | null;
  reason: string | null;
  /** What the feed said of it when it was last taken. */
  version: string | null;
  /** Times that a changed item was taken again. */
  revisions: Generated<number>;
}

export interface ArticleTable {
  id: Generated<number>;
  story_id: number;
  source: string;
  url: string | null;
  title: string;
  lang: string | null;
  author: string | null;
  site_name: string | null;
  section: string | null;
  published_at: number | null;
  modified_at: number | null;
  image_url: string | null;
  kind: string;
  coverage: string;
  seen_at: number;
  updated_at: number | null;
  copy_of: number | null;
  /** articleTime. */
  time: number;
}

/** `id` grows in the order of writing: a digest remembers how far it has read (RunTable.cursor). */
export interface ArticleFeedTable {
  id: Generated<number>;
  article_id: number;
  feed_id: number;
  seen_at: number;
  /** The article's time, again: so that the newest of a feed are read off an index. */
  time: number;
}

export interface TopicTable {
  id: Generated<number>;
  owner: string;
  name: string;
  include: string;
  exclude: string | null;
  sources: string;
  languages: string;
  created_at: number;
}

export interface DigestTable {
  id: Generated<number>;
  owner: string;
  name: string;
  channel_id: string;
  topics: string;
  schedule: string;
  stories: number;
  style: string;
  ping_role_id: string | null;
  silent: number;
  thread: string;
  publish: number;
  if_empty: string;
  paused: number;
  created_at: number;
  due_at: number | null;
  last_run_at: number | null;
  last_problem: string | null;
}

export interface RunTable {
  id: Generated<number>;
  digest_id: number;
  key: string;
  due_at: number;
  late: number;
  state: string;
  /** JSON; null until rendered. */
  pages: string | null;
  /** article_feeds.id up to which the run has read; null until rendered. */
  cursor: number | null;
  first_tried_at: number | null;
  attempts: number;
  try_at: number;
  leased_until: number;
  finished_at: number | null;
  problem: string | null;
}
