/** Shorter words have too many neighbours to guess. */
const SHORTEST = 4;
const LONG = 8;

/**
 * The word that a mistyped one most likely meant: one letter wrong, missing, added or swapped with its neighbour (two in
 * a long word), the first letter right; the most frequent of equally near ones. `undefined` when none is near.
 */
export function nearestWord(
  typed: string,
  words: Iterable<string>,
  frequency: (word: string) => number,
): string | undefined {
  if (typed.length < SHORTEST || /\p{N}/u.test(typed)) return undefined;
  const allowed = typed.length >= LONG ? 2 : 1;
  let best: Found | undefined;
  for (const word of words) {
    if (word[0] !== typed[0] || Math.abs(word.length - typed.length) > allowed) continue;
    const distance = editDistance(typed, word, allowed);
    if (distance > allowed) continue;
    const found = { word, distance, frequency: frequency(word) };
    if (best === undefined || isNearer(found, best)) best = found;
  }
  return best?.word;
}

interface Found {
  readonly word: string;
  readonly distance: number;
  readonly frequency: number;
}

function isNearer(a: Found, b: Found): boolean {
  return a.distance < b.distance || (a.distance === b.distance && a.frequency > b.frequency);
}

/** Optimal string alignment distance; anything above `limit` may be answered as limit + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = isSwapped(a, b, i, j) ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, changed, swapped));
    }
    // Each row's least value never shrinks from there on.
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** Whether the two letters before these places are the same ones in the other order. */
function isSwapped(a: string, b: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
}
