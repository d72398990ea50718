// The nouns of the summaries: documents go in, verbatim sentences with their places come out.

export const METHODS = ['default', 'lead', 'textrank', 'lexrank', 'lsa', 'luhn', 'node-summarizer'] as const;
export type Method = (typeof METHODS)[number];

export const LENGTHS = ['short', 'normal', 'long'] as const;
export type Length = (typeof LENGTHS)[number];

/** Sentences of each length. */
export const SENTENCES: Readonly<Record<Length, number>> = { short: 2, normal: 4, long: 7 };

/** One text to summarize. `text` has one block a line (article.ts). */
export interface SummaryDoc {
  readonly id: string | number;
  readonly title?: string;
  readonly text: string;
  /** Publisher; two documents of one source count once as support. */
  readonly source?: string;
  /** Milliseconds in UTC. */
  readonly publishedAt?: number;
  /** Lines of `text` that are headings. */
  readonly headings?: readonly number[];
}

export interface SummaryBudget {
  readonly lang?: string;
  /** At most so many sentences (3). */
  readonly sentences?: number;
  /** Whole sentences within so many words, or the shortest alone. */
  readonly words?: number;
  readonly method?: Method;
  /** Ids of documents that the reader knows: what the others say anew is wanted, or, where that is nothing, the others alone. */
  readonly known?: readonly (string | number)[];
}

/** Where a document says a sentence: UTF-16 offsets into its `text`. */
export interface Cite {
  readonly doc: string | number;
  readonly start: number;
  readonly end: number;
}

/** `text` is the slice of the first cite; further cites say the same in other documents. */
export interface CitedSentence {
  readonly text: string;
  readonly cites: readonly Cite[];
}

export interface Summary {
  readonly sentences: readonly CitedSentence[];
  /** The method that answered, which is the default where the one asked for could not. */
  readonly method: Method;
  /** The method that was asked for, where another one had to answer. */
  readonly asked?: Method;
  /** Every sentence says what no known document says. */
  readonly isNews?: true;
}
