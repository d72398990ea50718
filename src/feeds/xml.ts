// Reads whatever XML a feed sends into a small tree. Expands no entity of the document's own but short words, and stops
// before it hurts.

import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';
import { ownEntities } from './own-entities.ts';
import { canonicalPrefix } from './xml-namespaces.ts';

export interface XmlNode {
  /** Lower case; `prefix:local` with the usual prefix of its namespace, without one for the formats' own elements. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlNode | string)[];
  /** xml:base of this element and those around it, outermost first. */
  readonly bases: readonly string[];
}

interface OpenNode extends XmlNode {
  children: (XmlNode | string)[];
  readonly prefixes: ReadonlyMap<string, string>;
}

/** htmlparser2 looks through its whole stack at every end tag, so deep documents cost the square of their depth. */
const MAX_DEPTH = 256;
/** Elements and attributes. */
const MAX_NODES = 300_000;
/** Items behind these are not read. */
const MAX_ITEMS = 10_000;
const ITEM_NAMES = new Set(['item', 'entry', 'atom:entry', 'url']);
const MAX_ATTRIBUTES = 64;
const MAX_ATTRIBUTE_LENGTH = 100_000;
/** Of one run of text. */
const MAX_TEXT = 2_000_000;
const CHUNK = 65_536;

/** One for all: most elements have none. */
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NO_CHILDREN: (XmlNode | string)[] = [];

/** Most elements have one child, and a list that grows keeps room for seventeen. */
function append(node: OpenNode, child: XmlNode | string): void {
  if (node.children === NO_CHILDREN) node.children = [child];
  else node.children.push(child);
}

export function parseXml(text: string): XmlNode {
  const reader = createReader(ownEntities(text));
  const parser = new Parser(reader.handler, { xmlMode: true, decodeEntities: false, lowerCaseTags: false });
  for (let at = 0; at < text.length && !reader.full(); at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  if (!reader.full()) parser.end();
  return reader.finish();
}

function createReader(ownWords: ((text: string) => string) | undefined) {
  const root: OpenNode = { name: '', attributes: new Map(), children: NO_CHILDREN, bases: [], prefixes: new Map() };
  const stack: OpenNode[] = [root];
  let pending = '';
  let inCdata = false;
  let nodes = 0;
  let items = 0;
  let stopped = false;

  const top = () => stack[stack.length - 1]!;
  const flush = () => {
    if (pending !== '') append(top(), inCdata ? pending : decodeText(ownWords ? ownWords(pending) : pending));
    pending = '';
  };
  const handler = {
    onopentag: (name: string, attributes: Record<string, string>) => {
      if (stopped) return;
      flush();
      const node = openNode(name, attributes, top());
      nodes += 1 + node.attributes.size;
      if (ITEM_NAMES.has(node.name)) items += 1;
      stopped = stack.length >= MAX_DEPTH || nodes > MAX_NODES || items > MAX_ITEMS;
      if (stopped) return;
      append(top(), node);
      stack.push(node);
    },
    onclosetag: () => {
      if (stopped) return;
      flush();
      if (stack.length > 1) stack.pop();
    },
    ontext: (data: string) => {
      if (!stopped && pending.length < MAX_TEXT) pending += data;
    },
    oncdatastart: () => {
      flush();
      inCdata = true;
    },
    oncdataend: () => {
      flush();
      inCdata = false;
    },
  };
  const finish = (): XmlNode => {
    flush();
    return root;
  };
  return { handler, full: () => stopped, finish };
}

function openNode(name: string, raw: Record<string, string>, parent: OpenNode): OpenNode {
  let attributes: Map<string, string> | undefined;
  let prefixes = parent.prefixes;
  let count = 0;
  for (const key in raw) {
    count += 1;
    if (count > MAX_ATTRIBUTES) break;
    const value = decodeText(raw[key]!.slice(0, MAX_ATTRIBUTE_LENGTH));
    const lower = key.toLowerCase();
    if (lower === 'xmlns' || lower.startsWith('xmlns:')) prefixes = new Map(prefixes).set(lower.slice(6), value);
    else attributes = (attributes ?? new Map<string, string>()).set(lower, value);
  }
  const base = attributes?.get('xml:base')?.trim();
  return {
    name: canonicalName(name.toLowerCase(), prefixes),
    attributes: attributes ?? NO_ATTRIBUTES,
    children: NO_CHILDREN,
    bases: base ? [...parent.bases, base] : parent.bases,
    prefixes,
  };
}

function canonicalName(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = colon < 0 ? name : name.slice(colon + 1);
  const canonical = canonicalPrefix(prefix, prefixes.get(prefix));
  return canonical === '' ? local : `${canonical}:${local}`;
}

/** Predefined and HTML entities and character references; everything else stays as it is written. */
function decodeText(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}

export function isNode(child: XmlNode | string): child is XmlNode {
  return typeof child !== 'string';
}

export function childrenNamed(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((child): child is XmlNode => isNode(child) && child.name === name);
}

/** All text in the element, at any depth, trimmed; undefined when there is none. */
export function textOf(node: XmlNode | undefined): string | undefined {
  const text = node && collectText(node).trim();
  return text || undefined;
}

function collectText(node: XmlNode): string {
  let text = '';
  for (const child of node.children) text += isNode(child) ? collectText(child) : child;
  return text;
}

/** Text of the first element, in the order of `names`, that has any. */
export function firstText(node: XmlNode, ...names: string[]): string | undefined {
  for (const name of names) {
    for (const child of childrenNamed(node, name)) {
      const text = textOf(child);
      if (text) return text;
    }
  }
  return undefined;
}
