// Puts chosen sentences into the order in which they are read.

import type { Reading, Sentence } from './sentence.ts';

const HALF_A_DAY = 12 * 3_600_000;

function isSpread(reading: Reading): boolean {
  const times = reading.docs.map((doc) => doc.publishedAt);
  if (times.some((time) => time === undefined)) return false;
  const known = times as number[];
  return Math.max(...known) - Math.min(...known) > HALF_A_DAY;
}

/**
 * One document: its own order. Several: by time where they were published over more than half a day, else leads first,
 * each document's sentences always in its own order.
 */
export function orderSentences(reading: Reading, chosen: readonly Sentence[]): Sentence[] {
  if (reading.docs.length === 1) return chosen.toSorted((a, b) => a.order - b.order);
  const time = (s: Sentence) => reading.docs[s.doc]!.publishedAt ?? 0;
  if (isSpread(reading)) return chosen.toSorted((a, b) => time(a) - time(b) || a.doc - b.doc || a.order - b.order);
  const opening = new Map<number, number>();
  for (const s of chosen) opening.set(s.doc, Math.min(opening.get(s.doc) ?? Number.POSITIVE_INFINITY, s.order));
  return chosen.toSorted((a, b) => opening.get(a.doc)! - opening.get(b.doc)! || a.doc - b.doc || a.order - b.order);
}
