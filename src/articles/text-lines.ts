// A text as lines, each with what it looks like: furniture by its words, a paragraph, a heading, a date.

import { parseDate } from '../feeds/dates.ts';
import { isName, judgeLine, type LineKind } from './furniture.ts';

export interface Line {
  readonly text: string;
  readonly kind: LineKind;
  readonly isProse: boolean;
  /** Ends in the middle of a sentence: "vital security…". */
  readonly isCutShort: boolean;
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

const MAX_LINES = 50_000;

export function readLines(text: string): Line[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/[\s\u200b\ufeff]+/g, ' ').trim())
    .filter((line) => line !== '')
    .slice(0, MAX_LINES)
    .map((line) => {
      const isProse = looksLikeProse(line);
      return {
        text: line,
        kind: judgeLine(line),
        isProse,
        isCutShort: /(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\])]?$/.test(line),
      };
    });
}

/** Weighs a letter of a script without spaces as two. */
export function sizeOf(text: string): number {
  return text.length + (text.match(CJK)?.length ?? 0);
}

function looksLikeProse(line: string): boolean {
  const size = sizeOf(line);
  if (size >= 160) return true;
  const enough = /[?!？！]["'”’»」』]*$/.test(line) ? 120 : 60; // headlines ask and shout
  return size >= enough && /[.!?。！？…][)\]"'”’»」』]*$/.test(line);
}

export function isWholeProse(line: Line): boolean {
  return line.isProse && !line.isCutShort && !line.kind.isLine;
}

/** A line that holds a day and its year and hardly anything else, or an author, a day, when it was changed, a reading time. */
export function isDateLine(text: string): boolean {
  if (isDay(text)) return true;
  const parts = text.length > 200 ? [] : text.split(/\s+[·•|]\s+/u);
  return parts.length > 1 && parts.some(isDay) && parts.every((part) => isName(part) || isFigure(part));
}

function isDay(text: string): boolean {
  if (text.length > 60 || !/\d{4}/.test(text)) return false;
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.length <= 5 && (text.match(/\d+/g)?.length ?? 0) >= 2 && parseDate(text) !== undefined;
}

/** "Updated June 20, 2024", "3 min read" */
function isFigure(text: string): boolean {
  return text.length <= 60 && /\d/.test(text) && !/[.!?。]$/.test(text);
}

/** Short, no sentence, no entry of a list. */
export function isHeading(text: string): boolean {
  if (sizeOf(text) > 120 || text.split(' ').length > 16) return false;
  return !/[.!,;…。、]["'”’»)]*$/.test(text) && !/^(?:[-–—•*·◦▪]|\d+[.)])\s/.test(text) && !/^["“«„「]/.test(text);
}
