// A sentence as the summarizer sees it: its place, its terms as numbers, and what speaks against showing it alone.

import type { Span } from '../text/span.ts';
import type { SummaryDoc } from './summary.ts';

/**
 * Why a sentence cannot stand alone. `dangling`: opens with a pronoun or connective whose antecedent is in the sentence
 * before. `loose`: an orphaned quote. `question`. `furniture`: caption, byline, share bar. `fragment`: no whole sentence.
 */
export type Fault = 'dangling' | 'loose' | 'question' | 'furniture' | 'fragment';

export interface Sentence extends Span {
  /** Index of its document. */
  readonly doc: number;
  /** Its position among the sentences of its document, from 0. */
  readonly order: number;
  readonly text: string;
  /** Words as people count them (white space; segmented where there is none). */
  readonly words: number;
  /** Distinct terms, as numbers of the reading's vocabulary. */
  readonly terms: readonly number[];
  /** All its terms in order. */
  readonly sequence: readonly number[];
  /** Terms that open with a capital or are numbers: names, amounts, dates. */
  readonly names: number;
  readonly numbers: number;
  /** First of its line. */
  readonly opensLine: boolean;
  readonly faults: readonly Fault[];
}

/** All documents read: what every method starts from. */
export interface Reading {
  readonly docs: readonly SummaryDoc[];
  readonly lang: string | undefined;
  /** In order of documents, and of the text in each. */
  readonly sentences: readonly Sentence[];
  /** Sentences of each document. */
  readonly counts: readonly number[];
  readonly vocabulary: readonly string[];
  /** Terms of each document's title. */
  readonly titles: readonly ReadonlySet<number>[];
  /** Whether a term was mostly written with a capital, inside sentences too. */
  readonly capitalised: readonly boolean[];
}
