// Blocks → numbers that a learned model tells an article's text from furniture by. Nothing here knows a site or a language
// beyond the phrase tables; the order of the numbers is the model's, so change both or none.

import { describeCopies, describeWords } from './block-words.ts';
import { chooseBody, isInside } from './choose-body.ts';
import { judgeLine, normalizeLine } from './furniture.ts';
import type { PageBlock } from './page-blocks.ts';
import { namesOf } from './page-noise.ts';
import type { PageNode } from './page-tree.ts';

export interface FeatureInput {
  readonly blocks: readonly PageBlock[];
  readonly title: string;
  /** What the page says of itself (description, articleBody), for comparison. */
  readonly description: string | undefined;
  readonly statedBody: string | undefined;
}

/** What class names and ids around a block are about; a feature each is how many elements up the nearest one is. */
const NAME_GROUPS: readonly RegExp[] = [
  /[ _-](?:comments?|commentlist|disqus|respond|reply|replies|discussion|kommentare?|comentarios?|commentaires?)(?=[ _-])/,
  /[ _-](?:shar(?:e|es|ing)|socials?|sharedaddy|addthis|addtoany|a2a|follow|tools|toolbar|actions?|buttons?|btn|icons?)(?=[ _-])/,
  /[ _-](?:related\w*|recommend\w*|recirc\w*|more|next|also|teasers?|trending|popular|most|outbrain|taboola|promos?|latest|similar|suggest\w*|recent|carousel|slider|swiper|slick|cards?|tiles?|grid|listing|list|feed|items?|loop|archive|posts|articles|stories|news)(?=[ _-])/,
  /[ _-](?:nav\w*|menus?|breadcrumbs?|pagination|pager|footer|header|masthead|topbar|bottom|tabs?|skip|top|bar)(?=[ _-])/,
  /[ _-](?:ads?|advert\w*|sponsor\w*|banner|newsletters?|subscri\w*|sign-?up|cta|popup|modal|overlay|paywall|regwall|cookies?|consent|gdpr|donat\w*|forms?|widgets?|promotion|offer|shop|product|affiliate|callout|box|notice|alert|disclaimer|copyright|legal)(?=[ _-])/,
  /[ _-](?:authors?|byline|by|bio|meta|metadata|dates?|time|timestamp|tags?|taxonomy|topics?|categor\w+|published|info|infos|details|profile|person|contributor|kicker|label|eyebrow|credits?|source|sources)(?=[ _-])/,
  /[ _-](?:captions?|figure|figcaption|images?|img|photos?|pictures?|gallery|media|thumb\w*|video|player|embed|credit|copyright|quelle)(?=[ _-])/,
  /[ _-](?:sidebar|aside|rail|secondary|right|left|complementary|column|col)(?=[ _-])/,
  /[ _-](?:toc|contents|table-of-contents|infobox|factbox|facts|summary|highlights|key|takeaways|quote|pull\w*|excerpt|lead|intro|standfirst|subtitle|subheadline|dek|deck|teaser-text|abstract|description|perex|lede)(?=[ _-])/,
  /[ _-](?:body|content|text|prose|rich|richtext|wysiwyg|paragraph|entry-content|post-content|article-?body|article-?content|story|articlebody|markdown|copy)(?=[ _-])/,
  /[ _-](?:hidden|hide|invisible|sr-only|screen-reader\w*|visually-hidden|print|d-none|collapse\w*|accordion|faq|tooltip|dropdown)(?=[ _-])/,
];

const TAG_GROUPS: readonly ReadonlySet<string>[] = [
  'aside',
  'footer',
  'header',
  'nav',
  'form',
  'figure figcaption',
  'blockquote',
  'table',
  'ul ol',
  'article',
  'main',
  'section',
  'details',
  'a',
  'dl',
].map((tags) => new Set(tags.split(' '))); // prettier-ignore

const FAR = 12;

interface NodeFacts {
  readonly depth: number;
  /** Elements up to the nearest name of each group, FAR for none. */
  readonly names: readonly number[];
  readonly tags: readonly number[];
  blocks: number;
  chars: number;
  linkChars: number;
  prose: number;
}

/** One row of numbers a block. */
export function describeBlocks(input: FeatureInput): Float64Array[] {
  return new Describer(input).describe();
}

class Describer {
  private readonly facts = new Map<PageNode, NodeFacts>();
  private readonly groups = new Map<string, { blocks: number; chars: number }>();
  private readonly sizes: number[];
  private readonly starts: number[] = [];
  private readonly total: number;
  private readonly body: PageNode | undefined;
  private readonly aboveBody = new Set<PageNode>();
  private readonly lines: readonly ReturnType<typeof judgeLine>[];
  private readonly input: FeatureInput;

  constructor(input: FeatureInput) {
    const { blocks } = input;
    this.input = input;
    this.sizes = blocks.map((block) => sizeOf(block.text));
    this.body = chooseBody(blocks);
    for (let at = this.body; at !== undefined; at = at.parent) this.aboveBody.add(at);
    this.lines = blocks.map((block) => judgeLine(block.text));
    let at = 0;
    for (const [index, block] of blocks.entries()) {
      this.starts.push(at);
      at += this.sizes[index]!;
      this.count(block, this.sizes[index]!);
    }
    this.total = Math.max(1, at);
  }

  describe(): Float64Array[] {
    const { blocks } = this.input;
    const context = this.readContext();
    const copies = describeCopies(blocks);
    const prose = this.readProse();
    return blocks.map((block, at) =>
      toRow([
        ...this.shapeOf(block, at),
        ...this.placeOf(block, at),
        ...this.aroundOf(block),
        ...this.neighboursOf(at),
        ...this.wordsOf(block, at),
        ...context[at]!,
        ...describeWords(block),
        ...copies[at]!,
        ...prose[at]!,
      ]),
    );
  }

  private factsOf(node: PageNode): NodeFacts {
    const known = this.facts.get(node);
    if (known !== undefined) return known;
    const above = node.parent === undefined ? undefined : this.factsOf(node.parent);
    const names = namesOf(node);
    const up = (value: number | undefined) => Math.min(FAR, (value ?? FAR) + 1);
    const facts: NodeFacts = {
      depth: (above?.depth ?? 0) + 1,
      names: NAME_GROUPS.map((group, at) => (names !== '' && group.test(names) ? 0 : up(above?.names[at]))),
      tags: TAG_GROUPS.map((group, at) => (group.has(node.tag) ? 0 : up(above?.tags[at]))),
      blocks: 0,
      chars: 0,
      linkChars: 0,
      prose: 0,
    };
    this.facts.set(node, facts);
    return facts;
  }

  private count(block: PageBlock, size: number): void {
    const share = size / Math.max(1, block.text.length);
    const isProse = size - block.linkChars * share >= 80;
    for (let node: PageNode | undefined = block.node; node !== undefined; node = node.parent) {
      const facts = this.factsOf(node);
      facts.blocks++;
      facts.chars += size;
      facts.linkChars += block.linkChars * share;
      if (isProse) facts.prose += size;
    }
    const key = signatureOf(block);
    const group = this.groups.get(key) ?? { blocks: 0, chars: 0 };
    group.blocks++;
    group.chars += size;
    this.groups.set(key, group);
  }

  private shapeOf(block: PageBlock, at: number): number[] {
    const { text, linkChars, tag } = block;
    const size = this.sizes[at]!;
    return [
      Math.log2(size + 1),
      linkChars / text.length,
      size - linkChars,
      ...textShape(text),
      TAG_CODES[tag] ?? 8,
      block.headingLevel,
      Number(block.isBold),
      ...textMarks(text, size),
    ];
  }

  private placeOf(block: PageBlock, at: number): number[] {
    const { blocks } = this.input;
    const facts = this.factsOf(block.node);
    const { body } = this;
    const inside = body !== undefined && isInside(block.node, body);
    const group = this.groups.get(signatureOf(block))!;
    return [
      at / blocks.length,
      this.starts[at]! / this.total,
      blocks.length,
      Math.log2(this.total),
      facts.depth,
      ...facts.names,
      ...facts.tags,
      block.isSuspect ? 1 : 0,
      inside ? 1 : 0,
      body === undefined ? 0 : this.stepsToBody(block.node),
      body === undefined ? 0 : facts.depth - this.factsOf(body).depth,
      Math.min(50, group.blocks),
      group.chars / group.blocks,
      group.chars / this.total,
    ];
  }

  /** Elements from the block up to the first that also holds the body. */
  private stepsToBody(node: PageNode): number {
    let steps = 0;
    for (let at: PageNode | undefined = node; at !== undefined && !this.aboveBody.has(at); at = at.parent) steps++;
    return steps;
  }

  private aroundOf(block: PageBlock): number[] {
    const out: number[] = [];
    let node: PageNode | undefined = block.node.parent;
    for (let level = 0; level < 4; level++) {
      out.push(...this.shareOf(node));
      node = node?.parent;
    }
    return out;
  }

  private shareOf(node: PageNode | undefined): number[] {
    if (node === undefined) return [1, 0, 0, 0];
    const { chars, linkChars, prose, blocks } = this.factsOf(node);
    const size = Math.max(1, chars);
    return [chars / this.total, linkChars / size, prose / size, Math.min(60, blocks)];
  }

  private neighboursOf(at: number): number[] {
    const { blocks } = this.input;
    const out: number[] = [];
    for (const step of [-2, -1, 1, 2]) out.push(...this.neighbourOf(at, at + step));
    for (const reach of [4, 12]) {
      let size = 0;
      let links = 0;
      for (let near = Math.max(0, at - reach); near <= Math.min(blocks.length - 1, at + reach); near++) {
        size += this.sizes[near]!;
        links += blocks[near]!.linkChars;
      }
      out.push(size / (2 * reach + 1), links / Math.max(1, size));
    }
    return out;
  }

  private neighbourOf(at: number, near: number): number[] {
    const block = this.input.blocks[near];
    if (block === undefined) return [-1, -1, -1, -1];
    const own = this.input.blocks[at]!;
    const isSibling = block.node.parent === own.node.parent;
    return [
      Math.log2(this.sizes[near]! + 1),
      block.linkChars / block.text.length,
      isSibling ? 2 : Number(block.tag === own.tag),
      block.headingLevel,
    ];
  }

  private wordsOf(block: PageBlock, at: number): number[] {
    const kind = this.lines[at]!;
    const { title, description, statedBody } = this.input;
    const probe = block.text.slice(0, 60);
    return [
      kind.isLine ? 1 : 0,
      kind.isEnd ? 1 : 0,
      kind.isTeaserHead ? 1 : 0,
      title !== '' && normalizeLine(block.text) === normalizeLine(title) ? 1 : 0,
      description !== undefined && block.text.length > 30 && description.startsWith(probe.slice(0, 40)) ? 1 : 0,
      statedBody === undefined ? -1 : statedBody.includes(probe) ? 1 : 0,
    ];
  }

  /** What stands above each block: the page's h1, heads of furniture, the last heading. */
  private readContext(): number[][] {
    const { blocks, title } = this.input;
    const same = normalizeLine(title);
    const titleAt = blocks.findIndex(
      (block) => block.headingLevel === 1 || (same !== '' && normalizeLine(block.text) === same),
    );
    const seen = { heading: -50, teaserHead: -200, end: -200, headingKind: 0, prose: 0 };
    return blocks.map((block, at) => {
      const row = [
        titleAt < 0 ? -300 : Math.max(-200, Math.min(200, at - titleAt)),
        Math.min(50, at - seen.heading),
        Math.min(200, at - seen.teaserHead),
        Math.min(200, at - seen.end),
        seen.headingKind,
        seen.prose / this.total,
      ];
      this.note(seen, block, at);
      return row;
    });
  }

  /** Where the block stands among the paragraphs, and whether it is made as most of them are. */
  private readProse(): number[][] {
    const { blocks } = this.input;
    const isProse = blocks.map((block, at) => this.sizes[at]! - block.linkChars >= 80 && !block.isSuspect);
    const [makes, parents] = [new Map<string, number>(), new Map<PageNode | undefined, number>()];
    let all = 0;
    for (const [at, block] of blocks.entries()) {
      if (!isProse[at] || (this.body !== undefined && !isInside(block.node, this.body))) continue;
      const size = this.sizes[at]!;
      all += size;
      makes.set(makeOf(block), (makes.get(makeOf(block)) ?? 0) + size);
      parents.set(block.node.parent, (parents.get(block.node.parent) ?? 0) + size);
    }
    const after = this.stepsToProse(isProse, true);
    const before = this.stepsToProse(isProse, false);
    let left = all;
    return blocks.map((block, at) => {
      const row = [
        before[at]!,
        after[at]!,
        left / Math.max(1, all),
        (makes.get(makeOf(block)) ?? 0) / Math.max(1, all),
        (parents.get(block.node.parent) ?? 0) / Math.max(1, all),
      ];
      if (isProse[at] && (this.body === undefined || isInside(block.node, this.body))) left -= this.sizes[at]!;
      return row;
    });
  }

  /** Blocks to the next paragraph, or from the one before. */
  private stepsToProse(isProse: readonly boolean[], isForward: boolean): number[] {
    const steps = isProse.map(() => 0);
    let far = 60;
    for (let step = 0; step < isProse.length; step++) {
      const at = isForward ? isProse.length - 1 - step : step;
      steps[at] = far;
      far = isProse[at] ? 1 : Math.min(60, far + 1);
    }
    return steps;
  }

  private note(seen: Seen, block: PageBlock, at: number): void {
    const kind = this.lines[at]!;
    if (block.headingLevel > 0) {
      seen.heading = at;
      seen.headingKind = kind.isEnd ? 3 : 1 + Number(kind.isTeaserHead);
    }
    if (kind.isTeaserHead) seen.teaserHead = at;
    if (kind.isEnd) seen.end = at;
    if (this.sizes[at]! - block.linkChars >= 80) seen.prose += this.sizes[at]!;
  }
}

/** What stood above, as block numbers. */
interface Seen {
  heading: number;
  teaserHead: number;
  end: number;
  headingKind: number;
  prose: number;
}

const TAG_CODES: Readonly<Record<string, number>> = {
  p: 1,
  li: 2,
  div: 3,
  tr: 4,
  blockquote: 5,
  figcaption: 6,
  section: 7,
};

function textShape(text: string): number[] {
  const words = text.split(' ');
  const isSentence = /[.!?…。！？][)\]"'”’»」』]*$/.test(text);
  return [
    words.length,
    isSentence ? 1 : 2 * Number(/[:：]$/.test(text)),
    (text.match(/[,，、;；]/g)?.length ?? 0) / Math.sqrt(words.length),
    (text.match(/[.!?。！？](?=\s|$)/g)?.length ?? 0) / Math.sqrt(words.length),
    (text.match(/\d/g)?.length ?? 0) / text.length,
    words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length,
  ];
}

function textMarks(text: string, size: number): number[] {
  return [
    /(?:…|\.{3})[\])]?$/.test(text),
    /[|•·»›]/.test(text),
    /^["“«„「]/.test(text),
    /[@©]|https?:/.test(text),
    /(?:19|20)\d\d/.test(text) && size < 80,
  ].map(Number);
}

/** At most six digits, so that thresholds can be written down exactly. */
function toRow(numbers: readonly number[]): Float64Array {
  const row = new Float64Array(numbers.length);
  for (let at = 0; at < row.length; at++) {
    const value = numbers[at]!;
    row[at] = Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 1e4) / 1e4;
  }
  return row;
}

function makeOf({ node, tag }: PageBlock): string {
  return `${tag}.${node.attrs.class ?? ''}`;
}

/** Blocks of one make: tag and classes of the element and its parent. */
function signatureOf({ node, tag }: PageBlock): string {
  const parent = node.parent;
  return `${tag}.${node.attrs.class ?? ''}<${parent?.tag ?? ''}.${parent?.attrs.class ?? ''}`;
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/gu;

/** A letter of a script that says much with few counts twice. */
function sizeOf(text: string): number {
  return /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text)
    ? text.length + (text.match(WIDE)?.length ?? 0)
    : text.length;
}
