import type { Article, ArticleId } from '../articles/article.ts';

export type StoryId = number & { readonly brand: 'StoryId' };

/** One event, as one scope sees it: made from the articles in that scope alone. */
export interface Story {
  readonly id: StoryId;
  /** Title of its most central article. */
  readonly headline: string;
  /** Most central first, then newest first; copies last. Never empty. */
  readonly articles: readonly Article[];
  /** Those of `articles` that only print another's text. */
  readonly copies: readonly ArticleId[];
  /** Names of distinct publishers, copies not counted, in the order of `articles`. */
  readonly sources: readonly string[];
  readonly firstAt: number;
  readonly lastAt: number;
}

/** What the grouper has counted of a language's words: how many texts, and pairs of a slot and its count. */
export interface WordCounts {
  readonly lang: string;
  readonly texts: number;
  readonly seen: Float32Array;
}
