// From what a person typed to what the store is asked for: wide enough to hold every answer, never narrower.

import type { Question, QuestionTerm } from '../postings/weigh-question.ts';
import type { SearchAsk } from '../store/contract.ts';
import { shareOf } from '../stories/idf.ts';
import { fold } from '../text/fold.ts';
import { readLanguage } from '../text/read-language.ts';
import { guessLanguage, typedTerms } from '../text/terms.ts';
import { boundParts, isFree, isWord } from './free-words.ts';
import { allOf, anyOf, type Verdict } from './match.ts';
import type { FieldQuery, Query, SinceQuery, TextQuery } from './query.ts';
import type { Marks } from './snippet.ts';

/** What the store is asked, and what is left to check on each candidate. */
export interface SearchPlan {
  /** Terms that rank: all that is wanted, in the languages it may have been typed in. */
  readonly terms: readonly QuestionTerm[];
  /** What is marked where it is found. */
  readonly marks: Marks;
  /** It asks for words and nothing else: where they say nothing, nothing is asked for. */
  readonly isOfWords: boolean;
  /**
   * Whether it may be true of what has none of its words ("ferry OR lang:ja"), where `judge` tells of its source,
   * language and time.
   */
  readonly mayDoWithoutWords: (judge: JudgeField) => boolean;
  /** How many words were typed. */
  readonly words: number;
  /** What the store can see to by itself; free words only rank. */
  readonly conditions: Pick<SearchAsk, 'all' | 'phrases' | 'none' | 'lang' | 'since'>;
  /** Operators that the store cannot see to were typed: candidates have to pass the query itself. */
  readonly isChecked: boolean;
  /** Words that may be typing mistakes, each with its terms: none where texts are checked for what was typed. */
  readonly typed: readonly TypedWord[];
}

type JudgeField = (leaf: FieldQuery | SinceQuery) => boolean;

export interface TypedWord {
  readonly leaf: TextQuery;
  readonly terms: readonly string[];
}

/** How typed words are read. */
interface Reading {
  readonly langs: readonly (string | undefined)[];
  /** What some are taken for. */
  readonly meant?: ReadonlyMap<TextQuery, readonly string[]> | undefined;
}

export function planSearch(query: Query, { now, ...reading }: Reading & { readonly now: number }): SearchPlan {
  const wanted = wantedTexts(query);
  const parts = boundParts(query);
  // A word may say nothing in one language and something in another.
  const silentIn = reading.langs.map((_, i) => (leaf: TextQuery) => termRuns(leaf, reading)[i]?.length === 0);
  const since = parts.flatMap((part) => (part.kind === 'since' ? [part.from ?? now - (part.ms ?? 0)] : []));
  const lang = parts.find((part) => part.kind === 'lang');
  const isChecked = !parts.every((part) => isSeenTo(part, reading));
  return {
    terms: weighTyped(wanted, reading),
    marks: marksOf(wanted, reading, isFree(query)),
    isOfWords: isOfWords(query),
    mayDoWithoutWords: (judge) => silentIn.some((isSilent) => verdictWithoutWords(query, judge, isSilent) === true),
    words: wanted.reduce((sum, { text }) => sum + typedTerms(text, undefined).length, 0),
    conditions: {
      all: parts.flatMap((part) => conditionsOf(part, reading)),
      phrases: parts.flatMap((part) => phrasesOf(part, reading)),
      none: parts.flatMap((part) => (part.kind === 'not' ? refusedTerms(part.part, reading) : [])),
      since: since.length > 0 ? Math.max(...since) : undefined,
      lang: lang?.kind === 'lang' ? readLanguage(lang.value) : undefined,
    },
    isChecked,
    typed: isChecked && !isFree(query) ? [] : wanted.filter(isWord).flatMap((leaf) => typedWord(leaf, reading)),
  };
}

/** None where a language of the scope knows it as a word that says nothing: "that" is no mistake in a German paper's server. */
function typedWord(leaf: TextQuery, reading: Reading): TypedWord[] {
  const runs = termRuns(leaf, reading);
  if (runs.some((run) => run.length === 0)) return [];
  const all = readings(leaf, reading).flatMap((one) => termRuns(one, reading));
  return [{ leaf, terms: [...new Set(all.flat())] }];
}

/** The words of a query that are not excluded. */
export function wantedTexts(query: Query): TextQuery[] {
  if (query.kind === 'text') return [query];
  if (query.kind === 'and' || query.kind === 'or') return query.parts.flatMap(wantedTexts);
  return [];
}

function isOfWords(query: Query): boolean {
  if (query.kind === 'and' || query.kind === 'or') return query.parts.every(isOfWords);
  return query.kind === 'text';
}

/** Of what has none of the query's words; `isSilent` are words that say nothing. What is left out may not be there. */
function verdictWithoutWords(query: Query, judge: JudgeField, isSilent: (leaf: TextQuery) => boolean): Verdict {
  const verdictOf = (part: Query): Verdict => verdictWithoutWords(part, judge, isSilent);
  switch (query.kind) {
    case 'text':
      return isSilent(query) ? undefined : false;
    case 'and':
      return allOf(query.parts, verdictOf);
    case 'or':
      return anyOf(query.parts, verdictOf);
    case 'not':
      return verdictOf(query.part) === undefined ? undefined : true;
    default:
      return judge(query);
  }
}

/** What the words are as terms of each language: articles are stemmed in their own. */
function termRuns(leaf: TextQuery, { langs, meant }: Reading): string[][] {
  const instead = meant?.get(leaf);
  if (instead !== undefined) return instead.map((term) => [term]);
  return langs.map((lang) => typedTerms(leaf.text, lang));
}

/** As it was typed, and without accents, which other languages' stems are not found by: "élections" is English too. */
function readings(leaf: TextQuery, { meant }: Reading): TextQuery[] {
  const plain = fold(leaf.text);
  const isPlain = plain === leaf.text.toLowerCase() || !isWord(leaf) || meant?.has(leaf) === true;
  return isPlain ? [leaf] : [leaf, { ...leaf, text: plain }];
}

/** What is meant instead is as usual as it is at the most. */
function weighTyped(wanted: readonly TextQuery[], reading: Reading): QuestionTerm[] {
  const terms = new Map<string, QuestionTerm>();
  for (const leaf of wanted.flatMap((one) => readings(one, reading))) {
    for (const [i, run] of termRuns(leaf, reading).entries()) {
      const lang = reading.langs[i] ?? guessLanguage(leaf.text);
      for (const term of run) {
        const usual = Math.max(shareOf(term, lang), terms.get(term)?.usual ?? 0);
        terms.set(term, { term, weight: 1, usual });
      }
    }
  }
  return [...terms.values()];
}

/** Several terms of a word or phrase stand in a row, but among free words, where each ranks. */
function marksOf(wanted: readonly TextQuery[], reading: Reading, free: boolean): Marks {
  const runs = wanted.flatMap((leaf) => readings(leaf, reading)).flatMap((leaf) => termRuns(leaf, reading));
  return {
    terms: new Set(runs.filter((run) => free || run.length === 1).flat()),
    rows: free ? [] : runs.filter((run) => run.length > 1),
  };
}

/** Every term of a text must be there (whether they stand in a row is checked later); of an OR, a term of any part. */
function conditionsOf(part: Query, reading: Reading): SearchAsk['all'] {
  if (part.kind === 'text') {
    const runs = termRuns(part, reading);
    // A language in which the words say nothing asks for nothing.
    if (runs.some((run) => run.length === 0)) return [];
    const places = Math.min(...runs.map((run) => run.length));
    return Array.from({ length: places }, (_, i) => ({
      terms: [...new Set(runs.flatMap((run) => (run.length === places ? (run[i] as string) : run)))],
      title: part.title,
    }));
  }
  if (part.kind !== 'or') return [];
  const leaves = part.parts.map((one) => (one.kind === 'text' ? conditionsOf(one, reading) : []));
  if (leaves.some((conditions) => conditions.length === 0)) return [];
  return [{ terms: leaves.flatMap((conditions) => conditions.flatMap(({ terms }) => terms)), title: false }];
}

/** A language in which the words say nothing asks for no row of them. */
function phrasesOf(part: Query, reading: Reading): NonNullable<SearchAsk['phrases']> {
  const runs = part.kind === 'text' ? termRuns(part, reading) : [];
  if (part.kind !== 'text' || runs.some((run) => run.length === 0) || runs.every((run) => run.length === 1)) return [];
  const different = new Map(runs.map((run) => [run.join(' '), run]));
  return [{ runs: [...different.values()], title: part.title }];
}

/** Only what every language would exclude can be left out unseen. */
function refusedTerms(part: Query, reading: Reading): string[] {
  if (part.kind !== 'text' || part.title) return [];
  const runs = termRuns(part, reading);
  return runs.every((run) => run.length === 1 && run[0] === runs[0]?.[0]) ? [...(runs[0] as string[])] : [];
}

/** Whether the store's conditions say all of it. */
function isSeenTo(part: Query, reading: Reading): boolean {
  if (part.kind === 'since' || part.kind === 'lang') return true;
  if (part.kind === 'not') return refusedTerms(part.part, reading).length > 0;
  if (part.kind === 'text') return isOfOneLength(termRuns(part, reading));
  return part.kind === 'or' && part.parts.every((one) => one.kind === 'text' && !one.title && isOneTerm(one, reading));
}

/** One term in German and two in English would be the one of them in an English article. */
function isOfOneLength(runs: readonly (readonly string[])[]): boolean {
  return runs.every((run) => run.length === runs[0]?.length);
}

function isOneTerm(leaf: TextQuery, reading: Reading): boolean {
  return termRuns(leaf, reading).every((run) => run.length === 1);
}

export function toSearchAsk(
  { conditions }: SearchPlan,
  ask: Pick<Question, 'terms'> & { readonly now: number; readonly limit: number },
): SearchAsk {
  return { ...conditions, ...ask };
}
