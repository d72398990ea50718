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
  /** Of what counts beside its words, what is so; several of a kind are one. */
  readonly fits: readonly Fact[];
  readonly found: readonly FoundWord[];
  readonly gaps: readonly Gap[];
  /** Others of its story that stand alike. */
  readonly others: number;
}

/** A word or phrase as far as it is looked for, and how often it is there. */
export interface FoundWord {
  readonly word: string;
  readonly title: number;
  readonly text: number;
}

/** A source by its name, a language by its code, a time as it was typed. */
export interface Fact {
  readonly kind: 'source' | 'lang' | 'since';
  readonly words: readonly string[];
}

/**
 * What is in the way: none of these words is there (`lacks`) or in the title, one is although it is left out
 * (`excluded`), or the article is of another source or language, too old, or of one that is left out.
 */
export interface Gap {
  readonly kind:
    | 'lacks'
    | 'lacksInTitle'
    | 'excluded'
    | Fact['kind']
    | 'excludedSource'
    | 'excludedLang'
    | 'excludedSince';
  readonly words: readonly string[];
}
