// What /trending counts, before and after: plain data, so that it can be read and counted in another thread.

import type { Article } from '../articles/article.ts';
import type { StoryId } from '../stories/story.ts';

export const DAY_MS = 86_400_000;

/** How long each time is, and how many as long before it tell what is usual: a week at least, so that every weekday is in it. */
export const TREND_SPANS = {
  '24h': { days: 1, before: 7 },
  '3d': { days: 3, before: 4 },
  '7d': { days: 7, before: 3 },
} as const;
export type TrendSince = keyof typeof TREND_SPANS;

/** Characters of a text that are read: its beginning says what it is about. */
export const TREND_LEAD = 240;

/** An article as far as it is counted. */
export interface TrendRow extends Pick<Article, 'id' | 'storyId' | 'source' | 'copyOf' | 'lang' | 'title'> {
  readonly time: number;
  /** The first TREND_LEAD characters of its text, or more. */
  readonly lead: string;
  /** Matches the topic that was asked for; true where none was. */
  readonly inTopic: boolean;
}

/** How much of something there was, in reports: a source's day counts once, however much it wrote. */
export interface Growth {
  readonly reports: number;
  /** Of a time as long, before; at the activity of now. */
  readonly usual: number;
  /** What is beyond the usual. */
  readonly growth: number;
  readonly sources: number;
}

export interface WordTrend extends Growth {
  /** A word or a name of several, as it is written. */
  readonly word: string;
  /** What is always told along with it. */
  readonly along: readonly string[];
  /** The story that most of the reports belong to, if one does. */
  readonly storyId: StoryId | undefined;
}

export interface StoryGrowth extends Growth {
  readonly storyId: StoryId;
  readonly isNew: boolean;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Articles, copies left out. */
  readonly size: number;
}

export interface StoryTrend extends StoryGrowth {
  /** Main names and words. */
  readonly names: readonly string[];
}

export interface Trends {
  /** Days before that the words were compared with; 0: too few to know what is usual. */
  readonly usualDays: number;
  readonly words: readonly WordTrend[];
  readonly stories: readonly StoryTrend[];
}
