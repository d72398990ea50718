/** A word as 32 bits (FNV-1a over UTF-16 units, signed): what is kept of a text's words, in memory and in the store. */
export function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return value | 0;
}
