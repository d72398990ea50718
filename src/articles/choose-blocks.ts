// Which blocks of the page are the article's text.

import { describeBlocks } from './block-features.ts';
import { type BlockModel, scoreBlock } from './block-model.ts';
import type { PageBlock } from './page-blocks.ts';
import type { Metadata } from './read-metadata.ts';

/** With fewer characters than this the model was too strict: a page of one short paragraph is rare, a strange page is not. */
const MIN_CHARS = 150;
const LOWEST_SCORE = -3;
/** Log-odds of one in five against it. */
const SURE_SCORE = 1.5;

export interface Choice {
  readonly blocks: readonly PageBlock[];
  /** Those of them that the model has hardly a doubt of. */
  readonly sure: ReadonlySet<PageBlock>;
}

export function chooseBlocks(
  blocks: readonly PageBlock[],
  metadata: Pick<Metadata, 'title' | 'description' | 'linked'>,
  model?: BlockModel,
): Choice {
  const rows = describeBlocks({
    blocks,
    title: metadata.title,
    description: metadata.description,
    statedBody: metadata.linked.find((one) => one.body !== undefined)?.body,
  });
  const scores = rows.map((row) => scoreBlock(row, model));
  const sure = new Set(blocks.filter((_, at) => scores[at]! > SURE_SCORE));
  for (let least = 0; least > LOWEST_SCORE; least -= 0.5) {
    const chosen = blocks.filter((_, at) => scores[at]! > least);
    if (countChars(chosen) >= MIN_CHARS) return { blocks: withSignatures(blocks, chosen), sure };
  }
  return { blocks: blocks.filter((_, at) => scores[at]! > 0), sure };
}

/** "— Ann Lee (@annlee) 4 March 2026" below a message that is quoted. */
const SIGNATURE = /^[—–-]\s.{2,60}\(@\w+\)/;

function withSignatures(blocks: readonly PageBlock[], chosen: readonly PageBlock[]): PageBlock[] {
  const taken = new Set(chosen);
  return blocks.filter((block, at) => taken.has(block) || (SIGNATURE.test(block.text) && taken.has(blocks[at - 1]!)));
}

function countChars(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}
