// Numbers for terms, and how rare each is: the shipped table is what is believed at first, the articles seen since
// correct it, so that this year's names and this instance's beat become common words in time. What lies back fades.

import { hash } from './hash.ts';
import { createHashTable } from './hash-table.ts';
import { isListed, shareOfKey } from './idf.ts';
import type { WordCounts } from './story.ts';

/** So many seen texts weigh as much as the shipped table. */
const TABLE_TEXTS = 1_500;
/** After so many texts of a language, what was counted is halved. */
const MEMORY_TEXTS = 20_000;
const SLOTS = 1 << 17;
const FIRST_SIZE = 1 << 12;

export interface Lexicon {
  /** The numbers of terms (by their hashes) while an article that holds them is alive; they take the place of the hashes. */
  take(keys: Int32Array, lang: string): Int32Array;
  /** The hash of a number's term. */
  keyOf(id: number): number;
  /** Gives back the numbers of an article; a number without users is given to another term. */
  release(ids: Int32Array): void;
  /** Takes note of one text's terms (each once); it tells from the next `settle` on. */
  count(ids: Int32Array, lang: string): void;
  /** What was counted is what counts from now on: until the next time every term is as rare as it is now. */
  settle(): void;
  /** Grows with every `settle`. */
  readonly epoch: number;
  /** ln of 1 / share of texts. */
  idf(id: number): number;
  /** As the shipped table has it, whatever has been counted. */
  tableIdf(id: number): number;
  /** The shipped table has it: it is one of the language's commoner words. */
  isListed(id: number): boolean;
  readonly size: number;
  /** What has been counted up to the last `settle`, to be handed to the next process; a few hundred kB. */
  memory(): WordCounts[];
}

interface Language {
  readonly lang: string;
  texts: number;
  readonly seen: Float32Array;
  /** Keeps the same word of two languages apart. */
  readonly salt: number;
  /** Counted since the last `settle`: slots of the terms, and texts. */
  readonly fresh: number[];
  freshTexts: number;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the closure is the object; its functions are short.
export function createLexicon(memory: Iterable<WordCounts> = []): Lexicon {
  const ids = createHashTable();
  const languages = new Map<string, Language>();
  const free: number[] = [];
  const homes: Language[] = [];
  let keys = new Int32Array(FIRST_SIZE);
  let users = new Int32Array(FIRST_SIZE);
  let base = new Float64Array(FIRST_SIZE);
  /** As of `known`, which is an epoch. */
  let idfs = new Float64Array(FIRST_SIZE);
  let known = new Int32Array(FIRST_SIZE);
  let used = 0;
  let epoch = 1;
  const languageOf = (lang: string): Language => {
    const met = languages.get(lang);
    if (met !== undefined) return met;
    const seen = new Float32Array(SLOTS);
    const made = { lang, texts: 0, seen, salt: Math.imul(hash(lang), 0x9e3779b1), fresh: [], freshTexts: 0 };
    languages.set(lang, made);
    return made;
  };
  const grow = (): void => {
    keys = doubled(keys, Int32Array);
    users = doubled(users, Int32Array);
    known = doubled(known, Int32Array);
    base = doubled(base, Float64Array);
    idfs = doubled(idfs, Float64Array);
  };
  const add = (key: number, home: Language): number => {
    const id = free.pop() ?? used++;
    if (id >= keys.length) grow();
    ids.add((key ^ home.salt) >>> 0, id);
    keys[id] = key;
    homes[id] = home;
    users[id] = 0;
    known[id] = 0;
    base[id] = shareOfKey(key, home.lang) * TABLE_TEXTS;
    return id;
  };
  for (const { lang, texts, seen } of memory) {
    const counts = languageOf(lang);
    counts.texts = texts;
    for (let i = 0; i < seen.length; i += 2) counts.seen[seen[i]!] = seen[i + 1]!;
  }
  return {
    take(list, lang) {
      const home = languageOf(lang);
      for (let i = 0; i < list.length; i++) {
        const found = ids.first((list[i]! ^ home.salt) >>> 0);
        const id = found < 0 ? add(list[i]!, home) : found;
        users[id]! += 1;
        list[i] = id;
      }
      return list;
    },
    keyOf: (id) => keys[id]!,
    release(list) {
      for (const id of list) {
        users[id]! -= 1;
        if (users[id]! > 0) continue;
        ids.remove((keys[id]! ^ homes[id]!.salt) >>> 0, id);
        free.push(id);
      }
    },
    count(list, lang) {
      const { fresh } = languageOf(lang);
      languageOf(lang).freshTexts += 1;
      for (const id of list) fresh.push(keys[id]! & (SLOTS - 1));
    },
    settle() {
      epoch += 1;
      for (const language of languages.values()) settle(language);
    },
    get epoch() {
      return epoch;
    },
    idf(id) {
      if (known[id] === epoch) return idfs[id]!;
      known[id] = epoch;
      const { texts, seen } = homes[id]!;
      const idf = Math.log((texts + TABLE_TEXTS) / (seen[keys[id]! & (SLOTS - 1)]! + base[id]!));
      idfs[id] = idf;
      return idf;
    },
    tableIdf: (id) => Math.log(TABLE_TEXTS / base[id]!),
    isListed: (id) => isListed(keys[id]!, homes[id]!.lang),
    get size() {
      return used - free.length;
    },
    memory: () =>
      [...languages.values()].map(({ lang, texts, seen }) => ({
        lang,
        texts,
        get seen() {
          return pairsOf(seen);
        },
      })),
  };
}

function settle(language: Language): void {
  language.texts += language.freshTexts;
  for (const slot of language.fresh) language.seen[slot]! += 1;
  language.freshTexts = 0;
  language.fresh.length = 0;
  if (language.texts > MEMORY_TEXTS) fade(language);
}

function fade(counts: Language): void {
  counts.texts /= 2;
  for (let i = 0; i < counts.seen.length; i++) counts.seen[i]! /= 2;
}

function doubled<T extends Int32Array | Float64Array>(from: T, Kind: new (length: number) => T): T {
  const to = new Kind(from.length * 2);
  to.set(from);
  return to;
}

/** Slots are below 2^24, so that a float holds them. */
function pairsOf(seen: Float32Array): Float32Array {
  const pairs: number[] = [];
  seen.forEach((value, slot) => {
    if (value > 0) pairs.push(slot, value);
  });
  return Float32Array.from(pairs);
}
