// What the search thread is asked and answers.

import type { SQLInputValue } from 'node:sqlite';
import type { ArticleMarks, MarksAsk, SearchAsk, SearchFound, SimilarWords } from './contract.ts';

export interface SearchScope {
  readonly owners: readonly string[];
  readonly sourceIds?: readonly number[] | undefined;
}

export interface SearchAnswers {
  readonly candidates: SearchFound;
  readonly marks: readonly ArticleMarks[];
  readonly languages: readonly string[];
  readonly similar: readonly string[];
  readonly rows: readonly unknown[];
}

export type SearchQuestion =
  | { readonly kind: 'candidates'; readonly owners: readonly string[]; readonly ask: SearchAsk }
  | { readonly kind: 'marks'; readonly owners: readonly string[]; readonly ask: MarksAsk }
  | { readonly kind: 'languages'; readonly owners: readonly string[] }
  | ({ readonly kind: 'similar'; readonly owners: readonly string[] } & SimilarWords)
  /** A query that only reads, as it was compiled elsewhere. */
  | { readonly kind: 'rows'; readonly sql: string; readonly parameters: readonly SQLInputValue[] };

export type AnswerTo<Question extends SearchQuestion> = SearchAnswers[Question['kind']];

/** Answers; one that runs longer than to `deadline` (by performance.now) gives what it has. */
export interface Searcher {
  answer<Question extends SearchQuestion>(question: Question, deadline: number): AnswerTo<Question>;
}
