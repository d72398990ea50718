// What n-grams do not see in a short text: whole function words, and letters that a language has or never has.
import type { Script } from './scripts.ts';
import { stopWordLanguages, stopWords } from './stop-words.ts';

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’][\p{L}]+)?/gu;

// How much a text made of one language's function words alone would add to eld's score (0 to 1).
const FUNCTION_WORDS = 0.9;
const FOREIGN_LETTER = 0.06;
const OWN_LETTER = 0.08;

const CYRILLIC = 'bg,ru,sr,uk';
const ARABIC = 'ar,fa';

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

function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.replace('’', "'"));
}

function languagesWithLists(script: Script): string[] {
  if (script === 'Cyrillic') return CYRILLIC.split(',');
  if (script === 'Arabic') return ARABIC.split(',');
  if (script !== 'Latin') return [];
  return stopWordLanguages().filter((lang) => !/^(?:ru|uk|bg|sr|ar|fa|he|hi|zh|ja|ko|th|el)$/.test(lang));
}

/** The share of words that are the language's function words; a word that many languages have counts little. */
function scoreFunctionWords(words: readonly string[], languages: readonly string[]): Map<string, number> {
  const scores = new Map<string, number>();
  for (const word of words) {
    const lower = word.toLowerCase();
    const having = languages.filter((lang) => stopWords(lang).has(lower));
    for (const lang of having) scores.set(lang, (scores.get(lang) ?? 0) + 1 / having.length);
  }
  for (const [lang, score] of scores) scores.set(lang, (score / Math.max(words.length, 4)) * FUNCTION_WORDS);
  return scores;
}

/** The letters beyond a-z of words that do not look like names, each once. */
function markedLetters(words: readonly string[]): string[] {
  const letters = new Set<string>();
  for (const word of words) {
    if (/^\p{Lu}/u.test(word)) continue;
    for (const letter of word.toLowerCase().match(/[^\x00-\x7f]/gu) ?? []) letters.add(letter);
  }
  return [...letters];
}

function scoreLetters(letters: readonly string[], lang: string): number {
  const own = LETTERS[lang];
  if (own === undefined) return 0;
  const foreign = letters.filter((letter) => !own.includes(letter)).length;
  return Math.min(letters.length - foreign, 2) * OWN_LETTER - Math.min(foreign, 5) * FOREIGN_LETTER;
}

/** eld's scores, corrected. A language that eld does not know (Indonesian) stands in with its neighbour's score. */
export function weighClues(text: string, script: Script, ngrams: ReadonlyMap<string, number>): Map<string, number> {
  const words = wordsOf(text);
  const scores = new Map(ngrams);
  if (script === 'Latin') scores.set('id', (scores.get('ms') ?? 0) + 0.01);
  for (const [lang, score] of scoreFunctionWords(words, languagesWithLists(script))) {
    scores.set(lang, (scores.get(lang) ?? 0) + score);
  }
  const letters = markedLetters(words);
  for (const [lang, score] of scores) scores.set(lang, score + scoreLetters(letters, lang));
  return scores;
}
