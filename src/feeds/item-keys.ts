// The keys under which an item of a feed is known again, when its dates, its guid or its address change.

import { hash } from 'node:crypto';
import type { Item } from './feed.ts';
import { type PageAddress, pageAddress, urlKey } from './normalize-url.ts';

/** So much equal text under an equal title is one item, wherever it is. */
const TELLING_TEXT = 160;
const COMPARED_TEXT = 600;
/** Parameters that name the page in addresses like index.php?id=17. */
const PAGE_PARAMETER =
  /^(?:id|p|a|aid|nid|sid|pid|tid|no|idx|seq|story|article|news|doc|post|item|entry|page_?id|(?:story|article|news|doc|post|item|entry)_?id)$/i;

export interface KeyedItem {
  readonly item: Item;
  readonly keys: string[];
  readonly version: string;
}

/** One key that two items share makes them one. Empty for an item that has nothing to be known by. */
export function itemKeys(item: Item, feedUrl: string): string[] {
  return keysOf(item, urlKey(feedUrl));
}

function keysOf(item: Item, feed: string | undefined): string[] {
  const page = item.url === undefined ? undefined : pageAddress(item.url);
  return [guidKey(item, feed), addressKey(page, feed), textKey(item, page)].filter((key) => key !== undefined);
}

const VERSION_TEXT = 100_000;

/** What the feed says of the item, as a hash: another one means that the article may have changed. Markup does not count. */
export function itemVersion({ title, content, summary, updatedAt }: Item): string {
  const text = (content ?? summary ?? '').slice(0, VERSION_TEXT).replace(/<[^<>]*>|\s+/g, '');
  return key('v', title?.trim() ?? '', text, String(updatedAt ?? ''));
}

/** Items of one document with their keys and versions, without those keys that different items of it share (a constant guid or link). */
export function keyItems(items: readonly Item[], feedUrl: string): KeyedItem[] {
  const feed = urlKey(feedUrl);
  const keyed = items.map((item) => ({ item, keys: keysOf(item, feed) }));
  const owners = new Map<string, Item>();
  const shared = new Set<string>();
  for (const { item, keys } of keyed) {
    for (const key of keys) {
      const owner = owners.get(key);
      if (owner && !isSame(owner, item)) shared.add(key);
      owners.set(key, owner ?? item);
    }
  }
  return keyed
    .map(({ item, keys }) => ({ item, keys: keys.filter((key) => !shared.has(key)), version: itemVersion(item) }))
    .filter(({ keys }) => keys.length > 0);
}

/** In one document: the same entry twice. */
function isSame(a: Item, b: Item): boolean {
  if (letters(a.title) !== letters(b.title)) return false;
  return a.url === b.url || (a.guid !== undefined && a.guid === b.guid) || pathKey(a) === pathKey(b);
}

function pathKey(item: Item): string | undefined {
  return textKey(item, item.url === undefined ? undefined : pageAddress(item.url));
}

/** The address of the feed or of the whole site names no item. */
function guidKey(item: Item, feed: string | undefined): string | undefined {
  const guid = item.guid?.trim();
  if (!guid) return undefined;
  const page = /^https?:/i.test(guid) ? pageAddress(guid) : undefined;
  return page && (page.isFront || page.key === feed) ? undefined : key('g', guid);
}

function addressKey(page: PageAddress | undefined, feed: string | undefined): string | undefined {
  if (!page || page.isFront || page.key === feed) return undefined;
  return key('u', page.key, page.fragment);
}

/** Title and text; a short text alone says too little, so the page's path must be the same too. */
function textKey(item: Item, page: PageAddress | undefined): string | undefined {
  const title = letters(item.title);
  const text = letters(item.content ?? item.summary).slice(0, COMPARED_TEXT);
  if (title === '' && text.length < TELLING_TEXT) return undefined;
  return text.length >= TELLING_TEXT ? key('t', title, text) : key('t', title, text, pagePath(page));
}

/** Host and path, with the parameters that name a page. */
function pagePath(page: PageAddress | undefined): string {
  if (!page) return '';
  const names = [...page.parameters].filter(([name]) => PAGE_PARAMETER.test(name));
  return `${page.path}?${new URLSearchParams(names)}`;
}

function letters(html: string | undefined): string {
  return (html ?? '')
    .slice(0, COMPARED_TEXT * 20)
    .replace(/<[^<>]*>/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function key(kind: string, ...parts: string[]): string {
  return `${kind}:${hash('sha256', parts.join('\u0000'), 'base64url').slice(0, 22)}`;
}
