// "Summarize links" on a message with several: which one?

import type { Words } from '../../words.ts';
import { safeUrl } from './link.ts';
import { LIMITS, type Message, message, selectRow, text } from './message.ts';

/** The addresses of a text, each once, in order, in the form in which they are shown: reading them again gives the same. */
export function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  const safe = found.map((url) => safeUrl(trimmed(url), 1000)).filter((url) => url !== undefined);
  return [...new Set(safe)].slice(0, LIMITS.selectOptions);
}

/** Punctuation after an address belongs to the sentence, and so does a bracket that the address does not open. */
function trimmed(url: string): string {
  const bare = url.replace(/[.,;:!?'*_~|]+$/, '');
  const isExtra = bare.endsWith(')') && bare.split(')').length > bare.split('(').length;
  return isExtra ? trimmed(bare.slice(0, -1)) : bare;
}

export function renderLinks(links: readonly string[], words: Words): Message {
  const shown: string[] = [];
  let left = LIMITS.text - 200;
  for (const url of links) {
    left -= url.length + 10;
    if (left < 0) break;
    shown.push(url);
  }
  const lines = shown.map((url, i) => `${i + 1}\\. <${url}>`);
  const options = shown.map((url, i) => ({
    label: `${i + 1}. ${new URL(url).host}`,
    value: String(i),
    description: new URL(url).pathname,
  }));
  return message([text(`**${words.say('links.title')}**`), text(...lines)], {
    rows: [selectRow('link', words.say('links.pick'), options)],
  });
}
