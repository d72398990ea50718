import { saturate } from '../postings/weigh-terms.ts';

/** What one asked term finds in one document. */
export interface TermHit {
  /** Occurrences. */
  readonly title: number;
  readonly text: number;
  /** Terms of the whole document, and of a usual one. */
  readonly length: number;
  readonly meanLength: number;
  readonly idf: number;
}

/** The BM25 weight of one term in one document. */
export function bm25({ title, text, length, meanLength, idf }: TermHit): number {
  return idf * saturate({ title, text }, length / meanLength);
}
