// Guesses the encoding of a text that does not say, or lies: by what the letters would be.

import iconv from 'iconv-lite';

/** Enough to see a language; the rest of a large document would say the same. */
const SAMPLE_BYTES = 60_000;

interface Candidate {
  readonly charset: string;
  /** How much of the text beyond ASCII is what a text in this encoding is made of, 0 to 1. */
  readonly score: (letters: string) => number;
}

const share = (letters: string, pattern: RegExp) => (letters.match(pattern)?.length ?? 0) / letters.length;
const COMMON_SIMPLIFIED =
  /[的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后发经行现方新成多动]/gu;
const COMMON_TRADITIONAL =
  /[的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後發經行現方新成多動]/gu;

/** In order of trust: a kana text cannot be an accident, letters with accents can. */
const CANDIDATES: readonly Candidate[] = [
  { charset: 'shift_jis', score: (t) => share(t, /[\u3040-\u30ff]/g) * 2.2 },
  { charset: 'euc-jp', score: (t) => share(t, /[\u3040-\u30ff]/g) * 2.2 },
  { charset: 'cp949', score: (t) => (share(t, /[\uac00-\ud7a3]/g) > 0.92 ? 1 : 0) },
  { charset: 'gb18030', score: (t) => share(t, COMMON_SIMPLIFIED) * 3 },
  { charset: 'big5', score: (t) => share(t, COMMON_TRADITIONAL) * 3 },
  { charset: 'windows-1251', score: cyrillic },
  { charset: 'koi8-r', score: cyrillic },
  { charset: 'windows-1253', score: (t) => share(t, /[α-ωάέήίόύώ]/g) * 0.95 },
  { charset: 'windows-1255', score: (t) => share(t, /[א-ת]/g) * 0.95 },
  { charset: 'windows-1256', score: (t) => share(t, /[ابتةثجحخدذرزسشصضطظعغفقكلمنهويى]/g) * 0.95 },
  { charset: 'windows-874', score: (t) => share(t, /[\u0e01-\u0e3a\u0e40-\u0e4e]/g) * 0.95 },
];

/** Windows-1252 unless something else is clearly there. */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = Buffer.from(bytes.subarray(0, SAMPLE_BYTES));
  let best = { charset: 'windows-1252', score: 0.5 };
  if (highRun(sample) < 2) return best.charset;
  for (const { charset, score } of CANDIDATES) {
    const letters = iconv.decode(sample, charset).replace(/[\0-\x7f]+/g, '');
    if (letters === '') continue;
    const value = score(letters) - share(letters, /[\ufffd\x80-\x9f]/g) * 5;
    if (value > best.score) best = { charset, score: value };
  }
  return best.charset;
}

/** Mean length of the runs of bytes beyond ASCII: in western texts accented letters stand alone. */
function highRun(bytes: Uint8Array): number {
  let runs = 0;
  let high = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i]! < 0x80) continue;
    high += 1;
    if (i === 0 || bytes[i - 1]! < 0x80) runs += 1;
  }
  return runs === 0 ? 0 : high / runs;
}

/** Read in the wrong Cyrillic encoding, capitals stand inside words and the rare letters are many. */
function cyrillic(letters: string): number {
  return share(letters, /[оеаинтсрвлкмдпуяыьгзбчй]/g) + share(letters, /[А-Я]/g) * 0.2;
}
