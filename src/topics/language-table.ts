// All queries as one language sees them: words are the analyser's terms in it, stop words say nothing and fall out, and
// so does whoever wants another language. Each query is filed under its guard, terms (or sources) of which one must be
// there for it to match: the rarest of a list, all branches of an OR. An article is shown what its own terms guard.

import { shareOf } from '../stories/idf.ts';
import { guessLanguage, toTerms } from '../text/terms.ts';
import { type MatchDoc, sameLanguage } from './match.ts';
import { type Code, createPrograms, lengthOf, makeCode, makeList, OP, opOf, type Programs } from './programs.ts';
import type { SinceQuery } from './query.ts';

export interface LanguageTable {
  file(entry: number): void;
  unfile(entry: number): void;
  /** Goes on filing the entries that it began with, until that time (performance.now) at most; answers whether all are filed. */
  catchUp(until: number): boolean;
  /** Visits each entry that matches, once. */
  match(question: Question, visit: (entry: number) => void): void;
}

/** The queries in no language: words are numbers of `texts`. */
export interface Book {
  readonly programs: Programs;
  readonly texts: readonly string[];
  readonly leaves: readonly Condition[];
}

/** What is asked of an article beside its words. */
export type Condition =
  | SinceQuery
  | { readonly kind: 'source'; readonly words: string }
  | { readonly kind: 'lang'; readonly value: string };

export interface Question {
  readonly doc: MatchDoc;
  /** Its source's name and host, as folded words between blanks. */
  readonly source: string;
  readonly now: number;
}

const FILED_AT_ONCE = 64;

/** `undefined`: says nothing in this language. */
type Translated = Code | boolean | undefined;

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the closure is the object; its functions are short.
export function createLanguageTable(lang: string | undefined, book: Book, entries: Iterable<number>): LanguageTable {
  const programs = createPrograms();
  const terms = new Map<string, number>();
  const shares: number[] = [];
  const postings: number[][] = [];
  const bySource = new Map<string, number[]>();
  const unguarded: number[] = [];
  const left = [...entries];
  const runs = new Map<number, readonly number[]>();
  /** The round in which it was last seen: a round costs nothing to begin. */
  const seen = { terms: new Stamps(), titles: new Stamps(), entries: new Stamps() };
  let round = 0;

  const numberOf = (term: string): number => {
    const known = terms.get(term);
    if (known !== undefined) return known;
    const id = terms.size;
    terms.set(term, id);
    shares[id] = shareOf(term, lang ?? 'en');
    postings[id] = [];
    return id;
  };
  const runOf = (text: number): readonly number[] => {
    const known = runs.get(text);
    if (known !== undefined) return known;
    const typed = book.texts[text]!;
    const run = toTerms(typed, lang ?? guessLanguage(typed)).map(numberOf);
    runs.set(text, run);
    return run;
  };
  const holdersOf = (entry: number): number[][] =>
    guardsOf(programs.codes, programs.startOf(entry), { shares, leaves: book.leaves })?.guards.map((guard) =>
      typeof guard === 'number' ? postings[guard]! : sourceHolder(bySource, guard),
    ) ?? [unguarded];

  const table: LanguageTable = {
    file(entry) {
      const code = translate(book.programs.codes, book.programs.startOf(entry), { lang, runOf, leaves: book.leaves });
      if (code === undefined || code === false) return;
      programs.put(entry, code === true ? makeCode(OP.and, []) : code);
      seen.entries.hold(entry);
      seen.terms.hold(terms.size);
      seen.titles.hold(terms.size);
      const mark = isSure(programs.codes, programs.startOf(entry)) ? ~entry : entry;
      for (const holder of holdersOf(entry)) holder.push(mark);
    },
    unfile(entry) {
      if (programs.startOf(entry) < 0) return;
      for (const holder of holdersOf(entry)) {
        const at = holder.findIndex((mark) => mark === entry || mark === ~entry);
        holder.splice(at, 1);
      }
      programs.drop(entry);
    },
    catchUp(until) {
      for (let n = 1; left.length > 0; n++) {
        const entry = left.pop()!;
        // It may have gone meanwhile, or come by itself.
        if (book.programs.startOf(entry) >= 0 && programs.startOf(entry) < 0) table.file(entry);
        if (n % FILED_AT_ONCE === 0 && performance.now() > until) return false;
      }
      runs.clear();
      return true;
    },
    match(question, visit) {
      table.catchUp(Number.POSITIVE_INFINITY);
      round += 1;
      const { titleTerms, textTerms } = question.doc;
      const present: number[] = [];
      const number = (term: string): number => {
        const id = terms.get(term);
        if (id === undefined) return -1;
        if (seen.terms.isNew(id, round)) present.push(id);
        return id;
      };
      const title = Int32Array.from(titleTerms, number);
      for (const id of title) if (id >= 0) seen.titles.isNew(id, round);
      const text = Int32Array.from(textTerms, number);
      const { codes } = programs;
      const page: Page = { codes, terms: seen.terms.in, titles: seen.titles.in, round, title, text, book, question };
      const ask = (mark: number): void => {
        const entry = mark < 0 ? ~mark : mark;
        if (!seen.entries.isNew(entry, round)) return;
        if (mark < 0 || holds(page, programs.startOf(entry))) visit(entry);
      };
      for (const id of present) postings[id]!.forEach(ask);
      for (const word of question.source.trim().split(' ')) bySource.get(word)?.forEach(ask);
      unguarded.forEach(ask);
    },
  };
  return table;
}

/** For each number, the last round in which it was seen. */
class Stamps {
  in = new Int32Array(1 << 10);

  hold(last: number): void {
    if (last < this.in.length) return;
    const from = this.in;
    this.in = new Int32Array(2 * last);
    this.in.set(from);
  }

  isNew(id: number, round: number): boolean {
    if (this.in[id] === round) return false;
    this.in[id] = round;
    return true;
  }
}

function sourceHolder(bySource: Map<string, number[]>, word: string): number[] {
  const known = bySource.get(word) ?? [];
  bySource.set(word, known);
  return known;
}

interface Translation {
  readonly lang: string | undefined;
  readonly runOf: (text: number) => readonly number[];
  readonly leaves: Book['leaves'];
}

function translate(codes: Int32Array, at: number, to: Translation): Translated {
  const op = opOf(codes[at]!);
  switch (op) {
    case OP.term:
    case OP.title:
      return translateText(to.runOf(codes[at + 1]!), op === OP.title);
    case OP.leaf: {
      const leaf = to.leaves[codes[at + 1]!]!;
      return leaf.kind === 'lang' ? sameLanguage(to.lang, leaf.value) : makeCode(OP.leaf, [codes[at + 1]!]);
    }
    case OP.not: {
      const part = translate(codes, at + 1, to);
      if (typeof part === 'object') return makeCode(OP.not, part);
      return part === undefined ? undefined : !part;
    }
    default:
      return translateList(
        op === OP.and,
        partsOf(codes, at).map((part) => translate(codes, part, to)),
      );
  }
}

function translateText(run: readonly number[], isTitle: boolean): Translated {
  if (run.length === 0) return undefined;
  if (run.length === 1) return makeCode(isTitle ? OP.title : OP.term, run);
  return makeCode(isTitle ? OP.titleRun : OP.run, run);
}

function translateList(isAnd: boolean, parts: readonly Translated[]): Translated {
  // One "no" settles a list of which all must hold, one "yes" the other kind.
  if (parts.includes(!isAnd)) return !isAnd;
  const open = parts.filter((part) => typeof part === 'object');
  if (open.length > 0) return makeList(isAnd ? OP.and : OP.or, open);
  return parts.includes(isAnd) ? isAnd : undefined;
}

function partsOf(codes: Int32Array, at: number): number[] {
  const parts: number[] = [];
  const end = at + lengthOf(codes[at]!);
  for (let part = at + 1; part < end; part += lengthOf(codes[part]!)) parts.push(part);
  return parts;
}

/** Any of its guards being there is the whole answer: one word, or words with OR. */
function isSure(codes: Int32Array, at: number): boolean {
  const op = opOf(codes[at]!);
  return op === OP.term || (op === OP.or && partsOf(codes, at).every((part) => opOf(codes[part]!) === OP.term));
}

interface Guarded {
  /** Numbers of terms, words of a source. */
  readonly guards: readonly (number | string)[];
  /** The share of articles that it lets through, at a guess; only speed hangs on it. */
  readonly cost: number;
}

interface Rarity {
  readonly shares: readonly number[];
  readonly leaves: Book['leaves'];
}

const SOURCE_COST = 0.02;
const TITLE_FACTOR = 0.2;

function guardsOf(codes: Int32Array, at: number, rarity: Rarity): Guarded | undefined {
  const op = opOf(codes[at]!);
  switch (op) {
    case OP.not:
      return undefined;
    case OP.leaf: {
      const leaf = rarity.leaves[codes[at + 1]!]!;
      return leaf.kind === 'source' ? { guards: [firstWord(leaf.words)], cost: SOURCE_COST } : undefined;
    }
    case OP.and:
    case OP.or: {
      const parts = partsOf(codes, at).map((part) => guardsOf(codes, part, rarity));
      return op === OP.and ? cheapest(parts) : together(parts);
    }
    default: {
      const run = codes.subarray(at + 1, at + lengthOf(codes[at]!));
      const { shares } = rarity;
      const rarest = run.reduce((a, b) => (shares[b]! < shares[a]! ? b : a));
      return { guards: [rarest], cost: shares[rarest]! * (op === OP.title || op === OP.titleRun ? TITLE_FACTOR : 1) };
    }
  }
}

function firstWord(name: string): string {
  return name.trim().split(' ', 1)[0]!;
}

function cheapest(parts: readonly (Guarded | undefined)[]): Guarded | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? undefined : known.reduce((a, b) => (b.cost < a.cost ? b : a));
}

function together(parts: readonly (Guarded | undefined)[]): Guarded | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  return {
    guards: [...new Set(known.flatMap((part) => part.guards))],
    cost: known.reduce((sum, part) => sum + part.cost, 0),
  };
}

/** An article in numbers. */
interface Page {
  readonly codes: Int32Array;
  readonly terms: Int32Array;
  readonly titles: Int32Array;
  readonly round: number;
  readonly title: Int32Array;
  readonly text: Int32Array;
  readonly book: Book;
  readonly question: Question;
}

function holds(page: Page, at: number): boolean {
  const { codes } = page;
  const head = codes[at]!;
  switch (opOf(head)) {
    case OP.term:
      return page.terms[codes[at + 1]!] === page.round;
    case OP.title:
      return page.titles[codes[at + 1]!] === page.round;
    case OP.leaf:
      return leafHolds(page, codes[at + 1]!);
    case OP.run:
      return holdsRun(page, at, page.terms);
    case OP.titleRun:
      return holdsRun(page, at, page.titles);
    case OP.not:
      return !holds(page, at + 1);
    default:
      return holdsList(page, at);
  }
}

function holdsList(page: Page, at: number): boolean {
  const { codes } = page;
  const head = codes[at]!;
  const isAnd = opOf(head) === OP.and;
  const end = at + lengthOf(head);
  for (let part = at + 1; part < end; part += lengthOf(codes[part]!)) if (holds(page, part) !== isAnd) return !isAnd;
  return isAnd;
}

/** All the terms in a row; where they stand is asked once all are there. */
function holdsRun(page: Page, at: number, stamps: Int32Array): boolean {
  const { codes, round } = page;
  const end = at + lengthOf(codes[at]!);
  for (let i = at + 1; i < end; i++) if (stamps[codes[i]!] !== round) return false;
  const run = codes.subarray(at + 1, end);
  return containsRun(page.title, run) || (stamps === page.terms && containsRun(page.text, run));
}

function containsRun(list: Int32Array, run: Int32Array): boolean {
  for (let from = list.indexOf(run[0]!); from !== -1; from = list.indexOf(run[0]!, from + 1)) {
    if (run.every((term, i) => list[from + i] === term)) return true;
  }
  return false;
}

function leafHolds({ question, book }: Page, number: number): boolean {
  const leaf = book.leaves[number]!;
  if (leaf.kind === 'since') return question.doc.time >= (leaf.from ?? question.now - (leaf.ms ?? 0));
  return leaf.kind === 'source' && question.source.includes(leaf.words);
}
