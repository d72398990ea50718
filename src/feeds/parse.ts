// Bytes of a feed to what it says. Never throws for what the bytes hold; a broken document gives what it has.

import { readAtom } from './atom.ts';
import { decodeBytes } from './decode.ts';
import type { ParsedFeed } from './feed.ts';
import { fileFormat } from './file-format.ts';
import { readJsonFeed } from './json-feed.ts';
import { isTangled } from './json-shape.ts';
import { readRss } from './rss.ts';
import { readSitemap } from './sitemap.ts';
import { MAX_UNPACKED, unpack } from './unpack.ts';
import { isNode, parseXml, type XmlNode } from './xml.ts';

export interface ParseOptions {
  /** The feed's own address, for relative links. */
  readonly url?: string | undefined;
  readonly contentType?: string | undefined;
}

export type ParseResult =
  | { readonly ok: true; readonly feed: ParsedFeed }
  | {
      readonly ok: false;
      readonly error: string;
      /** The bytes are a file of that format, or such a file holds more than is read. */
      readonly file?: { readonly format: string; readonly isTooLarge: boolean };
    };

/** What lies behind is not read; a feed is cut there, not refused. */
const MAX_BYTES = 12_000_000;
/** A feed may stand behind a warning of its server, in whatever markup that has. */
const SEARCH_DEPTH = 6;

export function parseFeed(bytes: Uint8Array, options: ParseOptions): ParseResult {
  const unpacked = unpack(bytes);
  if (unpacked === 'too-large') return failFile('GZIP', true);
  const format = fileFormat(unpacked);
  return format === undefined ? parseText(unpacked, options) : failFile(format, false);
}

function parseText(bytes: Uint8Array, options: ParseOptions): ParseResult {
  const text = decodeBytes(bytes.subarray(0, MAX_BYTES), options.contentType);
  const start = /^[\s\ufeff\0]*/.exec(text)?.[0].length ?? 0;
  if (start === text.length) return fail('The document is empty.');
  const url = URL.canParse(options.url ?? '') ? options.url : undefined;
  return text[start] === '{' || text[start] === '[' ? parseJson(text.slice(start), url) : parseMarkup(text, url);
}

function parseJson(text: string, url: string | undefined): ParseResult {
  if (isTangled(text)) return fail('This is JSON with too many lists in lists, not a JSON Feed.');
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return fail('This looks like JSON, but it is broken or cut short.');
  }
  const feed = readJsonFeed(document, url);
  return feed ? { ok: true, feed } : fail('This is JSON, but not a JSON Feed.');
}

function parseMarkup(text: string, url: string | undefined): ParseResult {
  const at = text.indexOf('<');
  if (at < 0) return fail('This is plain text or binary data, not a feed.');
  // What names no root of a feed anywhere is not read to its end: most such documents are web pages.
  const document = parseXml(ROOT_TAG.test(text) ? text.slice(at) : text.slice(at, at + GLANCE));
  const root = findRoot(document, SEARCH_DEPTH);
  if (!root) return fail(whatElse(document));
  if (root.name === 'urlset') {
    const feed = readSitemap(root, url);
    return feed ? { ok: true, feed } : fail('This is a sitemap without news.');
  }
  const isAtom = ['feed', 'atom:feed', 'entry', 'atom:entry'].includes(root.name);
  return { ok: true, feed: isAtom ? readAtom(root, url) : readRss(root, url) };
}

const ROOT_TAG = /<(?:[\w.-]{1,30}:)?(?:rss|rdf|feed|channel|urlset|entry)[\s>/]/i;
/** Characters, enough to say what a document is instead. */
const GLANCE = 50_000;
const ROOTS = new Set(['rss', 'rdf:rdf', 'rdf', 'feed', 'atom:feed', 'channel', 'urlset', 'entry', 'atom:entry']);

/** The first root of a feed, level by level. */
function findRoot(document: XmlNode, depth: number): XmlNode | undefined {
  let level: readonly XmlNode[] = [document];
  for (let i = 0; i < depth && level.length > 0; i += 1) {
    level = level.flatMap((node) => node.children.filter(isNode));
    const root = level.find((node) => ROOTS.has(node.name));
    if (root) return root;
  }
  return undefined;
}

function whatElse(document: XmlNode): string {
  const names = new Set(document.children.filter(isNode).map((node) => node.name));
  if (names.has('html') || names.has('xhtml:html') || names.has('body')) return 'This is a web page, not a feed.';
  if (names.has('opml')) return 'This is an OPML list of feeds, not a feed.';
  if (names.has('sitemapindex')) return 'This is an index of sitemaps, not a feed.';
  return names.size > 0 ? 'This is XML, but no format of feeds.' : 'There is no feed in this document.';
}

function fail(error: string): ParseResult {
  return { ok: false, error };
}

function failFile(format: string, isTooLarge: boolean): ParseResult {
  const error = isTooLarge
    ? `This is a ${format} file that holds more than ${MAX_UNPACKED / 1_000_000} MB, more than is read.`
    : `This is a ${format} file, not a feed.`;
  return { ok: false, error, file: { format, isTooLarge } };
}
