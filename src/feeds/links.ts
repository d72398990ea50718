// Addresses inside feeds: made absolute, and only those that a reader can open.

import type { XmlNode } from './xml.ts';

const MAX_URL = 4_000;

/** An absolute http(s) address, or undefined. `bases` are the xml:base values around the link. */
export function absoluteUrl(link: string | undefined, base: string | undefined, bases: readonly string[] = []) {
  const text = link?.replace(/[\t\n\r]+/g, '').trim();
  if (!text || text.length > MAX_URL) return undefined;
  let from = base;
  for (const step of bases) from = URL.parse(step, from)?.href ?? from;
  const url = URL.parse(text, from);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined;
}

export function nodeUrl(node: XmlNode, link: string | undefined, base: string | undefined): string | undefined {
  return absoluteUrl(link, base, node.bases);
}
