// The picture of an item, by an ordered choice: what the feed names as one, then the first real one in its text.

import { decodeHTMLStrict } from 'entities';
import { absoluteUrl, nodeUrl } from './links.ts';
import { isNode, type XmlNode } from './xml.ts';

const IMAGE_FILE = /\.(?:avif|gif|jpe?g|png|webp)(?:[?#]|$)/i;
/** Counting pixels, share buttons, faces of commenters and emoji. */
const NOT_A_PICTURE =
  /(?:feeds\.feedburner\.com|\/~[rf]\/|doubleclick|pixel\b|\/pixel|tracking|1x1|spacer|blank\.gif|gravatar\.com|s\.w\.org\/images\/core\/emoji|\/emoji\/|feedsportal|share-?buttons?|stats\.wp\.com)/i;
/** How much of an item's text is looked through. */
const SEARCHED = 50_000;

export function itemImage(item: XmlNode, html: string | undefined, base: string | undefined): string | undefined {
  const named = namedImages(item).sort((a, b) => a.rank - b.rank || b.width - a.width);
  for (const { node, link } of named) {
    const url = nodeUrl(node, link, base);
    if (url && !NOT_A_PICTURE.test(url)) return url;
  }
  return firstImage(html, base, item.bases);
}

/** The first picture in HTML that is one. */
export function firstImage(html: string | undefined, base: string | undefined, bases: readonly string[] = []) {
  for (const [tag] of (html ?? '').slice(0, SEARCHED).matchAll(/<img\b[^<>]*>/gi)) {
    const url = absoluteUrl(imageSource(tag), base, bases);
    if (url && !NOT_A_PICTURE.test(url)) return url;
  }
  return undefined;
}

/** Undefined for a picture of one pixel. */
function imageSource(tag: string): string | undefined {
  if (/\b(?:width|height)\s*=\s*["']?[01]\b/i.test(tag)) return undefined;
  const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
  const link = source?.slice(1).find((part) => part !== undefined);
  return link && decodeHTMLStrict(link);
}

interface NamedImage {
  readonly node: XmlNode;
  readonly link: string | undefined;
  /** Lower is better. */
  readonly rank: number;
  readonly width: number;
}

/** Media RSS puts pictures into groups, and into the media that they stand for. */
function namedImages(parent: XmlNode, depth = 0): NamedImage[] {
  return parent.children.filter(isNode).flatMap((node) => {
    const image = namedImage(node);
    const isGroup = depth < 3 && (node.name === 'media:group' || node.name === 'media:content');
    return [...(image ? [image] : []), ...(isGroup ? namedImages(node, depth + 1) : [])];
  });
}

/** Elements that may be pictures: which attribute has the address, how good they are, and whether that is already sure. */
const IMAGE_ELEMENTS: Readonly<Record<string, { link: string; rank: number; sure: boolean }>> = {
  'media:content': { link: 'url', rank: 0, sure: false },
  'media:thumbnail': { link: 'url', rank: 1, sure: true },
  enclosure: { link: 'url', rank: 2, sure: false },
  'itunes:image': { link: 'href', rank: 3, sure: true },
};
const ENCLOSING_LINK = { link: 'href', rank: 2, sure: false };

function namedImage(node: XmlNode): NamedImage | undefined {
  if (node.name === 'image:image') return { node, link: imageLoc(node), rank: 2, width: 0 };
  const element = Object.hasOwn(IMAGE_ELEMENTS, node.name) ? IMAGE_ELEMENTS[node.name] : enclosingLink(node);
  const link = element && node.attributes.get(element.link);
  if (!element || !link || !(element.sure || isImage(node, link))) return undefined;
  return { node, link, rank: element.rank, width: Number.parseInt(node.attributes.get('width') ?? '0', 10) || 0 };
}

function enclosingLink(node: XmlNode): typeof ENCLOSING_LINK | undefined {
  const isEnclosure = isLink(node) && node.attributes.get('rel') === 'enclosure';
  return isEnclosure ? ENCLOSING_LINK : undefined;
}

function isImage(node: XmlNode, link: string): boolean {
  if (node.attributes.get('medium') === 'image') return true;
  const type = node.attributes.get('type');
  return type ? type.startsWith('image/') : IMAGE_FILE.test(link);
}

function isLink(node: XmlNode): boolean {
  return node.name === 'link' || node.name === 'atom:link';
}

function imageLoc(node: XmlNode): string | undefined {
  const loc = node.children.find((child): child is XmlNode => isNode(child) && child.name === 'image:loc');
  const text = loc?.children[0];
  return typeof text === 'string' ? text : undefined;
}
