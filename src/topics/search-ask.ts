// From what a person typed to what the store is asked for: wide enough to hold every answer, never narrower.

import type { SearchAsk } from '../store/contract.ts';
import { readLanguage } from '../text/read-language.ts';
import { guessLanguage, toTerms } from '../text/terms.ts';
import type { Query, TextQuery } from './query.ts';

/** What the store is asked, and what is left to check on each candidate. */
export interface SearchPlan {
  /** Terms that rank: all that is wanted, in the languages it may have been typed in. */
  readonly any: readonly string[];
  readonly since: number | undefined;
  readonly lang: string | undefined;
  /** Operators were typed: candidates have to pass the query itself. Free words only rank. */
  readonly isExact: boolean;
}

export function planSearch(query: Query, langs: readonly (string | undefined)[], now: number): SearchPlan {
  const wanted = wantedTexts(query);
  const terms = new Set(
    wanted.flatMap(({ text }) => langs.flatMap((lang) => toTerms(text, lang ?? guessLanguage(text)))),
  );
  const conditions = query.kind === 'and' ? query.parts : [query];
  const since = conditions.flatMap((part) => (part.kind === 'since' ? [part.from ?? now - (part.ms ?? 0)] : []));
  const lang = conditions.find((part) => part.kind === 'lang');
  return {
    any: [...terms],
    since: since.length > 0 ? Math.max(...since) : undefined,
    lang: lang?.kind === 'lang' ? readLanguage(lang.value) : undefined,
    isExact: !isFreeWords(query),
  };
}

/** The words of a query that are not excluded. */
export function wantedTexts(query: Query): TextQuery[] {
  if (query.kind === 'text') return [query];
  if (query.kind === 'and' || query.kind === 'or') return query.parts.flatMap(wantedTexts);
  return [];
}

function isFreeWords(query: Query): boolean {
  if (query.kind === 'and') return query.parts.every((part) => part.kind === 'text' && isWord(part));
  return query.kind === 'text' && isWord(query);
}

function isWord({ phrase, title }: TextQuery): boolean {
  return !phrase && !title;
}

export function toSearchAsk(plan: SearchPlan, limit: number): SearchAsk {
  return {
    any: plan.any,
    all: [],
    none: [],
    phrases: [],
    ...(plan.lang === undefined ? {} : { lang: plan.lang }),
    ...(plan.since === undefined ? {} : { since: plan.since }),
    limit,
  };
}
