// From an item of a feed to an article: the page is fetched and extracted where that is allowed and worth it.

import type { Problem } from '../errors.ts';
import type { Item } from '../feeds/feed.ts';
import type { Http } from '../http.ts';
import type { ArticleDraft } from './article.ts';
import { decodePage } from './decode-page.ts';
import type { ExtractOutcome } from './extract.ts';
import { articleFromItem } from './from-item.ts';

export interface FetchArticleDeps {
  readonly http: Pick<Http, 'fetch'>;
  /** robots.txt, for article pages. */
  readonly isAllowed: (url: string) => Promise<boolean>;
  /** Extraction in a worker; undefined when it ran out of time or memory. */
  readonly extract: (page: { readonly html: string; readonly url: string }) => Promise<ExtractOutcome | undefined>;
  /** Gives up at once, by throwing its reason. */
  readonly signal?: AbortSignal;
}

export type FetchedArticle =
  | { readonly kind: 'article'; readonly draft: ArticleDraft }
  /** Left out for good, with the reason for /why. */
  | { readonly kind: 'skip'; readonly reason: string }
  /** The host asks to come back, or was not to be reached. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly reason: string };

/** Attempts count from 1. */
const MAX_ATTEMPTS = 4;
const RETRY_MS = 10 * 60_000;
const RETRIED = new Set<Problem['problem']>(['unreachable', 'timeout', 'host-not-found']);

/** After the last attempt the item itself, mostly a teaser, is the article: news is not lost because a page is slow. */
export async function fetchArticle(
  { item, attempts }: { readonly item: Item; readonly attempts: number },
  feed: { readonly title: string | undefined; readonly lang: string | undefined },
  deps: FetchArticleDeps,
): Promise<FetchedArticle> {
  const page = item.url === undefined ? NO_PAGE : await readPage(item.url, deps);
  if (page.kind === 'noindex') return { kind: 'skip', reason: 'the page asks not to be indexed (noindex)' };
  if (page.kind === 'failed' && attempts < MAX_ATTEMPTS) {
    return { kind: 'later', afterMs: page.retryAfterMs ?? RETRY_MS * 2 ** (attempts - 1), reason: page.reason };
  }
  const draft = articleFromItem(item, feed, page.kind === 'page' ? page.draft : undefined);
  if (draft.title === '' && draft.text === '') return { kind: 'skip', reason: 'the item has neither title nor text' };
  return { kind: 'article', draft };
}

type Page =
  | { readonly kind: 'page'; readonly draft: ArticleDraft }
  | { readonly kind: 'noindex' }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterMs: number | undefined };

const NO_PAGE: Page = { kind: 'none' };

async function readPage(url: string, { http, isAllowed, extract, signal }: FetchArticleDeps): Promise<Page> {
  if (!(await isAllowed(url))) return NO_PAGE;
  const answer = await http.fetch({ url, purpose: 'page', accept: 'text/html,application/xhtml+xml', signal });
  if (answer.kind === 'problem') {
    const { problem } = answer.problem;
    const again = RETRIED.has(problem) || isPassing(answer.problem);
    return again ? { kind: 'failed', reason: problem, retryAfterMs: answer.retryAfterMs } : NO_PAGE;
  }
  if (answer.kind !== 'ok') return NO_PAGE;
  const html = decodePage(answer.bytes, answer.contentType);
  if (html === undefined) return NO_PAGE;
  const extracted = await extract({ html, url: answer.url });
  signal?.throwIfAborted();
  if (extracted === undefined || extracted.kind === 'none') return NO_PAGE;
  return extracted.noindex ? { kind: 'noindex' } : { kind: 'page', draft: extracted.draft };
}

/** 429 and 5xx pass; other refusals are meant. */
function isPassing(problem: Problem): boolean {
  return problem.problem === 'http-status' && (problem.status === 429 || problem.status >= 500);
}
