// Takes sentences by a method's score, best first, while they fit and say something new.

import { saysTheSame } from './likeness.ts';
import type { Limits } from './limits.ts';
import type { Reading, Sentence } from './sentence.ts';
import { rarity } from './sentence-features.ts';

export function takeBest(reading: Reading, scores: readonly number[], limits: Limits): Sentence[] {
  const weights = rarity(reading);
  const order = scores.map((_, i) => i).toSorted((a, b) => scores[b]! - scores[a]! || a - b);
  const taken: Sentence[] = [];
  let words = 0;
  for (const i of order) {
    if (taken.length >= limits.most) break;
    const sentence = reading.sentences[i]!;
    if (words + sentence.words > limits.words) continue;
    if (taken.some((other) => saysTheSame(other, sentence, weights))) continue;
    taken.push(sentence);
    words += sentence.words;
  }
  return taken;
}
