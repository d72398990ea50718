// Cleans text that somebody else extracted from a page: lifts title, author and keywords out, cuts furniture by
// whole-line and tail rules. A paragraph is kept unless everything around it says it belongs to a box below the text.

import { parseDate } from '../feeds/dates.ts';
import { detectLanguage } from '../text/detect.ts';
import { isBio, isName, judgeLine, type LineKind, normalizeLine, readByline, readLabel } from './furniture.ts';

export interface CleanedText {
  readonly title?: string;
  readonly author?: string;
  /** One block a line. */
  readonly text: string;
  /** Lines of `text` (0-based) that are headings. */
  readonly headings: number[];
  readonly lang?: string;
  readonly keywords?: string[];
}

interface Line {
  readonly text: string;
  readonly kind: LineKind;
  readonly isProse: boolean;
  /** Ends in the middle of a sentence: "vital security…". */
  readonly isCutShort: boolean;
}

const MAX_CHARS = 2_000_000;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

export function cleanText(text: string): CleanedText {
  const lines = readLines(text.slice(0, MAX_CHARS));
  const body = cutAuthorBox(cutTail(lines));
  const head = readHead(body.lines);
  const kept = dropDuplicates(cutMiddle(head.rest), head.title);
  const headings = findHeadings(kept);
  const out = kept.map((line) => line.text).join('\n');
  const lang = detectLanguage(out);
  return {
    ...(head.title === undefined ? {} : { title: head.title }),
    ...((head.author ?? body.author) === undefined ? {} : { author: head.author ?? body.author }),
    text: out,
    headings,
    ...(lang === undefined ? {} : { lang }),
    ...(head.keywords.length === 0 ? {} : { keywords: head.keywords }),
  };
}

function readLines(text: string): Line[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/[\s\u200b\ufeff]+/g, ' ').trim())
    .filter((line) => line !== '')
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
function sizeOf(text: string): number {
  return text.length + (text.match(CJK)?.length ?? 0);
}

function looksLikeProse(line: string): boolean {
  const size = sizeOf(line);
  if (size >= 160) return true;
  const enough = /[?!？！]["'”’»」』]*$/.test(line) ? 120 : 60; // headlines ask and shout
  return size >= enough && /[.!?。！？…][)\]"'”’»」』]*$/.test(line);
}

/** Cuts comments, forms, related articles and whatever else stands below the last paragraph of the text. */
function cutTail(lines: readonly Line[]): Line[] {
  const first = lines.findIndex((line) => line.isProse && !line.kind.isLine);
  if (first < 0) return [...lines];
  let end = lines.findIndex((line, at) => at > first && line.kind.isEnd && !line.isProse);
  if (end < 0) end = lines.length;
  let kept = lines.slice(0, end);
  for (let at = first + 1; at < kept.length; at++) {
    if (!kept[at]!.kind.isTeaserHead || kept[at]!.isProse) continue;
    kept = cutTeasers(kept, at);
    if (at >= kept.length) break;
    at--;
  }
  return cutLooseTeasers(cutFurnitureEnd(kept));
}

/** From the head of a list of other articles: to the end, or to where the article goes on. */
function cutTeasers(lines: readonly Line[], at: number): Line[] {
  const resume = findResumption(lines, at + 1);
  return [...lines.slice(0, at), ...lines.slice(resume)];
}

/** The article goes on where two paragraphs follow each other: teasers have a headline each. */
function findResumption(lines: readonly Line[], from: number): number {
  for (let at = from; at + 1 < lines.length; at++) {
    const [one, two] = [lines[at]!, lines[at + 1]!];
    if (isWholeProse(one) && isWholeProse(two) && !isBio(one.text)) return at;
  }
  return lines.length;
}

function isWholeProse(line: Line): boolean {
  return line.isProse && !line.isCutShort && !line.kind.isLine;
}

function cutFurnitureEnd(lines: readonly Line[]): Line[] {
  let end = lines.length;
  while (end > 0 && isTailLine(lines[end - 1]!)) end--;
  return lines.slice(0, end);
}

function isTailLine(line: Line): boolean {
  if (line.isProse && !line.kind.isLine) return false;
  return (
    line.kind.isLine ||
    line.kind.isTeaserHead ||
    line.kind.isEnd ||
    isDateLine(line.text) ||
    readLabel(line.text)?.label === 'keywords'
  );
}

/** Headline and cut-off excerpt, twice or more, at the very end: teasers without a head of their own. */
function cutLooseTeasers(lines: readonly Line[]): Line[] {
  let end = lines.length;
  let pairs = 0;
  while (end >= 3 && lines[end - 1]!.isCutShort && !lines[end - 2]!.isProse) {
    end -= 2;
    pairs++;
  }
  return pairs >= 2 ? lines.slice(0, end) : [...lines];
}

/** "Avatar of ann lee / Ann Lee / My name is Ann Lee, …" below the text. */
function cutAuthorBox(lines: readonly Line[]): { readonly lines: Line[]; readonly author: string | undefined } {
  let end = lines.length;
  while (end > 1 && isBio(lines[end - 1]!.text) && end > 2) end--;
  const bio = lines.slice(end);
  let start = end;
  while (start > 1 && isBoxLine(lines[start - 1]!)) start--;
  const names = lines.slice(start, end).map((line) => readByline(line.text) ?? line.text);
  const author = names.findLast((name) => isName(name));
  const isBox =
    author !== undefined &&
    (bio.length === 0 ? names.length > 1 : bio.some((line) => mentions(line.text, author)) || names.length > 1);
  return isBox ? { lines: cutFurnitureEnd(lines.slice(0, start)), author } : { lines: [...lines], author: undefined };
}

function isBoxLine(line: Line): boolean {
  if (line.isProse || line.text.length > 80) return false;
  return line.kind.isLine || line.kind.isTeaserHead || isName(line.text) || readByline(line.text) !== undefined;
}

function mentions(paragraph: string, name: string): boolean {
  const lower = paragraph.toLowerCase();
  return (
    name
      .toLowerCase()
      .split(/\s+/)
      .some((part) => part.length > 2 && lower.includes(part)) || /^(?:i|my)\b/.test(lower)
  );
}

interface Head {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly keywords: string[];
  readonly rest: Line[];
}

/** Reads what stands above the first paragraph. */
function readHead(lines: readonly Line[]): Head {
  const prose = lines.findIndex((line) => line.isProse && !line.kind.isLine && readLabel(line.text) === undefined);
  const first = prose < 0 ? lines.length : prose;
  const found: Found = { title: undefined, author: undefined, keywords: [], rest: [] };
  for (const line of lines.slice(0, first)) {
    if (takeLabel(line, found) || isHeadFurniture(line)) continue;
    const author = readByline(line.text);
    if (author !== undefined) found.author ??= author;
    else if (found.title === undefined && canBeTitle(line, first < lines.length)) found.title = line.text;
    else found.rest.push(line);
  }
  return {
    title: found.title && stripMarks(found.title),
    author: found.author,
    keywords: found.keywords,
    rest: [...found.rest, ...lines.slice(first)],
  };
}

interface Found {
  title: string | undefined;
  author: string | undefined;
  keywords: string[];
  readonly rest: Line[];
}

/** "Keywords: …", "Title: …", "Author: …"; true where the line says no more than that. */
function takeLabel(line: Line, found: Found): boolean {
  const label = readLabel(line.text);
  if (label === undefined) return false;
  if (label.label === 'keywords') found.keywords = splitKeywords(label.value);
  if (label.label === 'title') found.title = label.value || found.title;
  if (label.label === 'byline' && isName(label.value)) found.author ??= label.value;
  return label.label !== 'byline' || isName(label.value) || label.value === '';
}

function isHeadFurniture(line: Line): boolean {
  const { isLine, isEnd, isTeaserHead, isContentsHead } = line.kind;
  return isLine || isEnd || isTeaserHead || isContentsHead || isDateLine(line.text);
}

function canBeTitle(line: Line, hasProse: boolean): boolean {
  return hasProse && line.text.length <= 220 && !/[.;,]$/.test(line.text.replace(/\b(?:Inc|Jr|Sr|U\.S)\.$/, ''));
}

function stripMarks(title: string): string {
  return title.replace(/^#+\s*|^\*\*|\*\*$/g, '').trim();
}

function splitKeywords(value: string): string[] {
  return value
    .split(/[,;、，|]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** A line that holds a day and its year and hardly anything else. */
function isDateLine(text: string): boolean {
  if (text.length > 60 || !/\d{4}/.test(text)) return false;
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.length <= 5 && (text.match(/\d+/g)?.length ?? 0) >= 2 && parseDate(text) !== undefined;
}

/** Furniture between paragraphs: whole lines only. */
function cutMiddle(lines: readonly Line[]): Line[] {
  return lines.filter((line) => {
    if (line.kind.isLine && !(line.isProse && line.text.length > 120)) return false;
    const label = readLabel(line.text)?.label;
    return label !== 'keywords' && label !== 'description' && !line.kind.isContentsHead;
  });
}

/** The title again, and the entries of a table of contents, which come again as headings. */
function dropDuplicates(lines: readonly Line[], title: string | undefined): Line[] {
  const same = title === undefined ? undefined : normalizeLine(title);
  const last = new Map(lines.map((line, at) => [line.text, at]));
  return lines.filter((line, at) => {
    if (line.isProse && line.text !== title) return true;
    return normalizeLine(line.text) !== same && last.get(line.text) === at;
  });
}

function findHeadings(lines: readonly Line[]): number[] {
  const headings: number[] = [];
  lines.forEach((line, at) => {
    if (
      isHeading(line.text) &&
      lines[at + 1] !== undefined &&
      (lines[at + 1]!.isProse || isHeading(lines[at + 1]!.text))
    )
      headings.push(at);
  });
  return headings;
}

/** Short, no sentence, no entry of a list. */
export function isHeading(text: string): boolean {
  if (sizeOf(text) > 120 || text.split(' ').length > 16) return false;
  return !/[.!,;…。、]["'”’»)]*$/.test(text) && !/^(?:[-–—•*·◦▪]|\d+[.)])\s/.test(text) && !/^["“«„「]/.test(text);
}
