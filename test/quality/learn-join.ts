// Learns data/stories/join.json: the boosted trees that decide whether an article joins a story. The clustering streams
// are replayed; every story that the index proposes is an example, its answer the share of the story's articles that
// truly belong with the new one. The first replay groups by the truth, the later ones by what has been learned so far,
// so that the trees also see the stories that their own mistakes make.
//
//   node test/quality/learn-join.ts            writes data/stories/join.json, learned from everything
//   node test/quality/learn-join.ts --check    figures of models that have not seen what they are scored on
//
// The check splits each set in two (allsides in time, the others by story) and scores each half's stream, as if it were
// all there is, with the model of the other halves. Only thresholds and leaf values are written, no text.

import { writeFileSync } from 'node:fs';
import { choose } from '../../src/stories/grouper.ts';
import { FEATURES } from '../../src/stories/join-features.ts';
import type { JoinModel } from '../../src/stories/join-model.ts';
import { hash } from '../../src/stories/hash.ts';
import { createLexicon } from '../../src/stories/lexicon.ts';
import { createLiveStories, type Proposal } from '../../src/stories/live-stories.ts';
import { type Profile, toProfile } from '../../src/stories/profile.ts';
import { judge } from '../../src/stories/trees.ts';
import { boost, type Example } from './boost.ts';
import { type Mix, type NewsLine, readGold, readStream, scoreClusters } from './clustering-data.ts';
import { replay } from './replay.ts';

const ROUNDS = 2;
const DAY_MS = 86_400_000;
/** Chosen by the figures of the whole sets. */
const SHIPPED = { join: -0.5, merge: 0.5 };
/** What a replay that collects examples decides by: a little bolder, to see more mistakes. */
const BOLD = { join: -0.4, merge: 0.5 };

interface Stream {
  readonly name: string;
  readonly set: string;
  readonly mix: Mix;
  /** Weight of its examples. */
  readonly weight: number;
  readonly scored: boolean;
}

const STREAMS: readonly Stream[] = [
  { name: 'allsides', set: 'allsides', mix: {}, weight: 1, scored: true },
  { name: 'dense', set: 'allsides', mix: { dense: 10, background: true, noise: true }, weight: 1, scored: true },
  { name: 'middling', set: 'allsides', mix: { dense: 4, background: true }, weight: 0.5, scored: false },
  { name: 'uci', set: 'uci', mix: {}, weight: 0.5, scored: true },
  { name: 'wiki', set: 'wiki-basil', mix: {}, weight: 1, scored: true },
  { name: 'vi', set: 'vi', mix: {}, weight: 1, scored: true },
];

/** One stream's lines with their truth. */
interface Lesson {
  readonly stream: Stream;
  readonly lines: readonly NewsLine[];
  readonly gold: ReadonlyMap<string, string>;
}

type Row = Example;

/** An index in which the stories' truth is known, whoever formed them. */
function createClass(lesson: Lesson) {
  const lexicon = createLexicon();
  const live = createLiveStories<string>(lexicon);
  const queue: { slot: number; time: number }[] = [];
  const truths: (string | undefined)[] = [];
  const rows: Row[] = [];
  return {
    lexicon,
    live,
    rows,
    /** Texts of the background may be about a story's event or not: they teach nothing. */
    learn(x: Float64Array, members: readonly number[], truth: string): void {
      const known = members.filter((slot) => truths[slot] !== undefined);
      if (known.length === 0) return;
      const same = known.filter((slot) => truths[slot] === truth).length;
      rows.push({ x, y: same / known.length, weight: lesson.stream.weight });
    },
    put(profile: Profile, story: string, truth: string | undefined): void {
      lexicon.count(profile.ids, profile.lang);
      const slot = live.put(profile, story);
      truths[slot] = truth;
      queue.push({ slot, time: profile.time });
      while (queue[0]!.time < profile.time - 7 * DAY_MS) live.remove(queue.shift()!.slot);
    },
  };
}

/** Examples of a replay that groups by the truth, or by a model. */
function collect(lesson: Lesson, model: JoinModel | undefined): Row[] {
  const room = createClass(lesson);
  for (const line of lesson.lines) {
    const profile = toProfile({ ...line, time: Date.parse(line.published_at) }, room.lexicon);
    const truth = lesson.gold.get(line.id);
    const proposals = room.live.propose(profile);
    const asked = truth === undefined ? [] : [...proposals, ...bridged(proposals, model)];
    for (const { story, features } of asked) room.learn(features, story.members, truth!);
    const choice = model === undefined ? { story: truth, merged: [] } : choose(proposals, model);
    const story = choice.story ?? line.id;
    for (const alias of choice.merged) room.live.merge(alias, story);
    room.put(profile, story, truth);
  }
  return room.rows;
}

/** The questions that decide merges: the runners-up, without the best to compete. */
function bridged(
  proposals: readonly Proposal<string>[],
  model: JoinModel | undefined,
): Pick<Proposal<string>, 'story' | 'features'>[] {
  if (model === undefined) return [];
  const judged = proposals.map((proposal) => ({ proposal, odds: judge(model, proposal.features) }));
  const [best, ...others] = judged.sort((a, b) => b.odds - a.odds);
  if (best === undefined || best.odds < model.join) return [];
  const rest = others.slice(0, 2).map(({ proposal }) => proposal);
  return rest.map(({ story, without }) => ({ story, features: without(best.proposal.story.id) }));
}

function train(lessons: readonly Lesson[]): JoinModel {
  const rows = lessons.flatMap((lesson) => collect(lesson, undefined));
  const learned = (trees: number): JoinModel => ({
    ...boost(rows, FEATURES.length, { trees, leaves: 12, rate: 0.12, minHessian: 5, lambda: 3 }),
    ...SHIPPED,
  });
  for (let round = 0; round < ROUNDS; round++) {
    const model = { ...learned(80), ...BOLD };
    for (const lesson of lessons) for (const row of collect(lesson, model)) rows.push(row);
    process.stderr.write(`round ${round + 1}: ${rows.length} examples\n`);
  }
  return learned(150);
}

function halfOf(stream: Stream, half: 0 | 1): Lesson {
  const gold = readGold(stream.set);
  const starts = new Map<string, string>();
  for (const line of readStream(stream.set)) {
    const story = gold.get(line.id);
    if (story !== undefined && !starts.has(story)) starts.set(story, line.published_at);
  }
  const middle = [...starts.values()].sort()[starts.size >> 1]!;
  const side = (line: NewsLine): number => {
    const story = gold.get(line.id);
    if (stream.set === 'allsides') return (starts.get(story ?? '') ?? line.published_at) < middle ? 0 : 1;
    return (hash(story ?? line.id) >>> 3) % 2;
  };
  const lines = readStream(stream.set, stream.mix, (line) => side(line) === half);
  const ids = new Set(lines.map((line) => line.id));
  return { stream, lines, gold: new Map([...gold].filter(([id]) => ids.has(id))) };
}

function check(): void {
  const halves = ([0, 1] as const).map((half) => STREAMS.map((stream) => halfOf(stream, half)));
  halves.forEach((lessons, half) => {
    const model = train(halves[1 - half]!);
    for (const { stream, lines, gold } of lessons.filter((lesson) => lesson.stream.scored)) {
      const score = scoreClusters(gold, replay(lines, model));
      console.log(
        half,
        stream.name.padEnd(9),
        ...Object.entries(score).map(([key, value]) => `${key} ${value.toFixed(3)}`),
      );
    }
  });
}

if (import.meta.main) {
  if (process.argv.includes('--check')) check();
  else {
    const lessons = STREAMS.map((stream) => ({
      stream,
      lines: readStream(stream.set, stream.mix),
      gold: readGold(stream.set),
    }));
    writeFileSync(new URL('../../data/stories/join.json', import.meta.url), JSON.stringify(train(lessons)));
  }
}
