// Who wrote it: a person where one is named, else the organization.

import { isName, readByline } from './furniture.ts';
import type { LinkedArticle } from './json-ld.ts';
import type { PageBlock } from './page-blocks.ts';
import type { PageFacts } from './page-facts.ts';
import { textOf } from './page-tree.ts';
import { cleanFact } from './plain-fact.ts';
import { squash } from './read-title.ts';

export interface AuthorSource {
  readonly facts: PageFacts;
  readonly linked: readonly LinkedArticle[];
  readonly siteName: string | undefined;
  /** The lines around the headline. */
  readonly nearTitle: readonly PageBlock[];
}

const KEYS = [
  'author',
  'article:author',
  'dc.creator',
  'citation_author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'article:author_name',
  'twitter:data1',
]; // prettier-ignore

export function readAuthor({ facts, linked, siteName, nearTitle }: AuthorSource): string | undefined {
  const isSite = (name: string) => squash(name) === squash(siteName ?? '');
  const persons = linked.map((one) => tidyNames(one.authors)).find((names) => names.length > 0) ?? [];
  if (persons.length > 0 && !isSite(persons[0]!) && !isAccount(persons)) return persons.join(', ');
  const named = KEYS.map((key) => tidyNames(facts.authors.get(key) ?? [])).filter((names) => names.length > 0);
  const stated = named.find((names) => !isSite(names[0]!)) ?? named[0] ?? [];
  const isPerson = stated.length > 0 && isName(stated[0]!.split(',')[0]!) && !isSite(stated[0]!);
  if (isPerson && !isAccount(stated)) return stated.join(', ');
  const shown = shownAuthor(facts, nearTitle, isPerson || persons.length > 0);
  if (shown !== undefined) return shown;
  const told = isPerson || persons.length === 0 ? stated : persons;
  return told.length > 0 ? told.join(', ') : linked.find((one) => one.organization)?.organization;
}

/** `isTold`: the page's head names somebody, so only what is plainly a byline counts. */
function shownAuthor(facts: PageFacts, nearTitle: readonly PageBlock[], isTold: boolean): string | undefined {
  const near = nearTitle.map((block) => block.text);
  const byline = authorOf(near, readByline) ?? authorOf(facts.bylines.map(textOf), readMarked);
  return byline ?? (isTold ? undefined : authorBesideDate(near));
}

/** "KatieS", "andrew.keaveney", "Tom": what a system calls somebody whose name the page may show in full. */
function isAccount(names: readonly string[]): boolean {
  return names.length === 1 && /^[\p{L}\d._-]+$/u.test(names[0]!) && /\p{Script=Latin}/u.test(names[0]!);
}

function authorOf(texts: readonly string[], read: (text: string) => string | undefined): string | undefined {
  for (const text of texts) {
    const name = text.length < 3 || text.length > 140 ? undefined : read(text);
    if (name !== undefined && !ROLE.test(name)) return name;
  }
  return undefined;
}

/** A name in an element that the markup calls the author's. */
function readMarked(text: string): string | undefined {
  const name = text
    .replace(DATE, ' ')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .trim();
  return readByline(name) ?? bareName(name);
}

/** "Ann LeeMarch 4, 2026": a date that the markup, not a space, sets apart from the name. */
const DATE = /(?:\d{1,2}\.?\s+)?\p{Lu}\p{Ll}{2,9}\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?:19|20)\d\d/u;

const MAX_LINES_BELOW = 6;

/** "Ann Lee" just below the headline, where a date stands in the next line or in the same: "Ann Lee · 4 March 2026". */
function authorBesideDate(near: readonly string[]): string | undefined {
  const lines = near.slice(0, MAX_LINES_BELOW).filter((line) => line.length <= 90);
  const dateAt = lines.findIndex((line) => /\d{4}/.test(line));
  if (dateAt < 0) return undefined;
  const around = lines.slice(Math.max(0, dateAt - 2), dateAt + 2);
  const parts = around.flatMap((line) => line.split(/\s+[-–—|•·●]\s+|\d{4}\s*/)).map((part) => part.trim());
  return parts.find((part) => part.split(' ').length <= 4 && !NO_NAME.test(part) && bareName(part) !== undefined);
}

/** Capitalised in this place, and no names. */
const NO_NAME =
  /&|^the\b|\b(?:read|min|minutes?|share|updated|published|news|blog|guides?|home|by|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|learning|marketing|business|health|technology|intelligence|software|development|management|estate|finance|travel|reviews?|tips|team|categor(?:y|ies)|topics?)\b/i;

function bareName(text: string): string | undefined {
  const name = tidyName(text);
  return name?.includes(' ') && isName(name) ? name : undefined;
}

const ROLE =
  /^(?:the )?(?:author|authors|admin|administrator|editor|editors|editorial|staff|staff writer|guest|contributor|redaktion|view all|read more|about|share|follow|contact|john doe|jane doe)\b/i;

function tidyNames(names: readonly string[]): string[] {
  return [...new Set(names.map(tidyName).filter((name) => name !== undefined))];
}

/** "By Ann Lee | Staff writer" → "Ann Lee"; addresses and accounts are no names. */
function tidyName(text: string): string | undefined {
  const name = cleanFact(text)
    ?.replace(/^(?:by|von|par|por|автор:?|written by|posted by|author:)\s+/i, '')
    .replace(/\s*[|•·].*$/, '')
    .trim();
  if (name === undefined || name === '' || name.length > 100) return undefined;
  return /^https?:|^www\.|@|^(?:null|undefined|none|unknown)$/i.test(name) || ROLE.test(name) ? undefined : name;
}
