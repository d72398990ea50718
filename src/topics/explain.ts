// Why an article matches a query, or by how little it does not: which words are there, how often, and what is in the way.

import { bm25 } from '../stories/bm25.ts';
import { shareOf } from '../stories/idf.ts';
import { readLanguage } from '../text/read-language.ts';
import { analyse, guessLanguage, typedTerms } from '../text/terms.ts';
import { judgeLeaf, type MatchDoc, type Prepared, prepare, verdictOn } from './match.ts';
import type { LeafQuery, Query, TextQuery } from './query.ts';
import type { Fact, FoundWord, Gap } from './topic-test.ts';

export interface Explanation {
  readonly matched: boolean;
  /** Wanted words that are there, the most telling first. */
  readonly found: readonly FoundWord[];
  /** Of what counts beside its words, what is so. */
  readonly fits: readonly Fact[];
  /** How well its words fit: rare words and words of the headline count more. */
  readonly score: number;
  /** The fewest things that would have to be otherwise; empty where it matches. */
  readonly gaps: readonly Gap[];
}

/** `now` is what `since:` counts back from. */
export function explainQuery(query: Query, doc: MatchDoc, now: number): Explanation {
  const prepared = prepare(doc);
  const found = wantedWords(query, doc)
    .map((leaf) => weigh(leaf, doc))
    .filter(({ title, text }) => title + text > 0)
    .sort((a, b) => b.score - a.score);
  const gaps = gapsOf(query, prepared, now);
  return {
    matched: gaps.length === 0 && says(query, prepared, now),
    found: found.map(({ word, title, text }) => ({ word, title, text })),
    fits: factsOf(query, prepared, now),
    score: found.reduce((sum, { score }) => sum + score, 0),
    gaps,
  };
}

/** Each word once, those under a "not" aside. */
function wantedWords(query: Query, doc: MatchDoc): TextQuery[] {
  const leaves = leavesOf(query).filter((leaf) => leaf.kind === 'text');
  return [...new Map(leaves.map((leaf) => [nameOf(leaf, doc).toLowerCase(), leaf])).values()];
}

function factsOf(query: Query, doc: Prepared, now: number): Fact[] {
  const so = leavesOf(query).filter((leaf) => judgeLeaf(leaf, doc, now) === true);
  return (['source', 'lang', 'since'] as const).flatMap((kind) => {
    const words = so.filter((leaf) => leaf.kind === kind).map((leaf) => nameOf(leaf, doc.doc));
    return words.length === 0 ? [] : [{ kind, words: [...new Set(words)] }];
  });
}

function leavesOf(query: Query): LeafQuery[] {
  switch (query.kind) {
    case 'not':
      return [];
    case 'and':
    case 'or':
      return query.parts.flatMap(leavesOf);
    default:
      return [query];
  }
}

const MEAN_LENGTH = 250;

function weigh(leaf: TextQuery, doc: MatchDoc): FoundWord & { readonly score: number } {
  const run = typedTerms(leaf.text, doc.lang);
  const [title, text] = [countRuns(doc.titleTerms, run), leaf.title ? 0 : countRuns(doc.textTerms, run)];
  const idf = run.reduce((sum, term) => sum - Math.log(shareOf(term, doc.lang ?? 'en')), 0);
  const length = doc.titleTerms.length + doc.textTerms.length;
  const score = title + text === 0 ? 0 : bm25({ title, text, length, meanLength: MEAN_LENGTH, idf });
  return { word: nameOf(leaf, doc), title, text, score };
}

function countRuns(terms: readonly string[], run: readonly string[]): number {
  if (run.length === 0) return 0;
  let count = 0;
  for (let at = 0; at + run.length <= terms.length; at += 1)
    if (run.every((term, i) => terms[at + i] === term)) count += 1;
  return count;
}

/** What of a leaf is asked of the article: a word that says nothing in its language is not. */
function nameOf(leaf: LeafQuery, { lang }: Pick<MatchDoc, 'lang'>): string {
  switch (leaf.kind) {
    case 'text':
      return saidIn(leaf.text, lang);
    case 'lang':
      return readLanguage(leaf.value);
    default:
      return leaf.kind === 'since' ? `since:${leaf.typed}` : leaf.typed;
  }
}

/** "of the bank" is "bank", "Bank of England" is "Bank … England". */
function saidIn(typed: string, lang: string | undefined): string {
  let said = '';
  let end = 0;
  for (const term of analyse(typed, lang ?? guessLanguage(typed), false)) {
    const between = typed.slice(end, term.start);
    if (said !== '') said += /[\p{L}\p{N}]/u.test(between) ? ' … ' : between;
    // Pairs of Chinese characters share one.
    said += typed.slice(Math.max(end, term.start), term.end);
    end = term.end;
  }
  return said === '' ? typed : said;
}

function gapsOf(query: Query, doc: Prepared, now: number): readonly Gap[] {
  switch (query.kind) {
    case 'and':
      return query.parts.flatMap((part) => gapsOf(part, doc, now));
    case 'or':
      return fewest(query.parts.map((part) => gapsOf(part, doc, now)));
    case 'not':
      return unwanted(query.part, doc, now);
    default:
      if (judgeLeaf(query, doc, now) !== false) return [];
      return [{ kind: lackOf(query), words: [nameOf(query, doc.doc)] }];
  }
}

function lackOf(leaf: LeafQuery): Gap['kind'] {
  if (leaf.kind !== 'text') return leaf.kind;
  return leaf.title ? 'lacksInTitle' : 'lacks';
}

/** Of alternatives that each lack one thing of a kind, any would do. */
function fewest(ways: readonly (readonly Gap[])[]): readonly Gap[] {
  const [best = []] = [...ways].sort((a, b) => a.length - b.length);
  const [first] = best;
  if (first === undefined || best.length > 1) return best;
  const same = ways.filter((way) => way.length === 1 && way[0]?.kind === first.kind);
  return [{ kind: first.kind, words: [...new Set(same.flatMap((way) => way[0]!.words))] }];
}

function unwanted(query: Query, doc: Prepared, now: number): readonly Gap[] {
  if (!says(query, doc, now)) return [];
  const there = leavesOf(query).filter((leaf) => judgeLeaf(leaf, doc, now) === true);
  const [first] = there;
  if (first === undefined) return [{ kind: 'excluded', words: [] }];
  const alike = there.filter(({ kind }) => kind === first.kind);
  return [{ kind: EXCLUDED[first.kind], words: [...new Set(alike.map((leaf) => nameOf(leaf, doc.doc)))] }];
}

const EXCLUDED = { text: 'excluded', source: 'excludedSource', lang: 'excludedLang', since: 'excludedSince' } as const;

/** Whether it is true of the article: a query that is silent in its language is not. */
function says(query: Query, doc: Prepared, now: number): boolean {
  return verdictOn(query, doc, now) === true;
}
