// What a word that nobody in scope has written may have meant, of the words that somebody in scope has.

import { countAllowed } from '../postings/posting-list.ts';
import { rangeAround, unlikeness } from '../postings/similar-words.ts';
import type { StoredShelf } from './search-shelves.ts';
import type { View } from './search-view.ts';

/** Of forms that go on from what was typed, several may be meant; of spellings one. */
const MOST_FORMS = 5;

export interface SimilarAsk {
  readonly typed: string;
  /** The word itself, where a term is only its stem: "solve" goes on as "solveig", "solv" as anything. */
  readonly begun?: string | undefined;
  /** Terms of words that are spelled nearly alike. */
  readonly near: readonly string[];
  readonly deadline: number;
}

export function findSimilar({ allowed, hot, archive }: View, ask: SimilarAsk): string[] {
  const found = likeliest(hot, allowed, ask);
  return found.length > 0 ? found : likeliest(archive, allowed, ask);
}

/** Words that go on from the typed one, then those spelled nearly alike, then those whose stems are. */
function likeliest(shelves: readonly StoredShelf[], allowed: Uint8Array, ask: SimilarAsk): string[] {
  const range = rangeAround(ask.typed);
  const words = range === undefined ? undefined : knownWords(shelves, range, ask.deadline);
  const steps = Map.groupBy(words ?? [], (word) => unlikeness(ask.typed, word));
  const { begun = ask.typed } = ask;
  const goingOn = [...(words ?? [])].filter(
    (word) => unlikeness(begun, word) === 0 || unlikeness(ask.typed, word) === 0,
  );
  const others = [...steps.keys()].filter((step) => step !== undefined && step > 0).sort((a, b) => a! - b!);
  // Hundreds of spellings are looked up by the few that are words.
  const near = words === undefined ? ask.near : ask.near.filter((word) => words.has(word));
  const choices = [goingOn, near, ...others.map((step) => steps.get(step) ?? [])];
  for (const [i, words] of choices.entries()) {
    // How often is counted in scope: others' articles neither give words nor weigh them.
    const known = countIn(shelves, allowed, [...new Set(words)])
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
    if (known.length > 0) return known.slice(0, i === 0 ? MOST_FORMS : 1).map(({ word }) => word);
  }
  return [];
}

function knownWords(
  shelves: readonly StoredShelf[],
  [from, to]: readonly [string, string],
  deadline: number,
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const shelf of shelves) {
    if (performance.now() > deadline) break;
    for (const term of shelf.range(from, to)) words.add(term);
  }
  return words;
}

function countIn(shelves: readonly StoredShelf[], allowed: Uint8Array, words: readonly string[]) {
  const counts = words.map(() => 0);
  for (const shelf of shelves) {
    for (const [i, list] of shelf.lists(words).entries())
      if (list !== undefined) counts[i] = (counts[i] as number) + countAllowed(list, shelf.ids, allowed);
  }
  return words.map((word, i) => ({ word, count: counts[i] as number }));
}
