// The noun of import and export: addresses of feeds with the names that somebody gave them.

/** What is written: a source as it leaves. */
export interface ListedFeed {
  readonly url: string;
  readonly name: string | undefined;
  readonly siteUrl?: string | undefined;
  /** The folder of an OPML file. */
  readonly topic?: string | undefined;
}

/** What was read: one line of a report for everything that somebody wrote, in its order. */
export type ListEntry =
  | ({ readonly kind: 'feed'; readonly line: number } & ListedFeed)
  /** The same address stands in an earlier line. */
  | { readonly kind: 'duplicate'; readonly line: number; readonly url: string }
  | { readonly kind: 'not-a-url'; readonly line: number; readonly text: string };

export type ListFormat = 'opml' | 'json' | 'plain';

/** An entry before its address is judged. `line` counts from 1: lines of a plain list, entries of the other formats. */
export interface RawEntry {
  readonly line: number;
  /** As it is written. */
  readonly url: string;
  readonly name: string | undefined;
  readonly siteUrl: string | undefined;
  readonly topic: string | undefined;
}
