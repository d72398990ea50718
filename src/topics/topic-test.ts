// What /topics test answers, before anything is rendered.

import type { Topic } from './topic.ts';

export interface TopicTest {
  readonly kind: 'topic-test';
  readonly topic: Topic;
  /** One article a story, the best first. */
  readonly matched: readonly TestedArticle[];
  /** Those that one thing keeps out. */
  readonly near: readonly TestedArticle[];
}

export interface TestedArticle {
  readonly title: string;
  readonly url: string | undefined;
  readonly source: string;
  readonly at: number;
  readonly score: number;
  readonly found: readonly FoundWord[];
  readonly gaps: readonly Gap[];
  /** Others of its story that stand alike. */
  readonly others: number;
}

/** A word or phrase as it was typed, and how often it is there. */
export interface FoundWord {
  readonly word: string;
  readonly title: number;
  readonly text: number;
}

/**
 * What is in the way: none of these words is there (`lacks`), this one is although it is left out (`excluded`), or the
 * article is of another source or language, or too old.
 */
export interface Gap {
  readonly kind: 'lacks' | 'excluded' | 'source' | 'lang' | 'since';
  readonly words: readonly string[];
}
