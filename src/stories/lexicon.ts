// Numbers for terms, and how rare each is: the shipped table is what is believed at first, the articles seen since
// correct it, so that this year's names and this instance's beat become common words in time. What lies back fades.

import { shareOf } from './idf.ts';

/** So many seen texts weigh as much as the shipped table. */
const TABLE_TEXTS = 1_500;
/** After so many texts of a language, what was counted is halved. */
const MEMORY_TEXTS = 20_000;
const SLOTS = 1 << 17;

interface LanguageCounts {
  texts: number;
  readonly seen: Float32Array;
}

export interface Lexicon {
  /** The number of a term while an article that holds it is alive. */
  idOf(term: string, lang: string): number;
  /** Gives back the numbers of an article; a number without users is given to another term. */
  release(ids: Int32Array): void;
  /** Takes note of one text's terms (each once). */
  count(ids: Int32Array, lang: string): void;
  /** ln of 1 / share of texts, for an id of that language. */
  idf(id: number, lang: string): number;
  readonly size: number;
  /** What has been counted, to be handed to the next process; a few hundred kB. */
  memory(): string;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the closure is the object; its functions are short.
export function createLexicon(memory?: string): Lexicon {
  const ids = new Map<string, Map<string, number>>();
  const terms: string[] = [];
  const homes: Map<string, number>[] = [];
  const users: number[] = [];
  const slots: number[] = [];
  const base: number[] = [];
  const free: number[] = [];
  const languages = readMemory(memory);
  const countsOf = (lang: string): LanguageCounts => {
    const known = languages.get(lang);
    if (known !== undefined) return known;
    const made = { texts: 0, seen: new Float32Array(SLOTS) };
    languages.set(lang, made);
    return made;
  };
  const homeOf = (lang: string): Map<string, number> => {
    const known = ids.get(lang);
    if (known !== undefined) return known;
    const made = new Map<string, number>();
    ids.set(lang, made);
    return made;
  };
  const take = (home: Map<string, number>, term: string, lang: string): number => {
    const id = free.pop() ?? terms.length;
    home.set(term, id);
    terms[id] = term;
    homes[id] = home;
    users[id] = 0;
    slots[id] = hash(term) & (SLOTS - 1);
    base[id] = shareOf(term, lang) * TABLE_TEXTS;
    return id;
  };
  return {
    idOf(term, lang) {
      const home = homeOf(lang);
      const id = home.get(term) ?? take(home, term, lang);
      users[id]! += 1;
      return id;
    },
    release(list) {
      for (const id of list) {
        users[id]! -= 1;
        if (users[id]! > 0) continue;
        homes[id]!.delete(terms[id]!);
        terms[id] = '';
        free.push(id);
      }
    },
    count(list, lang) {
      const counts = countsOf(lang);
      counts.texts += 1;
      for (const id of list) counts.seen[slots[id]!]! += 1;
      if (counts.texts > MEMORY_TEXTS) fade(counts);
    },
    idf(id, lang) {
      const counts = countsOf(lang);
      return Math.log((counts.texts + TABLE_TEXTS) / (counts.seen[slots[id]!]! + base[id]!));
    },
    get size() {
      return terms.length - free.length;
    },
    memory: () => writeMemory(languages),
  };
}

function fade(counts: LanguageCounts): void {
  counts.texts /= 2;
  for (let i = 0; i < counts.seen.length; i++) counts.seen[i]! /= 2;
}

/** FNV-1a over UTF-16 units. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

type Saved = Record<string, { readonly texts: number; readonly seen: readonly (readonly [number, number])[] }>;

function writeMemory(languages: ReadonlyMap<string, LanguageCounts>): string {
  const saved: Record<string, { texts: number; seen: [number, number][] }> = {};
  for (const [lang, counts] of languages) {
    const seen: [number, number][] = [];
    counts.seen.forEach((value, slot) => {
      if (value > 0) seen.push([slot, value]);
    });
    saved[lang] = { texts: counts.texts, seen };
  }
  return JSON.stringify(saved);
}

function readMemory(memory: string | undefined): Map<string, LanguageCounts> {
  const languages = new Map<string, LanguageCounts>();
  if (memory === undefined) return languages;
  for (const [lang, counts] of Object.entries(JSON.parse(memory) as Saved)) {
    const seen = new Float32Array(SLOTS);
    for (const [slot, value] of counts.seen) seen[slot] = value;
    languages.set(lang, { texts: counts.texts, seen });
  }
  return languages;
}
