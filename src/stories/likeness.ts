// How alike two articles are, seen through several windows at once: headline, headline and lead, all that was read,
// names and numbers. One pass over the second article's terms, against the first one spread out on a table.

import type { Lexicon } from './lexicon.ts';
import { IN_TITLE, IS_NAME, type Profile } from './profile.ts';

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
  /** The lead's cosine without the two terms that speak loudest for it: more than a place or a person. */
  readonly beyond: number;
  /** The same without the three loudest: more than a person of two names and a place. */
  readonly further: number;
  /** Weight of the rarest and the second rarest term that headline and lead share. */
  readonly rarest: number;
  readonly second: number;
  /** How many terms of weight they share in headline and lead. */
  readonly shared: number;
}

const LOG = Float64Array.from({ length: 8 }, (_, n) => (n === 0 ? 0 : 1 + Math.log(n)));
const RARE = 4.5;

/** Makes a measure from one article to any number of others of its language. */
export function createLikeness(lexicon: Lexicon): (from: Profile) => (to: Profile) => Likeness {
  let marks = new Uint8Array(1 << 14);
  let idfs = new Float64Array(1 << 14);
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
    profile.ids.forEach((id, i) => {
      addNorms(made, profile.marks[i]!, lexicon.idf(id));
    });
    known.set(profile, made);
    return made;
  };
  const clear = (): void => {
    for (const id of spread?.ids ?? []) marks[id] = 0;
  };
  const grow = (last: number): void => {
    if (last < marks.length) return;
    marks = new Uint8Array(last * 2);
    idfs = new Float64Array(last * 2);
    spread = undefined;
  };
  return (from) => {
    clear();
    grow(from.ids.reduce((a, b) => Math.max(a, b), 0));
    spread = from;
    const own = normsOf(from);
    from.ids.forEach((id, i) => {
      marks[id] = from.marks[i]!;
      idfs[id] = lexicon.idf(id);
    });
    return (to) => compare({ own, other: normsOf(to), to }, { marks, idfs });
  };
}

interface Norms {
  title: number;
  lead: number;
  body: number;
  names: number;
  deeds: number;
  titleMass: number;
}

function norms(): Norms {
  return { title: 0, lead: 0, body: 0, names: 0, deeds: 0, titleMass: 0 };
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
  readonly to: Profile;
}

/** The first article, spread out. */
interface Table {
  readonly marks: Uint8Array;
  readonly idfs: Float64Array;
}

function compare({ own, other, to }: Pair, { marks, idfs }: Table): Likeness {
  const dot: Shared = {
    title: 0,
    lead: 0,
    body: 0,
    names: 0,
    deeds: 0,
    titleInLead: 0,
    leadInTitle: 0,
    titleFound: 0,
    beyond: 0,
    loudest: 0,
    next: 0,
    third: 0,
    further: 0,
    rarest: 0,
    second: 0,
    shared: 0,
  };
  for (let i = 0; i < to.ids.length; i++) {
    const id = to.ids[i]!;
    const common = id < marks.length ? marks[id]! : 0;
    if (common !== 0) addShared(dot, common, to.marks[i]!, idfs[id]!);
  }
  return {
    title: ratio(dot.title, own.title, other.title),
    lead: ratio(dot.lead, own.lead, other.lead),
    body: ratio(dot.body, own.body, other.body),
    names: ratio(dot.names, own.names, other.names),
    deeds: ratio(dot.deeds, own.deeds, other.deeds),
    titleInLead: own.titleMass === 0 ? 0 : dot.titleInLead / own.titleMass,
    leadInTitle: other.titleMass === 0 ? 0 : dot.leadInTitle / other.titleMass,
    titleFound: own.titleMass === 0 ? 0 : dot.titleFound / own.titleMass,
    further: ratio(Math.max(0, dot.lead - dot.loudest - dot.next - dot.third), own.lead, other.lead),
    beyond: ratio(Math.max(0, dot.lead - dot.loudest - dot.next), own.lead, other.lead),
    rarest: dot.rarest,
    second: dot.second,
    shared: dot.shared,
  };
}

/** `loudest`, `next` and `third`: the greatest parts of the lead's sum. */
type Shared = { -readonly [K in keyof Likeness | 'loudest' | 'next' | 'third']: number };

function addShared(dot: Shared, own: number, other: number, idf: number): void {
  const square = idf * idf;
  const both = own & other;
  const ownLead = (own >> 2) & 7;
  const otherLead = (other >> 2) & 7;
  if (both & IN_TITLE) dot.title += square;
  if (both & IS_NAME) dot.names += square;
  dot.body += square * LOG[own >> 5]! * LOG[other >> 5]!;
  if (own & IN_TITLE) dot.titleFound += idf;
  if (ownLead === 0 || otherLead === 0) return;
  const part = square * LOG[ownLead]! * LOG[otherLead]!;
  dot.lead += part;
  dot.third = Math.max(dot.third, Math.min(dot.next, part));
  dot.next = Math.max(dot.next, Math.min(dot.loudest, part));
  dot.loudest = Math.max(dot.loudest, part);
  if (own & IN_TITLE) dot.titleInLead += idf;
  if (other & IN_TITLE) dot.leadInTitle += idf;
  if (((own | other) & IS_NAME) === 0) dot.deeds += square;
  if (idf > RARE) dot.shared += 1;
  if (idf > dot.rarest) {
    dot.second = dot.rarest;
    dot.rarest = idf;
  } else if (idf > dot.second) dot.second = idf;
}

function ratio(dot: number, a: number, b: number): number {
  return dot === 0 ? 0 : dot / Math.sqrt(a * b);
}
