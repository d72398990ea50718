// Blocks of an article's body → lines: what whole-line rules know as furniture is cut, headings are marked.

import { judgeLine, normalizeLine, readByline, readLabel } from './furniture.ts';
import { isSeparator, type PageBlock } from './page-blocks.ts';
import { namesOf } from './page-noise.ts';
import type { PageNode } from './page-tree.ts';
import { isDateLine } from './text-lines.ts';

export interface CleanBlock {
  readonly text: string;
  readonly isHeading: boolean;
}

/** `sure`: blocks that are so plainly of the article that no phrase speaks against them. */
export function cleanBlocks(
  blocks: readonly PageBlock[],
  title: string,
  sure: ReadonlySet<PageBlock> = new Set(),
): CleanBlock[] {
  const same = normalizeLine(title);
  const text = cutCaptions(blocks).filter(
    (block) =>
      !(isPhrase(block) && !sure.has(block)) && !isLead(block) && (same === '' || normalizeLine(block.text) !== same),
  );
  while (text.length > 1 && isHeadLine(text[0]!)) text.shift();
  const kept = text.map((block) => ({ text: block.text, isHeading: isHeadingBlock(block) }));
  while (kept.length > 1 && kept.at(-1)!.isHeading) kept.pop();
  return kept;
}

function isHeadingBlock(block: PageBlock): boolean {
  if (block.headingLevel > 0) return block.text.length <= 250;
  return block.isBold && block.text.length <= 120 && !/[.!,;…。]["'”’»)]*$/.test(block.text);
}

function isPhrase({ text }: PageBlock): boolean {
  if (text.length > 260 || isSeparator(text)) return false;
  return judgeLine(text).isLine || readLabel(text)?.label === 'keywords';
}

/** It leads to other articles. */
function isLead(block: PageBlock): boolean {
  const { text, linkChars } = block;
  if (text.length > 260) return false;
  if (isPointer(block)) return true;
  if (linkChars <= text.length * 0.9) return false;
  const kind = judgeLine(text);
  return kind.isEnd || kind.isTeaserHead || isShouted(text);
}

/** "Read more: a headline that leads elsewhere" */
function isPointer({ text, linkChars }: PageBlock): boolean {
  const head = /^[^\p{L}]*(\p{L}[^:：]{2,40})[:：]/u.exec(text)?.[1];
  if (head === undefined || linkChars < text.length * 0.4) return false;
  const kind = judgeLine(head);
  return kind.isTeaserHead || kind.isLine || kind.isEnd;
}

/** "FIVE THINGS TO KNOW ABOUT THE BRIDGE": as a whole paragraph that is a link it leads to another article. */
function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 20 && (text.match(/\p{Lu}/gu)?.length ?? 0) > letters * 0.75;
}

/** A date or a byline above the first paragraph. */
function isHeadLine({ text, headingLevel }: PageBlock): boolean {
  return headingLevel === 0 && (isDateLine(text) || (text.length <= 90 && readByline(text) !== undefined));
}

/** Where most of the text stands below pictures, it is the text. */
const MAX_CAPTIONS = 0.3;

function cutCaptions(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const rest = blocks.filter((block) => !isCaption(block));
  return charsOf(rest) >= charsOf(blocks) * (1 - MAX_CAPTIONS) ? rest : blocks;
}

function isCaption({ node }: PageBlock): boolean {
  return isCaptionNode(node) || (node.parent !== undefined && isCaptionNode(node.parent));
}

function isCaptionNode(node: PageNode): boolean {
  return node.tag === 'figcaption' || (node.tag !== 'caption' && /[ _-]captions?(?=[ _-])/.test(namesOf(node)));
}

function charsOf(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}
