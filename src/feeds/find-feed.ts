// From what a person typed, a site or a feed, with or without its scheme, to the feed.

import { isProblem, type Problem } from '../errors.ts';
import type { Http } from '../http.ts';
import { decodeBytes } from './decode.ts';
import { discoverFeeds } from './discover.ts';
import type { ParsedFeed } from './feed.ts';
import { knownFeeds } from './known-sites.ts';
import { type FeedReading, readFeed, readingOf } from './read-feed.ts';

export interface FoundFeed {
  /** The address to poll: what was typed or found, or where that has moved for good. */
  readonly url: string;
  readonly feed: ParsedFeed;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly maxAgeMs: number | undefined;
}

export interface FindFeedDeps {
  readonly http: Pick<Http, 'fetch'>;
  readonly signal?: AbortSignal | undefined;
}

/** A page and a feed are asked for alike: nobody knows yet what it is. */
const ACCEPT =
  'text/html, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8';
const TIMEOUT_MS = 10_000;
/** A person waits. */
const MOST_TRIES = 20;

export async function findFeed(input: string, deps: FindFeedDeps): Promise<FoundFeed | Problem> {
  const addresses = addressesOf(input);
  const first = addresses[0];
  if (!first) return { problem: 'not-a-url', input };
  const known = await firstFeed(knownFeeds(first), deps);
  if (known) return known;
  let problem: Problem | undefined;
  for (const address of addresses) {
    const found = await findAt(address, deps);
    if (!isProblem(found)) return found;
    problem ??= found;
    // Only a host that does not speak this scheme is tried with the other.
    if (found.problem !== 'unreachable' && found.problem !== 'timeout') return found;
  }
  return problem ?? { problem: 'not-a-feed', url: first };
}

async function findAt(address: string, deps: FindFeedDeps): Promise<FoundFeed | Problem> {
  const { http, signal } = deps;
  const page = await http.fetch({
    url: address,
    purpose: 'feed',
    accept: ACCEPT,
    timeoutMs: TIMEOUT_MS,
    urgent: true,
    signal,
  });
  if (page.kind === 'problem') return page.problem;
  if (page.kind !== 'ok') return { problem: 'http-status', host: new URL(address).host, status: 410 };
  const own = readingOf(page, address);
  if (own.kind === 'feed') return foundFrom(own, address);
  // A file has no links to look for.
  if (own.kind === 'problem' && own.problem.problem !== 'not-a-feed') return own.problem;
  const candidates = discoverFeeds(decodeBytes(page.bytes, page.contentType), page.url);
  const found = await firstFeed(candidates.slice(0, MOST_TRIES), deps);
  return found ?? { problem: 'not-a-feed', url: address };
}

/** The first that is a feed and holds something; one that is empty only when all are. */
async function firstFeed(urls: readonly string[], { http, signal }: FindFeedDeps): Promise<FoundFeed | undefined> {
  let empty: FoundFeed | undefined;
  for (const url of urls) {
    const reading = await readFeed(url, { http, urgent: true, signal });
    if (reading.kind !== 'feed') continue;
    const found = foundFrom(reading, url);
    if (found.feed.items.length > 0) return found;
    empty ??= found;
  }
  return empty;
}

function foundFrom(reading: Extract<FeedReading, { kind: 'feed' }>, asked: string): FoundFeed {
  const { feed, etag, lastModified, maxAgeMs, permanentUrl } = reading;
  return { url: permanentUrl ?? asked, feed, etag, lastModified, maxAgeMs };
}

/** What the input may mean, the likeliest first; empty when it is no address. */
function addressesOf(input: string): string[] {
  const text = input
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^feed:(?:\/\/)?/i, '');
  const mastodon = /^@([\w.-]+)@([\w.-]+\.\w+)$/.exec(text);
  if (mastodon) return [`https://${mastodon[2]}/@${mastodon[1]}`];
  if (/^\/?r\/\w+\/?$/.test(text)) return [`https://www.reddit.com/${text.replace(/^\//, '')}`];
  if (/^https?:\/\//i.test(text)) return URL.canParse(text) ? [new URL(text).href] : [];
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) || /\s/.test(text)) return [];
  const url = URL.parse(`https://${text}`);
  if (!url) return [];
  const own = url.port !== '' || !/\.[a-z]/i.test(url.hostname);
  // A bare word is no host, unless it comes with a port as local services do.
  if (own && url.port === '' && !/^[\d.]+$|^\[/.test(url.hostname)) return [];
  const plain = url.href.replace(/^https:/, 'http:');
  return own ? [plain, url.href] : [url.href, plain];
}
