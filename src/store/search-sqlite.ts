// Searches over the shelves, in SQLite's own words (without Kysely): it runs in the search thread. What an asker gets
// hangs on nothing but the articles of the scope: what others read moves neither order nor counts.

import type { DatabaseSync } from 'node:sqlite';
import type { ArticleId } from '../articles/article.ts';
import { countAllowed } from '../postings/posting-list.ts';
import { type AskedTerm, type ScoreAsk, scoreShelf } from '../postings/score-shelf.ts';
import { toMinute } from '../postings/shelf.ts';
import { createTop, type Scored, type Top } from '../postings/top.ts';
import { weighQuestion } from '../postings/weigh-question.ts';
import type { SearchAsk, SearchFound, SearchHit } from './contract.ts';
import type { AnswerTo, Searcher, SearchQuestion } from './search-jobs.ts';
import { LANGUAGE_TERMS } from './search-languages.ts';
import { findMarks } from './search-marks.ts';
import { toPlan } from './search-plan.ts';
import { createRowReader } from './search-rows.ts';
import { createScopeMasks } from './search-scope.ts';
import { createSequenceReader, type PhraseCheck } from './search-sequences.ts';
import { createShelfReader, type Lists, type StoredShelf } from './search-shelves.ts';
import { findSimilar } from './search-similar.ts';
import { countHeld, isWhole, toView, type View } from './search-view.ts';

/** The newest articles of a scope, which answer most of its questions. */
const HOT = 100_000;
/** Fewer hits than that, and the archive is looked through as well. */
const ENOUGH = 10;
/** Entries of lists in the archive that are added up where the newest articles have enough: some milliseconds. */
const CHEAP = 1_000_000;

type Ask<Kind extends SearchQuestion['kind']> = Extract<SearchQuestion, { kind: Kind }>;

/** `hot`: how many of a scope's newest articles are looked at first. */
export function createSearcher(database: DatabaseSync, { hot = HOT }: { readonly hot?: number } = {}): Searcher {
  const masks = createScopeMasks(database);
  const reader = createShelfReader(database);
  const sequences = createSequenceReader(database);
  const readRows = createRowReader(database);
  const viewOf = (owners: readonly string[], sourceIds?: readonly number[]): View =>
    toView(masks.of({ owners, sourceIds }), reader.shelves(), hot);
  const answers = {
    candidates: ({ owners, ask }: Ask<'candidates'>, deadline: number) =>
      findCandidates(viewOf(owners, ask.sourceIds), ask, {
        phrases: (ask.phrases ?? []).length === 0 ? undefined : sequences.check(ask.phrases ?? []),
        deadline,
      }),
    marks: ({ owners, ask }: Ask<'marks'>) => findMarks(viewOf(owners), ask),
    languages: ({ owners }: Ask<'languages'>) => findLanguages(viewOf(owners)),
    similar: ({ owners, term, near, begun }: Ask<'similar'>, deadline: number) =>
      findSimilar(viewOf(owners), { typed: term, near, begun, deadline }),
    rows: ({ sql, parameters }: Ask<'rows'>) => readRows(sql, parameters),
  };
  return {
    answer: <Question extends SearchQuestion>(question: Question, deadline: number) =>
      (answers[question.kind] as (question: SearchQuestion, deadline: number) => unknown)(
        question,
        deadline,
      ) as AnswerTo<Question>,
  };
}

/** Newest are looked at first, so that a search that runs out of time has missed the oldest. */
function findCandidates(
  view: View,
  ask: SearchAsk,
  { phrases, deadline }: { readonly phrases: PhraseCheck | undefined; readonly deadline: number },
): SearchFound {
  const { terms: asked, ...conditions } = toPlan(ask);
  const found = view.hot.map((shelf) => shelf.lists(asked.map(({ term }) => term)));
  const held = new Map(asked.map(({ term }, i) => [term, countHeld(view, found, i)]));
  const weights = weighQuestion(ask, { total: view.total, held: (term) => held.get(term) ?? 0 });
  const { terms, places } = heaviestFirst(asked.map((one) => ({ ...one, weight: weights.get(one.term) ?? 0 })));
  const lists = found.map((ofShelf) => places.map((place) => ofShelf[place]));
  const look: Look = {
    terms,
    ...conditions,
    allowed: view.allowed,
    since: ask.since === undefined ? 0 : toMinute(ask.since),
    now: toMinute(ask.now),
    top: createTop(ask.limit),
    fits: phrases?.holds,
    unknown: new Set(ask.terms.map(({ term }) => term)),
  };
  for (const [term, count] of held) if (count > 0) look.unknown.delete(term);
  for (const [i, shelf] of view.hot.entries()) lookAt(shelf, lists[i] as Lists, look);
  const archive = lookThrough(view.archive, forArchive(view, ask, lists, look), deadline);
  return { found: look.top.sorted().map((hit) => toHit(hit, phrases?.unsure)), unknown: [...look.unknown], archive };
}

function heaviestFirst(terms: readonly AskedTerm[]) {
  const sorted = [...terms.entries()].sort(([, a], [, b]) => b.weight - a.weight);
  return { terms: sorted.map(([, term]) => term), places: sorted.map(([place]) => place) };
}

function toHit({ id, score, minute }: Scored, unsure: ReadonlySet<number> | undefined): SearchHit {
  const hit = { articleId: id as ArticleId, score, at: minute * 60_000 };
  return unsure?.has(id) ? { ...hit, isUnsure: true } : hit;
}

/**
 * What is looked for in the archive: everything where it is asked for or needed; where the newest articles have enough,
 * if it is cheap.
 */
function forArchive(view: View, ask: SearchAsk, lists: readonly Lists[], look: Look): Look {
  if (ask.since !== undefined || look.top.size < Math.min(ENOUGH, ask.limit)) return look;
  return costOfArchive(view, lists) > CHEAP ? { ...look, terms: [] } : look;
}

/** As many entries for each article there as on the hot shelves. */
function costOfArchive({ hot, archive }: View, lists: readonly Lists[]): number {
  const entries = lists.flat().reduce((sum, list) => sum + (list?.count ?? 0), 0);
  return (entries * sizeOf(archive)) / Math.max(1, sizeOf(hot));
}

function sizeOf(shelves: readonly StoredShelf[]): number {
  return shelves.reduce((sum, { size }) => sum + size, 0);
}

interface Look extends ScoreAsk {
  readonly terms: readonly AskedTerm[];
  readonly top: Top;
  /** What nobody in scope has written, as far as was looked. */
  readonly unknown: Set<string>;
}

function lookAt(shelf: StoredShelf, lists: Lists, { terms, top, ...ask }: Look): void {
  if (shelf.newest >= ask.since) scoreShelf(shelf, { terms, lists }, ask, top);
}

/** Whether there was anything to look through. */
function lookThrough(shelves: readonly StoredShelf[], look: Look, deadline: number): boolean {
  let looked = false;
  for (const shelf of look.terms.length === 0 ? [] : shelves) {
    if (performance.now() > deadline) break;
    const isAsked = shelf.newest >= look.since;
    looked ||= isAsked;
    // What older articles say is known, even where they are not asked for.
    const terms = isAsked ? look.terms : look.terms.filter(({ term }) => look.unknown.has(term));
    const lists = shelf.lists(terms.map(({ term }) => term));
    meetUnknown(shelf, { terms, lists }, look);
    lookAt(shelf, lists, look);
  }
  return looked;
}

function meetUnknown(
  { ids }: StoredShelf,
  { terms, lists }: { readonly terms: readonly AskedTerm[]; readonly lists: Lists },
  { unknown, allowed }: Look,
): void {
  for (const [i, { term }] of terms.entries()) {
    const list = unknown.has(term) ? lists[i] : undefined;
    if (list !== undefined && countAllowed(list, ids, allowed, 1) > 0) unknown.delete(term);
  }
}

function findLanguages(view: View): string[] {
  const found = new Set<string>();
  for (const shelf of view.hot) {
    for (const term of shelf.languages()) {
      const list = found.has(term) || isWhole(view, shelf) ? undefined : shelf.list(term);
      const isSeen = list !== undefined && countAllowed(list, shelf.ids, view.allowed, 1) > 0;
      if (isWhole(view, shelf) || isSeen) found.add(term);
    }
  }
  return [...found].map((term) => term.slice(LANGUAGE_TERMS[0].length)).sort();
}
