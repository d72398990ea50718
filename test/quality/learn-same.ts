// Learns data/stories/same.json: a logistic regression over the likenesses of two articles (with weight decay: there are
// 127 pairs), scored by leaving out a tenth of the pairs in turn, those that share an article together, five times over.
// Only weights are written.
//
//   node test/quality/learn-same.ts

import { writeFileSync } from 'node:fs';
import { SAME_WINDOWS, symmetricLikeness, toSameFeatures } from '../../src/stories/same-event.ts';
import { readJsonLines } from './clustering-data.ts';

interface Pair {
  readonly lang: string;
  readonly same: boolean;
  readonly a: { readonly title: string; readonly text: string };
  readonly b: { readonly title: string; readonly text: string };
}
interface Example {
  readonly x: readonly number[];
  readonly y: number;
}
interface Model {
  readonly base: number;
  readonly weights: readonly number[];
}

const FOLDS = 10;
const TURNS = 5;
const STEPS = 2_000;
const RATE = 0.3;
const DECAY = 0.01;

function odds({ base, weights }: Model, x: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * x[i]!, base);
}

function learn(examples: readonly Example[]): Model {
  let base = 0;
  const weights = SAME_WINDOWS.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const slopes = weights.map((weight) => DECAY * weight);
    let slope = 0;
    for (const { x, y } of examples) {
      const error = (1 / (1 + Math.exp(-odds({ base, weights }, x))) - y) / examples.length;
      slope += error;
      x.forEach((value, i) => {
        slopes[i]! += error * value;
      });
    }
    base -= RATE * slope;
    slopes.forEach((each, i) => {
      weights[i]! -= RATE * each;
    });
  }
  return { base, weights };
}

const pairs = readJsonLines<Pair>('pairs/pairs.jsonl');
const examples = pairs.map((pair) => ({
  x: toSameFeatures(symmetricLikeness(pair.a, pair.b, pair.lang)),
  y: pair.same ? 1 : 0,
}));

/** Pairs that share an article are one group: none is learned from while another is asked. */
function groupPairs(list: readonly Pair[]): number[] {
  const first = new Map<string, number>();
  const group = list.map((_, i) => i);
  const root = (i: number): number => (group[i] === i ? i : root(group[i]!));
  list.forEach(({ a, b }, i) => {
    for (const { title } of [a, b]) {
      const known = first.get(title);
      if (known === undefined) first.set(title, i);
      else group[root(i)] = root(known);
    }
  });
  return group.map((_, i) => root(i));
}

/** Each pair is answered by weights that have seen no pair with either of its articles. */
function crossValidate(): { accuracy: number; f1: number } {
  const groups = groupPairs(pairs);
  const answers = Array.from({ length: TURNS }, (_, turn) => {
    const foldOf = (i: number): number => ((groups[i]! * 7_919 + turn * 104_729) % 1_009) % FOLDS;
    const models = Array.from({ length: FOLDS }, (_, fold) => learn(examples.filter((_, i) => foldOf(i) !== fold)));
    return examples.map(({ x, y }, i) => ({ said: odds(models[foldOf(i)]!, x) > 0 ? 1 : 0, y }));
  }).flat();
  const right = answers.filter(({ said, y }) => said === y).length;
  const both = answers.filter(({ said, y }) => said * y === 1).length;
  const either = answers.reduce((sum, { said, y }) => sum + said + y, 0);
  return { accuracy: right / answers.length, f1: (2 * both) / either };
}

console.log('cross-validated', crossValidate());
const { base, weights } = learn(examples);
const rounded = (value: number): number => Number(value.toPrecision(4));
const named = Object.fromEntries(SAME_WINDOWS.map((window, i) => [window, rounded(weights[i]!)]));
writeFileSync(
  new URL('../../data/stories/same.json', import.meta.url),
  `${JSON.stringify({ base: rounded(base), weights: named }, null, 2)}\n`,
);
