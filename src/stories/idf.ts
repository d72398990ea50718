// How rare a term is in the news of a language: a shipped table (data/stories/idf, made by test/quality/learn-idf.ts),
// so that the first article is judged as well as the thousandth.

import { readFileSync } from 'node:fs';
import { hash } from './hash.ts';

/** The tables hold -ln(share of texts) in steps of 1/8. */
export const LEVELS_PER_E = 8;
/** The share of texts that an unlisted term stands in. */
const UNLISTED = 0.0004;

const tables = new Map<string, ReadonlyMap<number, number>>();

/** Share of texts (0..1) that hold the term; the language's table is read at the first question. */
export function shareOf(term: string, lang: string): number {
  return shareOfKey(hash(term), lang);
}

/** The same for a term of which no more than its hash is known. */
export function shareOfKey(key: number, lang: string): number {
  return tableOf(lang).get(key) ?? UNLISTED;
}

function tableOf(lang: string): ReadonlyMap<number, number> {
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

function parseTable(text: string): Map<number, number> {
  const table = new Map<number, number>();
  for (const line of text.split('\n')) {
    const [level, terms] = line.split('\t');
    if (terms === undefined) continue;
    const share = Math.exp(-Number(level) / LEVELS_PER_E);
    for (const term of terms.split(' ')) table.set(hash(term), share);
  }
  return table;
}
