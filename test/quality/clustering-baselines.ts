// What simple methods reach on the same corpora: the nearest article of the last three days by TF-IDF for grouping and
// pairs, SimHash for copies, and SQLite's FTS5 for search.

import { DatabaseSync } from 'node:sqlite';
import { hash } from '../../src/stories/hash.ts';
import { shareOf } from '../../src/stories/idf.ts';
import { toTerms } from '../../src/text/terms.ts';

interface Told {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly lang?: string;
  readonly published_at: string;
}

const WINDOW_MS = 3 * 86_400_000;
const LEAD_CHARS = 600;
/** Best on allsides by the sum of both F1, of six thresholds. */
const SAME_STORY = 0.25;
const BITS = 64;
const FEWEST_BITS_APART = 3;

type Vector = ReadonlyMap<string, number>;

function toVector(title: string, text: string, lang: string): Vector {
  const counts = new Map<string, number>();
  for (const term of toTerms(`${title}\n${text.slice(0, LEAD_CHARS)}`, lang))
    counts.set(term, (counts.get(term) ?? 0) + 1);
  const weights = [...counts].map(([term, n]) => [term, (1 + Math.log(n)) * -Math.log(shareOf(term, lang))] as const);
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
  return new Map(weights.map(([term, weight]) => [term, weight / length]));
}

function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/** Each article joins the story of the nearest one of the last three days, or opens one. */
export function groupByNearest(lines: readonly Told[], least = SAME_STORY): Map<string, string> {
  const stories = new Map<string, string>();
  let alive: { id: string; time: number; vector: Vector }[] = [];
  for (const { id, title, text, lang = 'en', published_at } of lines) {
    const time = Date.parse(published_at);
    alive = alive.filter((one) => one.time >= time - WINDOW_MS);
    const vector = toVector(title, text, lang);
    let nearest: { id: string; likeness: number } | undefined;
    for (const one of alive) {
      const likeness = cosine(vector, one.vector);
      if (likeness >= Math.max(least, nearest?.likeness ?? 0)) nearest = { id: one.id, likeness };
    }
    stories.set(id, nearest === undefined ? id : stories.get(nearest.id)!);
    alive.push({ id, time, vector });
  }
  return stories;
}

export function isAlike(a: Pick<Told, 'title' | 'text'>, b: Pick<Told, 'title' | 'text'>, lang: string): boolean {
  return cosine(toVector(a.title, a.text, lang), toVector(b.title, b.text, lang)) >= SAME_STORY;
}

/** Charikar's SimHash of a text's words: copies are at most three of 64 bits apart. */
export function copiesBySimHash(articles: readonly Pick<Told, 'id' | 'text'>[]): Map<string, string> {
  const groups = new Map<string, string>();
  const known: { id: string; print: bigint }[] = [];
  for (const { id, text } of articles) {
    const print = simHash(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
    const original = known.find((one) => bitsApart(one.print, print) <= FEWEST_BITS_APART);
    groups.set(id, original === undefined ? id : groups.get(original.id)!);
    known.push({ id, print });
  }
  return groups;
}

function simHash(words: readonly string[]): bigint {
  const sums = new Int32Array(BITS);
  for (const word of words) {
    for (const [half, seed] of ['', '*'].entries()) {
      const bits = hash(word + seed);
      for (let bit = 0; bit < 32; bit++) sums[half * 32 + bit]! += (bits >>> bit) & 1 ? 1 : -1;
    }
  }
  return sums.reduce((print, sum, bit) => (sum > 0 ? print | (1n << BigInt(bit)) : print), 0n);
}

function bitsApart(a: bigint, b: bigint): number {
  let rest = a ^ b;
  let count = 0;
  for (; rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}

/** Words of a query by bm25, any of them; the headline counts threefold. */
export function createFts5(docs: readonly Pick<Told, 'id' | 'title' | 'text'>[]): (query: string) => string[] {
  const db = new DatabaseSync(':memory:');
  db.exec("create virtual table docs using fts5(id unindexed, title, text, tokenize = 'porter unicode61')");
  const insert = db.prepare('insert into docs values (?, ?, ?)');
  for (const { id, title, text } of docs) insert.run(id, title, text);
  const select = db.prepare('select id from docs where docs match ? order by bm25(docs, 0, 3, 1) limit 10');
  return (query) => {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    return select.all(words.map((word) => `"${word}"`).join(' OR ')).map((row) => String(row.id));
  };
}
