// The word lists of data/text, one string of words a language; each file is read at its first question.

import { readFileSync } from 'node:fs';

type Name = 'stop-words' | 'news-words' | 'offices';
type WordLists = Readonly<Record<string, string>>;

const read = new Map<string, WordLists>();

function listsOf(name: Name): WordLists {
  let lists = read.get(name);
  if (!lists) {
    lists = JSON.parse(readFileSync(new URL(`../../data/text/${name}.json`, import.meta.url), 'utf8')) as WordLists;
    read.set(name, lists);
  }
  return lists;
}

/** As they are written there; none for a language without a list. */
export function wordList(name: Name, lang: string): readonly string[] {
  return listsOf(name)[lang]?.split(' ') ?? [];
}

/** The languages that have one. */
export function wordListLanguages(name: Name): string[] {
  return Object.keys(listsOf(name));
}
