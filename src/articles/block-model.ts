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
  let score = base;
  for (const tree of trees) {
    let at = 0;
    while (tree[at]! >= 0) at = row[tree[at]!]! <= tree[at + 1]! ? at + 3 : tree[at + 2]! * 3;
    score += tree[at + 1]!;
  }
  return score;
}
