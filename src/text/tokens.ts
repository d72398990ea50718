// Words and numbers of a text, in every script: a pattern where words stand apart, Intl.Segmenter where they do not.
import { baseLanguage } from './language-code.ts';
import type { Span } from './span.ts';

export interface Token extends Span {
  readonly text: string;
}

// Han, kana, Thai, Lao, Khmer, Burmese: no spaces between words. U+30FC (ー) and U+3005 (々) belong to them.
const SPACELESS = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}\\u30fc\\u3005';
const LETTER = `[[\\p{L}\\p{M}\\u200c\\u200d]--[${SPACELESS}]]`;
const PATTERN = new RegExp(
  [
    // Most words of most texts, without asking the tables below for every letter.
    `[A-Za-z]{2,}(?![\\p{L}\\p{M}\\p{Nd}\\u200c\\u200d'’ʼ])`,
    `[${SPACELESS}]+`,
    // 1 500 (one group of digits after a space or a narrow one)
    `(?<![\\p{Nd}.,])\\p{Nd}{1,3}(?:[ \\u00a0\\u202f]\\p{Nd}{3})+(?:[.,]\\p{Nd}{1,2})?(?![\\p{Nd}])`,
    // 1,500  94.9  3:30  17h30 is left to two tokens
    `\\p{Nd}+(?:[.,:’']\\p{Nd}+)*`,
    // U.S.  G.D.P.  é.-u. is left apart; at most eight letters
    `(?:(?<![\\p{L}\\p{N}])[[\\p{L}]--[${SPACELESS}]]\\.){2,8}(?![\\p{L}])`,
    // word, don't, об'єднання, iPhone15, G7
    `${LETTER}[${LETTER}\\p{Nd}]*(?:['’ʼ]${LETTER}+)*`,
  ].join('|'),
  'gv',
);
const RUN = new RegExp(`^[${SPACELESS}]`, 'v');
// No script without spaces begins below it.
const FIRST_SPACELESS = 0x0e00;
// l'élection, d'une, dell'isola: the article is a word of its own.
const ELIDING = new Set(['fr', 'it', 'ca']);
const APOSTROPHE = /['’ʼ]/;
// Intl.Segmenter takes more than linear time on long runs (measured: 1 MB never ends, 500 characters 0.3 ms).
const LONGEST_RUN = 400;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
    segmenters.set(lang, segmenter);
  }
  return segmenter;
}

// ICU has one dictionary for Chinese and Japanese and picks Thai by its letters: the locale hardly matters.
const SEGMENTED = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);

function pushRun(tokens: Token[], run: string, offset: number, lang: string | undefined): void {
  const segmenter = segmenterFor(lang && SEGMENTED.has(lang) ? lang : 'zh');
  for (let from = 0; from < run.length; from += LONGEST_RUN) {
    const piece = run.slice(from, from + LONGEST_RUN);
    for (const { segment, index, isWordLike } of segmenter.segment(piece)) {
      if (isWordLike === false) continue;
      const start = offset + from + index;
      tokens.push({ text: segment, start, end: start + segment.length });
    }
  }
}

function pushElided(tokens: Token[], word: string, offset: number): void {
  let from = 0;
  for (const part of word.split(APOSTROPHE)) {
    tokens.push({ text: part, start: offset + from, end: offset + from + part.length });
    from += part.length + 1;
  }
}

/** Words and numbers in order, without punctuation; "U.S." and "1,500" are one token, hyphens part words. */
export function tokenize(text: string, lang?: string): Token[] {
  const base = baseLanguage(lang);
  const eliding = base !== undefined && ELIDING.has(base);
  const tokens: Token[] = [];
  let end = 0;
  // Between two matches there is no letter and no digit: the next place of a match is its own.
  for (const word of text.match(PATTERN) ?? []) {
    const start = text.indexOf(word, end);
    end = start + word.length;
    if (word.charCodeAt(0) >= FIRST_SPACELESS && RUN.test(word)) pushRun(tokens, word, start, base);
    else if (eliding && APOSTROPHE.test(word)) pushElided(tokens, word, start);
    else tokens.push({ text: word, start, end });
  }
  return tokens;
}
