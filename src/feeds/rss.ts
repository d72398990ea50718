// RSS 0.9x, 1.0 and 2.0, with the modules that feeds mix in.

import { parseDate } from './dates.ts';
import type { Item, ParsedFeed } from './feed.ts';
import { itemImage } from './item-image.ts';
import { absoluteUrl, nodeUrl } from './links.ts';
import { markupOf } from './markup.ts';
import { htmlToLine, textToLine } from './plain-text.ts';
import { childrenNamed, firstText, isNode, textOf, type XmlNode } from './xml.ts';

const MAX_CATEGORIES = 50;

export function readRss(root: XmlNode, url: string | undefined): ParsedFeed {
  const channel = root.name === 'channel' ? root : (childrenNamed(root, 'channel')[0] ?? root);
  const link = channelLink(channel, url);
  const base = url ?? link;
  // Items stand in the channel, beside it (RSS 1.0 and mistakes), or in a list of their own.
  const items = [root, channel, ...childrenNamed(root, 'items'), ...childrenNamed(channel, 'items')]
    .filter((parent, index, all) => all.indexOf(parent) === index)
    .flatMap((parent) => childrenNamed(parent, 'item'));
  return {
    format: root.name === 'rdf:rdf' ? 'rdf' : 'rss',
    title: htmlToLine(firstText(channel, 'title', 'dc:title', 'itunes:title', 'media:title')),
    link,
    description: htmlToLine(
      firstText(channel, 'description', 'tagline', 'subtitle', 'itunes:subtitle', 'dc:description'),
    ),
    lang: language(channel, root),
    items: items.map((item) => readItem(item, base)),
  };
}

function channelLink(channel: XmlNode, url: string | undefined): string | undefined {
  for (const link of childrenNamed(channel, 'link')) {
    const found = nodeUrl(link, textOf(link) ?? alternateHref(link), url);
    if (found) return found;
  }
  for (const link of childrenNamed(channel, 'atom:link')) {
    const found = nodeUrl(link, alternateHref(link), url);
    if (found) return found;
  }
  return undefined;
}

function alternateHref(link: XmlNode): string | undefined {
  const rel = link.attributes.get('rel') ?? 'alternate';
  return rel === 'alternate' ? link.attributes.get('href') : undefined;
}

function language(channel: XmlNode, root: XmlNode): string | undefined {
  const declared = firstText(channel, 'language', 'dc:language');
  return textToLine(declared ?? channel.attributes.get('xml:lang') ?? root.attributes.get('xml:lang'));
}

function readItem(item: XmlNode, base: string | undefined): Item {
  const guid = textOf(childrenNamed(item, 'guid')[0]) ?? firstText(item, 'atom:id', 'id', 'dc:identifier');
  const { summary, content } = texts(item);
  return {
    guid: guid ?? item.attributes.get('rdf:about'),
    url: itemLink(item, base),
    title: itemTitle(item),
    author: author(item),
    publishedAt: firstDate(item, PUBLISHED),
    updatedAt: firstDate(item, UPDATED),
    summary,
    content,
    imageUrl: itemImage(item, content ?? summary, base),
    sourceName: textToLine(firstText(item, 'source', 'dc:source')),
    categories: categories(item),
  };
}

const PUBLISHED = 'pubdate dc:date published atom:published dcterms:issued issued dcterms:created created date'.split(
  ' ',
);
const UPDATED = 'atom:updated updated dcterms:modified modified lastmod lastbuilddate'.split(' ');
const CONTENT = 'content:encoded atom:content xhtml:body body fullitem content'.split(' ');
const SUMMARY = 'summary itunes:summary dc:description atom:summary media:description'.split(' ');

/** Where a feed has a description and a summary but nothing called content, the longer one is the content. */
function texts(item: XmlNode): { summary: string | undefined; content: string | undefined } {
  const content = firstMarkup(item, CONTENT);
  const description = firstMarkup(item, ['description']);
  const summary = firstMarkup(item, SUMMARY) ?? firstMarkup(mediaGroup(item), ['media:description']);
  if (content || !description || !summary) return { summary: description ?? summary, content };
  if (description === summary) return { summary, content: undefined };
  return description.length < summary.length
    ? { summary: description, content: summary }
    : { summary, content: description };
}

function mediaGroup(item: XmlNode): XmlNode {
  return childrenNamed(item, 'media:group')[0] ?? childrenNamed(item, 'media:content')[0] ?? item;
}

function itemTitle(item: XmlNode): string | undefined {
  for (const name of ['title', 'dc:title', 'atom:title', 'itunes:title', 'media:title']) {
    for (const node of childrenNamed(item, name)) {
      const line = htmlToLine(markupOf(node));
      if (line) return line;
    }
  }
  return undefined;
}

function itemLink(item: XmlNode, base: string | undefined): string | undefined {
  for (const name of ['feedburner:origlink', 'link', 'atom:link']) {
    for (const node of childrenNamed(item, name)) {
      const url = nodeUrl(node, textOf(node) ?? alternateHref(node), base);
      if (url) return url;
    }
  }
  return permalink(item) ?? absoluteUrl(item.attributes.get('rdf:about'), undefined);
}

/** A guid is an address unless it says that it is none. */
function permalink(item: XmlNode): string | undefined {
  const guid = childrenNamed(item, 'guid')[0];
  const declared = guid?.attributes.get('ispermalink')?.trim().toLowerCase();
  return declared === 'false' ? undefined : absoluteUrl(textOf(guid), undefined);
}

/** `anna@example.org (Anna Example)` is Anna Example. */
function author(item: XmlNode): string | undefined {
  const person = childrenNamed(item, 'author')[0] ?? childrenNamed(item, 'atom:author')[0];
  const name = person && firstText(person, 'name', 'atom:name');
  const text = htmlToLine(
    name ?? firstText(item, 'dc:creator', 'author', 'itunes:author', 'dc:author', 'media:credit'),
  );
  return text && (/^\S+@\S+\s+\((.+)\)$/.exec(text)?.[1] ?? text);
}

function categories(item: XmlNode): string[] {
  const found = ['category', 'dc:subject', 'atom:category'].flatMap((name) => childrenNamed(item, name));
  const names = found.slice(0, MAX_CATEGORIES).flatMap((node) => {
    const line = htmlToLine(textOf(node) ?? node.attributes.get('label') ?? node.attributes.get('term'));
    return line ? [line.slice(0, 100)] : [];
  });
  return [...new Set(names)];
}

function firstMarkup(item: XmlNode, names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const node of item.children) {
      const markup = isNode(node) && node.name === name ? markupOf(node) : undefined;
      if (markup) return markup;
    }
  }
  return undefined;
}

function firstDate(item: XmlNode, names: readonly string[]): number | undefined {
  for (const name of names) {
    for (const node of childrenNamed(item, name)) {
      const at = parseDate(textOf(node) ?? '');
      if (at !== undefined) return at;
    }
  }
  return undefined;
}
