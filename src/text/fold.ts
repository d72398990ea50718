// One spelling for one word: lower case, compatibility forms and accents off, so that "Élysée" meets "elysee".
// Marks that make another letter stay: Cyrillic й, Japanese が, Hindi vowel signs.

const ASCII = /^[\x00-\x7f]*$/;
const ACCENT = /(?<=[\p{Script=Latin}\p{Script=Greek}][\u0300-\u036f]{0,3})[\u0300-\u036f]/gu;
// Hebrew points, Arabic vowel signs, superscript alef, Koranic marks, tatweel, Devanagari nukta, zero-width joiners.
const POINTS =
  /[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0657-\u065f\u0670\u06d6-\u06ed\u093c\u200b-\u200f\u2060\ufeff]/g;

/** Marks on one letter that are no writing: putting them in their order takes the square of their number. */
const MARK_FLOOD = /(?<=\p{M}{16})\p{M}+/gu;

/** Whole phrases in one character, which would take the room of eighteen. */
const PHRASE = /[\ufdfa\ufdfb]/g;

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ё: 'е',
  ς: 'σ',
  // Arabic: one alef, one yeh, one kaf, one heh, as people type them.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .replace(MARK_FLOOD, '')
    .replace(PHRASE, ' ')
    .normalize('NFKD')
    .replace(ACCENT, '')
    .normalize('NFC')
    .replace(POINTS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .toLowerCase();
}
