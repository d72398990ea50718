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

/** Log-odds. */
export function judge(model: Trees, features: ArrayLike<number>): number {
  let sum = model.base;
  for (const tree of model.trees) {
    let node = 0;
    while (tree.feature[node]! >= 0) {
      node = features[tree.feature[node]!]! > tree.value[node]! ? tree.right[node]! : node + 1;
    }
    sum += tree.value[node]!;
  }
  return sum;
}
