// The stories alive: which articles each has, and what a new article would join. It decides nothing.

import { isGrounded } from './grounds.ts';
import { type Seen, toFeatures } from './join-features.ts';
import { createTable } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { createLikeness, type Likeness } from './likeness.ts';
import { createLiveIndex, type Hit } from './live-index.ts';
import { toMergeFeatures } from './merge-features.ts';
import type { Profile } from './profile.ts';
import { type Bond, type Core, toBond, toCore } from './story-core.ts';

export interface LiveStory<Id> {
  readonly id: Id;
  /** Slots of its articles that are alive, the oldest first. */
  readonly members: number[];
}

export interface Proposal<Id> {
  readonly story: LiveStory<Id>;
  /** What the trees are asked about; worked out when it is called, which few proposals need. */
  features(): Float64Array;
  /** There is more to it than a place or a person. */
  readonly isGrounded: boolean;
  /** Cosine of headline and lead, with the member near it that is most alike. */
  readonly lead: number;
  /** Place among the proposed stories, the eldest first. */
  readonly seniority: number;
  /** The same, as if that other story were not there to compete. */
  without(other: Id): Float64Array;
  /** What speaks for this story and that other one being the same. */
  beside(other: Id, odds: { readonly best: number; readonly second: number }): Float64Array;
}

export interface LiveStories<Id> {
  /** Stories that the article may belong to, nearest first; for one that is alive already, as if its own story were not. */
  propose(profile: Profile, own?: Id): Proposal<Id>[];
  put(profile: Profile, id: Id): number;
  /** The articles of `from` become `into`'s. */
  merge(from: Id, into: Id): void;
  /** The article becomes that story's, or opens it. */
  move(slot: number, to: Id): void;
  /**
   * What `ask` makes of an article alive when it comes anew, to a story of these others of its story, by the name that is
   * handed in, beside the story that is left. Nothing is changed.
   */
  reconsider<T>(
    slot: number,
    others: readonly number[],
    ask: (proposals: readonly Proposal<Id>[], of: { readonly others: Id; readonly left: Id }) => T,
  ): T;
  /** From one article alive to others; until the next is asked for. */
  likeness(slot: number): (other: number) => Likeness;
  remove(slot: number): void;
  profile(slot: number): Profile | undefined;
  storyOf(slot: number): Id | undefined;
  get(id: Id): LiveStory<Id> | undefined;
  readonly size: number;
  /** How many of them are of the language. */
  sizeIn(lang: string): number;
}

/** An event's coverage pauses for no longer than this; what lies farther apart is another event, or a new turn of it. */
export const WINDOW_MS = 5 * 86_400_000;
const HOUR_MS = 3_600_000;
const NEAREST = 64;
const STORIES = 8;
const NEAR_MEMBERS = 5;
const SAMPLE = 4;
const CROWD_SHARE = 0.6;
/** After so many hours a likeness counts half. */
const PALING_HOURS = 36;
const CORE_SAMPLE = 16;
const MERGE_SAMPLE = 3;

interface Group<Id> {
  readonly story: LiveStory<Id>;
  readonly hits: Hit[];
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the closure is the object; its functions are short.
export function createLiveStories<Id>(lexicon: Lexicon): LiveStories<Id> {
  const index = createLiveIndex(lexicon);
  const measure = createLikeness(lexicon);
  const stories = new Map<Id, LiveStory<Id>>();
  const owner: (Id | undefined)[] = [];
  const cores = new Map<Id, Core>();
  const table = createTable();
  const sizes = new Map<string, number>();
  const resize = ({ lang }: Profile, by: number): void => {
    sizes.set(lang, (sizes.get(lang) ?? 0) + by);
  };
  const { idf } = lexicon;

  const coreOf = (story: LiveStory<Id>): Core => {
    const known = cores.get(story.id);
    if (known !== undefined) return known;
    const profiles = spread(story.members, CORE_SAMPLE).map((slot) => index.get(slot)!);
    const core = toCore(profiles, story.members.length, lexicon);
    cores.set(story.id, core);
    return core;
  };
  const beside = (one: LiveStory<Id>, other: LiveStory<Id>, odds: { best: number; second: number }): Float64Array => {
    const [a, b] = [coreOf(one), coreOf(other)];
    const there = toBond(table.story(a, idf), b, { idf, holders: index.holders });
    const back = toBond(table.story(b, idf), a, { idf, holders: index.holders });
    const likenesses = spread(one.members, MERGE_SAMPLE).flatMap((slot) => {
      const likenessTo = measure(index.get(slot)!);
      return spread(other.members, MERGE_SAMPLE).map((second) => likenessTo(index.get(second)!));
    });
    const times = [one, other].map(({ members }) => ({
      first: index.get(members[0]!)!.time,
      last: index.get(members.at(-1)!)!.time,
    }));
    return toMergeFeatures({
      ...odds,
      there,
      back,
      likenesses,
      sizes: [a.size, b.size],
      cohesion: [a.cohesion, b.cohesion],
      times,
      lengths: [meanLength(one, index.get), meanLength(other, index.get)],
    });
  };
  const hoursToNearest = (story: LiveStory<Id>, profile: Profile): number =>
    Math.min(...story.members.map((slot) => Math.abs(index.get(slot)!.time - profile.time))) / HOUR_MS;
  const hoursToFarthest = ({ members }: LiveStory<Id>, { time }: Profile): number =>
    Math.max(time - index.get(members[0]!)!.time, index.get(members.at(-1)!)!.time - time) / HOUR_MS;
  /** What lies days back must be the nearer for it. */
  const fresh = (hits: readonly Hit[], time: number): Hit[] =>
    hits
      .map(({ slot, score }) => {
        const hours = Math.abs(time - index.get(slot)!.time) / HOUR_MS;
        return { slot, score: score / (1 + hours / PALING_HOURS) };
      })
      .sort((a, b) => b.score - a.score);
  const groupHits = (profile: Profile, hits: readonly Hit[]): Group<Id>[] => {
    const groups = new Map<Id, Group<Id>>();
    for (const hit of hits) {
      const id = owner[hit.slot]!;
      const group = groups.get(id);
      if (group !== undefined) group.hits.push(hit);
      else if (groups.size < STORIES) groups.set(id, { story: stories.get(id)!, hits: [hit] });
    }
    return [...groups.values()].filter((group) => hoursToNearest(group.story, profile) * HOUR_MS <= WINDOW_MS);
  };
  const propose = (profile: Profile, own?: Id): Proposal<Id>[] => {
    const found = index.nearest(profile, NEAREST).filter(({ slot }) => own === undefined || owner[slot] !== own);
    const hits = fresh(found, profile.time);
    const likenessTo = measure(profile);
    const whole = ownScore(profile, lexicon);
    const groups = groupHits(profile, hits);
    const elders = groups.map(({ story }) => story.members[0]!).sort(index.compareAge);
    const alive = own === undefined ? 0 : stories.get(own)!.members.length;
    const layout = table.article(profile, idf, alive);
    const looks = groups.map((group) => ({
      ...look(group, (slot) => likenessTo(index.get(slot)!)),
      bond: toBond(layout, coreOf(group.story), { idf, holders: index.holders }),
    }));
    const lookOf = ({ story, near, sample }: Look<Id>) => ({
      near,
      sample,
      size: story.members.length,
      length: profile.length,
      memberLength: meanLength(story, index.get),
    });
    const seenBeside = (seen: Look<Id>, ignored: Id | undefined): Seen => {
      const { story } = seen;
      const best = seen.hits[0]!.score;
      const rivals = looks.filter((other) => other !== seen && other.story.id !== ignored);
      const crowd = hits.filter(
        (hit) => hit.score > best * CROWD_SHARE && ![story.id, ignored].includes(owner[hit.slot]),
      );
      return {
        ...lookOf(seen),
        hoursToNearest: hoursToNearest(story, profile),
        hoursToFarthest: hoursToFarthest(story, profile),
        score: best / whole,
        rivalScore: (rivals[0]?.hits[0]?.score ?? 0) / whole,
        rivalLead: Math.max(0, ...rivals.map((other) => other.lead)),
        crowd: crowd.length,
        bond: seen.bond,
        cohesion: coreOf(story).cohesion,
        rank: rivals.filter((other) => other.hits[0]!.score > best).length,
        rivalTitle: Math.max(0, ...rivals.map((other) => other.title)),
        rivalCosine: Math.max(0, ...rivals.map((other) => other.bond.cosine)),
        rivalPointed: Math.max(0, ...rivals.map((other) => other.bond.pointed)),
      };
    };
    return looks.map((one) => ({
      story: one.story,
      seniority: elders.indexOf(one.story.members[0]!),
      features: () => toFeatures(seenBeside(one, undefined)),
      isGrounded: isGrounded(lookOf(one)),
      lead: one.lead,
      without: (other) => toFeatures(seenBeside(one, other)),
      beside: (other, odds) => beside(one.story, stories.get(other)!, odds),
    }));
  };

  const give = (slot: number, id: Id): void => {
    owner[slot] = id;
    const story = stories.get(id);
    if (story === undefined) stories.set(id, { id, members: [slot] });
    else insertByAge(story.members, slot, index.compareAge);
    cores.delete(id);
  };
  const take = (slot: number, id: Id): void => {
    const { members } = stories.get(id)!;
    members.splice(members.indexOf(slot), 1);
    cores.delete(id);
    if (members.length === 0) stories.delete(id);
    owner[slot] = undefined;
  };
  const move = (slot: number, to: Id): void => {
    take(slot, owner[slot]!);
    give(slot, to);
  };

  return {
    propose,
    put(profile, id) {
      const slot = index.add(profile);
      resize(profile, 1);
      give(slot, id);
      return slot;
    },
    move,
    reconsider(slot, others, ask) {
      const left = owner[slot]!;
      const core = cores.get(left);
      // Names that no story has.
      const [alone, beside] = [Symbol('alone'), Symbol('beside')] as unknown as [Id, Id];
      move(slot, alone);
      for (const other of others) move(other, beside);
      try {
        return ask(propose(index.get(slot)!, alone), { others: beside, left });
      } finally {
        for (const one of [slot, ...others]) move(one, left);
        if (core !== undefined) cores.set(left, core);
      }
    },
    likeness(slot) {
      const likenessTo = measure(index.get(slot)!);
      return (other) => likenessTo(index.get(other)!);
    },
    merge(from, into) {
      const moved = stories.get(from);
      const heir = stories.get(into);
      if (moved === undefined || heir === undefined || moved === heir) return;
      for (const slot of moved.members) owner[slot] = into;
      heir.members.push(...moved.members);
      heir.members.sort(index.compareAge);
      stories.delete(from);
      cores.delete(from);
      cores.delete(into);
    },
    remove(slot) {
      const id = owner[slot];
      const profile = index.get(slot);
      if (id === undefined || profile === undefined) return;
      take(slot, id);
      index.remove(slot);
      resize(profile, -1);
      lexicon.release(profile.ids);
    },
    profile: index.get,
    storyOf: (slot) => owner[slot],
    get: (id) => stories.get(id),
    get size() {
      return index.size;
    },
    sizeIn: (lang) => sizes.get(lang) ?? 0,
  };
}

interface Look<Id> extends Group<Id> {
  readonly near: readonly Likeness[];
  readonly sample: readonly Likeness[];
  readonly lead: number;
  readonly title: number;
  readonly bond: Bond;
}

/** Nearly always at the end: articles come in the order of their times, or almost. */
function insertByAge(members: number[], slot: number, compareAge: (a: number, b: number) => number): void {
  let at = members.length;
  while (at > 0 && compareAge(members[at - 1]!, slot) > 0) at -= 1;
  members.splice(at, 0, slot);
}

/** The members that the index found, and an even sample over the whole story. */
function look<Id>(group: Group<Id>, likenessTo: (slot: number) => Likeness): Omit<Look<Id>, 'bond'> {
  const known = new Map<number, Likeness>();
  const see = (slot: number): Likeness => {
    const seen = known.get(slot) ?? likenessTo(slot);
    known.set(slot, seen);
    return seen;
  };
  const near = group.hits.slice(0, NEAR_MEMBERS).map((hit) => see(hit.slot));
  const sample = spread(group.story.members, SAMPLE).map(see);
  return {
    ...group,
    near,
    sample,
    lead: Math.max(...near.map((one) => one.lead)),
    title: Math.max(...near.map((one) => one.title)),
  };
}

/** So many of a list at even distances, first and last among them. */
function spread(list: readonly number[], count: number): number[] {
  if (list.length <= count) return [...list];
  return Array.from({ length: count }, (_, i) => list[Math.round((i * (list.length - 1)) / (count - 1))]!);
}

function meanLength<Id>(story: LiveStory<Id>, get: (slot: number) => Profile | undefined): number {
  const some = spread(story.members, SAMPLE);
  return some.reduce((sum, slot) => sum + get(slot)!.length, 0) / some.length;
}

/** What the index would score for the article's double: makes scores comparable between long and short ones. */
function ownScore(profile: Profile, lexicon: Lexicon): number {
  let sum = 0;
  profile.ids.forEach((id, i) => {
    if ((profile.marks[i]! & 0b11100) === 0) return;
    const idf = lexicon.idf(id);
    sum += idf * idf;
  });
  return sum || 1;
}
