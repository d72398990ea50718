// Does an article match a query, and by which words? Words are compared as the analyser's terms of the article's own
// language, so "elections" finds "election" in English and "Wahlen" finds "Wahl" in German.

import { fold } from '../text/fold.ts';
import { baseLanguage } from '../text/language-code.ts';
import { readLanguage } from '../text/read-language.ts';
import { typedTerms } from '../text/terms.ts';
import type { LeafQuery, Query } from './query.ts';

/** What of an article a query can ask about; the terms are the analyser's, in the order of the text. */
export interface MatchDoc {
  readonly lang: string | undefined;
  readonly titleTerms: readonly string[];
  readonly textTerms: readonly string[];
  /** The publisher's name. */
  readonly source: string;
  readonly url?: string | undefined;
  /** Milliseconds in UTC. */
  readonly time: number;
}

export interface Match {
  readonly matched: boolean;
  /** What was typed and is there. */
  readonly found: readonly string[];
  /** What was typed, is wanted, and is not there: for explaining a near miss. */
  readonly missing: readonly string[];
  /** What was excluded and is there. */
  readonly excluded: readonly string[];
}

/** `now` is what `since:` counts back from. */
export function matchQuery(query: Query, doc: MatchDoc, now: number): Match {
  const notes: Notes = { found: new Set(), missing: new Set(), excluded: new Set() };
  const verdict = judge(query, prepare(doc), now, notes, true);
  return {
    matched: verdict === true,
    found: [...notes.found],
    missing: [...notes.missing],
    excluded: [...notes.excluded],
  };
}

interface Notes {
  readonly found: Set<string>;
  readonly missing: Set<string>;
  readonly excluded: Set<string>;
}

/** A document made ready for many questions. */
export interface Prepared {
  readonly doc: MatchDoc;
  readonly terms: ReadonlySet<string>;
  readonly titleTerms: ReadonlySet<string>;
  /** sourceWords. */
  readonly source: string;
}

export function prepare(doc: MatchDoc): Prepared {
  let titleTerms: ReadonlySet<string> | undefined;
  let terms: ReadonlySet<string> | undefined;
  // Only what a question asks for is made: of most articles it is the source that decides.
  return {
    doc,
    source: sourceWords(doc),
    get titleTerms() {
      titleTerms ??= new Set(doc.titleTerms);
      return titleTerms;
    },
    get terms() {
      terms ??= new Set([...doc.titleTerms, ...doc.textTerms]);
      return terms;
    },
  };
}

/** Whether the query is true of the article, and nothing else of it: what costs least is asked first. */
export function isMatch(query: Query, doc: MatchDoc, now: number): boolean {
  return verdictOn(query, prepare(doc), now) === true;
}

export function verdictOn(query: Query, doc: Prepared, now: number): Verdict {
  switch (query.kind) {
    case 'not': {
      const inside = verdictOn(query.part, doc, now);
      return inside === undefined ? undefined : !inside;
    }
    case 'and':
      return allOf(cheapFirst(query.parts), (part) => verdictOn(part, doc, now));
    case 'or':
      return anyOf(cheapFirst(query.parts), (part) => verdictOn(part, doc, now));
    default:
      return judgeLeaf(query, doc, now);
  }
}

/** A text has to be analysed first. */
function cheapFirst(parts: readonly Query[]): Query[] {
  const isCheap = ({ kind }: Query): boolean => kind === 'source' || kind === 'lang' || kind === 'since';
  return [...parts.filter(isCheap), ...parts.filter((part) => !isCheap(part))];
}

/** The source's name and host, as folded words between blanks. */
export function sourceWords({ source, url }: Pick<MatchDoc, 'source' | 'url'>): string {
  return toWords(`${source} ${hostOf(url)}`);
}

function hostOf(url: string | undefined): string {
  return /^https?:\/\/([^/?#:]+)/iu.exec(url ?? '')?.[1] ?? '';
}

/** "The Daily-News" → " the daily news " */
export function toWords(name: string): string {
  return ` ${fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** `undefined`: the words say nothing in that language (stop words alone), so they neither match nor fail. */
export type Verdict = boolean | undefined;

/** The verdict on a list: false if any part says no; silent if all are silent. */
export function allOf<Part>(parts: readonly Part[], verdictOf: (part: Part) => Verdict): Verdict {
  let verdict: Verdict;
  for (const part of parts) {
    const each = verdictOf(part);
    if (each === false) return false;
    verdict = each ?? verdict;
  }
  return verdict;
}

/** True if any part says yes. */
export function anyOf<Part>(parts: readonly Part[], verdictOf: (part: Part) => Verdict): Verdict {
  let verdict: Verdict;
  for (const part of parts) {
    const each = verdictOf(part);
    if (each === true) return true;
    verdict = each ?? verdict;
  }
  return verdict;
}

const same = (verdict: Verdict): Verdict => verdict;

function judge(query: Query, doc: Prepared, now: number, notes: Notes, wanted: boolean): Verdict {
  switch (query.kind) {
    case 'and':
      // Judged beforehand: an explanation needs every part, not only those up to the first "no".
      return allOf(
        query.parts.map((part) => judge(part, doc, now, notes, wanted)),
        same,
      );
    case 'or':
      return anyOf(
        query.parts.map((part) => judge(part, doc, now, notes, wanted)),
        same,
      );
    case 'not': {
      const verdict = judge(query.part, doc, now, notes, !wanted);
      return verdict === undefined ? undefined : !verdict;
    }
    default: {
      const verdict = judgeLeaf(query, doc, now);
      note(nameOf(query), verdict, notes, wanted);
      return verdict;
    }
  }
}

function note(name: string, verdict: Verdict, notes: Notes, wanted: boolean): void {
  if (verdict === true) (wanted ? notes.found : notes.excluded).add(name);
  else if (verdict === false && wanted) notes.missing.add(name);
}

function nameOf(leaf: LeafQuery): string {
  if (leaf.kind === 'since') return 'since:';
  if (leaf.kind !== 'text') return `${leaf.kind}:${leaf.value}`;
  return `${leaf.title ? 'title:' : ''}${leaf.phrase ? `"${leaf.text}"` : leaf.text}`;
}

export function judgeLeaf(leaf: LeafQuery, doc: Prepared, now: number): Verdict {
  switch (leaf.kind) {
    case 'source':
      return doc.source.includes(toWords(leaf.value));
    case 'lang':
      return sameLanguage(doc.doc.lang, leaf.value);
    case 'since':
      return doc.doc.time >= (leaf.from ?? now - (leaf.ms ?? 0));
    default:
      return hasTerms(typedTerms(leaf.text, doc.doc.lang), leaf.title, doc);
  }
}

/** "pt-BR" is "pt", "German" is "de"; an article of unknown language matches none. */
export function sameLanguage(lang: string | undefined, wanted: string): boolean {
  return lang !== undefined && baseLanguage(lang.toLowerCase()) === readLanguage(wanted);
}

/** All the terms in a row, in the headline or (unless `titleOnly`) in the text. */
export function hasTerms(terms: readonly string[], titleOnly: boolean, doc: Prepared): Verdict {
  if (terms.length === 0) return undefined;
  const set = titleOnly ? doc.titleTerms : doc.terms;
  if (terms.length === 1) return set.has(terms[0]!);
  if (!terms.every((term) => set.has(term))) return false;
  return containsRun(doc.doc.titleTerms, terms) || (!titleOnly && containsRun(doc.doc.textTerms, terms));
}

function containsRun(list: readonly string[], run: readonly string[]): boolean {
  let from = list.indexOf(run[0]!);
  while (from !== -1) {
    if (run.every((term, i) => list[from + i] === term)) return true;
    from = list.indexOf(run[0]!, from + 1);
  }
  return false;
}
