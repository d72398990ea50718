// Cuts what is left of furniture from the blocks of an article's body; shares its judgement of lines with clean-text.ts.

import { judgeLine, normalizeLine, readLabel } from './furniture.ts';
import type { PageBlock } from './page-blocks.ts';

export interface CleanBlock {
  readonly text: string;
  readonly isHeading: boolean;
}

export function cleanBlocks(blocks: readonly PageBlock[], title: string): CleanBlock[] {
  const same = normalizeLine(title);
  const kept = blocks.filter((block) => !isFurniture(block) && normalizeLine(block.text) !== same);
  return cutTail(kept).map((block) => ({
    text: block.text,
    isHeading: block.headingLevel > 0 || isBoldHeading(block),
  }));
}

function isBoldHeading(block: PageBlock): boolean {
  return block.isBold && block.text.length <= 120 && !/[.!,;…。]["'”’»)]*$/.test(block.text);
}

function isFurniture(block: PageBlock): boolean {
  const { text, linkChars } = block;
  const share = linkChars / text.length;
  if (share > 0.8 && text.length < 200 && block.headingLevel === 0) return true;
  if (text.length > 260) return false;
  return judgeLine(text).isLine || readLabel(text)?.label === 'keywords';
}

/** From a head of comments or related articles to the end, if most of the text stands before it. */
function cutTail(blocks: readonly PageBlock[]): PageBlock[] {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  let before = 0;
  for (const [at, block] of blocks.entries()) {
    const kind = judgeLine(block.text);
    if (kind.isEnd && before > 200) return blocks.slice(0, at);
    if (kind.isTeaserHead && before > total * 0.5) return blocks.slice(0, at);
    before += block.text.length;
  }
  return [...blocks];
}
