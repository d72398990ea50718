// An item and its page → the article and the terms by which it is found: all the heavy work, in one task of a worker.

import type { Item } from '../feeds/feed.ts';
import { fold } from '../text/fold.ts';
import { toTerms } from '../text/terms.ts';
import type { ArticleDraft } from './article.ts';
import { extractArticle } from './extract.ts';
import { articleFromItem, type ItemFeed } from './from-item.ts';
import { ownAddress } from './own-address.ts';

export interface DraftTask {
  readonly item: Item;
  readonly feed: ItemFeed;
  readonly page: { readonly html: string; readonly url: string } | undefined;
}

/** The analyser's terms of headline and text. */
export interface ArticleTerms {
  readonly titleTerms: readonly string[];
  readonly textTerms: readonly string[];
}

export type DraftOutcome =
  | ({
      readonly kind: 'draft';
      readonly draft: ArticleDraft;
      /** The text is the feed's own, which other feeds' readers may not be meant to see; else it is the page's. */
      readonly fromFeed: boolean;
    } & ArticleTerms)
  /** The page asks not to be indexed. */
  | { readonly kind: 'noindex' };

export function draftArticle({ item, feed, page }: DraftTask): DraftOutcome {
  const extracted = page && extractArticle(page.html, page.url);
  if (extracted?.noindex) return { kind: 'noindex' };
  // Behind some items' links stands a list of articles, which is none: such an item keeps its own text.
  const read = extracted?.kind === 'article' && extracted.draft.kind !== 'listing' ? extracted.draft : undefined;
  const pageDraft = read && page && { ...read, url: ownAddress(read.url, page.url) };
  const made = articleFromItem(item, feed, pageDraft);
  const fromFeed = pageDraft === undefined || made.text !== pageDraft.text;
  const draft = fromFeed
    ? { ...made, siteName: made.siteName ?? publicName(feed.title, page?.html) }
    : { ...made, ...publicFacts({ made, page: pageDraft, item, feed, html: page?.html ?? '' }) };
  return { kind: 'draft', draft, fromFeed, ...termsOf(draft) };
}

interface Facts {
  readonly made: ArticleDraft;
  readonly page: ArticleDraft;
  readonly item: Item;
  readonly feed: ItemFeed;
  readonly html: string;
}

/** All readers of a page's address see one article: what one feed says of it stands there where the page says it, too. */
function publicFacts({ made, page, item, feed, html }: Facts) {
  const said = (words: string | undefined) => publicName(words, html);
  return {
    title: publicTitle(made.title, page, html),
    siteName: page.siteName ?? said(item.sourceName) ?? said(feed.title),
    author: said(item.author) ?? page.author,
    section: page.section ?? said(item.categories[0]),
    imageUrl: page.imageUrl ?? said(item.imageUrl),
    publishedAt: publicTime(page.publishedAt, made.publishedAt),
    modifiedAt: page.modifiedAt ?? made.modifiedAt,
  };
}

/** Feeds tell the minute, but not another day than the page does. */
function publicTime(page: number | undefined, item: number | undefined): number | undefined {
  if (page === undefined || item === undefined) return page ?? item;
  return Math.abs(page - item) <= DAY_MS ? item : page;
}

const DAY_MS = 86_400_000;

/** What is shown to all readers of a page is its own headline, or a feed's where the page has those words, too. */
function publicTitle(title: string, page: ArticleDraft, html: string): string {
  const isThere =
    page.title === '' || html.includes(title) || letters(`${page.title}\n${page.text}`).includes(letters(title));
  return isThere ? title : page.title;
}

function letters(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A feed's title is what the site calls itself where its page says it, too; else it may be its readers' alone. */
function publicName(title: string | undefined, html: string | undefined): string | undefined {
  const name = title?.trim();
  if (!name || html === undefined) return undefined;
  return html.includes(name) || html.includes(name.replaceAll('&', '&amp;')) ? name : undefined;
}

export function termsOf({ title, text, lang }: Pick<ArticleDraft, 'title' | 'text' | 'lang'>): ArticleTerms {
  return { titleTerms: toTerms(title, lang), textTerms: toTerms(text, lang) };
}
