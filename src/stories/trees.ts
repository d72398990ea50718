// Boosted regression trees as flat numbers: what test/quality/learn-join.ts writes and the grouper asks.

/** One tree: per node the feature asked (-1: a leaf), the threshold (or the leaf's value), and where "greater" goes; "not greater" is the next node. */
export interface Tree {
  readonly feature: readonly number[];
  readonly value: readonly number[];
  readonly right: readonly number[];
}

export interface Trees {
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** All trees one after the other: a thousand articles a second ask some thousand of them each. */
interface Planted {
  readonly feature: Int16Array;
  readonly value: Float64Array;
  readonly right: Int32Array;
  readonly roots: Int32Array;
}

const planted = new WeakMap<readonly Tree[], Planted>();

function plant(trees: readonly Tree[]): Planted {
  const known = planted.get(trees);
  if (known !== undefined) return known;
  const roots: number[] = [];
  const right: number[] = [];
  for (const tree of trees) {
    const root = right.length;
    roots.push(root);
    for (const node of tree.right) right.push(root + node);
  }
  const made = {
    feature: Int16Array.from(trees.flatMap((tree) => tree.feature)),
    value: Float64Array.from(trees.flatMap((tree) => tree.value)),
    right: Int32Array.from(right),
    roots: Int32Array.from(roots),
  };
  planted.set(trees, made);
  return made;
}

/** Log-odds. */
export function judge(model: Trees, features: ArrayLike<number>): number {
  const { feature, value, right, roots } = plant(model.trees);
  let sum = model.base;
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t]!;
    for (let asked = feature[node]!; asked >= 0; asked = feature[node]!) {
      node = features[asked]! > value[node]! ? right[node]! : node + 1;
    }
    sum += value[node]!;
  }
  return sum;
}
