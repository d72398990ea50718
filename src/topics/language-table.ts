// All queries as one language sees them, each filed under its guard: an article is shown what its own terms guard.

import { shareOf } from '../stories/idf.ts';
import { typedTerms } from '../text/terms.ts';
import { guardsOf, isSure } from './guard.ts';
import { holds, type Page, type Question } from './page.ts';
import { type Condition, createPrograms, makeCode, OP, type Programs } from './programs.ts';
import { translate } from './translate.ts';

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

const FILED_AT_ONCE = 64;
/** What a guard holds of an entry beside its number: the guard alone is the answer; it stands under other guards, too. */
const MARK_BITS = 2;
const SURE = 1;
const SHARED = 2;

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
    const run = typedTerms(book.texts[text]!, lang).map(numberOf);
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
      const holders = holdersOf(entry);
      const sure = isSure(programs.codes, programs.startOf(entry)) ? SURE : 0;
      const mark = (entry << MARK_BITS) | sure | (holders.length > 1 ? SHARED : 0);
      for (const holder of holders) holder.push(mark);
    },
    unfile(entry) {
      if (programs.startOf(entry) < 0) return;
      for (const holder of holdersOf(entry)) {
        const at = holder.findIndex((mark) => mark >> MARK_BITS === entry);
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
      const page: Page = {
        codes,
        terms: seen.terms.in,
        titles: seen.titles.in,
        round,
        title,
        text,
        leaves: book.leaves,
        question,
      };
      const ask = (marks: readonly number[]): void => {
        for (const mark of marks) {
          const entry = mark >> MARK_BITS;
          const isNew = (mark & SHARED) === 0 || seen.entries.isNew(entry, round);
          if (isNew && ((mark & SURE) !== 0 || holds(page, programs.startOf(entry)))) visit(entry);
        }
      };
      for (const id of present) ask(postings[id]!);
      for (const word of new Set(question.source.trim().split(' '))) ask(bySource.get(word) ?? []);
      ask(unguarded);
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
