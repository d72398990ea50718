// Function words per language, from data/text/stop-words.json, read at the first question.
import { fold } from './fold.ts';
import { baseLanguage } from './language-code.ts';
import { wordList, wordListLanguages } from './word-lists.ts';

const sets = new Map<string, ReadonlySet<string>>();
const NONE: ReadonlySet<string> = new Set();

// Without its marks a Vietnamese word is another word ("của" of, "cua" crab): only the full spelling counts.
const EXACT = new Set(['vi', 'th', 'hi']);

/** The languages that have a list. */
export function stopWordLanguages(): string[] {
  return wordListLanguages('stop-words');
}

/** The list of one language; empty for a language without one. */
export function stopWords(lang: string): ReadonlySet<string> {
  let set = sets.get(lang);
  if (!set) {
    const words = wordList('stop-words', lang);
    set = words.length === 0 ? NONE : new Set(EXACT.has(lang) ? words : [...words, ...words.map(fold)]);
    sets.set(lang, set);
  }
  return set;
}

/** Without a language, English is asked. */
export function isStopWord(foldedOrLowerWord: string, lang?: string): boolean {
  return stopWords(baseLanguage(lang) ?? 'en').has(foldedOrLowerWord.replaceAll('’', "'"));
}
