// Whether a count is more than chance would make it.

export interface Counts {
  readonly count: number;
  /** Out of so many. */
  readonly of: number;
}

/**
 * The signed root of the log-likelihood ratio of two rates (T. Dunning, "Accurate methods for the statistics of surprise
 * and coincidence", Computational Linguistics 19, 1993; in the form for two corpora of P. Rayson and R. Garside, 2000):
 * like standard deviations, and honest about small counts. Above 0 where the first rate is the higher one.
 * Example: 5 of 6 against 1 of 40 gives 3.9; 2 of 6 against 0 of 6 gives 1.7.
 */
export function surprise(now: Counts, before: Counts): number {
  const rate = (now.count + before.count) / (now.of + before.of);
  const ratio = part(now.count, now.of * rate) + part(before.count, before.of * rate);
  const sign = now.count * before.of >= before.count * now.of ? 1 : -1;
  return sign * Math.sqrt(Math.max(0, 2 * ratio));
}

function part(count: number, expected: number): number {
  return count === 0 ? 0 : count * Math.log(count / expected);
}
