// Gradient boosting of small regression trees for yes/no questions (logistic loss, second-order leaves, histograms).

import type { Tree, Trees } from '../../src/stories/trees.ts';

export interface Example {
  readonly x: ArrayLike<number>;
  readonly y: number;
  readonly weight: number;
}

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly minHessian: number;
  readonly lambda: number;
  /** Share of the features that each tree may ask; all by default. */
  readonly columns?: number;
  readonly seed?: number;
}

const BINS = 64;

interface Binned {
  /** Row after row, a code a feature. */
  readonly codes: Uint8Array;
  readonly edges: number[][];
}

/** Edges at even shares of the values seen. */
function bin(examples: readonly Example[], features: number): Binned {
  const codes = new Uint8Array(examples.length * features);
  const edges: number[][] = [];
  const step = Math.max(1, Math.floor(examples.length / 20_000));
  const seen = examples.filter((_, i) => i % step === 0);
  for (let f = 0; f < features; f++) {
    const values = Float64Array.from(seen, (example) => example.x[f]!).sort();
    const cuts = new Set<number>();
    for (let b = 1; b < BINS; b++) cuts.add(values[Math.floor((b * values.length) / BINS)]!);
    const list = [...cuts].sort((a, b) => a - b);
    edges.push(list);
    for (let i = 0; i < examples.length; i++) codes[i * features + f] = lowerBound(list, examples[i]!.x[f]!);
  }
  return { codes, edges };
}

/** How many edges lie below the value: code > c exactly if value > edges[c]. */
function lowerBound(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly g: number;
  readonly h: number;
  /** Sums of gradient and hessian, in turn, per feature and code; given to the children once it is split. */
  sums: Float64Array | undefined;
  split?: Split | undefined;
  left?: Leaf;
  right?: Leaf;
}
interface Split {
  readonly feature: number;
  readonly code: number;
  readonly gain: number;
}

export function boost(examples: readonly Example[], features: number, options: BoostOptions): Trees {
  const binned = bin(examples, features);
  const random = randomFrom(options.seed ?? 1);
  const scores = new Float64Array(examples.length);
  const gradient = new Float64Array(examples.length);
  const hessian = new Float64Array(examples.length);
  const positive = examples.reduce((sum, e) => sum + e.y * e.weight, 0);
  const total = examples.reduce((sum, e) => sum + e.weight, 0);
  const base = Math.log(positive / (total - positive));
  scores.fill(base);
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    examples.forEach((example, i) => {
      const p = 1 / (1 + Math.exp(-scores[i]!));
      gradient[i] = (p - example.y) * example.weight;
      hessian[i] = p * (1 - p) * example.weight;
    });
    const asked = pickColumns(features, options.columns ?? 1, random);
    const root = grow({ binned, gradient, hessian, options, features, asked }, examples.length);
    trees.push(flatten(root, binned, options, scores));
  }
  return { base, trees };
}

interface Work {
  readonly binned: Binned;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly options: BoostOptions;
  readonly features: number;
  readonly asked: readonly number[];
}

function pickColumns(features: number, share: number, random: () => number): number[] {
  const all = Array.from({ length: features }, (_, f) => f);
  return share >= 1 ? all : all.filter(() => random() < share);
}

function grow(work: Work, count: number): Leaf {
  const rows = Int32Array.from({ length: count }, (_, i) => i);
  const root = toLeaf(work, rows, sumUp(work, rows));
  const open = [root];
  for (let leaves = 1; leaves < work.options.leaves; leaves++) {
    const best = open.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
    if (best.split === undefined || best.split.gain <= 0) break;
    split(work, best, best.split);
    open.splice(open.indexOf(best), 1, best.left!, best.right!);
  }
  return root;
}

/** The sums of the greater child are the parent's without the lesser's. */
function split(work: Work, leaf: Leaf, { feature, code }: Split): void {
  const { codes } = work.binned;
  const isLeft = (row: number) => codes[row * work.features + feature]! <= code;
  const left = leaf.rows.filter(isLeft);
  const right = leaf.rows.filter((row) => !isLeft(row));
  const lesser = sumUp(work, left.length < right.length ? left : right);
  const greater = leaf.sums!;
  for (let at = 0; at < greater.length; at++) greater[at]! -= lesser[at]!;
  leaf.sums = undefined;
  leaf.left = toLeaf(work, left, left.length < right.length ? lesser : greater);
  leaf.right = toLeaf(work, right, left.length < right.length ? greater : lesser);
}

const WIDTH = 2 * BINS;

function sumUp({ binned, gradient, hessian, features, asked }: Work, rows: Int32Array): Float64Array {
  const sums = new Float64Array(features * WIDTH);
  for (const row of rows) {
    const g = gradient[row]!;
    const h = hessian[row]!;
    const from = row * features;
    for (const f of asked) {
      const at = f * WIDTH + 2 * binned.codes[from + f]!;
      sums[at]! += g;
      sums[at + 1]! += h;
    }
  }
  return sums;
}

function toLeaf(work: Work, rows: Int32Array, sums: Float64Array): Leaf {
  let g = 0;
  let h = 0;
  for (const row of rows) {
    g += work.gradient[row]!;
    h += work.hessian[row]!;
  }
  const leaf: Leaf = { rows, g, h, sums };
  leaf.split = bestSplit(work, leaf);
  return leaf;
}

function bestSplit(work: Work, leaf: Leaf): Split | undefined {
  const { lambda, minHessian } = work.options;
  const sums = leaf.sums!;
  const own = leaf.g ** 2 / (leaf.h + lambda);
  let best: Split | undefined;
  for (const feature of work.asked) {
    let g = 0;
    let h = 0;
    for (let code = 0; code < work.binned.edges[feature]!.length; code++) {
      const at = feature * WIDTH + 2 * code;
      g += sums[at]!;
      h += sums[at + 1]!;
      if (h < minHessian || leaf.h - h < minHessian) continue;
      const gain = g ** 2 / (h + lambda) + (leaf.g - g) ** 2 / (leaf.h - h + lambda) - own;
      if (gain > (best?.gain ?? 1e-6)) best = { feature, code, gain };
    }
  }
  return best;
}

function flatten(root: Leaf, binned: Binned, options: BoostOptions, scores: Float64Array): Tree {
  const tree = { feature: [] as number[], value: [] as number[], right: [] as number[] };
  const write = (leaf: Leaf): void => {
    const at = tree.feature.length;
    if (leaf.left === undefined || leaf.right === undefined) {
      const value = Number(((-leaf.g / (leaf.h + options.lambda)) * options.rate).toPrecision(4));
      tree.feature.push(-1);
      tree.value.push(value);
      tree.right.push(0);
      for (const row of leaf.rows) scores[row]! += value;
      return;
    }
    const { feature, code } = leaf.split!;
    tree.feature.push(feature);
    tree.value.push(Number(binned.edges[feature]![code]!.toPrecision(6)));
    tree.right.push(0);
    write(leaf.left);
    tree.right[at] = tree.feature.length;
    write(leaf.right);
  };
  write(root);
  return tree;
}

/** Evenly spread numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
