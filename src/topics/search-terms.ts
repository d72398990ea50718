// What a query asks of the full-text index: free words may be any (ranked), what was marked must be there.

import { toTerms } from '../text/terms.ts';
import type { Query } from './query.ts';

export interface SearchTerms {
  /** Terms of which any makes a hit, each once. */
  readonly any: readonly string[];
  /** Terms that must all be there. */
  readonly all: readonly string[];
  readonly none: readonly string[];
  /** Sequences of terms that must be there. */
  readonly phrases: readonly (readonly string[])[];
  readonly lang: string | undefined;
  /** Milliseconds in UTC. */
  readonly since: number | undefined;
  /** Names as typed, of which any will do. */
  readonly sources: readonly string[];
  /** Whether the query says more than the fields above can (OR among brackets, title:): then `matchQuery` has the last word. */
  readonly exact: boolean;
}

interface Draft {
  readonly any: Set<string>;
  readonly all: Set<string>;
  readonly none: Set<string>;
  readonly phrases: string[][];
  readonly sources: string[];
  lang: string | undefined;
  since: number | undefined;
  exact: boolean;
}

/** `lang`: whose stems the words are given, usually the asker's. */
export function toSearchTerms(query: Query, lang: string | undefined, now: number): SearchTerms {
  const draft: Draft = {
    any: new Set(),
    all: new Set(),
    none: new Set(),
    phrases: [],
    sources: [],
    lang: undefined,
    since: undefined,
    exact: false,
  };
  const parts = query.kind === 'and' ? query.parts : [query];
  for (const part of parts) addPart(draft, part, { lang: langOf(query) ?? lang, now });
  return { ...draft, any: [...draft.any], all: [...draft.all], none: [...draft.none] };
}

interface Reading {
  readonly lang: string | undefined;
  readonly now: number;
}

/** "lang:de" says in which language the words are meant. */
function langOf(query: Query): string | undefined {
  if (query.kind === 'lang') return query.value;
  return query.kind === 'and' ? query.parts.map(langOf).find((lang) => lang !== undefined) : undefined;
}

function addPart(draft: Draft, part: Query, reading: Reading): void {
  switch (part.kind) {
    case 'text':
      addText(draft, part.text, part.phrase, reading);
      if (part.title) draft.exact = true;
      return;
    case 'source':
      draft.sources.push(part.value);
      return;
    case 'lang':
      draft.lang = part.value;
      return;
    case 'since':
      draft.since = Math.max(draft.since ?? 0, part.from ?? reading.now - (part.ms ?? 0));
      return;
    case 'not':
      addExclusion(draft, part.part, reading);
      return;
    default:
      // An OR or a bracket: its words find, and matchQuery checks what was found.
      draft.exact = true;
      for (const text of wantedTexts(part)) for (const term of toTerms(text, reading.lang)) draft.any.add(term);
  }
}

function addText(draft: Draft, text: string, phrase: boolean, reading: Reading): void {
  const terms = toTerms(text, reading.lang);
  for (const term of terms) draft.any.add(term);
  if (!phrase) return;
  if (terms.length > 1) draft.phrases.push(terms);
  else for (const term of terms) draft.all.add(term);
}

function addExclusion(draft: Draft, part: Query, reading: Reading): void {
  const terms = part.kind === 'text' && !part.title ? toTerms(part.text, reading.lang) : [];
  if (terms.length === 1) draft.none.add(terms[0]!);
  else draft.exact = true;
}

function wantedTexts(query: Query): string[] {
  if (query.kind === 'text') return [query.text];
  return query.kind === 'and' || query.kind === 'or' ? query.parts.flatMap(wantedTexts) : [];
}
