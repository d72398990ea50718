import type { Item } from './feed.ts';

/** Items in the order in which they happened, undated ones first: an article is grouped by what came before it. */
export function oldestFirst(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0));
}
