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

// Robertson & Zaragoza 2009 ("The Probabilistic Relevance Framework"): BM25F, the headline a field of more weight.
const K1 = 1.2;
const B = 0.45;
const TITLE_WEIGHT = 3;

/** The BM25 weight of one term in one document. */
export function bm25({ title, text, length, meanLength, idf }: TermHit): number {
  const count = TITLE_WEIGHT * title + text;
  if (count === 0) return 0;
  const norm = 1 - B + (B * length) / meanLength;
  return (idf * count * (K1 + 1)) / (count + K1 * norm);
}
