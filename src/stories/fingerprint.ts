// A text's fingerprint: hashes of its runs of five words, sampled by their own value, so that two texts that share a
// passage share its hashes, wherever it stands and however long the rest is.

import { hash } from './hash.ts';

/** `hashes` ascend and are all multiples of 2^level; a longer text is sampled more coarsely. */
export interface Fingerprint {
  readonly hashes: Uint32Array;
  readonly level: number;
}

const RUN = 5;
/** Hashes kept of a text, about: enough for a containment good to a few hundredths. */
const KEPT = 160;
const COARSEST = 5;
// Scripts without spaces: each character counts as a word.
const WORD = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]|[\p{L}\p{N}]+/gu;
const MOST_CHARS = 20_000;

export function toFingerprint(title: string, text: string): Fingerprint {
  const words = readWords(text);
  // A headline alone is compared as a whole, with the few words below it.
  const all = words.length < 3 * RUN ? [...readWords(title), ...words] : words;
  const hashes = new Set<number>();
  for (let i = 0; i + RUN <= all.length; i++) hashes.add(hashRun(all, i));
  let level = 0;
  while (level < COARSEST && hashes.size / 2 ** level > KEPT * 1.5) level += 1;
  return { hashes: atLevel(hashes, level), level };
}

function readWords(text: string): number[] {
  const words: number[] = [];
  for (const [word] of text.slice(0, MOST_CHARS).toLowerCase().matchAll(WORD)) words.push(hash(word));
  return words;
}

function hashRun(words: readonly number[], from: number): number {
  let value = 0;
  for (let i = from; i < from + RUN; i++) {
    value = Math.imul(value ^ words[i]!, 0x9e3779b1);
    value ^= value >>> 15;
  }
  value = Math.imul(value, 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

function atLevel(hashes: Iterable<number>, level: number): Uint32Array {
  const mask = 2 ** level - 1;
  return Uint32Array.from([...hashes].filter((hash) => (hash & mask) === 0)).sort();
}

/** Share (0..1) of the smaller text's runs that stand in the larger one too; 0 where there is too little to tell. */
export function containment(a: Fingerprint, b: Fingerprint): number {
  const level = Math.max(a.level, b.level);
  const [left, right] = [sampled(a, level), sampled(b, level)];
  const smaller = Math.min(left.length, right.length);
  const both = countCommon(left, right);
  const larger = Math.max(left.length, right.length);
  // A few sentences inside a long text are a quotation, or its teaser among another article's links.
  const tooLittle = smaller * 2 ** level < FEW_RUNS && both < larger * QUOTED_SHARE;
  return smaller === 0 || tooLittle ? 0 : both / smaller;
}

const FEW_RUNS = 60;
const QUOTED_SHARE = 0.4;

function sampled(print: Fingerprint, level: number): Uint32Array {
  return print.level === level ? print.hashes : atLevel(print.hashes, level);
}

/** Both ascend. */
function countCommon(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  let j = 0;
  for (const hash of a) {
    while (j < b.length && b[j]! < hash) j += 1;
    if (b[j] === hash) common += 1;
  }
  return common;
}
