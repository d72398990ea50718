// The best documents of a shelf for weighted terms: every list is added up, so that nothing that fits is missed. A document
// that has only terms which together weigh too little is passed over (MaxScore: Turtle & Flood 1995).

import { addScores, addToScores, type PostingList, type Reading, readList, type Sums } from './posting-list.ts';
import type { Shelf } from './shelf.ts';
import type { Scored, Top } from './top.ts';
import { IN_TITLE, MOST_WEIGHT } from './weigh-terms.ts';

/** One term of a question. */
export interface AskedTerm {
  readonly term: string;
  /** 0: it only narrows. */
  readonly weight: number;
  /** The conditions (bits) that a document meets by holding the term at all, and by holding it in its headline. */
  readonly meets: number;
  readonly meetsInTitle: number;
}

export interface ScoreAsk {
  /** All of these conditions must be met… */
  readonly needs: number;
  /** …and none of these. */
  readonly refuses: number;
  /** By a document's id: whether the asker may see it. */
  readonly allowed: Uint8Array;
  /** Minutes since 1970. */
  readonly since: number;
  readonly now: number;
  /** What is left to see of a document that meets all of this: asked last, for it may cost more. By its id. */
  readonly fits?: ((id: number) => boolean) | undefined;
}

/** A week old counts as half as fresh as new; all of freshness moves a score by a tenth. */
const HALF_LIFE_MINUTES = 7 * 1440;
const FRESHNESS = 0.1;

export function freshness(minute: number, now: number): number {
  return 1 + FRESHNESS * 2 ** (-Math.max(0, now - minute) / HALF_LIFE_MINUTES);
}

/** Taken again for the next shelf: searches come one at a time. All scores are 0 between two. */
interface Desk extends Sums {
  met: Uint32Array;
  readonly reading: Reading;
}

const desk: Desk = {
  scores: new Float64Array(0),
  met: new Uint32Array(0),
  touched: new Uint32Array(0),
  count: 0,
  reading: { docs: new Uint32Array(0), marks: new Uint8Array(0) },
};

/** Offers `top` what is found. `lists` are the shelf's for each of `terms`: the heaviest first, where it is to be fast. */
export function scoreShelf(
  shelf: Shelf,
  { terms, lists }: { readonly terms: readonly AskedTerm[]; readonly lists: readonly (PostingList | undefined)[] },
  ask: ScoreAsk,
  top: Top,
): void {
  prepareDesk(shelf.size, ask);
  // Always in the order of the terms: sums of the same numbers in another order are not the same to the last bit.
  const opening = countOpening(terms, lists, top.floor / freshness(shelf.newest, ask.now));
  for (const [i, term] of terms.entries()) {
    const list = lists[i];
    if (list !== undefined) addList(list, term, i < opening);
  }
  offerBest(shelf, ask, top);
}

/** Stands for no score, and is lost in any sum. */
const NOTHING = Number.MIN_VALUE;

/** What each of these documents scores, without freshness; nothing else on the shelf is looked at. */
export function scoreDocs(
  { size }: Shelf,
  docs: readonly number[],
  { weights, lists }: { readonly weights: readonly number[]; readonly lists: readonly (PostingList | undefined)[] },
): number[] {
  prepareDesk(size, { needs: 0, refuses: 0 });
  const { scores } = desk;
  for (const doc of docs) scores[doc] = NOTHING;
  for (const [i, list] of lists.entries()) if (list !== undefined) addToScores(list, weights[i] as number, desk);
  return docs.map((doc) => {
    const score = scores[doc]!;
    scores[doc] = 0;
    return score === NOTHING ? 0 : score;
  });
}

/** How many of the first terms bring documents: with what comes after them alone, none reaches `least`. */
function countOpening(terms: readonly AskedTerm[], lists: readonly (PostingList | undefined)[], least: number): number {
  let rest = 0;
  for (let i = terms.length; i > 0; i--) {
    if (lists[i - 1] !== undefined) rest += (terms[i - 1] as AskedTerm).weight * MOST_WEIGHT;
    // A hair more than the sum, which adds up in another order than the scores.
    if (rest * (1 + 1e-9) >= least) return i;
  }
  return 0;
}

function prepareDesk(size: number, { needs, refuses }: Pick<ScoreAsk, 'needs' | 'refuses'>): void {
  if (desk.scores.length < size) {
    desk.scores = new Float64Array(size * 2);
    desk.met = new Uint32Array(size * 2);
    desk.touched = new Uint32Array(size * 2);
  } else if (needs !== 0 || refuses !== 0) desk.met.fill(0, 0, size);
  desk.count = 0;
}

function addList(list: PostingList, { weight, meets, meetsInTitle }: AskedTerm, opens: boolean): void {
  const { reading, met } = desk;
  if (weight > 0 && opens) addScores(list, weight, desk);
  else if (weight > 0) addToScores(list, weight, desk);
  if (meets === 0 && meetsInTitle === 0) return;
  const count = readList(list, reading);
  const { docs, marks } = reading;
  for (let n = 0; n < count; n++) met[docs[n]!]! |= marks[n]! >= IN_TITLE ? meets | meetsInTitle : meets;
}

function offerBest({ ids, minutes, newest }: Shelf, ask: ScoreAsk, top: Top): void {
  const { allowed, since, now } = ask;
  const waiting: Scored[] = [];
  const { scores, met, touched, count } = desk;
  // What cannot get in even if it were the newest of the shelf is passed over.
  const freshest = freshness(newest, now);
  let least = top.floor / freshest;
  for (let n = 0; n < count; n++) {
    const doc = touched[n]!;
    const score = scores[doc]!;
    scores[doc] = 0;
    if (score < least) continue;
    if (!meets(met[doc]!, ask)) continue;
    if (allowed[ids[doc]!] !== 1 || minutes[doc]! < since) continue;
    const fresh = score * freshness(minutes[doc]!, now);
    if (ask.fits === undefined) top.offer(ids[doc]!, fresh, minutes[doc]!);
    else waiting.push({ id: ids[doc]!, score: fresh, minute: minutes[doc]! });
    least = top.floor / freshest;
  }
  if (ask.fits !== undefined) offerFitting(waiting, ask.fits, top);
}

/** The best are asked first, so that those behind them need not be. */
function offerFitting(waiting: Scored[], fits: (id: number) => boolean, top: Top): void {
  waiting.sort((a, b) => b.score - a.score);
  for (const { id, score, minute } of waiting) {
    if (score < top.floor) return;
    if (fits(id)) top.offer(id, score, minute);
  }
}

/** Where nothing is needed or refused, whatever stands there from before will do. */
function meets(met: number, { needs, refuses }: ScoreAsk): boolean {
  return (met & needs) === needs && (met & refuses) === 0;
}
