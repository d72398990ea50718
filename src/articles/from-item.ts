// A feed's item and the page behind it → one article: for each fact the better of the two.

import type { Item } from '../feeds/feed.ts';
import { normalizeUrl } from '../feeds/normalize-url.ts';
import { detectLanguage } from '../text/detect.ts';
import type { ArticleDraft, Coverage } from './article.ts';
import { cleanBlocks } from './clean-blocks.ts';
import { collectBlocks } from './page-blocks.ts';
import { parsePage } from './page-tree.ts';

export interface ItemFeed {
  readonly title: string | undefined;
  readonly lang: string | undefined;
}

interface Body {
  readonly text: string;
  readonly headings: readonly number[];
}

/** The feed's text replaces the page's when it has this share of its length: feeds carry no furniture. */
const FEED_TEXT_SHARE = 0.9;
/** Fewer characters than this are a teaser, whatever the feed calls them. */
const FULL_TEXT_CHARS = 700;

/** Times are the feed's own; a caller with a clock decides about those in the future. */
export function articleFromItem(item: Item, feed: ItemFeed, page?: ArticleDraft): ArticleDraft {
  const title = item.title?.trim() || page?.title || '';
  const own = bodyOf(item.content, title) ?? bodyOf(item.summary, title);
  const { body, coverage } = chooseText(own, page);
  return {
    url: page?.url ?? cleanUrl(item.url),
    title: title || firstSentence(body.text),
    text: body.text,
    headings: body.headings,
    lang: detectLanguage(`${title}\n${body.text}`) ?? page?.lang ?? feed.lang?.slice(0, 2).toLowerCase(),
    author: item.author ?? page?.author,
    siteName: page?.siteName ?? item.sourceName,
    section: page?.section ?? item.categories[0],
    publishedAt: item.publishedAt ?? page?.publishedAt ?? item.updatedAt,
    modifiedAt: item.updatedAt ?? page?.modifiedAt,
    imageUrl: page?.imageUrl ?? item.imageUrl,
    kind: page?.kind ?? 'article',
    coverage,
  };
}

function cleanUrl(url: string | undefined): string | undefined {
  return url === undefined ? undefined : (normalizeUrl(url) ?? url);
}

function chooseText(own: Body | undefined, page: ArticleDraft | undefined): { body: Body; coverage: Coverage } {
  const pageChars = page?.text.length ?? 0;
  const ownChars = own?.text.length ?? 0;
  const isOwnFull = ownChars >= FULL_TEXT_CHARS && !endsCutShort(own!.text);
  if (own !== undefined && isOwnFull && (ownChars >= pageChars * FEED_TEXT_SHARE || page?.coverage !== 'full')) {
    return { body: own, coverage: 'full' };
  }
  if (page !== undefined && pageChars > 0 && (pageChars >= ownChars || page.coverage === 'full')) {
    return { body: page, coverage: page.coverage };
  }
  const isPaywalled = page?.coverage === 'paywalled';
  return { body: own ?? { text: '', headings: [] }, coverage: isPaywalled ? 'paywalled' : 'teaser' };
}

function endsCutShort(text: string): boolean {
  return /(?:…|\.{3}|\[…\]|\[\.{3}\])[\])]?\s*$/.test(text);
}

/** HTML or plain text → lines. */
function bodyOf(source: string | undefined, title: string): Body | undefined {
  if (source === undefined || source.trim() === '') return undefined;
  const isHtml = /<[a-z!/][^<>]*>|&(?:[a-z]{2,8}|#\d+);/i.test(source);
  const html = isHtml ? source : escapeText(source).replace(/\n/g, '<br>\n');
  const blocks = cleanBlocks(collectBlocks(parsePage(`<div>${html}</div>`).root), title);
  if (blocks.length === 0) return undefined;
  return {
    text: blocks.map((block) => block.text).join('\n'),
    headings: blocks.flatMap((block, at) => (block.isHeading ? [at] : [])),
  };
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function firstSentence(text: string): string {
  return /^.{10,160}?[.!?。！？](?=\s|$)/su.exec(text)?.[0] ?? text.split('\n')[0]!.slice(0, 120);
}
