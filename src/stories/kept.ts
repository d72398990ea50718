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

/** To be raised when terms, marks, names, offices, fingerprints, anchors or runs mean something else: what older versions kept is read anew. */
export const KEPT_VERSION = 6;
/** Length, level, and how many: terms, hashes of the fingerprint, names, numbers, runs, offices, doubtful places, letters of the language. */
const HEADER = 10;

/** Whole numbers of 32 bits first, then of 16, then bytes. */
export function packSeen({ profile, print, anchors, runs }: Seen, lexicon: Pick<Lexicon, 'keyOf'>): Uint8Array {
  const { ids, marks, names: parts, offices, doubtful, length, lang } = profile;
  const { names, numbers } = anchors;
  const letters = new TextEncoder().encode(lang);
  const counts = [ids.length, print.hashes.length, names.length, numbers.length, runs.length];
  const words = HEADER + counts.reduce((sum, count) => sum + count, 0);
  const halves = parts.length + offices.length + doubtful.length;
  const bytes = new Uint8Array(words * 4 + halves * 2 + marks.length + letters.length);
  const wide = new Int32Array(bytes.buffer, 0, words);
  wide.set([length, print.level, ...counts, offices.length, doubtful.length, letters.length]);
  wide.set(ids.map(lexicon.keyOf), HEADER);
  let at = HEADER + ids.length;
  for (const list of [print.hashes, names, numbers, runs]) {
    wide.set(list, at);
    at += list.length;
  }
  const narrow = new Uint16Array(bytes.buffer, words * 4, halves);
  narrow.set(parts);
  narrow.set(offices, parts.length);
  narrow.set(doubtful, parts.length + offices.length);
  bytes.set(marks, words * 4 + halves * 2);
  bytes.set(letters, words * 4 + halves * 2 + marks.length);
  return bytes;
}

/** Takes numbers of the lexicon. */
export function unpackSeen(bytes: Uint8Array, time: number, lexicon: Pick<Lexicon, 'take'>): Seen {
  // Copied: views of whole numbers must begin at a multiple of four.
  const { buffer } = bytes.slice();
  const [length, level, terms, hashes, names, numbers, heard, offices, doubtful, letters] = new Int32Array(
    buffer,
    0,
    HEADER,
  );
  let at = HEADER * 4;
  const take = (count: number, width: number): number => {
    const from = at;
    at += count * width;
    return from;
  };
  const wide = (count: number): Uint32Array => new Uint32Array(buffer, take(count, 4), count);
  const narrow = (count: number): Uint16Array => new Uint16Array(buffer, take(count, 2), count);
  const keys = new Int32Array(buffer, take(terms!, 4), terms);
  const print = { hashes: wide(hashes!), level: level! };
  const anchors = { names: wide(names!), numbers: wide(numbers!) };
  const runs = wide(heard!);
  const places = { names: narrow(terms!), offices: narrow(offices!), doubtful: narrow(doubtful!) };
  const marks = new Uint8Array(buffer, take(terms!, 1), terms);
  const lang = new TextDecoder().decode(new Uint8Array(buffer, at, letters));
  return {
    profile: { lang, time, ids: lexicon.take(keys, lang), marks, ...places, length: length! },
    print,
    anchors: { lang, time, ...anchors },
    runs,
  };
}
