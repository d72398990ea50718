// What /summary answers with, before anything is rendered.

import type { Length, Method } from './summary.ts';

/** What an answer has to be honest about. `short`: the text is too short to summarize and is shown as it is. */
export type Label =
  | 'single-source'
  | 'teaser'
  | 'paywalled'
  | 'updated'
  | 'undated'
  | 'late'
  | 'short'
  | 'other-method';

/** An article behind an answer; `n` is the number in its [n]. */
export interface CitedArticle {
  readonly n: number;
  /** "a34", where it is stored. */
  readonly ref?: string | undefined;
  readonly source: string;
  readonly title: string;
  readonly url: string | undefined;
  readonly publishedAt: number | undefined;
  readonly coverage: 'full' | 'teaser' | 'paywalled';
  /** Only prints another's text. */
  readonly isCopy?: true;
}

/** A verbatim sentence; each cite's `url` opens the article at that sentence (text fragment). */
export interface AnswerSentence {
  readonly text: string;
  readonly cites: readonly { readonly n: number; readonly url: string | undefined }[];
}

export interface SummaryAnswer {
  readonly kind: 'summary';
  /** Asks for the same again: "s12" a stored story, "a34" a stored article, "u…" a page fetched within the hour. */
  readonly ref: string;
  readonly length: Length;
  readonly title: string;
  readonly url: string | undefined;
  readonly lang: string | undefined;
  readonly time: number | undefined;
  /** 0: there is no text. */
  readonly readingMinutes: number;
  readonly sentences: readonly AnswerSentence[];
  readonly articles: readonly CitedArticle[];
  readonly labels: readonly Label[];
  /** Set where it is a stored story. */
  readonly story?: StoryFacts | undefined;
  /** There is something new in it since this person last looked. */
  readonly hasNews?: boolean;
  readonly picture?: { readonly url: string; readonly source: string } | undefined;
  /** Articles that the asker's server has taken out of the story ("not the same story"). */
  readonly takenOut?: readonly Pick<CitedArticle, 'ref' | 'source' | 'title'>[];
  readonly method: Method;
  /** Lengths that would show something else than this one. */
  readonly shorter: Length | undefined;
  readonly longer: Length | undefined;
}

export interface StoryFacts {
  readonly sources: number;
  readonly articles: number;
  /** How many of the articles only print another's text. */
  readonly copies: number;
  /** How many more articles it has than a day ago, copies left out; 0 where all of it is of the last day. */
  readonly grown: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Main names and words, most telling first. */
  readonly names: readonly string[];
  /** Names of the asker's topics that it matches. */
  readonly topics: readonly string[];
}

export interface NewsAnswer {
  readonly kind: 'news';
  readonly title: string;
  readonly url: string | undefined;
  /** When the person had last looked; undefined: never before. */
  readonly since: number | undefined;
  /** Empty where all has been said before. */
  readonly sentences: readonly AnswerSentence[];
  /** That came since then, those quoted first. */
  readonly articles: readonly CitedArticle[];
}

export interface TimelineAnswer {
  readonly kind: 'timeline';
  readonly ref: string;
  readonly title: string;
  readonly url: string | undefined;
  /** Oldest first. */
  readonly entries: readonly { readonly at: number; readonly source: string; readonly sentence: AnswerSentence }[];
  /** What only that source says. */
  readonly only: readonly { readonly source: string; readonly sentence: AnswerSentence }[];
}
