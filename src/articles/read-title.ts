// The headline: what readers see on the page where the page's head says the like, else what the head says without the site's name.

import type { PageFacts } from './page-facts.ts';
import { textOf } from './page-tree.ts';

export interface TitleSource {
  readonly facts: PageFacts;
  /** og:title and its like, headline of JSON-LD, document title, in the order of trust; undefined ones left out. */
  readonly said: readonly string[];
  readonly siteName: string | undefined;
}

const MAX_HEADINGS = 8;
const MAX_CHARS = 200;
const MAX_SQUASHED = 1_000;

export function readTitle({ facts, said, siteName }: TitleSource): string {
  const headings = facts.headings
    .filter((node) => node.tag === 'h1')
    .slice(0, MAX_HEADINGS)
    .map(textOf)
    .filter((text) => text !== '' && text.length <= MAX_CHARS && squash(text) !== squash(siteName ?? ''));
  let best = '';
  let bestScore = 0.3;
  for (const heading of headings) {
    const score = Math.max(0, ...said.map((title) => likeness(heading, title)));
    if (score > bestScore) {
      best = heading;
      bestScore = score;
    }
  }
  if (best !== '' && isShouted(best) && said.length > 0 && !isShouted(said[0]!)) best = '';
  if (best !== '') return cutOwnName(best, siteName);
  if (said.length > 0) return cutSiteName(said[0]!, siteName);
  return headings[0] ?? '';
}

/** All in capitals, as some sites set their headings: the page's head has the title as it was written. */
function isShouted(title: string): boolean {
  return title.length >= 12 && title === title.toUpperCase() && title !== title.toLowerCase();
}

/** How far two titles say the same, 0 to 2; a name that a title merely ends with is the site's. */
function likeness(heading: string, title: string): number {
  const [a, b] = [squash(heading), squash(title)];
  if (a === b) return 2;
  if (a.length < 4) return 0;
  const isAffix = b.startsWith(a) || b.endsWith(a);
  if (isAffix) return a.length >= b.length * 0.5 ? 1.5 : b.startsWith(a) && a.length >= 12 ? 1 : 0;
  const words = new Set(wordsOf(title));
  const own = wordsOf(heading);
  const shared = own.filter((word) => words.has(word)).length;
  return own.length < 2 ? 0 : shared / Math.max(3, Math.min(own.length, words.size));
}

function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, MAX_SQUASHED)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? []
  );
}

/** The letters and digits of a name or headline, as far as one can be told from another. */
export function squash(text: string): string {
  return text
    .slice(0, MAX_SQUASHED)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const SEPARATOR = /\s+[|–—•·»«:/-]+\s+|\s*[|｜]\s*/u;

/** A heading carries the site's name only by mistake of a template. */
function cutOwnName(heading: string, siteName: string | undefined): string {
  const last = heading.split(SEPARATOR).at(-1)!;
  return last !== heading && squash(last) === squash(siteName ?? '') ? cutSiteName(heading, siteName) : heading;
}

/** "Bridge reopens | Example News" → "Bridge reopens" */
function cutSiteName(title: string, siteName: string | undefined): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const site = squash(siteName ?? '');
  const isSite = (part: string) => site !== '' && (site.includes(squash(part)) || squash(part).includes(site));
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const start = title.slice(0, title.length - last.length).replace(/[\s|｜–—•·»«:/-]+$/u, '');
  if (isSite(last) || ((last.length <= 25 || /[|｜]/.test(title)) && start.length >= 15)) return start;
  return isSite(first) ? title.slice(first.length).replace(/^[\s|｜–—•·»«:/-]+/u, '') : title;
}
