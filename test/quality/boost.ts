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
}

const BINS = 64;

interface Binned {
  readonly codes: Uint8Array[];
  readonly edges: number[][];
}

/** Edges at even shares of the values seen. */
function bin(examples: readonly Example[], features: number): Binned {
  const codes: Uint8Array[] = [];
  const edges: number[][] = [];
  const step = Math.max(1, Math.floor(examples.length / 20_000));
  for (let f = 0; f < features; f++) {
    const values = examples
      .filter((_, i) => i % step === 0)
      .map((example) => example.x[f]!)
      .sort((a, b) => a - b);
    const cuts = new Set<number>();
    for (let b = 1; b < BINS; b++) cuts.add(values[Math.floor((b * values.length) / BINS)]!);
    const list = [...cuts].sort((a, b) => a - b);
    edges.push(list);
    codes.push(Uint8Array.from(examples, (example) => lowerBound(list, example.x[f]!)));
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
    const root = grow({ binned, gradient, hessian, options }, examples.length);
    trees.push(flatten(root, binned, options, scores));
  }
  return { base, trees };
}

interface Work {
  readonly binned: Binned;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly options: BoostOptions;
}

function grow(work: Work, count: number): Leaf {
  const root = toLeaf(
    work,
    Int32Array.from({ length: count }, (_, i) => i),
  );
  const open = [root];
  for (let leaves = 1; leaves < work.options.leaves; leaves++) {
    const best = open.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
    if (best.split === undefined || best.split.gain <= 0) break;
    const { feature, code } = best.split;
    const codes = work.binned.codes[feature]!;
    best.left = toLeaf(
      work,
      best.rows.filter((row) => codes[row]! <= code),
    );
    best.right = toLeaf(
      work,
      best.rows.filter((row) => codes[row]! > code),
    );
    open.splice(open.indexOf(best), 1, best.left, best.right);
  }
  return root;
}

function toLeaf(work: Work, rows: Int32Array): Leaf {
  let g = 0;
  let h = 0;
  for (const row of rows) {
    g += work.gradient[row]!;
    h += work.hessian[row]!;
  }
  const leaf: Leaf = { rows, g, h };
  leaf.split = bestSplit(work, leaf);
  return leaf;
}

function bestSplit(work: Work, leaf: Leaf): Split | undefined {
  const { lambda, minHessian } = work.options;
  const gs = new Float64Array(BINS + 1);
  const hs = new Float64Array(BINS + 1);
  const own = leaf.g ** 2 / (leaf.h + lambda);
  let best: Split | undefined;
  work.binned.codes.forEach((codes, feature) => {
    gs.fill(0);
    hs.fill(0);
    for (const row of leaf.rows) {
      gs[codes[row]!]! += work.gradient[row]!;
      hs[codes[row]!]! += work.hessian[row]!;
    }
    let g = 0;
    let h = 0;
    for (let code = 0; code < work.binned.edges[feature]!.length; code++) {
      g += gs[code]!;
      h += hs[code]!;
      if (h < minHessian || leaf.h - h < minHessian) continue;
      const gain = g ** 2 / (h + lambda) + (leaf.g - g) ** 2 / (leaf.h - h + lambda) - own;
      if (gain > (best?.gain ?? 1e-6)) best = { feature, code, gain };
    }
  });
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
