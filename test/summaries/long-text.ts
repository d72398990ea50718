/** So many sentences that differ; 13,000 are a megabyte. */
export function longText(sentences: number): string {
  const word = (i: number) => `w${((i * 7919) % 4001).toString(36)}`;
  return Array.from({ length: sentences }, (_, i) => {
    const words = Array.from({ length: 14 }, (__, k) => word(i * 13 + k * (1 + (i % 5))));
    return `The ${words.join(' ')} was seen.`;
  }).join(' ');
}
