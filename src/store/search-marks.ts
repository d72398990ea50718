// What the words that mark the best hits of a search give to the others: those are known, so that only the shelves that
// hold them are asked.

import type { ArticleId } from '../articles/article.ts';
import { freshness, scoreDocs } from '../postings/score-shelf.ts';
import { toMinute } from '../postings/shelf.ts';
import { weighQuestion } from '../postings/weigh-question.ts';
import type { ArticleMarks, MarksAsk } from './contract.ts';
import type { StoredShelf } from './search-shelves.ts';
import { countHeld, narrowView, type View } from './search-view.ts';

/** How rare a word is shows where the articles are, and on the largest of the shelves: few may be on small ones. */
export function findMarks(view: View, { articleIds, marking, now }: MarksAsk): ArticleMarks[] {
  const docs = placesOf(view, articleIds);
  if (docs.size === 0) return [];
  const largest = view.hot.reduce((most, shelf) => (shelf.size > most.size ? shelf : most));
  const asked = narrowView(view, (shelf) => docs.has(shelf) || shelf === largest);
  const lists = asked.hot.map((shelf) => shelf.lists(marking.map(({ term }) => term)));
  const held = new Map(marking.map(({ term }, i) => [term, countHeld(asked, lists, i)]));
  const weights = weighQuestion({ terms: [], marking }, { total: asked.total, held: (term) => held.get(term) ?? 0 });
  const inOrder = marking.map(({ term }) => weights.get(term) ?? 0);
  return asked.hot.flatMap((shelf, n) => {
    const found = docs.get(shelf) ?? [];
    const scores = scoreDocs(shelf, found, { weights: inOrder, lists: lists[n] ?? [] });
    return found.map((doc, i) => ({
      articleId: shelf.ids[doc] as ArticleId,
      score: (scores[i] as number) * freshness(shelf.minutes[doc] as number, toMinute(now)),
    }));
  });
}

/** Where on the hot shelves they stand, as far as they are in scope. */
function placesOf({ hot, allowed }: View, ids: readonly ArticleId[]): Map<StoredShelf, number[]> {
  const wanted = new Uint8Array(allowed.length);
  for (const id of ids) if (allowed[id] === 1) wanted[id] = 1;
  const places = new Map<StoredShelf, number[]>();
  for (const shelf of hot) {
    const docs: number[] = [];
    for (let doc = 0; doc < shelf.size; doc++) if (wanted[shelf.ids[doc]!] === 1) docs.push(doc);
    if (docs.length > 0) places.set(shelf, docs);
  }
  return places;
}
