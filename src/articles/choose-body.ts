// Which element of the page holds the article: the one whose running text outweighs what else it holds by most.

import type { PageBlock } from './page-blocks.ts';
import { namesOf } from './page-noise.ts';
import type { PageNode } from './page-tree.ts';

const BODY_NAMES =
  /[ _-](article-?body|articlebody|article-?content|article-?text|article__body|entry-content|post-content|post-body|story-?body|story-?content|post__content|body-content|content-body|richtext|rich-text|node__content|td-post-content|blog-?content|news-?text|main-?content)(?=[ _-])/;

/** What a block says for (above 0) or against (below 0) the elements around it, in characters. */
export function weighBlock(block: PageBlock): number {
  const plain = block.text.length - block.linkChars;
  const linkShare = block.linkChars / Math.max(1, block.text.length);
  if (block.isSuspect) return -0.3 * plain - block.linkChars;
  if (linkShare > 0.5) return -Math.min(200, block.text.length);
  const isProse = /[.!?…。！？:"”»]["”’)\]]?$/.test(block.text);
  if (plain >= 80 || (plain >= 25 && isProse)) return plain * (1 - linkShare);
  if (block.headingLevel > 1) return 5;
  return block.tag === 'li' ? -5 : -Math.min(40, plain);
}

/** Undefined when no element holds more running text than furniture. */
export function chooseBody(blocks: readonly PageBlock[]): PageNode | undefined {
  const scores = new Map<PageNode, number>();
  for (const block of blocks) {
    const weight = weighBlock(block);
    for (let node: PageNode | undefined = block.node; node !== undefined; node = node.parent)
      scores.set(node, (scores.get(node) ?? 0) + weight);
  }
  let best: PageNode | undefined;
  let bestScore = 0;
  for (const [node, score] of scores) {
    const hinted = score * hintOf(node);
    if (hinted > bestScore) {
      best = node;
      bestScore = hinted;
    }
  }
  return best;
}

function hintOf(node: PageNode): number {
  if (/\barticleBody\b/i.test(node.attrs.itemprop ?? '')) return 1.3;
  if (BODY_NAMES.test(namesOf(node))) return 1.2;
  if (node.tag === 'article') return 1.1;
  return node.tag === 'main' || node.attrs.role === 'main' ? 1.05 : 1;
}

export function isInside(node: PageNode, ancestor: PageNode): boolean {
  for (let at: PageNode | undefined = node; at !== undefined; at = at.parent) if (at === ancestor) return true;
  return false;
}
