// What n-grams do not see in a short text: whole words, and letters that a language has or never has.
import type { Script } from './scripts.ts';
import { stopWordLanguages, stopWords } from './stop-words.ts';
import { wordList } from './word-lists.ts';

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’][\p{L}]+)?/gu;

// How much a text made of one language's known words alone would add to eld's score (0 to 1).
const KNOWN_WORDS = 0.9;
const FOREIGN_LETTER = 0.06;
const OWN_LETTER = 0.08;

// Cyrillic alphabets differ in letters that every other word holds (ы, і, ј), names included.
const FOREIGN_CYRILLIC = 0.25;
// Between two equals the language that more news is written in.
const COMMON: Readonly<Record<string, number>> = {
  en: 0.04,
  de: 0.02,
  es: 0.02,
  fr: 0.02,
  pt: 0.02,
  hi: 0.06,
  id: 0.04,
  ru: 0.08,
  vi: 0.02,
};
const RARE = 0.05;
const IS_RARE: ReadonlySet<string> = new Set([
  'sk',
  'hr',
  'ca',
  'eu',
  'et',
  'is',
  'ku',
  'sl',
  'sq',
  'tl',
  'yo',
  'ms',
  'az',
]);

const CYRILLIC = 'bg,ru,sr,uk';
const ARABIC = 'ar,fa';
const DEVANAGARI = 'hi,mr';

// Letters beyond a-z that the language's own words use. Names are left out of the count, so é in English is rare.
const LETTERS: Readonly<Record<string, string>> = {
  ca: 'àçéèíïóòúü·',
  cs: 'áčďéěíňóřšťúůýž',
  da: 'æøåé',
  de: 'äöüß',
  en: 'é',
  es: 'áéíñóúü',
  et: 'äõöüšž',
  fi: 'äö',
  fr: 'àâæçéèêëîïôœùûüÿ',
  hr: 'čćđšž',
  hu: 'áéíóöőúüű',
  id: '',
  is: 'áðéíóúýþæö',
  it: 'àèéìíîòóùú',
  lt: 'ąčęėįšųūž',
  lv: 'āčēģīķļņšūž',
  ms: '',
  nl: 'éëïóöü',
  no: 'æøåéòô',
  pl: 'ąćęłńóśźż',
  pt: 'àáâãçéêíóôõú',
  ro: 'ăâîșşțţ',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  sl: 'čšž',
  sq: 'çë',
  sv: 'åäöé',
  tr: 'çğıöşüâî',
  az: 'əçğıöşü',
  bg: 'абвгдежзийклмнопрстуфхцчшщъьюя',
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  be: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
  sr: 'абвгдђежзијклљмнњопрстћуфхцчџш',
};

const newsWordSets = new Map<string, ReadonlySet<string>>();

/** Words that headlines everywhere are made of (police, prices, Monday), per language. */
function newsWords(lang: string): ReadonlySet<string> {
  let set = newsWordSets.get(lang);
  if (!set) {
    set = new Set(wordList('news-words', lang));
    newsWordSets.set(lang, set);
  }
  return set;
}

function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.replace('’', "'"));
}

function languagesWithLists(script: Script): string[] {
  if (script === 'Cyrillic') return CYRILLIC.split(',');
  if (script === 'Arabic') return ARABIC.split(',');
  if (script === 'Devanagari') return DEVANAGARI.split(',');
  if (script !== 'Latin') return [];
  return stopWordLanguages().filter((lang) => !/^(?:ru|uk|bg|sr|ar|fa|he|hi|mr|zh|ja|ko|th|el)$/.test(lang));
}

/** The share of words that one language has; a word that many languages have counts little. */
function scoreKnownWords(words: readonly string[], languages: readonly string[]): Map<string, number> {
  const scores = new Map<string, number>();
  for (const word of words) {
    const lower = word.toLowerCase();
    const having = languages.filter((lang) => stopWords(lang).has(lower) || newsWords(lang).has(lower));
    for (const lang of having) scores.set(lang, (scores.get(lang) ?? 0) + 1 / having.length);
  }
  for (const [lang, score] of scores) scores.set(lang, (score / Math.max(words.length, 4)) * KNOWN_WORDS);
  return scores;
}

/** The letters beyond a-z, each once; in Latin script only of words that do not look like names. */
function markedLetters(words: readonly string[], script: Script): string[] {
  const letters = new Set<string>();
  for (const word of words) {
    if (script === 'Latin' && /^\p{Lu}/u.test(word)) continue;
    for (const letter of word.toLowerCase().match(/[^\x00-\x7f\u2019]/gu) ?? []) letters.add(letter);
  }
  return [...letters];
}

function scoreLetters(letters: readonly string[], lang: string, script: Script): number {
  const own = LETTERS[lang];
  if (own === undefined) return 0;
  const foreign = letters.filter((letter) => !own.includes(letter)).length;
  if (script === 'Cyrillic') return -Math.min(foreign, 4) * FOREIGN_CYRILLIC;
  return Math.min(letters.length - foreign, 2) * OWN_LETTER - Math.min(foreign, 5) * FOREIGN_LETTER;
}

/** eld's scores, corrected. */
export function weighClues(text: string, script: Script, ngrams: ReadonlyMap<string, number>): Map<string, number> {
  const words = wordsOf(text);
  const scores = new Map(ngrams);
  for (const [lang, score] of scoreKnownWords(words, languagesWithLists(script))) {
    scores.set(lang, (scores.get(lang) ?? 0) + score);
  }
  const letters = markedLetters(words, script);
  for (const [lang, score] of scores) {
    const prior = IS_RARE.has(lang) ? -RARE : (COMMON[lang] ?? 0);
    scores.set(lang, score + prior + scoreLetters(letters, lang, script));
  }
  return scores;
}
