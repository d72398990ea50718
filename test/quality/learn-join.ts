// Learns data/stories/join.json: the boosted trees that decide whether an article joins a story. The streams of the
// clustering corpora are replayed with their true stories; every story that the index proposes is an example.
//
//   node test/quality/learn-join.ts            cross-validated figures, then data/stories/join.json from all of it
//   node test/quality/learn-join.ts --check    the figures alone

import { writeFileSync } from 'node:fs';
import { createGrouper } from '../../src/stories/grouper.ts';
import { FEATURES } from '../../src/stories/join-features.ts';
import type { JoinModel } from '../../src/stories/join-model.ts';
import { createLexicon } from '../../src/stories/lexicon.ts';
import { createLiveStories } from '../../src/stories/live-stories.ts';
import { toProfile } from '../../src/stories/profile.ts';
import { boost } from './boost.ts';
import { type Mix, type NewsLine, readGold, readStream, scoreClusters } from './clustering-data.ts';

const DAY_MS = 86_400_000;
const FOLDS = 5;

export interface Row {
  readonly x: Float64Array;
  readonly y: number;
  readonly weight: number;
  readonly fold: number;
  readonly set: string;
}

export interface Stream {
  readonly name: string;
  readonly set: string;
  readonly mix: Mix;
  /** Weight of its examples. */
  readonly weight: number;
}

export const STREAMS: readonly Stream[] = [
  { name: 'allsides', set: 'allsides', mix: {}, weight: 1 },
  { name: 'dense', set: 'allsides', mix: { dense: 10, background: true, noise: true }, weight: 1 },
  { name: 'uci', set: 'uci', mix: {}, weight: 0.5 },
  { name: 'wiki', set: 'wiki-basil', mix: {}, weight: 1 },
  { name: 'vi', set: 'vi', mix: {}, weight: 1 },
];

function foldOf(text: string): number {
  let value = 7;
  for (let i = 0; i < text.length; i++) value = (Math.imul(value, 31) + text.charCodeAt(i)) >>> 0;
  return value % FOLDS;
}

/** By the story's first month on allsides (the real one, not the compressed), by story elsewhere. */
export function foldsOf(set: string): Map<string, number> {
  const gold = readGold(set);
  const months = new Map<string, string>();
  for (const line of readStream(set)) {
    const story = gold.get(line.id);
    if (story !== undefined && !months.has(story)) months.set(story, line.published_at.slice(0, 7));
  }
  return new Map([...gold.values()].map((story) => [story, foldOf(set === 'allsides' ? months.get(story)! : story)]));
}

/** Forgets what has left the window, as the grouper does. */
function createWindow(live: { remove(slot: number): void }): (slot: number, time: number) => void {
  const queue: { slot: number; time: number }[] = [];
  return (slot, time) => {
    queue.push({ slot, time });
    while (queue[0]!.time < time - 7 * DAY_MS) live.remove(queue.shift()!.slot);
  };
}

export function collect({ set, mix, weight, name }: Stream): Row[] {
  const gold = readGold(set);
  const folds = foldsOf(set);
  const lexicon = createLexicon();
  const live = createLiveStories<string>(lexicon);
  const keep = createWindow(live);
  const rows: Row[] = [];
  for (const line of readStream(set, mix)) {
    const time = Date.parse(line.published_at);
    const profile = toProfile({ ...line, time }, lexicon);
    const story = gold.get(line.id);
    const proposals = live.propose(profile);
    // A text of the background may be about a story's event or not: it teaches nothing.
    const known = story === undefined ? [] : proposals.filter((proposal) => !proposal.story.id.startsWith('bg'));
    const fold = folds.get(story ?? '') ?? 0;
    for (const near of known)
      rows.push({ x: near.features, y: near.story.id === story ? 1 : 0, weight, fold, set: name });
    lexicon.count(profile.ids, profile.lang);
    keep(live.put(profile, story ?? `bg${line.id}`), time);
  }
  return rows;
}

export function train(rows: readonly Row[], trees = 150): JoinModel {
  return {
    ...boost(rows, FEATURES.length, { trees, leaves: 12, rate: 0.1, minHessian: 4, lambda: 2 }),
    join: 0,
    merge: 1.5,
  };
}

/** Labels of a replay with the model; merged stories carry one label. */
export function replay(lines: readonly NewsLine[], model: JoinModel): Map<string, string> {
  const grouper = createGrouper<string, string>({ model });
  const heirs = new Map<string, string>();
  const placed: [string, string][] = [];
  for (const line of lines) {
    const article = { ...line, time: Date.parse(line.published_at) };
    const { story, merged } = grouper.place(article, () => line.id);
    placed.push([line.id, story]);
    for (const alias of merged) heirs.set(alias, story);
  }
  const resolve = (story: string): string => (heirs.has(story) ? resolve(heirs.get(story)!) : story);
  return new Map(placed.map(([id, story]) => [id, resolve(story)]));
}

/** Every fold's stories are scored on a replay with the model that has not seen them. */
export function crossValidate(rows: readonly Row[], thresholds: { join: number; merge: number }, trees = 150): void {
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    train(
      rows.filter((row) => row.fold !== fold),
      trees,
    ),
  );
  for (const stream of STREAMS) {
    const gold = readGold(stream.set);
    const folds = foldsOf(stream.set);
    const labels = new Map<string, string>();
    models.forEach((model, fold) => {
      for (const [id, label] of replay(readStream(stream.set, stream.mix), { ...model, ...thresholds })) {
        if (folds.get(gold.get(id) ?? '') === fold) labels.set(id, `${fold} ${label}`);
      }
    });
    const score = scoreClusters(gold, labels);
    console.log(stream.name.padEnd(9), ...Object.entries(score).map(([key, value]) => `${key} ${value.toFixed(3)}`));
  }
}

if (import.meta.main) {
  const rows = STREAMS.flatMap(collect);
  const all = train(rows);
  writeFileSync(new URL('../../data/stories/join.json', import.meta.url), JSON.stringify(all));
}
