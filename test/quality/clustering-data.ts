// The clustering corpora beside the project, with the same mixing (dense, background, noise) as their own runner.

import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../../../shared/corpora/clustering/', import.meta.url);

export interface NewsLine {
  readonly id: string;
  readonly title: string;
  text: string;
  published_at: string;
  readonly source: string;
  readonly lang?: string;
}

export function hasCorpora(): boolean {
  return existsSync(root);
}

export function readJsonLines<T>(path: string): T[] {
  return readFileSync(new URL(path, root), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

export function readGold(set: string): Map<string, string> {
  return new Map(readJsonLines<{ id: string; story: string }>(`${set}/gold.jsonl`).map((row) => [row.id, row.story]));
}

export interface Mix {
  readonly dense?: number;
  readonly background?: boolean;
  readonly noise?: boolean;
}

const FURNITURE = [
  'Share the post :',
  'Post Comment',
  'You May Have Missed',
  'Leave a Comment',
  'Related Posts',
  'Subscribe to our newsletter',
  'Avatar of admin',
  'Table of Contents',
  '[Insert Image]',
];

/** In time order; `keep` chooses lines before the mixing. */
export function readStream(set: string, mix: Mix = {}, keep: (line: NewsLine) => boolean = () => true): NewsLine[] {
  const all = readJsonLines<NewsLine>(`${set}/articles.jsonl`);
  if (mix.background) all.push(...readJsonLines<NewsLine>(`${set}/background.jsonl`));
  const lines = all.filter(keep);
  if (mix.dense !== undefined) compress(lines, readGold(set), mix.dense);
  if (mix.noise) addNoise(lines);
  return lines.sort((x, y) =>
    x.published_at < y.published_at ? -1 : x.published_at > y.published_at ? 1 : x.id < y.id ? -1 : 1,
  );
}

/** Starts of stories come so many times closer together; gaps inside stories stay. */
function compress(lines: NewsLine[], gold: ReadonlyMap<string, string>, factor: number): void {
  const origin = Math.min(...lines.map((line) => Date.parse(line.published_at)));
  const starts = new Map<string, number>();
  for (const line of lines) {
    const story = gold.get(line.id) ?? line.id;
    starts.set(story, Math.min(starts.get(story) ?? Infinity, Date.parse(line.published_at)));
  }
  for (const line of lines) {
    const start = starts.get(gold.get(line.id) ?? line.id)!;
    const moved = origin + (start - origin) / factor + (Date.parse(line.published_at) - start);
    line.published_at = `${new Date(moved).toISOString().slice(0, 19)}Z`;
  }
}

function addNoise(lines: NewsLine[]): void {
  lines.forEach((line, n) => {
    if (n % 2 === 1) return;
    const one = lines[(n * 7919 + 13) % lines.length]!;
    const other = lines[(n * 104729 + 7) % lines.length]!;
    const teasers = `${one.title}\n${one.text.slice(0, 180)}…\n\n${other.title}\n${other.text.slice(0, 180)}…`;
    line.text = `${FURNITURE[n % 9]}\n\n${line.text}\n\n${FURNITURE[(n >> 1) % 9]}\n\n${FURNITURE[4]}\n\n${teasers}`;
  });
}

const pairsOf = (n: number): number => (n * (n - 1)) / 2;
const harmonic = (p: number, r: number): number => (p + r === 0 ? 0 : (2 * p * r) / (p + r));

export interface ClusterScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly bcubed: number;
}

/** Pairwise and BCubed scores of labels; ids without a label stand alone, ids without gold are ignored. */
export function scoreClusters(gold: ReadonlyMap<string, string>, labels: ReadonlyMap<string, string>): ClusterScore {
  const joint = new Map<string, number>();
  const bySystem = new Map<string, number>();
  const byGold = new Map<string, number>();
  const bump = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  for (const [id, story] of gold) {
    const label = labels.get(id) ?? `\0${id}`;
    bump(joint, `${story}\u0001${label}`);
    bump(bySystem, label);
    bump(byGold, story);
  }
  let together = 0;
  let precision = 0;
  let recall = 0;
  for (const [key, count] of joint) {
    const [story, label] = key.split('\u0001') as [string, string];
    together += pairsOf(count);
    precision += count ** 2 / bySystem.get(label)!;
    recall += count ** 2 / byGold.get(story)!;
  }
  const sum = (map: Map<string, number>): number => [...map.values()].reduce((total, n) => total + pairsOf(n), 0);
  const p = together / (sum(bySystem) || 1);
  const r = together / (sum(byGold) || 1);
  return { precision: p, recall: r, f1: harmonic(p, r), bcubed: harmonic(precision / gold.size, recall / gold.size) };
}
