// One check of a feed: fetched with its validators, parsed, and told as one of four outcomes.

import type { Problem } from '../errors.ts';
import type { Http, HttpOutcome } from '../http.ts';
import type { ParsedFeed } from './feed.ts';
import { type ParseResult, parseFeed } from './parse.ts';
import { MAX_UNPACKED } from './unpack.ts';

/** What every answer of the server says about the next time; undefined where it says nothing. */
export interface FeedValidators {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly maxAgeMs: number | undefined;
  /** Where the feed has moved for good. */
  readonly permanentUrl: string | undefined;
}

export type FeedReading =
  | ({ readonly kind: 'feed'; readonly url: string; readonly feed: ParsedFeed } & FeedValidators)
  | ({ readonly kind: 'unchanged' } & FeedValidators)
  | { readonly kind: 'gone' }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterMs?: number | undefined };

export interface ReadFeedOptions {
  readonly http: Pick<Http, 'fetch'>;
  /** What the last answer said; the server then answers with nothing when nothing has changed. */
  readonly conditional?: { readonly etag: string | undefined; readonly lastModified: string | undefined } | undefined;
  readonly urgent?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export async function readFeed(url: string, options: ReadFeedOptions): Promise<FeedReading> {
  const { http, conditional, urgent, signal } = options;
  const outcome = await http.fetch({ url, purpose: 'feed', ...conditional, urgent, signal });
  if (outcome.kind === 'unchanged') return { kind: 'unchanged', ...validatorsOf(outcome) };
  if (outcome.kind === 'gone') return { kind: 'gone' };
  if (outcome.kind === 'problem') return outcome;
  return readingOf(outcome, url);
}

type Answer = Extract<HttpOutcome, { kind: 'ok' }>;

/** The bytes of an answer as a feed. */
export function readingOf(answer: Answer, asked: string): FeedReading {
  const parsed = parseFeed(answer.bytes, { url: withoutLogin(answer.url), contentType: answer.contentType });
  if (!parsed.ok) return { kind: 'problem', problem: problemOf(parsed, withoutLogin(asked)) };
  return { kind: 'feed', url: answer.url, feed: parsed.feed, ...validatorsOf(answer) };
}

function problemOf({ file }: Extract<ParseResult, { ok: false }>, url: string): Problem {
  if (file === undefined) return { problem: 'not-a-feed', url };
  if (!file.isTooLarge) return { problem: 'a-file', url, format: file.format };
  return { problem: 'too-large', host: new URL(url).host, megabytes: MAX_UNPACKED / 1_000_000 };
}

function validatorsOf({ etag, lastModified, maxAgeMs, permanentUrl }: FeedValidators): FeedValidators {
  return { etag, lastModified, maxAgeMs, permanentUrl };
}

/** Links and messages must not carry the name and password that an operator put into a feed's address. */
function withoutLogin(address: string): string {
  const url = URL.parse(address);
  if (!url || url.username === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}
