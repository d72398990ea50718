// What a word that nobody in scope has written may have meant, of the words that somebody in scope has.

import { countAllowed } from '../postings/posting-list.ts';
import { rangeAround, unlikeness } from '../postings/similar-words.ts';
import type { StoredShelf } from './search-shelves.ts';
import type { View } from './search-sqlite.ts';

/** Of forms that go on from what was typed, several may be meant; of spellings one. */
const MOST_FORMS = 5;

export function findSimilar({ allowed, hot, archive }: View, typed: string, deadline: number): string[] {
  const range = rangeAround(typed);
  if (range === undefined) return [];
  const found = likeliest(hot, allowed, { typed, range, deadline });
  return found.length > 0 ? found : likeliest(archive, allowed, { typed, range, deadline });
}

interface Ask {
  readonly typed: string;
  readonly range: readonly [string, string];
  readonly deadline: number;
}

function likeliest(shelves: readonly StoredShelf[], allowed: Uint8Array, { typed, range, deadline }: Ask): string[] {
  const words = new Set<string>();
  for (const shelf of shelves) {
    if (performance.now() > deadline) break;
    for (const { term } of shelf.range(...range)) words.add(term);
  }
  const alike = Map.groupBy(words, (word) => unlikeness(typed, word));
  for (const step of [...alike.keys()].filter((how) => how !== undefined).sort((a, b) => a - b)) {
    // How often is counted in scope: others' articles neither give words nor weigh them.
    const counted = (alike.get(step) ?? []).map((word) => ({ word, count: countIn(shelves, allowed, word) }));
    const known = counted
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
    if (known.length > 0) return known.slice(0, isForm(step) ? MOST_FORMS : 1).map(({ word }) => word);
  }
  return [];
}

function countIn(shelves: readonly StoredShelf[], allowed: Uint8Array, word: string): number {
  return shelves.reduce((sum, shelf) => {
    const list = shelf.list(word);
    return list === undefined ? sum : sum + countAllowed(list, shelf.ids, allowed);
  }, 0);
}

/** Steps of unlikeness that are words which go on. */
function isForm(step: number): boolean {
  return step === 0 || step === 3;
}
