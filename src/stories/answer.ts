// What /topic, /latest and /search answer with, before anything is rendered.

import type { AnswerSentence, CitedArticle, Label } from '../summaries/answer.ts';
import type { StoryTrend, TrendSince, WordTrend } from '../trends/trend.ts';

/** A story in a list. `ref` is what /summary takes ("s12"). */
export interface StoryCard {
  readonly ref: string;
  readonly headline: string;
  readonly url: string | undefined;
  readonly sources: readonly string[];
  readonly lastAt: number;
  /** The sentence that says most: the first of `sentences`. */
  readonly sentence: AnswerSentence | undefined;
  /** More of them where few stories are shown. */
  readonly sentences: readonly AnswerSentence[];
  /** The articles behind the numbers of the cites. */
  readonly articles: readonly CitedArticle[];
  readonly labels: readonly Label[];
  readonly lang: string | undefined;
}

/** So many stories stand on a page of /topic; only those of the page that is shown have sentences. */
export const STORIES_A_PAGE = 8;

export interface TopicAnswer {
  readonly kind: 'topic';
  /** The topic's name, or the words that were asked for. */
  readonly name: string;
  /** What was searched instead, where nobody in scope had written a word that was typed. */
  readonly corrected?: string;
  /** Set when it is a topic of this server. */
  readonly topicId: number | undefined;
  readonly since: Since;
  readonly sort: 'top' | 'newest';
  /** Every story found, in order; the renderer pages through them. */
  readonly stories: readonly StoryCard[];
}

export const SINCE = { '24h': 86_400_000, '3d': 259_200_000, '7d': 604_800_000, '30d': 2_592_000_000 } as const;
export type Since = keyof typeof SINCE;

export interface LatestAnswer {
  readonly kind: 'latest';
  /** The topic and the source that were asked for. */
  readonly of: readonly string[];
  readonly articles: readonly ArticleLine[];
}

export interface ArticleLine {
  readonly ref: string;
  readonly title: string;
  readonly url: string | undefined;
  readonly source: string;
  readonly at: number;
  readonly labels: readonly Label[];
}

/** So many hits stand on a page of /search; only those of the page that is shown have a piece of their text. */
export const HITS_A_PAGE = 6;

export interface SearchAnswer {
  readonly kind: 'search';
  readonly query: string;
  readonly hits: readonly SearchHit[];
  /** What was searched instead, where nobody in scope had written a word that was typed. */
  readonly corrected: string | undefined;
  /** Set when the newest articles held too little, or older ones were asked for: all were looked through. */
  readonly archive?: boolean;
}

export interface SearchHit extends ArticleLine {
  readonly sources: readonly string[];
  /** A piece of the text, in parts: those that matched are marked. */
  readonly snippet: readonly { readonly text: string; readonly hit: boolean }[];
}

export interface TrendingAnswer {
  readonly kind: 'trending';
  readonly since: TrendSince;
  /** The topic's name. */
  readonly topic: string | undefined;
  /** Days before that the words were compared with; 0: too few to know what is usual, and the words are those told most. */
  readonly usualDays: number;
  /** Most grown first. */
  readonly words: readonly WordTrend[];
  readonly stories: readonly TrendingStory[];
}

export interface TrendingStory extends Omit<StoryTrend, 'storyId' | 'sources'> {
  /** What /summary takes ("s12"). */
  readonly ref: string;
  readonly headline: string;
  readonly url: string | undefined;
  /** Names. */
  readonly sources: readonly string[];
}
