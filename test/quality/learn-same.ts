// Learns data/stories/same.json: a logistic regression over the likenesses of two articles (with weight decay: there are
// 127 pairs), scored by leaving out every tenth pair in turn. Only weights are written.
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
const STEPS = 4_000;
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

const examples = readJsonLines<Pair>('pairs/pairs.jsonl').map((pair) => ({
  x: toSameFeatures(symmetricLikeness(pair.a, pair.b, pair.lang)),
  y: pair.same ? 1 : 0,
}));
let right = 0;
let truths = 0;
let said = 0;
let both = 0;
for (let fold = 0; fold < FOLDS; fold++) {
  const model = learn(examples.filter((_, i) => i % FOLDS !== fold));
  for (const { x, y } of examples.filter((_, i) => i % FOLDS === fold)) {
    const answer = odds(model, x) > 0 ? 1 : 0;
    right += answer === y ? 1 : 0;
    truths += y;
    said += answer;
    both += answer * y;
  }
}
console.log('accuracy', right / examples.length, 'F1', (2 * both) / (truths + said));
const { base, weights } = learn(examples);
const rounded = (value: number): number => Number(value.toPrecision(4));
const named = Object.fromEntries(SAME_WINDOWS.map((window, i) => [window, rounded(weights[i]!)]));
writeFileSync(
  new URL('../../data/stories/same.json', import.meta.url),
  `${JSON.stringify({ base: rounded(base), weights: named }, null, 2)}\n`,
);
