// Atom 0.3 and 1.0.

import { parseDate } from './dates.ts';
import type { Item, ParsedFeed } from './feed.ts';
import { itemImage } from './item-image.ts';
import { nodeUrl } from './links.ts';
import { markupOf } from './markup.ts';
import { htmlToLine, textToLine } from './plain-text.ts';
import { childrenNamed, firstText, isNode, textOf, type XmlNode } from './xml.ts';

const MAX_CATEGORIES = 50;

export function readAtom(root: XmlNode, url: string | undefined): ParsedFeed {
  const link = alternate(root, url);
  const base = url ?? link;
  // A document may be one entry alone.
  const entries = isNamed(root, 'entry') ? [root] : named(root, 'entry', 'item');
  return {
    format: 'atom',
    title: textConstruct(named(root, 'title')),
    link,
    description: textConstruct(named(root, 'subtitle', 'tagline', 'info')),
    lang: textToLine(root.attributes.get('xml:lang') ?? firstText(root, 'language', 'dc:language')),
    items: entries.map((entry) => readEntry(entry, base)),
  };
}

function readEntry(entry: XmlNode, base: string | undefined): Item {
  const group = childrenNamed(entry, 'media:group')[0] ?? entry;
  const content = firstMarkup(named(entry, 'content', 'content:encoded'));
  const summary = firstMarkup([...named(entry, 'summary'), ...childrenNamed(group, 'media:description')]);
  return {
    guid: entryId(entry, base),
    url: origLink(entry, base) ?? alternate(entry, base),
    title: textConstruct([...named(entry, 'title'), ...childrenNamed(entry, 'dc:title')]),
    author: author(entry),
    publishedAt: firstDate(entry, 'published', 'issued', 'created', 'dc:date', 'pubdate', 'dcterms:issued'),
    updatedAt: firstDate(entry, 'updated', 'modified', 'dcterms:modified'),
    summary: summary === content ? undefined : summary,
    content,
    imageUrl: itemImage(entry, content ?? summary, base),
    sourceName: sourceName(entry),
    categories: categories(entry),
  };
}

/** An id is an absolute address; some feeds shorten it to a path. RFC 4287 §4.2.6. */
function entryId(entry: XmlNode, base: string | undefined): string | undefined {
  const id = firstText(entry, 'id', 'atom:id', 'guid');
  return id && /^\.{0,2}\/[^\s/]/.test(id) ? (nodeUrl(entry, id, base) ?? id) : id;
}

/** In an Atom document the prefix says nothing: its elements come with and without one. */
function named(node: XmlNode, ...names: string[]): XmlNode[] {
  return names.flatMap((name) =>
    node.children.filter((child) => isNode(child)).filter((child) => isNamed(child, name)),
  );
}

function isNamed(node: XmlNode, name: string): boolean {
  return node.name === name || node.name === `atom:${name}`;
}

/** RFC 4287 §3.1: `text` is text, `html` is escaped HTML, `xhtml` is inline. Atom 0.3 has media types and modes. */
function textConstruct(nodes: readonly XmlNode[]): string | undefined {
  for (const node of nodes) {
    const type = (node.attributes.get('type') ?? 'text').toLowerCase();
    const mode = node.attributes.get('mode') ?? 'escaped';
    const plain = !node.children.some(isNode) && (type === 'text' || type === 'text/plain') && mode !== 'base64';
    const line = plain ? textToLine(textOf(node)) : htmlToLine(markupOf(node));
    if (line) return line;
  }
  return undefined;
}

function firstMarkup(nodes: readonly XmlNode[]): string | undefined {
  for (const node of nodes) {
    const markup = markupOf(node);
    if (markup) return markup;
  }
  return undefined;
}

function origLink(entry: XmlNode, base: string | undefined): string | undefined {
  const node = childrenNamed(entry, 'feedburner:origlink')[0];
  return node && nodeUrl(node, textOf(node), base);
}

/** The first link to the page itself, HTML before other types. */
function alternate(node: XmlNode, base: string | undefined): string | undefined {
  const links = named(node, 'link').filter((link) => {
    const rel = (link.attributes.get('rel') ?? 'alternate').toLowerCase();
    return rel === 'alternate' || rel === 'http://www.iana.org/assignments/relation/alternate';
  });
  const isHtml = (link: XmlNode) => /html/i.test(link.attributes.get('type') ?? 'html');
  for (const link of [...links.filter(isHtml), ...links]) {
    const url = nodeUrl(link, link.attributes.get('href') ?? textOf(link), base);
    if (url) return url;
  }
  return undefined;
}

function author(entry: XmlNode): string | undefined {
  for (const person of named(entry, 'author')) {
    const name = htmlToLine(textOf(named(person, 'name')[0]) ?? ownText(person));
    if (name) return name;
  }
  return htmlToLine(firstText(entry, 'dc:creator', 'itunes:author'));
}

function ownText(node: XmlNode): string | undefined {
  return node.children.some(isNode) ? undefined : textOf(node);
}

function sourceName(entry: XmlNode): string | undefined {
  const source = named(entry, 'source')[0];
  return source && textConstruct(named(source, 'title'));
}

function categories(entry: XmlNode): string[] {
  const names = [...named(entry, 'category'), ...childrenNamed(entry, 'dc:subject')]
    .slice(0, MAX_CATEGORIES)
    .flatMap((node) => {
      const line = htmlToLine(node.attributes.get('label') ?? node.attributes.get('term') ?? textOf(node));
      return line ? [line.slice(0, 100)] : [];
    });
  return [...new Set(names)];
}

function firstDate(entry: XmlNode, ...names: string[]): number | undefined {
  // Of several, which no feed should have, the last was added last.
  for (const node of names.flatMap((name) => named(entry, name).reverse())) {
    const at = parseDate(textOf(node) ?? '');
    if (at !== undefined) return at;
  }
  return undefined;
}
