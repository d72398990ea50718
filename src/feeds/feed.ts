// The nouns of the feeds: a feed is an address polled once for everybody, an item is one raw entry of it.

export type FeedId = number & { readonly brand: 'FeedId' };

/** A feed as it is stored. Times are milliseconds in UTC. */
export interface Feed {
  readonly id: FeedId;
  readonly url: string;
  readonly title: string | undefined;
  readonly siteUrl: string | undefined;
  readonly lang: string | undefined;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly nextCheckAt: number;
  /** Time between two checks when all is well. */
  readonly intervalMs: number;
  readonly lastCheckedAt: number | undefined;
  /** The last check that brought a readable document or a 304. */
  readonly lastOkAt: number | undefined;
  /** Checks that failed in a row. */
  readonly failures: number;
  /** Name of the problem of the last failed check (errors.ts), with its values as JSON. */
  readonly lastProblem: string | undefined;
  readonly gone: boolean;
}

/** One entry of a feed as the parser gives it; nothing is invented, what the feed lacks is undefined. */
export interface Item {
  readonly guid: string | undefined;
  readonly url: string | undefined;
  /** Plain text. */
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly publishedAt: number | undefined;
  readonly updatedAt: number | undefined;
  /** HTML or plain text, as the feed gave it. */
  readonly summary: string | undefined;
  /** The full text where the feed carries one (content:encoded, atom:content), HTML or plain. */
  readonly content: string | undefined;
  readonly imageUrl: string | undefined;
  /** The original publisher where an aggregator names it (RSS <source>). */
  readonly sourceName: string | undefined;
  readonly categories: readonly string[];
}

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap';

export interface ParsedFeed {
  readonly format: FeedFormat;
  readonly title: string | undefined;
  /** The site's page, absolute. */
  readonly link: string | undefined;
  readonly description: string | undefined;
  readonly lang: string | undefined;
  readonly items: readonly Item[];
}
