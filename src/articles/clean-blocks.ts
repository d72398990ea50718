// Blocks of an article's body → lines: what whole-line rules know as furniture is cut, headings are marked.

import { judgeLine, normalizeLine, readLabel } from './furniture.ts';
import type { PageBlock } from './page-blocks.ts';

export interface CleanBlock {
  readonly text: string;
  readonly isHeading: boolean;
}

export function cleanBlocks(blocks: readonly PageBlock[], title: string): CleanBlock[] {
  const same = normalizeLine(title);
  const kept = blocks
    .filter((block) => !isFurniture(block) && (same === '' || normalizeLine(block.text) !== same))
    .map((block) => ({ text: block.text, isHeading: isHeadingBlock(block) }));
  while (kept.length > 1 && kept.at(-1)!.isHeading) kept.pop();
  return kept;
}

function isHeadingBlock(block: PageBlock): boolean {
  if (block.headingLevel > 0) return block.text.length <= 250;
  return block.isBold && block.text.length <= 120 && !/[.!,;…。]["'”’»)]*$/.test(block.text);
}

function isFurniture(block: PageBlock): boolean {
  const { text, linkChars } = block;
  if (text.length > 260) return false;
  const kind = judgeLine(text);
  if (kind.isLine || readLabel(text)?.label === 'keywords') return true;
  return linkChars > text.length * 0.9 && (kind.isEnd || kind.isTeaserHead);
}
