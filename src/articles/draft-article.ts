// An item and its page → the article and the terms by which it is found: all the heavy work, in one task of a worker.

import type { Item } from '../feeds/feed.ts';
import { toTerms } from '../text/terms.ts';
import type { ArticleDraft } from './article.ts';
import { extractArticle } from './extract.ts';
import { articleFromItem, type ItemFeed } from './from-item.ts';

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
  const pageDraft = extracted?.kind === 'article' ? extracted.draft : undefined;
  const made = articleFromItem(item, feed, pageDraft);
  const draft = { ...made, siteName: made.siteName ?? publicName(feed.title, page?.html) };
  return {
    kind: 'draft',
    draft,
    fromFeed: pageDraft === undefined || draft.text !== pageDraft.text,
    ...termsOf(draft),
  };
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
