// How rare a term is in the news of a language: a shipped table (data/stories/idf, made by test/quality/learn-idf.ts),
// so that the first article is judged as well as the thousandth.

import { readFileSync } from 'node:fs';
import { hash } from './hash.ts';

/** The tables hold -ln(share of texts) in steps of 1/8; proper nouns with a capital. */
export const LEVELS_PER_E = 8;
/** The share of texts that an unlisted term stands in. */
const UNLISTED = 0.0004;

interface Table {
  readonly shares: ReadonlyMap<number, number>;
  /** Terms that are hardly ever written without a capital; none where the table does not tell. */
  readonly properNouns: ReadonlySet<number>;
}

const tables = new Map<string, Table>();

/** Share of texts (0..1) that hold the term; the language's table is read at the first question. */
export function shareOf(term: string, lang: string): number {
  return shareOfKey(hash(term), lang);
}

/** The same for a term of which no more than its hash is known. */
export function shareOfKey(key: number, lang: string): number {
  return tableOf(lang).shares.get(key) ?? UNLISTED;
}

/** Whether the language's table has it. */
export function isListed(key: number, lang: string): boolean {
  return tableOf(lang).shares.has(key);
}

/**
 * A term that is hardly ever written without a capital: one that the table marks. What a table with such marks does not
 * list at all is more often a name than not.
 */
export function isProperNoun(term: string, lang: string): boolean {
  const { shares, properNouns } = tableOf(lang);
  const key = hash(term);
  return properNouns.has(key) || (properNouns.size > 0 && !shares.has(key));
}

function tableOf(lang: string): Table {
  const known = tables.get(lang);
  if (known !== undefined) return known;
  const table = parseTable(readTable(lang));
  tables.set(lang, table);
  return table;
}

function readTable(lang: string): string {
  // The language comes from outside: only a plain code may name a file.
  if (!/^[a-z]{2}$/u.test(lang)) return '';
  try {
    return readFileSync(new URL(`../../data/stories/idf/${lang}.txt`, import.meta.url), 'utf8');
  } catch {
    return '';
  }
}

function parseTable(text: string): Table {
  const shares = new Map<number, number>();
  const properNouns = new Set<number>();
  for (const line of text.split('\n')) {
    const [level, terms] = line.split('\t');
    if (terms === undefined) continue;
    const share = Math.exp(-Number(level) / LEVELS_PER_E);
    for (const spelled of terms.split(' ')) {
      const term = spelled.toLowerCase();
      const key = hash(term);
      shares.set(key, share);
      if (spelled !== term) properNouns.add(key);
    }
  }
  return { shares, properNouns };
}
