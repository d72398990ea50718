// What stands below an article's last paragraph: comments and their form, other articles, the author's box.

import { isBio, isName, readByline, readLabel } from './furniture.ts';
import { isDateLine, isWholeProse, type Line, sizeOf } from './text-lines.ts';

/** Cuts comments, forms, related articles and whatever else stands below the last paragraph of the text. */
export function cutTail(lines: readonly Line[]): Line[] {
  const first = lines.findIndex((line) => line.isProse && !line.kind.isLine);
  if (first < 0) return [...lines];
  let kept = lines.slice(0, findEnd(lines, first));
  for (let at = first + 1; at < kept.length; at++) {
    const { kind, isProse } = kept[at]!;
    if (!kind.isTeaserHead || isProse) continue;
    // "Advertisement", "Share": between two paragraphs the line alone is furniture.
    if (kind.isLine && kept[at + 1]?.isProse) continue;
    kept = [...kept.slice(0, at), ...kept.slice(findResumption(kept, at))];
    at--;
  }
  return cutLooseTeasers(cutFurnitureEnd(kept));
}

/** Above this share of the text, a line like "3 comments" is a counter below the headline, not the head of the comments. */
const MIN_SHARE_BEFORE_END = 0.2;

function findEnd(lines: readonly Line[], first: number): number {
  const total = proseChars(lines);
  let before = 0;
  for (const [at, line] of lines.entries()) {
    if (at > first && line.kind.isEnd && !line.isProse && before >= total * MIN_SHARE_BEFORE_END) return at;
    if (isWholeProse(line)) before += line.text.length;
  }
  return lines.length;
}

const AUTHOR_HEAD =
  /author|writer|contributor|autor|auteur|автор|tác giả|著者|筆者|執筆|書いた|ライター|プロフィール|監修/i;
const MAILING =
  /e-?mail|inbox|newsletter|subscri|sign(?:ing)? up|abonn|anmeld|inscri|suscri|boletín|рассылк|подпи|bản tin|đăng ký|メール|登録/i;

/**
 * Where the article goes on below the head of a list of other articles. Teasers have a headline each and are short, so two
 * paragraphs in a row are the article's, and so is a long one.
 */
function findResumption(lines: readonly Line[], head: number): number {
  const isAuthorHead = AUTHOR_HEAD.test(lines[head]!.text);
  const from = head + 1;
  const isInside = proseChars(lines.slice(from)) > 0.5 * proseChars(lines.slice(0, head));
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (!isWholeProse(line) || isBoxProse(line, isAuthorHead)) continue;
    if (!goesOn(lines, at, isInside || at === from)) continue;
    let start = at;
    while (start > from && isWholeProse(lines[start - 1]!) && !isBoxProse(lines[start - 1]!, isAuthorHead)) start--;
    return start;
  }
  return lines.length;
}

function proseChars(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + (isWholeProse(line) ? line.text.length : 0), 0);
}

/** `isLikely`: the paragraph follows the head at once, or much of the text stands below the head. */
function goesOn(lines: readonly Line[], at: number, isLikely: boolean): boolean {
  const size = sizeOf(lines[at]!.text);
  const next = lines[at + 1];
  const isFollowed = next !== undefined && isWholeProse(next) && !isBio(next.text);
  return size >= 350 || (size >= 130 && (isFollowed || isLikely));
}

function isBoxProse({ text }: Line, isAuthorHead: boolean): boolean {
  return isBio(text) || (isAuthorHead && text.length < 500) || (text.length < 250 && MAILING.test(text));
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
export function cutAuthorBox(lines: readonly Line[]): { readonly lines: Line[]; readonly author: string | undefined } {
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
