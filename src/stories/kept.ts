// What grouping keeps of an article, as bytes for the store: no text, and nothing that hangs on this process's numbers.
// After a restart it is all there again without reading a text anew.

import type { Anchors } from './cross-language.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Lexicon } from './lexicon.ts';
import type { Profile } from './profile.ts';
import type { Runs } from './refrains.ts';

export interface Seen {
  readonly profile: Profile;
  readonly print: Fingerprint;
  readonly anchors: Anchors;
  readonly runs: Runs;
}

/** To be raised when terms, marks, couples, fingerprints, anchors or runs mean something else: what older versions kept is read anew. */
export const KEPT_VERSION = 4;
/** Length, level, and how many: terms, hashes of the fingerprint, names, numbers, runs, letters of the language. */
const HEADER = 8;

/** Whole numbers of 32 bits first, then of 16, then bytes. */
export function packSeen({ profile, print, anchors, runs }: Seen, lexicon: Pick<Lexicon, 'keyOf'>): Uint8Array {
  const { ids, marks, names: parts, length, lang } = profile;
  const { names, numbers } = anchors;
  const letters = new TextEncoder().encode(lang);
  const counts = [ids.length, print.hashes.length, names.length, numbers.length, runs.length];
  const words = HEADER + counts.reduce((sum, count) => sum + count, 0);
  const bytes = new Uint8Array(words * 4 + parts.length * 2 + marks.length + letters.length);
  const wide = new Int32Array(bytes.buffer, 0, words);
  wide.set([length, print.level, ...counts, letters.length]);
  wide.set(ids.map(lexicon.keyOf), HEADER);
  let at = HEADER + ids.length;
  for (const list of [print.hashes, names, numbers, runs]) {
    wide.set(list, at);
    at += list.length;
  }
  new Uint16Array(bytes.buffer, words * 4, parts.length).set(parts);
  bytes.set(marks, words * 4 + parts.length * 2);
  bytes.set(letters, words * 4 + parts.length * 2 + marks.length);
  return bytes;
}

/** Takes numbers of the lexicon. */
export function unpackSeen(bytes: Uint8Array, time: number, lexicon: Pick<Lexicon, 'take'>): Seen {
  // Copied: views of whole numbers must begin at a multiple of four.
  const { buffer } = bytes.slice();
  const [length, level, terms, hashes, names, numbers, heard, letters] = new Int32Array(buffer, 0, HEADER);
  let at = HEADER * 4;
  const take = (count: number): number => {
    const from = at;
    at += count * 4;
    return from;
  };
  const keys = new Int32Array(buffer, take(terms!), terms);
  const print = new Uint32Array(buffer, take(hashes!), hashes);
  const anchors = {
    names: new Uint32Array(buffer, take(names!), names),
    numbers: new Uint32Array(buffer, take(numbers!), numbers),
  };
  const runs = new Uint32Array(buffer, take(heard!), heard);
  const parts = new Uint16Array(buffer, at, terms);
  at += terms! * 2;
  const marks = new Uint8Array(buffer, at, terms);
  const lang = new TextDecoder().decode(new Uint8Array(buffer, at + terms!, letters));
  return {
    profile: { lang, time, ids: lexicon.take(keys, lang), marks, names: parts, length: length! },
    print: { hashes: print, level: level! },
    anchors: { lang, time, ...anchors },
    runs,
  };
}
