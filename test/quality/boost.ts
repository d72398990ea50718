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
  /** Share of the features that each tree may ask, and of the rows that it sees; all by default. */
  readonly columns?: number;
  readonly rows?: number;
  readonly seed?: number;
  /** Thresholds lie halfway between two values seen, not on one: for values that many examples share. */
  readonly halfway?: boolean;
  /** Per feature 1 where more of it can only speak for yes, -1 for no, 0 for either. */
  readonly monotone?: readonly number[];
}

const BINS = 64;

interface Binned {
  /** Row by row. */
  readonly codes: Uint8Array;
  readonly edges: readonly (readonly number[])[];
}

function bin(examples: readonly Example[], features: number, halfway: boolean): Binned {
  const edges = Array.from({ length: features }, (_, f) => edgesOf(examples, f, halfway));
  const codes = new Uint8Array(examples.length * features);
  examples.forEach(({ x }, row) => {
    for (let f = 0; f < features; f++) codes[row * features + f] = lowerBound(edges[f]!, x[f]!);
  });
  return { codes, edges };
}

/** Edges at even shares of the values seen. */
function edgesOf(examples: readonly Example[], f: number, halfway: boolean): number[] {
  const step = Math.max(1, Math.floor(examples.length / 20_000));
  const values: number[] = [];
  for (let i = 0; i < examples.length; i += step) values.push(examples[i]!.x[f]!);
  values.sort((a, b) => a - b);
  const cuts = new Set<number>();
  for (let b = 1; b < BINS; b++) cuts.add(values[Math.floor((b * values.length) / BINS)]!);
  const sorted = [...cuts].sort((a, b) => a - b);
  if (!halfway) return sorted;
  const distinct = [...new Set(values)];
  const next = new Map(distinct.map((value, i) => [value, distinct[i + 1]]));
  return sorted.flatMap((cut) => {
    const after = next.get(cut);
    return after === undefined ? [] : [Number(((cut + after) / 2).toPrecision(6))];
  });
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
  /** Sums of gradients and Hessians, per feature and code. */
  readonly sums: Float64Array;
  readonly g: number;
  readonly h: number;
  /** What its value must lie between, so that the tree stays monotone. */
  readonly low: number;
  readonly high: number;
  split?: Split | undefined;
  left?: Leaf;
  right?: Leaf;
}
interface Split {
  readonly feature: number;
  readonly code: number;
  readonly gain: number;
}

interface Work {
  readonly binned: Binned;
  readonly features: number;
  readonly used: readonly number[];
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly options: BoostOptions;
}

export function boost(examples: readonly Example[], features: number, options: BoostOptions): Trees {
  const binned = bin(examples, features, options.halfway ?? false);
  const scores = new Float64Array(examples.length);
  const gradient = new Float64Array(examples.length);
  const hessian = new Float64Array(examples.length);
  const positive = examples.reduce((sum, e) => sum + e.y * e.weight, 0);
  const total = examples.reduce((sum, e) => sum + e.weight, 0);
  const base = Math.log(positive / (total - positive));
  scores.fill(base);
  const random = randomFrom(options.seed ?? 1);
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    examples.forEach((example, i) => {
      const p = 1 / (1 + Math.exp(-scores[i]!));
      gradient[i] = (p - example.y) * example.weight;
      hessian[i] = p * (1 - p) * example.weight;
    });
    const rows = pick(examples.length, options.rows ?? 1, random);
    const used = [...pick(features, options.columns ?? 1, random)];
    const root = grow({ binned, features, used, gradient, hessian, options }, rows);
    const tree = flatten(root, binned, options);
    trees.push(tree);
    addScores(tree, examples, scores);
  }
  return { base, trees };
}

/** The mean of several learnings that differ in their random numbers: what is chance in each evens out. */
export function average(all: readonly Trees[]): Trees {
  const share = (tree: Tree): Tree => ({
    ...tree,
    value: tree.value.map((value, node) =>
      tree.feature[node]! < 0 ? Number((value / all.length).toPrecision(4)) : value,
    ),
  });
  return {
    base: all.reduce((sum, { base }) => sum + base, 0) / all.length,
    trees: all.flatMap(({ trees }) => trees.map(share)),
  };
}

function pick(count: number, share: number, random: () => number): Int32Array {
  const all = Int32Array.from({ length: count }, (_, i) => i);
  return share >= 1 ? all : all.filter(() => random() < share);
}

function addScores(tree: Tree, examples: readonly Example[], scores: Float64Array): void {
  examples.forEach(({ x }, row) => {
    let node = 0;
    while (tree.feature[node]! >= 0) node = x[tree.feature[node]!]! > tree.value[node]! ? tree.right[node]! : node + 1;
    scores[row]! += tree.value[node]!;
  });
}

function grow(work: Work, rows: Int32Array): Leaf {
  const root = toLeaf(work, rows, sumUp(work, rows), { low: -Infinity, high: Infinity });
  const open = [root];
  for (let leaves = 1; leaves < work.options.leaves; leaves++) {
    const best = open.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
    if (best.split === undefined || best.split.gain <= 0) break;
    divide(work, best, best.split);
    open.splice(open.indexOf(best), 1, best.left!, best.right!);
  }
  return root;
}

function divide(work: Work, leaf: Leaf, { feature, code }: Split): void {
  const codes = work.binned.codes;
  const width = work.features;
  const left = leaf.rows.filter((row) => codes[row * width + feature]! <= code);
  const right = leaf.rows.filter((row) => codes[row * width + feature]! > code);
  const smaller = sumUp(work, left.length < right.length ? left : right);
  const larger = leaf.sums.map((sum, i) => sum - smaller[i]!);
  const [leftSums, rightSums] = left.length < right.length ? [smaller, larger] : [larger, smaller];
  const bounds = boundsOf(work, leaf, { feature, left: leftSums, right: rightSums });
  leaf.left = toLeaf(work, left, leftSums, bounds.left);
  leaf.right = toLeaf(work, right, rightSums, bounds.right);
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

function boundsOf(
  work: Work,
  leaf: Leaf,
  { feature, left, right }: { feature: number; left: Float64Array; right: Float64Array },
): { left: Bounds; right: Bounds } {
  const direction = work.options.monotone?.[feature] ?? 0;
  const own = { low: leaf.low, high: leaf.high };
  if (direction === 0) return { left: own, right: own };
  const { lambda } = work.options;
  const value = (sums: Float64Array): number => {
    const { g, h } = totals(work, sums);
    return clamp(-g / (h + lambda), own);
  };
  const middle = (value(left) + value(right)) / 2;
  const below = { low: leaf.low, high: middle };
  const above = { low: middle, high: leaf.high };
  return direction > 0 ? { left: below, right: above } : { left: above, right: below };
}

function clamp(value: number, { low, high }: Bounds): number {
  return Math.min(high, Math.max(low, value));
}

function sumUp(work: Work, rows: Int32Array): Float64Array {
  const { binned, features, used, gradient, hessian } = work;
  const sums = new Float64Array(features * (BINS + 1) * 2);
  for (const row of rows) {
    const g = gradient[row]!;
    const h = hessian[row]!;
    const from = row * features;
    for (const f of used) {
      const at = (f * (BINS + 1) + binned.codes[from + f]!) * 2;
      sums[at]! += g;
      sums[at + 1]! += h;
    }
  }
  return sums;
}

function totals(work: Work, sums: Float64Array): { g: number; h: number } {
  const from = work.used[0]! * (BINS + 1) * 2;
  let g = 0;
  let h = 0;
  for (let at = from; at < from + (BINS + 1) * 2; at += 2) {
    g += sums[at]!;
    h += sums[at + 1]!;
  }
  return { g, h };
}

function toLeaf(work: Work, rows: Int32Array, sums: Float64Array, bounds: Bounds): Leaf {
  const leaf: Leaf = { rows, sums, ...totals(work, sums), ...bounds };
  leaf.split = bestSplit(work, leaf);
  return leaf;
}

function bestSplit(work: Work, leaf: Leaf): Split | undefined {
  let best: Split | undefined;
  for (const feature of work.used) best = bestOfFeature(work, leaf, feature, best);
  return best;
}

function bestOfFeature(work: Work, leaf: Leaf, feature: number, known: Split | undefined): Split | undefined {
  const { lambda, minHessian, monotone } = work.options;
  const direction = monotone?.[feature] ?? 0;
  const own = leaf.g ** 2 / (leaf.h + lambda);
  let best = known;
  let g = 0;
  let h = 0;
  for (let code = 0; code < work.binned.edges[feature]!.length; code++) {
    const at = (feature * (BINS + 1) + code) * 2;
    g += leaf.sums[at]!;
    h += leaf.sums[at + 1]!;
    if (h < minHessian || leaf.h - h < minHessian) continue;
    const rest = leaf.g - g;
    if (direction !== 0 && direction * (rest / (leaf.h - h + lambda) - g / (h + lambda)) > 0) continue;
    const gain = g ** 2 / (h + lambda) + rest ** 2 / (leaf.h - h + lambda) - own;
    if (gain > (best?.gain ?? 1e-6)) best = { feature, code, gain };
  }
  return best;
}

function flatten(root: Leaf, binned: Binned, options: BoostOptions): Tree {
  const tree = { feature: [] as number[], value: [] as number[], right: [] as number[] };
  const write = (leaf: Leaf): void => {
    const at = tree.feature.length;
    if (leaf.left === undefined || leaf.right === undefined) {
      tree.feature.push(-1);
      tree.value.push(Number((clamp(-leaf.g / (leaf.h + options.lambda), leaf) * options.rate).toPrecision(4)));
      tree.right.push(0);
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
