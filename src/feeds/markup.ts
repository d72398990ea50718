// The text or HTML inside an element, however the feed wrapped it: escaped, in CDATA, as XHTML, in base64, or not at all.

import { decodeHTMLStrict } from 'entities';
import { isNode, textOf, type XmlNode } from './xml.ts';

const MAX_MARKUP = 2_000_000;

/** References to control characters, which their writers meant in windows-1252: `&#146;` is ’. */
const WINDOWS_REFERENCE = /&#(?:x0*[89][0-9a-f]|0*1(?:2[89]|[345]\d));/gi;
/** Tags of plug-ins that no reader runs; what they wrap stays. */
const PLUGIN_TAG = /<\/?(?:object|applet|embed|param)\b[^<>]*>/gi;
/** All others need an end tag in HTML, even when they are empty. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Undefined when the element is missing or empty. */
export function markupOf(node: XmlNode | undefined): string | undefined {
  if (!node) return undefined;
  const markup = rawMarkup(node)?.replace(PLUGIN_TAG, '').replace(WINDOWS_REFERENCE, decodeHTMLStrict).trim();
  return markup || undefined;
}

function rawMarkup(node: XmlNode): string | undefined {
  if (isBase64(node)) return fromBase64(textOf(node));
  if (!node.children.some(isNode)) return textOf(node);
  const html: string[] = [];
  writeInner(onlyDiv(node) ?? node, html, MAX_MARKUP);
  return html.join('').slice(0, MAX_MARKUP);
}

/** Atom wraps XHTML in one div, which is not part of the text. RFC 4287 §3.1.1.3. */
function onlyDiv(node: XmlNode): XmlNode | undefined {
  const kept = node.children.filter((child) => isNode(child) || child.trim() !== '');
  const [only] = kept;
  return kept.length === 1 && only && isNode(only) && localName(only) === 'div' ? only : undefined;
}

/** Writes what is inside, as far as there is room; gives back the room that is left. */
function writeInner(node: XmlNode, html: string[], room: number): number {
  let left = room;
  for (const child of node.children) {
    if (left <= 0) break;
    if (isNode(child)) left = writeOuter(child, html, left);
    else left -= write(escapeText(child), html);
  }
  return left;
}

function writeOuter(node: XmlNode, html: string[], room: number): number {
  const name = localName(node);
  let attributes = '';
  for (const [key, value] of node.attributes) attributes += ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`;
  const opened = room - write(`<${name}${attributes}>`, html);
  const left = writeInner(node, html, opened);
  return VOID.has(name) && left === opened ? left : left - write(`</${name}>`, html);
}

function write(text: string, html: string[]): number {
  html.push(text);
  return text.length;
}

function localName(node: XmlNode): string {
  return node.name.slice(node.name.indexOf(':') + 1);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Atom 0.3 says so; Atom 1.0 means it by a media type that is neither text nor XML. RFC 4287 §4.1.3.3. */
function isBase64(node: XmlNode): boolean {
  if (node.attributes.get('mode') === 'base64') return true;
  const type = node.attributes.get('type')?.toLowerCase() ?? '';
  return node.attributes.get('mode') === undefined && /^(application\/octet-stream|image\/|audio\/|video\/)/.test(type);
}

function fromBase64(text: string | undefined): string | undefined {
  if (!text || !/^[A-Za-z0-9+/=\s]+$/.test(text)) return text;
  return Buffer.from(text, 'base64').toString('utf8') || undefined;
}
