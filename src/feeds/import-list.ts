// A list of feeds as somebody has it, OPML, JSON or one address a line, to a report with a line for each entry.

import type { Problem } from '../errors.ts';
import { decodeBytes } from './decode.ts';
import type { ListEntry, ListFormat, RawEntry } from './feed-list.ts';
import { fileFormat } from './file-format.ts';
import { urlKey } from './normalize-url.ts';
import { parseOpml } from './opml.ts';
import { textToLine } from './plain-text.ts';
import { MAX_UNPACKED, unpack } from './unpack.ts';

/** Longer lists are cut there. */
const MAX_ENTRIES = 5_000;
const MAX_NAME = 200;

export interface ImportedList {
  readonly format: ListFormat;
  readonly entries: readonly ListEntry[];
}

/** A problem when the file is no list: JSON that does not parse, markup that is not OPML, an archive, or nothing at all. */
export function importList(bytes: Uint8Array): ImportedList | Problem {
  const unpacked = unpack(bytes);
  if (unpacked === 'too-large') return { problem: 'file-too-large', megabytes: MAX_UNPACKED / 1_000_000 };
  const format = fileFormat(unpacked);
  if (format !== undefined) return { problem: 'list-is-file', format };
  return readList(unpacked) ?? { problem: 'not-a-list' };
}

function readList(bytes: Uint8Array): ImportedList | undefined {
  const text = decodeBytes(bytes, undefined)
    .replace(/^\ufeff/, '')
    .trim();
  if (text === '') return undefined;
  if (text.startsWith('<')) {
    const outlines = parseOpml(text);
    return outlines.length > 0 ? { format: 'opml', entries: judge(outlines) } : undefined;
  }
  if (text.startsWith('{') || /^\[\s*["{\]]/.test(text)) {
    const entries = readJson(text);
    return entries && { format: 'json', entries: judge(entries) };
  }
  return { format: 'plain', entries: judge(readPlain(text)) };
}

function judge(raw: readonly RawEntry[]): ListEntry[] {
  const seen = new Set<string>();
  return raw.slice(0, MAX_ENTRIES).map(({ line, url: written, name, siteUrl, topic }): ListEntry => {
    const url = addressOf(written);
    if (url === undefined) return { kind: 'not-a-url', line, text: written.slice(0, MAX_NAME) };
    const key = urlKey(url) ?? url;
    if (seen.has(key)) return { kind: 'duplicate', line, url };
    seen.add(key);
    return { kind: 'feed', line, url, name: name?.slice(0, MAX_NAME), siteUrl, topic: topic?.slice(0, MAX_NAME) };
  });
}

/** An absolute web address; one without a scheme is taken for https. */
function addressOf(text: string): string | undefined {
  const address = text
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'https://');
  const url = /^https?:\/\//i.test(address) ? URL.parse(address) : bareAddress(address);
  return url?.hostname ? url.href : undefined;
}

function bareAddress(text: string): URL | null {
  return /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u.test(text) ? URL.parse(`https://${text}`) : null;
}

type Json = Readonly<Record<string, unknown>>;

/** A list of addresses or of objects, or an object that holds one: our own export, and those of others. */
function readJson(text: string): RawEntry[] | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  return listIn(document)?.map((entry, at) => readJsonEntry(entry, at + 1));
}

function listIn(document: unknown): readonly unknown[] | undefined {
  if (Array.isArray(document)) return document;
  if (!isObject(document)) return undefined;
  const names = ['sources', 'feeds', 'subscriptions', 'items', 'outlines'];
  return names.map((name) => document[name]).find((value): value is unknown[] => Array.isArray(value));
}

function readJsonEntry(entry: unknown, line: number): RawEntry {
  const object = isObject(entry) ? entry : { url: entry };
  const first = (...names: string[]) => names.flatMap((name) => stringOf(object[name]) ?? [])[0];
  return {
    line,
    url: first('url', 'xmlUrl', 'feedUrl', 'feed_url', 'feed', 'href') ?? JSON.stringify(entry) ?? '',
    name: textToLine(first('name', 'title', 'text')),
    siteUrl: first('siteUrl', 'htmlUrl', 'site_url', 'website'),
    topic: textToLine(first('topic', 'folder', 'category')),
  };
}

/** `https://…`, `Name, https://…`, `- [Name](https://…)`; a line that begins with # is a remark. */
function readPlain(text: string): RawEntry[] {
  return text.split(/\r\n?|\n/).flatMap((whole, at) => {
    const line = whole.trim().replace(/^(?:[-*•]|\d+[.)])\s+/, '');
    if (line === '' || line.startsWith('#')) return [];
    const link = /\[([^\]]*)\]\((\S+)\)/.exec(line);
    if (link) return [entryOf(at + 1, link[2]!, link[1]!)];
    const address = /(?:feed:|https?:\/\/)[^\s,;|"'<>]+/i.exec(line);
    if (!address) return [entryOf(at + 1, line, '')];
    return [entryOf(at + 1, address[0], line.replace(address[0], ' '))];
  });
}

function entryOf(line: number, url: string, name: string): RawEntry {
  const trimmed = name.replace(/^[\s,;|"'<>:–—-]+|[\s,;|"'<>:–—-]+$/g, '');
  return { line, url, name: textToLine(trimmed), siteUrl: undefined, topic: undefined };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
