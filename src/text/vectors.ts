// Counts of terms as sparse vectors, and the angle between two of them.

export type SparseVector = ReadonlyMap<string, number>;

export function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function dot(a: SparseVector, b: SparseVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

function lengthOf(v: SparseVector): number {
  let sum = 0;
  for (const weight of v.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

/** From -1 to 1 (0 to 1 for counts); 0 when one of them is empty. */
export function cosine(a: SparseVector, b: SparseVector): number {
  const lengths = lengthOf(a) * lengthOf(b);
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}

/** To unit length; the empty vector stays empty. */
export function normalize(v: SparseVector): Map<string, number> {
  const length = lengthOf(v);
  const unit = new Map<string, number>();
  if (length === 0) return unit;
  for (const [term, weight] of v) unit.set(term, weight / length);
  return unit;
}
