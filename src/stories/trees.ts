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
  /** Per node the feature asked in the lowest bits, LEAF where none is, and above them how far off "greater" stands. */
  readonly asked: Int32Array;
  readonly value: Float64Array;
  readonly roots: Int32Array;
}

const BITS = 8;
const LEAF = (1 << BITS) - 1;

const planted = new WeakMap<readonly Tree[], Planted>();

function plant(trees: readonly Tree[]): Planted {
  const known = planted.get(trees);
  if (known !== undefined) return known;
  const roots: number[] = [];
  const asked: number[] = [];
  for (const { feature, right } of trees) {
    roots.push(asked.length);
    feature.forEach((one, node) => {
      asked.push(one < 0 ? LEAF : ((right[node]! - node) << BITS) | one);
    });
  }
  const made = {
    asked: Int32Array.from(asked),
    value: Float64Array.from(trees.flatMap((tree) => tree.value)),
    roots: Int32Array.from(roots),
  };
  planted.set(trees, made);
  return made;
}

/** Log-odds. */
export function judge(model: Trees, features: ArrayLike<number>): number {
  return judgeEach(model, [features])[0]!;
}

/** Log-odds of each; every tree is asked about all of them while it is at hand. */
export function judgeEach(model: Trees, list: readonly ArrayLike<number>[]): number[] {
  const { asked, value, roots } = plant(model.trees);
  const sums = list.map(() => model.base);
  for (let t = 0; t < roots.length; t++) {
    const root = roots[t]!;
    for (let i = 0; i < list.length; i++) {
      const features = list[i]!;
      let node = root;
      for (let ask = asked[node]!; ask !== LEAF; ask = asked[node]!) {
        node += features[ask & LEAF]! > value[node]! ? ask >> BITS : 1;
      }
      sums[i]! += value[node]!;
    }
  }
  return sums;
}
