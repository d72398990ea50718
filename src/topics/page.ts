// Whether a query in numbers holds of an article in numbers.

import type { MatchDoc } from './match.ts';
import { type Condition, lengthOf, OP, opOf } from './programs.ts';

export interface Question {
  readonly doc: MatchDoc;
  /** Its source's name and host, as folded words between blanks. */
  readonly source: string;
  readonly now: number;
}

/** An article in numbers. */
export interface Page {
  readonly codes: Int32Array;
  readonly terms: Int32Array;
  readonly titles: Int32Array;
  readonly round: number;
  readonly title: Int32Array;
  readonly text: Int32Array;
  readonly leaves: readonly Condition[];
  readonly question: Question;
}

export function holds(page: Page, at: number): boolean {
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

function leafHolds({ question, leaves }: Page, number: number): boolean {
  const leaf = leaves[number]!;
  if (leaf.kind === 'since') return question.doc.time >= (leaf.from ?? question.now - (leaf.ms ?? 0));
  return leaf.kind === 'source' && question.source.includes(leaf.words);
}
