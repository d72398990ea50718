// From an item of a feed to an article: the page is fetched where that is allowed, and taken apart in a worker.

import type { Problem } from '../errors.ts';
import type { Item } from '../feeds/feed.ts';
import type { Http } from '../http.ts';
import type { ArticleDraft } from './article.ts';
import { decodePage } from './decode-page.ts';
import type { ArticleTerms, DraftOutcome, DraftTask } from './draft-article.ts';

export interface FetchArticleDeps {
  readonly http: Pick<Http, 'fetch'>;
  /** robots.txt, for article pages. */
  readonly isAllowed: (url: string) => Promise<boolean>;
  /** draftArticle in a worker; undefined when it ran out of time or memory. */
  readonly draft: (task: DraftTask) => Promise<DraftOutcome | undefined>;
  /** Gives up at once, by throwing its reason. */
  readonly signal?: AbortSignal;
}

export type FetchedArticle =
  | ({ readonly kind: 'article'; readonly draft: ArticleDraft; readonly fromFeed: boolean } & ArticleTerms)
  /** Left out for good, with the reason for /why. */
  | { readonly kind: 'skip'; readonly reason: string }
  /** The host asks to come back, or was not to be reached. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly reason: string };

/** Attempts count from 1. */
const MAX_ATTEMPTS = 4;
const RETRY_MS = 10 * 60_000;
const RETRIED = new Set<Problem['problem']>(['unreachable', 'timeout', 'host-not-found', 'garbled']);

/** After the last attempt the item itself, mostly a teaser, is the article: news is not lost because a page is slow. */
export async function fetchArticle(
  { item, attempts }: { readonly item: Item; readonly attempts: number },
  feed: DraftTask['feed'],
  deps: FetchArticleDeps,
): Promise<FetchedArticle> {
  const page = item.url === undefined ? NO_PAGE : await fetchPage(item.url, deps);
  if (page.kind === 'failed' && attempts < MAX_ATTEMPTS) {
    return { kind: 'later', afterMs: page.retryAfterMs ?? RETRY_MS * 2 ** (attempts - 1), reason: page.reason };
  }
  let made = await deps.draft({ item, feed, page: page.kind === 'page' ? page : undefined });
  deps.signal?.throwIfAborted();
  // A page that no worker can take apart is left aside.
  made ??= await deps.draft({ item, feed, page: undefined });
  deps.signal?.throwIfAborted();
  if (made === undefined) return { kind: 'later', afterMs: RETRY_MS, reason: 'no worker could take it apart' };
  if (made.kind === 'noindex') return { kind: 'skip', reason: 'the page asks not to be indexed (noindex)' };
  const { draft } = made;
  if (draft.title === '' && draft.text === '') return { kind: 'skip', reason: 'the item has neither title nor text' };
  return { ...made, kind: 'article' };
}

type Page =
  | { readonly kind: 'page'; readonly html: string; readonly url: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterMs: number | undefined };

const NO_PAGE: Page = { kind: 'none' };

async function fetchPage(url: string, { http, isAllowed, signal }: FetchArticleDeps): Promise<Page> {
  if (!(await isAllowed(url))) return NO_PAGE;
  const answer = await http.fetch({ url, purpose: 'page', accept: 'text/html,application/xhtml+xml', signal });
  if (answer.kind === 'problem') {
    const { problem } = answer.problem;
    const again = RETRIED.has(problem) || isPassing(answer.problem);
    return again ? { kind: 'failed', reason: problem, retryAfterMs: answer.retryAfterMs } : NO_PAGE;
  }
  const html = answer.kind === 'ok' ? decodePage(answer.bytes, answer.contentType) : undefined;
  return answer.kind === 'ok' && html !== undefined ? { kind: 'page', html, url: answer.url } : NO_PAGE;
}

/** 429 and 5xx pass; other refusals are meant. */
function isPassing(problem: Problem): boolean {
  return problem.problem === 'http-status' && (problem.status === 429 || problem.status >= 500);
}
