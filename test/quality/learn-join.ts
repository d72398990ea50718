// Learns data/stories/join.json: the boosted trees that decide whether an article joins a story.
//
//   node test/quality/learn-join.ts            data/stories/join.json, learned from everything, and its figures on it
//   node test/quality/learn-join.ts --check    cross-validated figures
//
// Cross-validated: a replay of the whole stream, in which each line is decided by the trees that have seen nothing of
// its fold (allsides in five spans of months, the other sets by story).
//
// The first replay groups by the truth, the later ones by what has been learned so far, so that the trees also see the
// stories that their own mistakes make.

import { writeFileSync } from 'node:fs';
import { FEATURES } from '../../src/stories/join-features.ts';
import type { JoinModel } from '../../src/stories/join-model.ts';
import { MERGE_FEATURES } from '../../src/stories/merge-features.ts';
import { average, boost } from './boost.ts';
import { scoreClusters } from './clustering-data.ts';
import { collect, FOLDS, type Lesson, type Row, type Rows, readLesson, STREAMS } from './learn-lessons.ts';
import { replay } from './replay.ts';

/** Chosen by the cross-validated figures. */
const SHIPPED = { join: -0.75, merge: 0.3 };
/** What the replays that collect examples decide by: first shy, so that stories fall apart, then a little bold. */
const ROUNDS = [
  { join: 1, merge: 1.5 },
  { join: -0.4, merge: 0.3 },
];
const ALL = FOLDS;
const FIRM = { minHessian: 8, lambda: 5, rows: 0.6, columns: 0.6, halfway: true };
const JOINING = { ...FIRM, leaves: 20, rate: 0.1 };
const MERGING = { ...FIRM, leaves: 8, rate: 0.08, trees: 100 };
/** What can only speak for a join, or only against it, whatever the corpora's accidents. */
const FOR = /^(?:max|mean)-(?!rarest|second)|^best-sum|^score|ahead$|^core|covered$|^pointed|^alone|lead-lead/;
const AGAINST = /^hours-to-nearest|^rival|^crowd|^rank/;
const monotone = FEATURES.map((name) => (FOR.test(name) ? 1 : AGAINST.test(name) ? -1 : 0));
const QUICK: Effort = { trees: 70, learnings: 1 };
const THOROUGH: Effort = { trees: 380, learnings: 2 };
/** Examples are collected anew with other random numbers, for one wrong join of two large stories changes all that come after it. */
const COLLECTIONS = [0, 1];

interface Effort {
  readonly trees: number;
  readonly learnings: number;
}

/** Examples, and which collection they are. */
interface Collected extends Rows {
  readonly which: number;
}

/** The mean of several learnings from each collection, with what has a part in the fold left out. */
function learn(collections: readonly Collected[], { trees, learnings }: Effort, without: number): JoinModel {
  const unseen = (row: Row): boolean => without === ALL || (row.folds & (1 << without)) === 0;
  const turns = collections.flatMap(({ join, merge, which }) =>
    Array.from({ length: learnings }, (_, turn) => ({
      join: join.filter(unseen),
      merge: merge.filter(unseen),
      seed: 77 * (10 * which + turn + 1),
    })),
  );
  const enough = turns.filter(({ merge }) => merge.length > 500);
  return {
    ...average(turns.map(({ join, seed }) => boost(join, FEATURES.length, { ...JOINING, trees, monotone, seed }))),
    merging:
      enough.length > 0
        ? average(enough.map(({ merge, seed }) => boost(merge, MERGE_FEATURES.length, { ...MERGING, seed })))
        : undefined,
    ...SHIPPED,
  };
}

const log = (text: string): void => void process.stderr.write(`${text} ${Math.round(performance.now() / 1_000)} s\n`);

function addRows(all: Rows, more: Rows): void {
  for (const row of more.join) all.join.push(row);
  for (const row of more.merge) all.merge.push(row);
}

const folds = Array.from({ length: FOLDS }, (_, fold) => fold);

/** Examples of what the models of each fold do with what they have not seen. */
function collectAll(lessons: readonly Lesson[], which: number): Collected {
  const rows: Collected = { join: [], merge: [], which };
  for (const lesson of lessons) addRows(rows, collect(lesson));
  log(`${rows.join.length} examples`);
  for (const bounds of ROUNDS) {
    const models = folds.map((fold) => ({ ...learn([rows], QUICK, fold), ...bounds }));
    for (const lesson of lessons)
      addRows(
        rows,
        collect(lesson, (fold) => models[fold]!),
      );
    log(`${rows.join.length} examples, ${rows.merge.length} of merges`);
  }
  return rows;
}

function show(lessons: readonly Lesson[], modelOf: (fold: number) => JoinModel): void {
  const all: number[] = [];
  for (const lesson of lessons.filter(({ stream }) => stream.scored)) {
    const score = scoreClusters(
      lesson.gold,
      replay(lesson.lines, (line) => modelOf(lesson.foldOf(line))),
    );
    all.push(score.f1, score.bcubed);
    const figures = Object.entries(score).map(([key, value]) => `${key} ${value.toFixed(3)}`);
    console.log(lesson.stream.name.padEnd(9), ...figures);
  }
  console.log('mean', (all.reduce((a, b) => a + b, 0) / all.length).toFixed(4));
}

if (import.meta.main) {
  const lessons = STREAMS.map(readLesson);
  const collections = COLLECTIONS.map((which) => collectAll(lessons, which));
  if (process.argv.includes('--check')) {
    const models = folds.map((fold) => learn(collections, THOROUGH, fold));
    log('cross-validated:');
    show(lessons, (fold) => models[fold]!);
  } else {
    const model = learn(collections, THOROUGH, ALL);
    log('learned from everything and scored on it:');
    show(lessons, () => model);
    writeFileSync(new URL('../../data/stories/join.json', import.meta.url), JSON.stringify(model));
  }
}
