// Titles and names as plain text: tags gone, entities read, nothing invisible left.

import { decodeHTMLStrict } from 'entities';

const MAX_TITLE = 2_000;
/** Tags that are markup wherever they stand; `Using <video> tags` is words about a tag. */
const FORMATTING =
  /<\/?(?:a|abbr|acronym|address|article|b|big|blockquote|br|center|cite|code|del|dfn|div|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|rp|rt|ruby|s|samp|section|small|span|strike|strong|sub|sup|table|tbody|td|th|time|tr|tt|u|ul|var|wbr)(?:\s[^<>]*)?\/?>/gi;
const DROPPED = /<(script|style|iframe|object|noscript)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const BLOCK = /^<\/?(?:address|article|blockquote|br|div|figure|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul)\b/i;
const PUNCTUATION = /&(?:#x?[0-9a-f]{1,6}|quot|apos|nbsp|amp|[lr][sd]quo|[mn]dash|hellip|[lr]aquo);/gi;
/** Control characters, marks that turn the direction of what follows, zero-width space, byte order marks. */
const INVISIBLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** One line of text from HTML as titles carry it, double escapes included; undefined when nothing is left. */
export function htmlToLine(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  let text = stripTags(html.slice(0, MAX_TITLE * 4));
  if (text.includes('&')) text = stripTags(decodeHTMLStrict(text));
  return textToLine(text.replace(PUNCTUATION, decodeHTMLStrict));
}

/** One line from plain text, in which escaped quotes and character references are still mistakes. */
export function textToLine(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const line = text
    .slice(0, MAX_TITLE * 4)
    .replace(PUNCTUATION, decodeHTMLStrict)
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(INVISIBLE, '')
    .trim()
    .toWellFormed();
  return line === '' ? undefined : line.slice(0, MAX_TITLE).toWellFormed();
}

function stripTags(html: string): string {
  if (!html.includes('<')) return html;
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(DROPPED, ' ')
    .replace(FORMATTING, (tag) => (BLOCK.test(tag) ? ' ' : ''));
}
