// The stem of a word: English by Porter's algorithm, other languages by Snowball's (through @orama/stemmers, loaded per
// language at first use), and short suffix lists of our own for languages without one.
import { createRequire } from 'node:module';
import { stemEnglish } from './english-stems.ts';
import { baseLanguage } from './language-code.ts';
import { LIGHT_STEMMERS } from './light-stems.ts';

type Stemmer = (word: string) => string;

/** Bulgarian is missing: its stemmer there throws on common words. */
const SNOWBALL: Readonly<Record<string, string>> = {
  ar: 'arabic',
  da: 'danish',
  de: 'german',
  el: 'greek',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hi: 'indian',
  hu: 'hungarian',
  id: 'indonesian',
  it: 'italian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  tr: 'turkish',
  uk: 'ukrainian',
};
// Longer than any word worth stemming; also keeps the stemmers' patterns off hostile input.
const LONGEST_WORD = 40;
const CACHE_SIZE = 20_000;

const require = createRequire(import.meta.url);
const stemmers = new Map<string, Stemmer | undefined>();
const caches = new Map<string, Map<string, string>>();

function stemmerFor(lang: string): Stemmer | undefined {
  if (!stemmers.has(lang)) {
    const name = SNOWBALL[lang];
    if (lang === 'en') stemmers.set(lang, stemEnglish);
    else stemmers.set(lang, name ? require(`@orama/stemmers/${name}`).stemmer : LIGHT_STEMMERS[lang]);
  }
  return stemmers.get(lang);
}

function cacheFor(lang: string): Map<string, string> {
  let cache = caches.get(lang);
  if (!cache || cache.size >= CACHE_SIZE) {
    cache = new Map();
    caches.set(lang, cache);
  }
  return cache;
}

/** Never empty; the word itself where the language has no stemmer. Without a language, English is assumed. */
export function stemWord(lowerWord: string, lang?: string): string {
  const base = baseLanguage(lang) ?? 'en';
  if (lowerWord.length < 3 || lowerWord.length > LONGEST_WORD) return lowerWord;
  const stemmer = stemmerFor(base);
  if (!stemmer) return lowerWord;
  const cache = cacheFor(base);
  const known = cache.get(lowerWord);
  if (known !== undefined) return known;
  const stem = stemmer(lowerWord) || lowerWord;
  cache.set(lowerWord, stem);
  return stem;
}
