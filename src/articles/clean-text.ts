// Cleans text that somebody else extracted from a page: lifts title, author and keywords out, cuts furniture by
// whole-line and tail rules. A paragraph is kept unless everything around it says it belongs to a box below the text.

import { detectLanguage } from '../text/detect.ts';
import { cutAuthorBox, cutTail } from './cut-tail.ts';
import { isName, normalizeLine, readByline, readLabel } from './furniture.ts';
import { isDateLine, isHeading, type Line, readLines } from './text-lines.ts';

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

const MAX_CHARS = 1_000_000;
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
