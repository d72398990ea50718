// The learned part of extraction: boosted trees over the numbers of block-features.ts, trained by
// test/quality/learn-blocks.ts. It holds numbers only; what they are learned from stays outside the project.

import { readFileSync } from 'node:fs';

export interface BlockModel {
  readonly features: number;
  readonly base: number;
  /** One flat list a tree: (feature, threshold, index of the greater side) a split, the lesser side follows; (-1, value, 0) a leaf. */
  readonly trees: readonly Float64Array[];
}

let loaded: BlockModel | undefined;

/** Read once a process, at the first page: most of them never extract. */
function loadModel(): BlockModel {
  if (loaded === undefined) {
    const file = new URL('../../data/articles/block-model.json', import.meta.url);
    loaded = readModel(readFileSync(file, 'utf8'));
  }
  return loaded;
}

export function readModel(json: string): BlockModel {
  const model = JSON.parse(json) as BlockModel & { trees: number[][] };
  return { ...model, trees: model.trees.map((tree) => Float64Array.from(tree)) };
}

/** Log-odds that a block belongs to the article; above 0 it more likely does. */
export function scoreBlock(row: Float64Array, model: BlockModel = loadModel()): number {
  const { features, base, trees } = model;
  if (row.length !== features)
    throw new Error(`The block model knows ${features} features, not ${row.length}: train it again.`);
  const third = Math.ceil(trees.length / 3);
  const early = addUp(trees, 0, third, row);
  // The trees come in bags that each know the whole answer: where a third of them leave no doubt, the rest are not asked.
  const estimate = base + 3 * early;
  if (estimate < -PLAIN || estimate > PLAIN) return estimate;
  return base + early + addUp(trees, third, trees.length, row);
}

const PLAIN = 5;

function addUp(trees: readonly Float64Array[], from: number, to: number, row: Float64Array): number {
  let sum = 0;
  for (let next = from; next < to; next++) {
    const tree = trees[next]!;
    let at = 0;
    while (tree[at]! >= 0) at = row[tree[at]!]! <= tree[at + 1]! ? at + 3 : tree[at + 2]! * 3;
    sum += tree[at + 1]!;
  }
  return sum;
}
