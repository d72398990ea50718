// The distinct words and phrases of all queries, numbered, and what the analyser of each language makes of them.

import { shareOf } from '../stories/idf.ts';
import { guessLanguage, toTerms } from '../text/terms.ts';
import { hasTerms, type Prepared, type Verdict } from './match.ts';
import type { TextQuery } from './query.ts';

/** What the atoms are in one language; made when its first article comes. */
interface LanguageTable {
  readonly lang: string | undefined;
  readonly runs: (readonly string[])[];
  /** Atoms by the rarest term of their run. */
  readonly byTerm: Map<string, number[]>;
  /** Atoms that are stop words here: they say nothing, so what they guard must be asked always. */
  readonly silent: Set<number>;
}

/** The atoms' answers about one document. */
export interface Hearing<Entry> {
  verdict(atom: number): Verdict;
  /** Shows what is guarded by the atoms that are there. */
  eachGuarded(visit: (entries: readonly Entry[], isThere: boolean) => void): void;
}

export interface Atoms<Entry> {
  /** The number of a word or phrase. */
  take(leaf: TextQuery): number;
  leaf(atom: number): TextQuery;
  /** Counts users; without any the atom is forgotten. */
  use(atom: number, change: 1 | -1): void;
  guarded(atom: number): Entry[];
  hear(doc: Prepared): Hearing<Entry>;
}

export function createAtoms<Entry>(): Atoms<Entry> {
  const numbers = new Map<string, number>();
  const leaves: TextQuery[] = [];
  const users: number[] = [];
  const holders: Entry[][] = [];
  const free: number[] = [];
  const tables = new Map<string, LanguageTable>();
  const memory: Memory = { round: 0, askedIn: [], answers: [] };

  const tableOf = (lang: string | undefined): LanguageTable => {
    const known = tables.get(lang ?? '');
    if (known !== undefined) return known;
    const table: LanguageTable = { lang, runs: [], byTerm: new Map(), silent: new Set() };
    for (const atom of numbers.values()) file(table, atom, leaves[atom]!);
    tables.set(lang ?? '', table);
    return table;
  };
  return {
    take(leaf) {
      const key = keyOf(leaf);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const atom = free.pop() ?? leaves.length;
      numbers.set(key, atom);
      leaves[atom] = leaf;
      users[atom] = 0;
      holders[atom] = [];
      for (const table of tables.values()) file(table, atom, leaf);
      return atom;
    },
    leaf: (atom) => leaves[atom]!,
    use(atom, change) {
      users[atom]! += change;
      if (users[atom]! > 0) return;
      numbers.delete(keyOf(leaves[atom]!));
      for (const table of tables.values()) unfile(table, atom);
      free.push(atom);
    },
    guarded: (atom) => holders[atom]!,
    hear: (doc) => hear(doc, tableOf(doc.doc.lang), { leaves, holders }, memory),
  };
}

function keyOf(leaf: TextQuery): string {
  return `${leaf.title ? 'title:' : ''}${leaf.text}`;
}

function file(table: LanguageTable, atom: number, leaf: TextQuery): void {
  const run = toTerms(leaf.text, table.lang ?? guessLanguage(leaf.text));
  table.runs[atom] = run;
  if (run.length === 0) {
    table.silent.add(atom);
    return;
  }
  const own = table.byTerm.get(rarest(run, table.lang));
  if (own === undefined) table.byTerm.set(rarest(run, table.lang), [atom]);
  else own.push(atom);
}

function unfile(table: LanguageTable, atom: number): void {
  const own = table.byTerm.get(rarest(table.runs[atom]!, table.lang)) ?? [];
  if (own.includes(atom)) own.splice(own.indexOf(atom), 1);
  table.silent.delete(atom);
  table.runs[atom] = [];
}

function rarest(run: readonly string[], lang: string | undefined): string {
  return run.reduce((a, b) => (shareOf(b, lang ?? 'en') < shareOf(a, lang ?? 'en') ? b : a), run[0] ?? '');
}

/** Answers of one round, kept by the atom's number: a round costs nothing to begin. */
interface Memory {
  round: number;
  readonly askedIn: number[];
  readonly answers: Verdict[];
}

function hear<Entry>(doc: Prepared, table: LanguageTable, atoms: Shelf<Entry>, memory: Memory): Hearing<Entry> {
  memory.round += 1;
  const { round, askedIn, answers } = memory;
  const verdict = (atom: number): Verdict => {
    if (askedIn[atom] === round) return answers[atom];
    askedIn[atom] = round;
    answers[atom] = hasTerms(table.runs[atom]!, atoms.leaves[atom]!.title, doc);
    return answers[atom];
  };
  return {
    verdict,
    eachGuarded(visit) {
      const show = (atom: number): void => {
        const held = atoms.holders[atom]!;
        if (held.length > 0 && verdict(atom) === true) visit(held, true);
      };
      for (const term of doc.terms) table.byTerm.get(term)?.forEach(show);
      for (const atom of table.silent) visit(atoms.holders[atom]!, false);
    },
  };
}

interface Shelf<Entry> {
  readonly leaves: readonly TextQuery[];
  readonly holders: readonly (readonly Entry[])[];
}
