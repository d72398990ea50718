// Function words per language, from data/text/stop-words.json, read at the first question.
import { readFileSync } from 'node:fs';
import { fold } from './fold.ts';
import { baseLanguage } from './language-code.ts';

let lists: Readonly<Record<string, string>> | undefined;
const sets = new Map<string, ReadonlySet<string>>();
const NONE: ReadonlySet<string> = new Set();

// Without its marks a Vietnamese word is another word ("của" of, "cua" crab): only the full spelling counts.
const EXACT = new Set(['vi', 'th', 'hi']);

function readLists(): Readonly<Record<string, string>> {
  lists ??= JSON.parse(readFileSync(new URL('../../data/text/stop-words.json', import.meta.url), 'utf8'));
  return lists as Readonly<Record<string, string>>;
}

/** The languages that have a list. */
export function stopWordLanguages(): string[] {
  return Object.keys(readLists());
}

/** The list of one language; empty for a language without one. */
export function stopWords(lang: string): ReadonlySet<string> {
  let set = sets.get(lang);
  if (!set) {
    const words = readLists()[lang]?.split(' ') ?? [];
    set = words.length === 0 ? NONE : new Set(EXACT.has(lang) ? words : [...words, ...words.map(fold)]);
    sets.set(lang, set);
  }
  return set;
}

/** Without a language, English is asked. */
export function isStopWord(foldedOrLowerWord: string, lang?: string): boolean {
  return stopWords(baseLanguage(lang) ?? 'en').has(foldedOrLowerWord.replaceAll('’', "'"));
}
