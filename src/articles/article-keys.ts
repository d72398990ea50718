// By what an article is known again: its address, and its very words.

import { createHash } from 'node:crypto';
import type { FeedId } from '../feeds/feed.ts';
import { hostKey, urlKeys } from '../feeds/normalize-url.ts';
import { fold } from '../text/fold.ts';
import type { ArticleDraft } from './article.ts';

/** Shorter texts are no evidence: many items say "Read more" and nothing else. */
const MIN_FINGERPRINT_LENGTH = 400;

/**
 * Two articles that share a key are the same article; copies under other words are the grouper's business. The same
 * words at another host are a copy, too: whose they are says the address, not what a page calls itself.
 */
export function articleKeys({ url, title, text }: Pick<ArticleDraft, 'url' | 'title' | 'text'>): string[] {
  const keys = url === undefined ? [] : [...urlKeys(url)];
  if (text.length < MIN_FINGERPRINT_LENGTH) return keys;
  const host = url === undefined ? '' : hostKey(url);
  return [...keys, `text:${fingerprint(`${host}\n${title}\n${text}`)}`];
}

/** The same keys for an article whose text is one feed's own: known again by that feed, and by no other. */
export function feedKeys(feed: FeedId, keys: readonly string[]): string[] {
  return keys.map((key) => `feed ${feed} ${key}`);
}

/** Letters and digits alone, so that spacing and typography do not count. */
export function fingerprint(text: string): string {
  const letters = fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
  return createHash('sha256').update(letters).digest('base64url').slice(0, 22);
}
