// What the search thread is asked and answers.

import type { SearchAsk, SearchFound } from './contract.ts';

export interface SearchScope {
  readonly owners: readonly string[];
  readonly sourceIds?: readonly number[] | undefined;
}

export interface SearchAnswers {
  readonly candidates: SearchFound;
  readonly languages: readonly string[];
  readonly similar: readonly string[];
}

export type SearchQuestion =
  | { readonly kind: 'candidates'; readonly owners: readonly string[]; readonly ask: SearchAsk }
  | { readonly kind: 'languages'; readonly owners: readonly string[] }
  | {
      readonly kind: 'similar';
      readonly owners: readonly string[];
      readonly term: string;
      readonly near: readonly string[];
    };

export type AnswerTo<Question extends SearchQuestion> = SearchAnswers[Question['kind']];

/** Answers; one that runs longer than to `deadline` (by performance.now) gives what it has. */
export interface Searcher {
  answer<Question extends SearchQuestion>(question: Question, deadline: number): AnswerTo<Question>;
}
