// Tree → blocks: the lines of a page, each with what is needed to tell an article's lines from its furniture.

import { judgeNoise } from './page-noise.ts';
import type { PageNode } from './page-tree.ts';

export interface PageBlock {
  readonly text: string;
  /** How many of its characters are inside links. */
  readonly linkChars: number;
  /** The nearest block-level element. */
  readonly node: PageNode;
  /** Tag of that element, or 'text' for bare text between blocks. */
  readonly tag: string;
  /** Holds an h1 to h6, or is one. */
  readonly headingLevel: number;
  /** Inside an element that looks like furniture but holds too much of the page's text to be dropped unread. */
  readonly isSuspect: boolean;
  /** The whole text is bold: a heading in all but name. */
  readonly isBold: boolean;
  /** The whole text is in italics: a note, a caption, a quotation. */
  readonly isItalic: boolean;
  /** A picture stands between this block and the one before. */
  readonly isAfterPicture: boolean;
}

const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'ruby',
  'rb',
  'rt',
  'rp',
  'nobr',
  'center-inline',
  'blink',
  'img',
  'picture',
  'source',
  'td',
  'th',
  'amp-img',
  'spoiler',
]); // prettier-ignore

/** The longest real pages have some 3,000; what follows is a list that no article is. */
const MAX_BLOCKS = 6000;

/** What agencies put between two parts of a text. */
export function isSeparator(text: string): boolean {
  return /^_{3,60}$/.test(text);
}

class BlockCollector {
  readonly blocks: PageBlock[] = [];
  private buffer = '';
  /** What was added last that is no white space; the buffer itself is a rope that must not be looked into too often. */
  private lastPart = '';
  private linkChars = 0;
  private boldChars = 0;
  private italicChars = 0;
  private pictures = 0;
  private owner: PageNode;
  private suspects = 0;
  private links = 0;
  private bolds = 0;
  private italics = 0;
  private readonly chars: ReadonlyMap<PageNode, number>;
  private readonly total: number;

  constructor(root: PageNode) {
    this.owner = root;
    this.chars = countParagraphChars(root);
    this.total = this.chars.get(root) ?? 0;
  }

  visit(node: PageNode): void {
    if (node.tag === 'img' || node.tag === 'amp-img') this.pictures++;
    const verdict = judgeNoise(node);
    if (verdict.isCertain && !this.keepAnyway(node)) {
      this.skip(node);
      return;
    }
    const isSuspect = verdict.isNoise && !this.isMost(node);
    if (isSuspect) this.suspects++;
    if (INLINE.has(node.tag)) this.visitInline(node);
    else this.visitBlock(node);
    if (isSuspect) this.suspects--;
  }

  flush(): void {
    const text = this.buffer.replace(/[\s\u200b\ufeff\u00ad]+/g, (space) => (space === '\u00ad' ? '' : ' ')).trim();
    const { linkChars, boldChars, italicChars, owner } = this;
    this.buffer = '';
    this.lastPart = '';
    this.linkChars = 0;
    this.boldChars = 0;
    this.italicChars = 0;
    if (this.blocks.length >= MAX_BLOCKS || !(/[\p{L}\p{N}]/u.test(text) || isSeparator(text))) return;
    this.blocks.push({
      text,
      linkChars: Math.min(linkChars, text.length),
      node: owner,
      tag: owner.tag,
      headingLevel: headingLevelOf(owner),
      isSuspect: this.suspects > 0,
      isBold: boldChars >= text.length * 0.9,
      isItalic: italicChars >= text.length * 0.9,
      isAfterPicture: this.pictures > 0,
    });
    this.pictures = 0;
  }

  private keepAnyway(node: PageNode): boolean {
    return (this.chars.get(node) ?? 0) > Math.max(this.total * 0.4, 200);
  }

  private isMost(node: PageNode): boolean {
    return (this.chars.get(node) ?? 0) > Math.max(this.total * 0.6, 200);
  }

  private visitBlock(node: PageNode): void {
    this.flush();
    const outer = this.owner;
    this.owner = node;
    for (const child of node.children) {
      if (typeof child === 'string') this.addText(child);
      else if (child.tag === 'br') this.breakLine();
      else if (child.tag === 'hr') this.flush();
      else {
        this.visit(child);
        this.owner = node;
      }
    }
    this.flush();
    this.owner = outer;
  }

  private visitInline(node: PageNode): void {
    const link = Number(node.tag === 'a');
    const bold = Number(node.tag === 'b' || node.tag === 'strong');
    const italic = Number(node.tag === 'i' || node.tag === 'em');
    if (node.tag === 'td' || node.tag === 'th') this.buffer += ' ';
    this.links += link;
    this.bolds += bold;
    this.italics += italic;
    for (const child of node.children) {
      if (typeof child === 'string') this.addText(child);
      else if (child.tag === 'br') this.breakLine();
      else this.visit(child);
    }
    this.links -= link;
    this.bolds -= bold;
    this.italics -= italic;
  }

  private addText(text: string): void {
    this.buffer += text;
    if (/\S/.test(text)) this.lastPart = text;
    const chars = text.length > 200 ? text.length : text.trim().length;
    if (this.links > 0) this.linkChars += chars;
    if (this.bolds > 0) this.boldChars += chars;
    if (this.italics > 0) this.italicChars += chars;
  }

  /** Two in a row end a paragraph, and so does one after a whole sentence. */
  private breakLine(): void {
    if (this.lastPart === '\n' || /[.!?…。！？:]["”»’)]?\s*$/.test(this.lastPart.slice(-40))) this.flush();
    else this.buffer += '\n';
    this.lastPart = '\n';
  }

  private skip(node: PageNode): void {
    if (!INLINE.has(node.tag)) this.flush();
    else this.buffer += ' ';
  }
}

function headingLevelOf(node: PageNode): number {
  const level = /^h([1-6])$/.exec(node.tag)?.[1];
  return level === undefined ? 0 : Number(level);
}

/** The blocks below `root` in reading order, without what judgeNoise cuts unless it holds most of the page's text. */
export function collectBlocks(root: PageNode): PageBlock[] {
  const collector = new BlockCollector(root);
  for (const child of root.children) if (typeof child !== 'string') collector.visit(child);
  collector.flush();
  return collector.blocks;
}

/** Characters of running text (paragraphs, not links) at or below each element. */
function countParagraphChars(root: PageNode): Map<PageNode, number> {
  const counts = new Map<PageNode, number>();
  const count = (node: PageNode): number => {
    let chars = ownProse(node);
    for (const child of node.children) if (typeof child !== 'string' && child.tag !== 'a') chars += count(child);
    if (chars > 0) counts.set(node, chars);
    return chars;
  };
  count(root);
  return counts;
}

function ownProse(node: PageNode): number {
  let own = 0;
  for (const child of node.children) if (typeof child === 'string' && child.length > 40) own += child.trim().length;
  return own >= 60 ? own : 0;
}
