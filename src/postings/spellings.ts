// The words that a mistyped one may have been: one letter wrong, missing, too many, or swapped with its neighbour; the
// first letter right. They are made, not looked up, since an index of stems does not know how words are written.

const SHORTEST = 4;
const LONGEST = 24;
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Latin}/u, 'abcdefghijklmnopqrstuvwxyz'],
  [/\p{Script=Cyrillic}/u, 'абвгдежзийклмнопрстуфхцчшщъыьэюя'],
  [/\p{Script=Greek}/u, 'αβγδεζηθικλμνξοπρστυφχψως'],
];

/** Lower case; none for what is too short to be guessed, or no word. */
export function spellings(typed: string): string[] {
  const word = typed.toLowerCase();
  if (word.length < SHORTEST || word.length > LONGEST || !/^\p{L}+$/u.test(word)) return [];
  const letters = [...(LETTERS.find(([script]) => script.test(word))?.[1] ?? '')];
  const found = new Set<string>();
  for (let at = 1; at <= word.length; at += 1) {
    const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
    found.add(before + after);
    if (after !== '') found.add(before + after[0] + here + after.slice(1));
    for (const letter of letters) {
      found.add(before + letter + here + after);
      found.add(before + letter + after);
    }
  }
  found.delete(word);
  return [...found];
}
