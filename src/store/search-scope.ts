// Who may see what, for searches: the articles of each feed are read once and kept, and what was added since is read
// before every search. An article that is gone may stay in it: it is on no shelf.

import type { DatabaseSync } from 'node:sqlite';
import type { SearchScope } from './search-jobs.ts';

interface FeedArticles {
  ids: Uint32Array;
  count: number;
}

export interface ScopeMask {
  /** By article id, 1 where it is in scope; ids beyond its end are not. */
  readonly allowed: Uint8Array;
  /** How many of these are in scope. */
  countVisible(ids: Uint32Array): number;
}

interface Mask extends ScopeMask {
  allowed: Uint8Array;
  /** Forgotten with every article that is added. */
  counted: WeakMap<Uint32Array, number>;
  readonly feeds: ReadonlySet<number>;
}

/** Scopes that are kept ready: a byte an article each. */
const MASKS = 8;
const NOBODY: ScopeMask = { allowed: new Uint8Array(0), countVisible: () => 0 };

export interface ScopeMasks {
  of(scope: SearchScope): ScopeMask;
}

export function createScopeMasks(database: DatabaseSync): ScopeMasks {
  const added = database.prepare('select feed_id, article_id from article_feeds where id > ? order by id');
  added.setReturnArrays(true);
  // As JSON: a million rows one by one take three times as long.
  const whole = database.prepare(
    'select json_group_array(article_id) as ids from article_feeds where feed_id = ? and id <= ?',
  );
  const last = database.prepare('select max(id) as id from article_feeds');
  const feeds = new Map<number, FeedArticles>();
  const masks = new Map<string, Mask>();
  let upto = 0;

  const add = (feed: number, article: number): void => {
    const known = feeds.get(feed);
    if (known === undefined) return;
    append(known, article);
    for (const mask of masks.values()) if (mask.feeds.has(feed)) allow(mask, article);
  };
  const catchUp = (): void => {
    const latest = Number(last.get()?.id ?? 0);
    if (latest < upto) {
      // What was read has been rolled back.
      feeds.clear();
      masks.clear();
    }
    if (feeds.size > 0 && latest > upto) {
      for (const [feed, article] of added.iterate(upto) as unknown as Iterable<[number, number]>) add(feed, article);
    }
    upto = latest;
  };
  const load = (feed: number): FeedArticles => {
    const known = feeds.get(feed);
    if (known !== undefined) return known;
    const ids = Uint32Array.from(JSON.parse(String(whole.get(feed, upto)?.ids)) as number[]);
    const loaded = { ids, count: ids.length };
    feeds.set(feed, loaded);
    return loaded;
  };
  const makeMask = (ids: readonly number[]): Mask => {
    const mask = emptyMask(ids);
    for (const feed of ids) {
      const { ids: articles, count } = load(feed);
      for (let n = 0; n < count; n++) allow(mask, articles[n] as number);
    }
    return mask;
  };
  return {
    of: (scope) => {
      catchUp();
      const ids = feedsOf(database, scope);
      if (ids.length === 0) return NOBODY;
      const key = ids.join(' ');
      const mask = masks.get(key) ?? makeMask(ids);
      masks.delete(key);
      masks.set(key, mask);
      if (masks.size > MASKS) masks.delete(masks.keys().next().value as string);
      return mask;
    },
  };
}

function feedsOf(database: DatabaseSync, { owners, sourceIds }: SearchScope): number[] {
  if (owners.length === 0 || sourceIds?.length === 0) return [];
  const one = sourceIds === undefined ? '' : `and id in (${marks(sourceIds)})`;
  const rows = database
    .prepare(`select distinct feed_id from sources where owner in (${marks(owners)}) ${one} order by feed_id`)
    .all(...owners, ...(sourceIds ?? []));
  return rows.map((row) => Number(row.feed_id));
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

function append(feed: FeedArticles, article: number): void {
  if (feed.count === feed.ids.length) feed.ids = grow(feed.ids, new Uint32Array(Math.max(16, feed.count * 2)));
  feed.ids[feed.count] = article;
  feed.count += 1;
}

function emptyMask(feeds: readonly number[]): Mask {
  return {
    allowed: new Uint8Array(64),
    counted: new WeakMap(),
    feeds: new Set(feeds),
    countVisible(ids) {
      const known = this.counted.get(ids);
      if (known !== undefined) return known;
      const { allowed } = this;
      let count = 0;
      for (let doc = 0; doc < ids.length; doc++) if (allowed[ids[doc]!] === 1) count += 1;
      this.counted.set(ids, count);
      return count;
    },
  };
}

function allow(mask: Mask, article: number): void {
  mask.counted = new WeakMap();
  if (article >= mask.allowed.length) mask.allowed = grow(mask.allowed, new Uint8Array(article + article / 2 + 64));
  mask.allowed[article] = 1;
}

function grow<Numbers extends Uint8Array | Uint32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}
