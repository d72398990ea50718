// JSON Feed 1.0 and 1.1, read with the patience that its writers need.

import { parseDate } from './dates.ts';
import type { Item, ParsedFeed } from './feed.ts';
import { firstImage } from './item-image.ts';
import { absoluteUrl } from './links.ts';
import { textToLine } from './plain-text.ts';

const MAX_ITEMS = 10_000;

type Json = Readonly<Record<string, unknown>>;

/** Undefined when the document is some other JSON. */
export function readJsonFeed(document: unknown, url: string | undefined): ParsedFeed | undefined {
  if (!isObject(document) || !Array.isArray(document.items)) return undefined;
  const version = text(document.version);
  if (!version?.includes('jsonfeed') && text(document.title) === undefined) return undefined;
  const link = absoluteUrl(text(document.home_page_url), url);
  const base = url ?? absoluteUrl(text(document.feed_url), undefined) ?? link;
  return {
    format: 'json',
    title: textToLine(text(document.title)),
    link,
    description: textToLine(text(document.description)),
    lang: textToLine(text(document.language)),
    items: document.items
      .slice(0, MAX_ITEMS)
      .flatMap((item: unknown) => (isObject(item) ? [readItem(item, base)] : [])),
  };
}

function readItem(item: Json, base: string | undefined): Item {
  const content = text(item.content_html) ?? text(item.content_text);
  const guid = text(item.id);
  const authors = Array.isArray(item.authors) ? item.authors : [item.author];
  const author = authors.find(isObject);
  return {
    guid,
    url:
      absoluteUrl(text(item.url), base) ?? absoluteUrl(text(item.external_url), base) ?? absoluteUrl(guid, undefined),
    title: textToLine(text(item.title)),
    author: textToLine(author ? text(author.name) : text(item.author)),
    publishedAt: parseDate(text(item.date_published) ?? ''),
    updatedAt: parseDate(text(item.date_modified) ?? ''),
    summary: text(item.summary),
    content,
    imageUrl:
      absoluteUrl(text(item.image) ?? text(item.banner_image), base) ??
      attachedImage(item, base) ??
      firstImage(content, base),
    sourceName: undefined,
    categories: tags(item.tags),
  };
}

function attachedImage(item: Json, base: string | undefined): string | undefined {
  const attachments: unknown[] = Array.isArray(item.attachments) ? item.attachments : [];
  const image = attachments.filter(isObject).find((one) => text(one.mime_type)?.startsWith('image/'));
  return image && absoluteUrl(text(image.url), base);
}

function tags(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value.slice(0, 50) : [];
  return [...new Set(list.flatMap((tag) => textToLine(text(tag))?.slice(0, 100) ?? []))];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers are taken as text: ids come as both. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
