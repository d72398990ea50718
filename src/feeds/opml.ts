// OPML, the format in which readers exchange their lists.

import type { ListedFeed, RawEntry } from './feed-list.ts';
import { textToLine } from './plain-text.ts';
import { isNode, parseXml, type XmlNode } from './xml.ts';

/** The outlines that name a feed, folders read as topics; none when the text is no OPML. */
export function parseOpml(text: string): RawEntry[] {
  const root = parseXml(text).children.find((child): child is XmlNode => isNode(child) && child.name === 'opml');
  if (!root) return [];
  return outlinesIn(root, undefined).map((entry, at) => ({ ...entry, line: at + 1 }));
}

/** The feeds inside a node, each with the name of the nearest outline around it that is a folder. */
function outlinesIn(node: XmlNode, folder: string | undefined): Omit<RawEntry, 'line'>[] {
  return node.children.filter(isNode).flatMap((child) => {
    if (child.name !== 'outline') return outlinesIn(child, folder);
    const entry = readOutline(child, folder);
    return entry ? [entry, ...outlinesIn(child, folder)] : outlinesIn(child, nameOf(child) ?? folder);
  });
}

/** Some programs write `url` where the format says `xmlUrl`. */
function readOutline(outline: XmlNode, folder: string | undefined): Omit<RawEntry, 'line'> | undefined {
  const isLink = /^(?:rss|atom|link|feed)$/i.test(outline.attributes.get('type') ?? '');
  const url = outline.attributes.get('xmlurl') ?? (isLink ? outline.attributes.get('url') : undefined);
  if (url === undefined) return undefined;
  const siteUrl = outline.attributes.get('htmlurl')?.trim() || undefined;
  return { url: url.trim(), name: nameOf(outline), siteUrl, topic: folder };
}

function nameOf(outline: XmlNode): string | undefined {
  return textToLine(outline.attributes.get('title')) ?? textToLine(outline.attributes.get('text'));
}

/** Feeds with a topic stand in a folder of that name. */
export function writeOpml(feeds: readonly ListedFeed[], { title, now }: { title: string; now: number }): string {
  const folders = Map.groupBy(feeds, ({ topic }) => topic);
  const body = [...folders].map(([topic, inside]) => {
    const lines = inside.map((feed) => outline(feed, topic === undefined ? '    ' : '      '));
    if (topic === undefined) return lines.join('\n');
    return `    <outline text="${escapeXml(topic)}" title="${escapeXml(topic)}">\n${lines.join('\n')}\n    </outline>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head>\n    <title>${escapeXml(title)}</title>\n    <dateCreated>${new Date(now).toUTCString()}</dateCreated>\n  </head>`,
    '  <body>',
    ...body,
    '  </body>',
    '</opml>\n',
  ].join('\n');
}

function outline({ url, name, siteUrl }: ListedFeed, indent: string): string {
  const title = escapeXml(name ?? url);
  const site = siteUrl === undefined ? '' : ` htmlUrl="${escapeXml(siteUrl)}"`;
  return `${indent}<outline type="rss" text="${title}" title="${title}" xmlUrl="${escapeXml(url)}"${site}/>`;
}

function escapeXml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\n\r\t]/g, ' ')
    .toWellFormed();
}
