// Cuts a text into sentences by rules: every stop is a candidate, and the words around it decide.
// A sentence never crosses a line break; white space at its ends belongs to none.
import { detectLanguage } from './detect.ts';
import { baseLanguage } from './language-code.ts';
import { endsSentence } from './sentence-ends.ts';
import { FullWidthStops, isFullWidthStop } from './sentence-ends-cjk.ts';
import { cutThai } from './sentence-ends-thai.ts';
import type { Span } from './span.ts';

const STOPS = /[.!?…。！？｡．؟۔।॥‼⁇⁈⁉]+/g;
const LINE = /[^\n\r\u2028\u2029\v\f\u0085]+/g;
const CLOSER = /[)\]}"'”’»›）］｝」』】〉》〕＂]/;
// Opening in English, closing in German („…“, »…«): closing where nothing but space or the end follows.
const EITHER = /[“‘«‹]/;
const SPACE = /\s/;
const GUILLEMET_REACH = 1000;
// One detection serves the whole text; short texts get the rules all languages share.
const ENOUGH_TO_DETECT = 60;

function skipSpace(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && SPACE.test(text[i]!)) i++;
  return i;
}

// « Non ! » dit-il: the closing mark stands after a space.
function closesGuillemet(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - GUILLEMET_REACH), at);
  return before.lastIndexOf('«') > before.lastIndexOf('»');
}

function skipClosers(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && CLOSER.test(text[i]!)) i++;
  if (i < end && EITHER.test(text[i]!) && (i + 1 === end || SPACE.test(text[i + 1]!))) i++;
  return i;
}

function cutAfter(text: string, line: Span, stopEnd: number): number {
  const closed = skipClosers(text, stopEnd, line.end);
  const next = skipSpace(text, closed, line.end);
  if (next === closed || next === line.end) return closed;
  const guillemet = text[next] === '»' && closesGuillemet(text, line.start, next);
  const after = skipClosers(text, next, line.end);
  // A quote that closes the line after a space: "… end. ”"
  return guillemet || (after === line.end && after - next <= 3) ? after : closed;
}

function trimTo(text: string, start: number, end: number): Span | undefined {
  const from = skipSpace(text, start, end);
  let to = end;
  while (to > from && SPACE.test(text[to - 1]!)) to--;
  return to > from ? { start: from, end: to } : undefined;
}

function cutLine(text: string, line: Span, lang: string): number[] {
  const cuts: number[] = [];
  const fullWidth = new FullWidthStops(text, line.end);
  let start = line.start;
  STOPS.lastIndex = line.start;
  for (let match = STOPS.exec(text); match && match.index < line.end; match = STOPS.exec(text)) {
    const stopEnd = match.index + match[0].length;
    const cut = cutAfter(text, line, stopEnd);
    const next = skipSpace(text, cut, line.end);
    if (next >= line.end) break;
    STOPS.lastIndex = cut;
    const stop = { text, start, at: match.index, mark: match[0], stopEnd, cut, next, end: line.end };
    const ends = isFullWidthStop(match[0]) ? fullWidth.ends(stop) : endsSentence(stop, lang);
    if (!ends) continue;
    cuts.push(cut);
    start = next;
  }
  return cuts;
}

function pushLine(spans: Span[], text: string, line: Span, lang: string): void {
  const cuts = lang === 'th' ? cutThai(text, line) : cutLine(text, line, lang);
  let start = line.start;
  for (const cut of [...cuts, line.end]) {
    const span = trimTo(text, start, cut);
    if (span) spans.push(span);
    start = cut;
  }
}

/** In document order, trimmed, each within one line. Without a language it is detected, in short texts English. */
export function splitSentences(text: string, lang?: string): Span[] {
  const language = baseLanguage(lang) ?? (text.length >= ENOUGH_TO_DETECT ? detectLanguage(text) : undefined) ?? 'en';
  const spans: Span[] = [];
  for (const match of text.matchAll(LINE)) {
    pushLine(spans, text, { start: match.index, end: match.index + match[0].length }, language);
  }
  return spans;
}
