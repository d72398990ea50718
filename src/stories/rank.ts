// The order in which found articles are shown, the same for /search, /topic and the command line's `rank`. An engine
// finds by weighted words; what makes the order is decided here: the best hits' own words help to find what says it
// differently, an event's days hold together, and what more publishers tell comes first.

import { MARKING_SHARE, type Question, type QuestionTerm } from '../postings/weigh-question.ts';
import { shareOf } from './idf.ts';

/** A hit of the engine: by text and freshness, best first. */
export interface EngineHit<Id> {
  readonly id: Id;
  readonly score: number;
  /** Milliseconds in UTC; undefined where it is not known. */
  readonly at: number | undefined;
}

export interface RankDeps<Id> {
  find(question: Question): Promise<readonly EngineHit<Id>[]>;
  /** The terms of these; what is gone is left out. */
  read(ids: readonly Id[]): Promise<ReadonlyMap<Id, DocTerms>>;
  /** How many publishers tell the story of each, in the asker's scope; left out: one. */
  publishers(ids: readonly Id[]): Promise<ReadonlyMap<Id, number>>;
}

export interface DocTerms {
  readonly titleTerms: readonly string[];
  readonly textTerms: readonly string[];
  readonly lang: string | undefined;
}

export interface Ranked<Id> {
  readonly id: Id;
  readonly score: number;
}

/** Of so many best hits, so many words are asked for as well: where fewer were typed they are a subject, and gain nothing. */
const FEEDBACK_DOCS = 4;
const FEEDBACK_TERMS = 40;
const FEEDBACK_WORDS = 3;
/** Words in more of the news than this cost the engine most and mark nothing. */
const COMMON = 0.05;
/** So many hits are put in order again by their days. */
const REORDERED = 40;
const BURST_DOCS = 5;
const BURST_MS = 0.7 * 86_400_000;
/** How much that may lift a hit; a query of so many words describes an event, one word is a subject. */
const BURST_SHARE = 3;
const EVENT_WORDS = 6;
/** All of breadth moves a score by a tenth: eight publishers are as broad as it gets. */
const BREADTH = 0.1;
const BROADEST = 3;

/** Best first. `words`: how many were typed. */
export async function rankHits<Id>(
  { terms, words }: { readonly terms: readonly QuestionTerm[]; readonly words: number },
  deps: RankDeps<Id>,
): Promise<Ranked<Id>[]> {
  const first = await deps.find({ terms });
  if (first.length === 0) return [];
  const marking = words < FEEDBACK_WORDS ? [] : await markingTerms(first.slice(0, FEEDBACK_DOCS), deps);
  const found = marking.length === 0 ? first : withFirst(await deps.find({ terms, marking }), first);
  const share = BURST_SHARE * Math.min(1, (words - 1) / EVENT_WORDS);
  const publishers = await deps.publishers(found.map(({ id }) => id));
  const broad = found.map((hit) => ({ ...hit, score: hit.score * breadth(publishers.get(hit.id) ?? 1) }));
  return liftBursts(broad.sort(byScore), share).map(({ id, score }) => ({ id, score }));
}

/** What the second question found no more (it looks less far back) keeps what it had for the asked words. */
function withFirst<Id>(second: readonly EngineHit<Id>[], first: readonly EngineHit<Id>[]): EngineHit<Id>[] {
  const found = new Set(second.map(({ id }) => id));
  const rest = first.filter(({ id }) => !found.has(id));
  return [...second, ...rest.map((hit) => ({ ...hit, score: hit.score * (1 - MARKING_SHARE) }))];
}

function breadth(publishers: number): number {
  return 1 + BREADTH * Math.min(1, Math.log2(Math.max(1, publishers)) / BROADEST);
}

function byScore(a: { readonly score: number }, b: { readonly score: number }): number {
  return b.score - a.score;
}

/** The words that mark the best hits. */
async function markingTerms<Id>(hits: readonly EngineHit<Id>[], deps: RankDeps<Id>): Promise<QuestionTerm[]> {
  const docs = await deps.read(hits.map(({ id }) => id));
  const total = hits.reduce((sum, { score }) => sum + score, 0);
  const model = new Map<string, { term: string; usual: number; weight: number }>();
  for (const { id, score } of hits) {
    const doc = docs.get(id);
    if (doc === undefined) continue;
    const length = doc.titleTerms.length + doc.textTerms.length;
    const add = (term: string, count: number): void => {
      const known = model.get(term) ?? { term, usual: shareOf(term, doc.lang ?? 'en'), weight: 0 };
      known.weight += (count / length) * (score / total);
      model.set(term, known);
    };
    for (const term of doc.titleTerms) add(term, 3);
    for (const term of doc.textTerms) add(term, 1);
  }
  return [...model.values()]
    .filter(({ usual }) => usual < COMMON)
    .map((one) => ({ ...one, guess: -Math.log(one.usual) * one.weight }))
    .sort((a, b) => b.guess - a.guess || (a.term < b.term ? -1 : 1))
    .slice(0, FEEDBACK_TERMS);
}

/** An event is written about within days: a hit gains by the good hits around its time. */
function liftBursts<Hit extends EngineHit<unknown>>(hits: readonly Hit[], share: number): Hit[] {
  const top = hits.slice(0, BURST_DOCS);
  const sum = top.reduce((all, { score }) => all + score ** 2, 0);
  const lift = (hit: Hit): number => {
    if (hit.at === undefined) return 1;
    const { at } = hit;
    const near = top.reduce((all, other) => {
      if (other === hit || other.at === undefined) return all;
      return all + other.score ** 2 * Math.exp(-Math.abs(at - other.at) / BURST_MS);
    }, 0);
    return 1 + (share * near) / sum;
  };
  const lifted = hits.slice(0, REORDERED).map((hit) => ({ ...hit, score: hit.score * lift(hit) }));
  return [...lifted.sort(byScore), ...hits.slice(REORDERED)];
}
