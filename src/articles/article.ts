// The noun of the pipeline's middle: an article is a text with its address, times and language, ours once extracted.

import type { StoryId } from '../stories/story.ts';

export type ArticleId = number & { readonly brand: 'ArticleId' };

/** What a page or file turned out to be. */
export type ArticleKind = 'article' | 'live' | 'gallery' | 'video' | 'listing';

/** How much of the article the stored text holds. */
export type Coverage = 'full' | 'teaser' | 'paywalled';

/** What extraction and cleaning make of a page, a feed item or a text file. */
export interface ArticleDraft {
  /** Absolute, trackers stripped; undefined for a local file. */
  readonly url: string | undefined;
  readonly title: string;
  /** Plain text, one block (paragraph, heading, list item) a line, blocks separated by "\n". */
  readonly text: string;
  /** Lines of `text` (0-based) that are headings: structure, never summarized. */
  readonly headings: readonly number[];
  readonly lang: string | undefined;
  readonly author: string | undefined;
  readonly siteName: string | undefined;
  readonly section: string | undefined;
  readonly publishedAt: number | undefined;
  readonly modifiedAt: number | undefined;
  readonly imageUrl: string | undefined;
  readonly kind: ArticleKind;
  readonly coverage: Coverage;
}

/** A stored article. */
export interface Article extends ArticleDraft {
  readonly id: ArticleId;
  readonly storyId: StoryId;
  /** The publisher's name as people read it (site name, feed title, host, or the file's name). */
  readonly source: string;
  /** When this process first saw it. */
  readonly seenAt: number;
  /** When its stored text last changed, if it did. */
  readonly updatedAt: number | undefined;
  /** The article that this one is a copy of (syndicated, re-posted). */
  readonly copyOf: ArticleId | undefined;
}

/** The time an article is ordered by: when it was published, never later than when it was seen. */
export function articleTime(article: Pick<Article, 'publishedAt' | 'seenAt'>): number {
  return Math.min(article.publishedAt ?? article.seenAt, article.seenAt);
}
