// Where each sentence stands in its document, as news is told: bylines and captions do not push the lead down, and a
// scene that comes before the news does not take its place.

import type { Reading, Sentence } from './sentence.ts';

// How far down the news may begin.
const SCENE = 3;
// Two terms of a headline are chance in a long one.
const FEWEST_SHARED = 2;
const SHARE = 1 / 3;

function isCounted({ faults }: Sentence): boolean {
  return !faults.includes('furniture') && !faults.includes('fragment');
}

function sharedWith(title: ReadonlySet<number>, { terms }: Sentence): number {
  let shared = 0;
  for (const term of terms) if (title.has(term)) shared++;
  return shared;
}

/**
 * The sentence that tells the news, where the document opens with a scene: its first sentence says nothing of the
 * headline, and one of the next says a good part of it. As a place in `counted`; 0 where the news comes first.
 */
function newsAt(counted: readonly Sentence[], title: ReadonlySet<number>): number {
  if (title.size === 0 || !counted[0] || sharedWith(title, counted[0]) > 0) return 0;
  const least = Math.max(FEWEST_SHARED, title.size * SHARE);
  const found = counted.slice(1, SCENE + 1).findIndex((sentence) => sharedWith(title, sentence) >= least);
  return found + 1;
}

/**
 * From 0 in each document; what does not count has the position of the sentence that follows it. Of several documents
 * another one says the news first.
 */
export function positionsOf({ sentences, titles }: Reading): number[] {
  const [only, ...others] = titles;
  const news = only && others.length === 0 ? newsAt(sentences.filter(isCounted), only) : 0;
  const next = titles.map(() => 0);
  return sentences.map((sentence) => {
    const { doc } = sentence;
    const place = isCounted(sentence) ? next[doc]!++ : next[doc]!;
    if (news === 0 || place > news) return place;
    return place === news ? 0 : place + 1;
  });
}
