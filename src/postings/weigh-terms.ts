// What a document's terms weigh, each in one byte: computed once, when it is written, so that a search has only to add.

// Robertson & Zaragoza 2009 ("The Probabilistic Relevance Framework"): BM25F, the headline a field of more weight.
const K1 = 1.2;
const B = 0.45;
const TITLE_WEIGHT = 3;
/** Terms of a usual article; fixed, so that a weight stays true whatever is written later. */
export const USUAL_LENGTH = 150;

/** The bit of a mark that says: stands in the headline. */
export const IN_TITLE = 128;
const LEVELS = 127;

/** What a mark weighs, by its number. */
export const WEIGHTS: Float64Array = Float64Array.from(
  { length: 256 },
  (_, mark) => ((mark & LEVELS) / LEVELS) * (K1 + 1),
);

/** The most that a mark weighs. */
export const MOST_WEIGHT = K1 + 1;

/** How much so many occurrences weigh in a text of that length (of usual ones), from 0 to K1 + 1: each adds less. */
export function saturate({ title, text }: { readonly title: number; readonly text: number }, length: number): number {
  const count = TITLE_WEIGHT * title + text;
  return count === 0 ? 0 : (count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
}

/** A mark (1..255) for each term: its saturated frequency, and whether it stands in the headline. */
export function weighTerms(titleTerms: readonly string[], textTerms: readonly string[]): Map<string, number> {
  const inTitle = count(titleTerms);
  const inText = count(textTerms);
  const length = (titleTerms.length + textTerms.length) / USUAL_LENGTH;
  const marks = new Map<string, number>();
  for (const term of [...inTitle.keys(), ...inText.keys()]) {
    const title = inTitle.get(term) ?? 0;
    const weight = saturate({ title, text: inText.get(term) ?? 0 }, length);
    const level = Math.max(1, Math.round((weight / (K1 + 1)) * LEVELS));
    marks.set(term, title > 0 ? level | IN_TITLE : level);
  }
  return marks;
}

function count(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** So many texts' worth of belief in the shipped table, beside what is counted here. */
const PRIOR_TEXTS = 1000;

/**
 * How much a term says: from the share of texts that hold it here, leaning on the share that it has in the news at large
 * (`usual`) while there are few.
 */
export function rarity(held: number, total: number, usual: number): number {
  const share = (held + PRIOR_TEXTS * usual + 0.5) / (total + PRIOR_TEXTS + 1);
  return Math.log(1 + (1 - share) / share);
}
