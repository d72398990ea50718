// HTML → a small tree that is safe to walk: depth, nodes and text are capped, so that no page can make the rest slow.

import { Parser } from 'htmlparser2';

export interface PageNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: (PageNode | string)[];
  readonly parent: PageNode | undefined;
}

export interface PageTree {
  readonly root: PageNode;
  /** The text of `<script type="application/ld+json">`, in document order. */
  readonly jsonLd: readonly string[];
  /** Whether a cap cut the page short. */
  readonly isCut: boolean;
}

/** Deeper elements are attached to the one at this depth: what walks the tree may recurse. */
const MAX_DEPTH = 220;
/** htmlparser2 keeps its open tags in an array that it shifts, so time grows with the square of the depth: stop there. */
const MAX_OPEN_TAGS = 3000;
const MAX_NODES = 45_000;
/** Of text between tags: no article is longer than a long novel. */
const MAX_TEXT_CHARS = 1_000_000;
const MAX_HTML_CHARS = 6_000_000;
const MAX_JSON_LD_CHARS = 1_000_000;
/** Longer values are pictures written into the page, or an attack. */
const MAX_ATTRIBUTE_CHARS = 8_000;
const MAX_TITLE_CHARS = 2_000;

/** Their content is no text of the page. */
const SILENT = new Set(['script', 'style', 'template', 'svg', 'math', 'textarea', 'select', 'object', 'canvas']);

class TreeBuilder {
  readonly root: PageNode = { tag: '#root', attrs: {}, children: [], parent: undefined };
  readonly jsonLd: string[] = [];
  isCut = false;
  stop: () => void = () => undefined;
  /** One entry per open tag; beyond MAX_DEPTH the same node again. */
  private readonly open: PageNode[] = [this.root];
  private silentDepth = 0;
  private jsonLdBuffer: string | undefined;
  private jsonLdChars = 0;
  private nodes = 0;
  private textChars = 0;

  onopentag(tag: string, attrs: Record<string, string>): void {
    const parent = this.open.at(-1)!;
    // Attributes are kept, too.
    this.nodes += 1 + (Object.keys(attrs).length >> 2);
    if (this.nodes > MAX_NODES || this.open.length > MAX_OPEN_TAGS) {
      this.cut();
      return;
    }
    if (this.silentDepth > 0 || SILENT.has(tag)) {
      this.silentDepth++;
      this.open.push(parent);
      if (tag === 'script' && isJsonLd(attrs)) this.jsonLdBuffer = '';
      return;
    }
    if (this.open.length > MAX_DEPTH) {
      this.open.push(parent);
      return;
    }
    const node: PageNode = { tag, attrs: shortened(attrs), children: [], parent };
    parent.children.push(node);
    this.open.push(node);
  }

  ontext(text: string): void {
    if (this.silentDepth > 0) {
      if (this.jsonLdBuffer !== undefined && this.jsonLdChars < MAX_JSON_LD_CHARS) {
        this.jsonLdBuffer += text;
        this.jsonLdChars += text.length;
      }
      return;
    }
    const read = text.slice(0, MAX_TEXT_CHARS - this.textChars);
    this.textChars += read.length;
    if (read.length < text.length) this.cut();
    const { tag, children: siblings } = this.open.at(-1)!;
    if (tag === 'title' && String(siblings[0] ?? '').length > MAX_TITLE_CHARS) return;
    const last = siblings.length - 1;
    if (typeof siblings[last] === 'string') siblings[last] += read;
    else siblings.push(read);
  }

  onclosetag(): void {
    if (this.open.length === 1) return;
    this.open.pop();
    if (this.silentDepth === 0) return;
    this.silentDepth--;
    if (this.jsonLdBuffer !== undefined) {
      this.jsonLd.push(this.jsonLdBuffer);
      this.jsonLdBuffer = undefined;
    }
  }

  private cut(): void {
    this.isCut = true;
    this.stop();
  }
}

function shortened(attrs: Record<string, string>): Record<string, string> {
  for (const name in attrs) {
    const value = attrs[name]!;
    if (value.length > MAX_ATTRIBUTE_CHARS) attrs[name] = value.slice(0, MAX_ATTRIBUTE_CHARS);
  }
  return attrs;
}

function isJsonLd(attrs: Readonly<Record<string, string>>): boolean {
  return /^\s*application\/ld\+json\b/i.test(attrs.type ?? '');
}

export function parsePage(html: string): PageTree {
  const builder = new TreeBuilder();
  const parser = new Parser(
    {
      onopentag: (tag, attrs) => builder.onopentag(tag, attrs),
      ontext: (text) => builder.ontext(text),
      onclosetag: () => builder.onclosetag(),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  builder.stop = () => parser.pause();
  parser.write(html.slice(0, MAX_HTML_CHARS));
  if (!builder.isCut) parser.end();
  return { root: builder.root, jsonLd: builder.jsonLd, isCut: builder.isCut || html.length > MAX_HTML_CHARS };
}

/** The text of an element, white space collapsed. */
export function textOf(node: PageNode): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node: PageNode): string {
  let text = '';
  for (const child of node.children) {
    if (typeof child === 'string') text += child;
    else text += child.tag === 'br' ? ' ' : rawText(child);
  }
  return text;
}
