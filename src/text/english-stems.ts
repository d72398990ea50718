// English stems: Porter's algorithm ("An algorithm for suffix stripping", 1980), letter by letter. The same stems as those
// of @orama/stemmers, which are in every index that was ever stored, at a tenth of the work; so its one oddity is kept:
// with -sion and -tion the s or t goes too.

const VOWEL = new Set([...'aeiou'].map((letter) => letter.charCodeAt(0)));
const Y = 'y'.charCodeAt(0);

function isVowel(word: string, at: number): boolean {
  return VOWEL.has(word.charCodeAt(at));
}

function isVowelOrY(word: string, at: number): boolean {
  const code = word.charCodeAt(at);
  return code === Y || VOWEL.has(code);
}

/** Where the first vowel stands, after the consonants that open the word. */
function skipOnset(word: string, end: number): number {
  if (isVowel(word, 0)) return 0;
  let i = 1;
  while (i < end && !isVowelOrY(word, i)) i++;
  return i;
}

/** How many times vowels are followed by consonants in the first `end` letters: Porter's m. */
function measure(word: string, end: number): number {
  let i = skipOnset(word, end);
  let count = 0;
  while (i < end) {
    i++;
    while (i < end && isVowel(word, i)) i++;
    if (i >= end) break;
    count++;
    i++;
    while (i < end && !isVowelOrY(word, i)) i++;
  }
  return count;
}

function hasVowel(word: string, end: number): boolean {
  return skipOnset(word, end) < end;
}

/** Consonants, a vowel, a consonant that is not w, x or y: "hop", not "how". */
function isShort(word: string, end: number): boolean {
  if (isVowel(word, 0)) return false;
  return skipOnset(word, end) === end - 2 && !isVowelOrY(word, end - 1) && !/[wx]/.test(word[end - 1]!);
}

type Endings = ReadonlyMap<string, readonly (readonly [ending: string, becomes: string])[]>;

/** By last letter, the longest first. */
function endings(pairs: Readonly<Record<string, string>>): Endings {
  const sorted = Object.entries(pairs).toSorted(([a], [b]) => b.length - a.length);
  return Map.groupBy(sorted, ([ending]) => ending.at(-1)!);
}

const DOUBLE = endings({
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
});
const DERIVED = endings({ icate: 'ic', ative: '', alize: 'al', iciti: 'ic', ical: 'ic', ful: '', ness: '' });
const LAST = endings(
  Object.fromEntries(
    'al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize'
      .split(' ')
      .map((ending) => [ending, '']),
  ),
);

function endingOf(word: string, list: Endings): readonly [string, string] | undefined {
  return list.get(word[word.length - 1]!)?.find(([ending]) => word.length > ending.length && word.endsWith(ending));
}

function dropPlural(word: string): string {
  if (!word.endsWith('s')) return word;
  if ((word.length > 4 && word.endsWith('sses')) || (word.length > 3 && word.endsWith('ies'))) return word.slice(0, -2);
  return word.length > 2 && word[word.length - 2] !== 's' ? word.slice(0, -1) : word;
}

function mendStem(stem: string): string {
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  const last = stem[stem.length - 1]!;
  if (last === stem[stem.length - 2] && !/[aeiouylsz]/.test(last)) return stem.slice(0, -1);
  return isShort(stem, stem.length) ? `${stem}e` : stem;
}

function dropPast(word: string): string {
  const { length } = word;
  if (length > 3 && word.endsWith('eed')) return measure(word, length - 3) > 0 ? word.slice(0, -1) : word;
  const cut = length > 2 && word.endsWith('ed') ? 2 : length > 3 && word.endsWith('ing') ? 3 : 0;
  return cut > 0 && hasVowel(word, length - cut) ? mendStem(word.slice(0, -cut)) : word;
}

function replaceEnding(word: string, list: Endings): string {
  const found = endingOf(word, list);
  if (!found) return word;
  const end = word.length - found[0].length;
  return measure(word, end) > 0 ? word.slice(0, end) + found[1] : word;
}

function dropLast(word: string): string {
  const found = endingOf(word, LAST);
  const isSion = !found && word.length > 4 && (word.endsWith('sion') || word.endsWith('tion'));
  const cut = found ? found[0].length : isSion ? 4 : 0;
  return cut > 0 && measure(word, word.length - cut) > 1 ? word.slice(0, -cut) : word;
}

function dropFinalE(word: string): string {
  const end = word.length - 1;
  if (end < 1 || !word.endsWith('e')) return word;
  const count = measure(word, end);
  return count > 1 || (count === 1 && !isShort(word, end)) ? word.slice(0, end) : word;
}

/** Of a word in lower case, three letters or more. */
export function stemEnglish(lower: string): string {
  // A y that opens the word is a consonant.
  const opensWithY = lower.charCodeAt(0) === Y;
  let word = dropPast(dropPlural(opensWithY ? `Y${lower.slice(1)}` : lower));
  if (word.length > 1 && word.endsWith('y') && hasVowel(word, word.length - 1)) word = `${word.slice(0, -1)}i`;
  word = dropFinalE(dropLast(replaceEnding(replaceEnding(word, DOUBLE), DERIVED)));
  if (word.endsWith('ll') && measure(word, word.length) > 1) word = word.slice(0, -1);
  return opensWithY ? `y${word.slice(1)}` : word;
}
