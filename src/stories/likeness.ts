// How alike two articles are, seen through several windows at once: headline, headline and lead, all that was read,
// names and numbers. One pass over the second article's terms, against the first one spread out on a table.

import { isCut, isUnmarked } from './find-names.ts';
import type { Lexicon } from './lexicon.ts';
import { IN_TITLE, IS_NAME, type Profile, TEXT_WORDS } from './profile.ts';
import { createUnits, type Part, type SharedTerm } from './shared-units.ts';

export interface Likeness {
  /** Cosines of weighted terms. */
  readonly title: number;
  readonly lead: number;
  readonly body: number;
  readonly names: number;
  /** What stands in headline and lead and is no name: what happened, rather than to whom. */
  readonly deeds: number;
  /** Share of the first one's headline, by weight, found in the second one's lead; and the other way round. */
  readonly titleInLead: number;
  readonly leadInTitle: number;
  /** Share of the first one's headline, by weight, found anywhere in what was read of the second. */
  readonly titleFound: number;
  /** The same both ways, of what is neither name nor office: what one headline says that happened, and the other one's text, too. */
  readonly found: number;
  /** The lead's cosine without the two words or names that speak loudest for it; where names come in pieces, three. */
  readonly beyond: number;
  /** The same without offices and the three loudest; where names come in pieces, five: more than who and where. */
  readonly further: number;
  /** Weights of the rarest words or names that headline and lead share. */
  readonly rarest: number;
  readonly second: number;
  readonly third: number;
  /** How many words or names of weight they share in headline and lead. */
  readonly shared: number;
  /** Weight of the rarest that is neither name nor office: what happened, rather than who or where. */
  readonly told: number;
  /** Weight of the second rarest word that they share, each word of a name counted. */
  readonly secondWord: number;
}

const LOG = Float64Array.from({ length: 8 }, (_, n) => (n === 0 ? 0 : 1 + Math.log(n)));
const RARE = 4.5;
/** No capital holds the words of a name together, or words are written in syllables. */
const IN_PIECES = new Set('ar bn fa he hi ka mr ta te th ur vi'.split(' '));

/** Makes a measure from one article to any number of others of its language. */
export function createLikeness(lexicon: Lexicon): (from: Profile) => (to: Profile) => Likeness {
  let marks = new Uint8Array(1 << 14);
  let idfs = new Float64Array(1 << 14);
  let places = new Uint16Array(1 << 14);
  const toUnits = createUnits();
  let spread: Profile | undefined;
  /** Of the articles that were compared since rarities last changed. */
  const known = new Map<Profile, Norms>();
  let epoch = 0;
  const normsOf = (profile: Profile): Norms => {
    if (epoch !== lexicon.epoch) known.clear();
    epoch = lexicon.epoch;
    const met = known.get(profile);
    if (met !== undefined) return met;
    const made = norms();
    const { ids, marks: own } = profile;
    for (let i = 0; i < ids.length; i++) {
      const idf = lexicon.idf(ids[i]!);
      addNorms(made, own[i]!, idf);
      if (isTitleDeed(own[i]!) && !profile.offices.includes(i)) made.titleDeeds += idf;
    }
    known.set(profile, made);
    return made;
  };
  /**
   * Where no capital tells a name, what the table does not list is taken for one; where names are cut into pieces, anything
   * may be a piece.
   */
  const nameIn = (lang: string): ((id: number) => boolean) => {
    if (isCut(lang)) return () => true;
    return isUnmarked(lang) ? (id) => !lexicon.isListed(id) : () => false;
  };
  const clear = (): void => {
    for (const id of spread?.ids ?? []) marks[id] = 0;
  };
  const grow = (last: number): void => {
    if (last < marks.length) return;
    marks = new Uint8Array(last * 2);
    idfs = new Float64Array(last * 2);
    places = new Uint16Array(last * 2);
    spread = undefined;
  };
  return (from) => {
    clear();
    let last = 0;
    for (const id of from.ids) if (id > last) last = id;
    grow(last);
    spread = from;
    const own = normsOf(from);
    for (let i = 0; i < from.ids.length; i++) {
      const id = from.ids[i]!;
      marks[id] = from.marks[i]!;
      idfs[id] = lexicon.idf(id);
      places[id] = i;
    }
    const mayBeName = nameIn(from.lang);
    return (to) => compare({ own, other: normsOf(to), from, to }, { marks, idfs, places, toUnits, mayBeName });
  };
}

interface Norms {
  title: number;
  lead: number;
  body: number;
  names: number;
  deeds: number;
  titleMass: number;
  titleDeeds: number;
}

function norms(): Norms {
  return { title: 0, lead: 0, body: 0, names: 0, deeds: 0, titleMass: 0, titleDeeds: 0 };
}

function isTitleDeed(mark: number): boolean {
  return (mark & (IN_TITLE | IS_NAME)) === IN_TITLE;
}

function addNorms(sum: Norms, mark: number, idf: number): void {
  const square = idf * idf;
  const lead = LOG[(mark >> 2) & 7]!;
  const all = LOG[mark >> 5]!;
  if (mark & IN_TITLE) {
    sum.title += square;
    sum.titleMass += idf;
  }
  if (mark & IS_NAME) sum.names += square;
  else if (lead > 0) sum.deeds += square;
  sum.lead += square * lead * lead;
  sum.body += square * all * all;
}

interface Pair {
  readonly own: Norms;
  readonly other: Norms;
  readonly from: Profile;
  readonly to: Profile;
}

/** The first article, spread out. */
interface Table {
  readonly marks: Uint8Array;
  readonly idfs: Float64Array;
  /** Where each of its terms stands in it. */
  readonly places: Uint16Array;
  readonly toUnits: ReturnType<typeof createUnits>;
  /** For all that its language tells of the term. */
  mayBeName(id: number): boolean;
}

function compare({ own, other, from, to }: Pair, table: Table): Likeness {
  const dot: Sums = {
    title: 0,
    lead: 0,
    body: 0,
    names: 0,
    deeds: 0,
    titleInLead: 0,
    leadInTitle: 0,
    titleFound: 0,
    ownFound: 0,
    otherFound: 0,
  };
  const shared = addAll(dot, to, table);
  const words = shared.map(({ idf }) => idf).sort(descending);
  return {
    title: ratio(dot.title, own.title, other.title),
    lead: ratio(dot.lead, own.lead, other.lead),
    body: ratio(dot.body, own.body, other.body),
    names: ratio(dot.names, own.names, other.names),
    deeds: ratio(dot.deeds, own.deeds, other.deeds),
    titleInLead: own.titleMass === 0 ? 0 : dot.titleInLead / own.titleMass,
    leadInTitle: other.titleMass === 0 ? 0 : dot.leadInTitle / other.titleMass,
    titleFound: own.titleMass === 0 ? 0 : dot.titleFound / own.titleMass,
    found: (share(dot.ownFound, own.titleDeeds) + share(dot.otherFound, other.titleDeeds)) / 2,
    secondWord: words[1] ?? 0,
    ...weigh(table.toUnits(shared, from, to), [dot.lead, own.lead, other.lead], {
      countsOffices: Math.min(from.length, to.length) >= TEXT_WORDS && !isUnmarked(to.lang),
      isInPieces: IN_PIECES.has(to.lang),
    }),
  };
}

type Things = Pick<Likeness, 'beyond' | 'further' | 'rarest' | 'second' | 'third' | 'told' | 'shared'>;

/**
 * The words and names that both leads hold, loudest first. An office tells who: in headlines alone, and where it is part
 * of how names are found, it does not count.
 */
function weigh(
  units: readonly Part[],
  lead: readonly [dot: number, own: number, other: number],
  { countsOffices, isInPieces }: { readonly countsOffices: boolean; readonly isInPieces: boolean },
): Things {
  const offices = units.filter(({ isOffice }) => isOffice);
  const others = units.filter(({ isOffice }) => !isOffice);
  const things = countsOffices ? units : others;
  const loudest = things.slice(0, isInPieces ? 3 : 2);
  const rarities = things.map(({ idf }) => idf).sort(descending);
  return {
    beyond: without(countsOffices ? loudest : [...loudest, ...offices], units, lead),
    further: without([...others.slice(0, isInPieces ? 5 : 3), ...offices], units, lead),
    rarest: rarities[0] ?? 0,
    second: rarities[1] ?? 0,
    third: rarities[2] ?? 0,
    told: others.reduce((most, { idf, isName }) => (isName ? most : Math.max(most, idf)), 0),
    shared: rarities.filter((idf) => idf > RARE).length,
  };
}

/** Cosine of what is left of the leads when these are taken out. */
function without(
  taken: readonly Part[],
  units: readonly Part[],
  [dot, own, other]: readonly [number, number, number],
): number {
  if (units.length <= taken.length) return 0;
  let [rest, a, b] = [dot, own, other];
  for (const unit of taken) {
    rest -= unit.dot;
    a -= unit.own;
    b -= unit.other;
  }
  return ratio(rest, a, b);
}

function descending(a: number, b: number): number {
  return b - a;
}

type Sums = Record<
  | 'title'
  | 'lead'
  | 'body'
  | 'names'
  | 'deeds'
  | 'titleInLead'
  | 'leadInTitle'
  | 'titleFound'
  | 'ownFound'
  | 'otherFound',
  number
>;

/** Answers the terms that both leads hold. */
function addAll(dot: Sums, to: Profile, { marks, idfs, places, mayBeName }: Table): SharedTerm[] {
  const shared: SharedTerm[] = [];
  for (let i = 0; i < to.ids.length; i++) {
    const id = to.ids[i]!;
    const common = id < marks.length ? marks[id]! : 0;
    if (common === 0) continue;
    const idf = idfs[id]!;
    const [ownLead, otherLead] = [leadOf(common), leadOf(to.marks[i]!)];
    addShared(dot, common, to.marks[i]!, idf);
    const isOffice = to.offices.includes(i);
    if (!isOffice) addFound(dot, common, to.marks[i]!, idf);
    if (ownLead === 0 || otherLead === 0) continue;
    const [one, two] = [idf * LOG[ownLead]!, idf * LOG[otherLead]!];
    dot.lead += one * two;
    const isName = ((common | to.marks[i]!) & IS_NAME) !== 0 || mayBeName(id);
    const part = { dot: one * two, own: one * one, other: two * two, idf, isName, isOffice };
    shared.push({ ...part, ownAt: places[id]!, otherAt: i });
  }
  return shared;
}

function leadOf(mark: number): number {
  return (mark >> 2) & 7;
}

function addShared(dot: Sums, own: number, other: number, idf: number): void {
  const square = idf * idf;
  const both = own & other;
  if (both & IN_TITLE) dot.title += square;
  if (both & IS_NAME) dot.names += square;
  dot.body += square * LOG[own >> 5]! * LOG[other >> 5]!;
  if (own & IN_TITLE) dot.titleFound += idf;
  if (leadOf(own) === 0 || leadOf(other) === 0) return;
  if (own & IN_TITLE) dot.titleInLead += idf;
  if (other & IN_TITLE) dot.leadInTitle += idf;
  if (((own | other) & IS_NAME) === 0) dot.deeds += square;
}

function addFound(dot: Sums, own: number, other: number, idf: number): void {
  if (((own | other) & IS_NAME) !== 0) return;
  if (own & IN_TITLE) dot.ownFound += idf;
  if (other & IN_TITLE) dot.otherFound += idf;
}

/** Of nothing a half: it speaks neither for nor against. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0.5 : part / whole;
}

function ratio(dot: number, a: number, b: number): number {
  return dot === 0 ? 0 : dot / Math.sqrt(a * b);
}
