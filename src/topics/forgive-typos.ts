// A word that nobody in scope has written is taken for one that somebody has: what goes on from it, what is spelled
// nearly alike. What was made of it is said with a word of an article that was found, so that no other scope's shows.

import type { Article } from '../articles/article.ts';
import { spellings } from '../postings/spellings.ts';
import type { SimilarWords } from '../store/contract.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { analyse, guessLanguage, toTerms } from '../text/terms.ts';
import type { TextQuery } from './query.ts';
import type { TypedWord } from './search-ask.ts';

export interface Forgiven {
  /** The terms that are looked for in place of what was typed, any of them. */
  readonly meant: Meant;
  /** The query as it was meant, operators and all; `articles` are what was found. */
  say(articles: readonly Article[]): string | undefined;
}

/** What is known of the scope's words. */
export interface Words {
  readonly langs: readonly (string | undefined)[];
  readonly similar: (words: SimilarWords) => Promise<readonly string[]>;
}

export type Meant = ReadonlyMap<TextQuery, readonly string[]>;

/** More unknown words than that are no typing mistakes. */
const MOST = 4;
/** Where a word that was meant is looked for. */
const HEAD = 2_000;
const LINK = /(?:\b[a-z]+:\/\/|\bwww\.)\S+/giu;

/** undefined: every word is known, or nothing like it is. `query` is what the words stand in. */
export async function forgiveTypos(
  { query, typed }: { readonly query: string; readonly typed: readonly TypedWord[] },
  unknown: readonly string[],
  { langs, similar }: Words,
): Promise<Forgiven | undefined> {
  const links = linksIn(query);
  const strange = typed.filter(
    ({ leaf, terms }) => terms.every((term) => unknown.includes(term)) && !links.some((link) => isIn(link, leaf)),
  );
  const meant = new Map<TextQuery, readonly string[]>();
  for (const { leaf, terms } of strange.slice(0, MOST)) {
    const near = nearTerms(leaf.text, langs);
    const begun = fold(leaf.text);
    const words = await firstSimilar(terms, (term) => similar({ term, near, begun }));
    if (words.length > 0) meant.set(leaf, words);
  }
  if (meant.size === 0) return undefined;
  return { meant, say: (articles) => inWords(query, meant, articles) };
}

/** An address is copied, not typed. */
function linksIn(query: string): Span[] {
  return [...query.matchAll(LINK)].map(({ index, 0: link }) => ({ start: index, end: index + link.length }));
}

function isIn({ start, end }: Span, { at }: TextQuery): boolean {
  return at >= start && at < end;
}

/** The terms of what was typed as it may have been meant, in every language of the scope. */
function nearTerms(typed: string, langs: Words['langs']): readonly string[] {
  const words = spellings(typed).join(' ');
  if (words === '') return [];
  return [...new Set(langs.flatMap((lang) => toTerms(words, lang ?? guessLanguage(typed))))];
}

async function firstSimilar(
  terms: readonly string[],
  similar: (term: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  for (const term of terms) {
    const words = await similar(term);
    if (words.length > 0) return words;
  }
  return [];
}

function inWords(query: string, meant: Meant, articles: readonly Article[]): string | undefined {
  let shown = '';
  let from = 0;
  for (const [{ text, at }, terms] of [...meant].sort(([a], [b]) => a.at - b.at)) {
    const word = wordFor(terms, articles);
    if (word === undefined) return undefined;
    shown += query.slice(from, at) + word;
    from = at + text.length;
  }
  return (shown + query.slice(from)).trim();
}

/** As an article that was found writes it. */
function wordFor(terms: readonly string[], articles: readonly Article[]): string | undefined {
  for (const { title, text, lang } of articles) {
    for (const place of [title, text.slice(0, HEAD)]) {
      const hit = analyse(place, lang ?? guessLanguage(place)).find(({ term }) => terms.includes(term));
      if (hit !== undefined) return place.slice(hit.start, hit.end).toLowerCase();
    }
  }
  return undefined;
}
