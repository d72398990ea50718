// Numbers for terms, and how rare each is: the shipped table is what is believed at first, the articles seen since
// correct it, so that this year's names and this instance's beat become common words in time. What lies back fades.

import { hash } from './hash.ts';
import { createHashTable } from './hash-table.ts';
import { shareOfKey } from './idf.ts';

/** So many seen texts weigh as much as the shipped table. */
const TABLE_TEXTS = 1_500;
/** After so many texts of a language, what was counted is halved. */
const MEMORY_TEXTS = 20_000;
const SLOTS = 1 << 17;
const FIRST_SIZE = 1 << 12;

/** What was counted of a language: how many texts, and pairs of a slot and its count. */
export interface WordCounts {
  readonly lang: string;
  readonly texts: number;
  readonly seen: Float32Array;
}

export interface Lexicon {
  /** The number of a term (by its hash) while an article that holds it is alive. */
  idOf(key: number, lang: string): number;
  /** The hash of a number's term. */
  keyOf(id: number): number;
  /** Gives back the numbers of an article; a number without users is given to another term. */
  release(ids: Int32Array): void;
  /** Takes note of one text's terms (each once). */
  count(ids: Int32Array, lang: string): void;
  /** ln of 1 / share of texts, for an id of that language. */
  idf(id: number, lang: string): number;
  readonly size: number;
  /** What has been counted, to be handed to the next process; a few hundred kB. */
  memory(): WordCounts[];
}

interface Language {
  texts: number;
  readonly seen: Float32Array;
  /** Keeps the same word of two languages apart. */
  readonly salt: number;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the closure is the object; its functions are short.
export function createLexicon(memory: Iterable<WordCounts> = []): Lexicon {
  const ids = createHashTable();
  const languages = new Map<string, Language>();
  const free: number[] = [];
  let keys = new Int32Array(FIRST_SIZE);
  let salts = new Int32Array(FIRST_SIZE);
  let users = new Int32Array(FIRST_SIZE);
  let base = new Float64Array(FIRST_SIZE);
  let used = 0;
  const languageOf = (lang: string): Language => {
    const known = languages.get(lang);
    if (known !== undefined) return known;
    const made = { texts: 0, seen: new Float32Array(SLOTS), salt: Math.imul(hash(lang), 0x9e3779b1) };
    languages.set(lang, made);
    return made;
  };
  const grow = (): void => {
    keys = doubled(keys, Int32Array);
    salts = doubled(salts, Int32Array);
    users = doubled(users, Int32Array);
    base = doubled(base, Float64Array);
  };
  const take = (key: number, salt: number, lang: string): number => {
    const id = free.pop() ?? used++;
    if (id >= keys.length) grow();
    ids.add((key ^ salt) >>> 0, id);
    keys[id] = key;
    salts[id] = salt;
    users[id] = 0;
    base[id] = shareOfKey(key, lang) * TABLE_TEXTS;
    return id;
  };
  for (const { lang, texts, seen } of memory) {
    const counts = languageOf(lang);
    counts.texts = texts;
    for (let i = 0; i < seen.length; i += 2) counts.seen[seen[i]!] = seen[i + 1]!;
  }
  return {
    idOf(key, lang) {
      const { salt } = languageOf(lang);
      const known = ids.first((key ^ salt) >>> 0);
      const id = known < 0 ? take(key, salt, lang) : known;
      users[id]! += 1;
      return id;
    },
    keyOf: (id) => keys[id]!,
    release(list) {
      for (const id of list) {
        users[id]! -= 1;
        if (users[id]! > 0) continue;
        ids.remove((keys[id]! ^ salts[id]!) >>> 0, id);
        free.push(id);
      }
    },
    count(list, lang) {
      const counts = languageOf(lang);
      counts.texts += 1;
      for (const id of list) counts.seen[keys[id]! & (SLOTS - 1)]! += 1;
      if (counts.texts > MEMORY_TEXTS) fade(counts);
    },
    idf(id, lang) {
      const counts = languageOf(lang);
      return Math.log((counts.texts + TABLE_TEXTS) / (counts.seen[keys[id]! & (SLOTS - 1)]! + base[id]!));
    },
    get size() {
      return used - free.length;
    },
    memory: () => [...languages].map(([lang, { texts, seen }]) => ({ lang, texts, seen: pairsOf(seen) })),
  };
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
