// Takes the dateline off the front of a sentence: "LONDON, England (CNN) -- The ship…" begins at "The ship".

import type { Span } from '../text/span.ts';

// "(CNN)The…", "MONSEY, N.Y. (AP) — A…", "Kyiv (Reuters) - Two…": a place of at most 40 characters, an agency in brackets.
const AGENCY = /^(?:\p{Lu}[\p{L}\p{M}.,'’/ -]{0,40}\s)?\(\p{Lu}[\p{L}.& ]{1,24}\)\s*(?:--|[—–-])?\s*/u;
// "WASHINGTON — The…", "PARIS, March 3 – Two…": a place in capitals before a dash.
const PLACE = /^\p{Lu}{3,}[\p{Lu}., ]{0,30}(?:\p{Lu}\p{Ll}+\.? \d{1,2},? ?)?\s*(?:--|[—–])\s+/u;

// Every dateline has one of these: most sentences are done with here.
const MARK = /[(—–]|--/;

/** The same span where there is no dateline, or where nothing worth a sentence would be left. */
export function trimDateline(text: string, span: Span): Span {
  const head = text.slice(span.start, Math.min(span.end, span.start + 110));
  if (!MARK.test(head)) return span;
  const place = head.slice(0, 3);
  const found =
    (head.includes('(') ? AGENCY.exec(head) : null) ?? (place === place.toUpperCase() ? PLACE.exec(head) : null);
  if (!found || span.end - span.start - found[0].length < 25) return span;
  return { start: span.start + found[0].length, end: span.end };
}
