// The sources of a server as a file that other readers, and this bot, take back.

import type { ListedFeed } from './feed-list.ts';
import { writeOpml } from './opml.ts';

export interface ExportedList {
  readonly fileName: string;
  readonly text: string;
}

export function exportList(
  feeds: readonly ListedFeed[],
  options: { readonly format: 'opml' | 'json'; readonly title: string; readonly now: number },
): ExportedList {
  const { format, title, now } = options;
  if (format === 'opml') return { fileName: 'sources.opml', text: writeOpml(feeds, { title, now }) };
  const sources = feeds.map(({ url, name, siteUrl, topic }) => ({ url, name, siteUrl, topic }));
  return { fileName: 'sources.json', text: `${JSON.stringify({ title, sources }, null, 2)}\n` };
}
