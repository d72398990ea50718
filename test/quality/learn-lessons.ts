// What the learned join learns from: the clustering streams beside the project, replayed whole. Every story that the
// index proposes is an example, its answer the share of the story's articles that truly belong with the new one.
// Each story belongs to a fold (allsides by time, the others by chance); an example knows which folds it has seen.

import { bridges, choose, findStragglers } from '../../src/stories/choose.ts';
import { hash } from '../../src/stories/hash.ts';
import type { JoinModel } from '../../src/stories/join-model.ts';
import { createLexicon } from '../../src/stories/lexicon.ts';
import { createLiveStories, type Proposal } from '../../src/stories/live-stories.ts';
import { type Profile, readArticle, toProfile } from '../../src/stories/profile.ts';
import { createRefrains, type Runs } from '../../src/stories/refrains.ts';
import { judge } from '../../src/stories/trees.ts';
import type { Example } from './boost.ts';
import { type Mix, type NewsLine, readGold, readStream } from './clustering-data.ts';

export const FOLDS = 5;
const DAY_MS = 86_400_000;
/** A language without a table. */
const UNCOUNTED = 'xx';

export interface Stream {
  readonly name: string;
  readonly set: string;
  readonly mix: Mix;
  /** Weight of its examples. */
  readonly weight: number;
  readonly scored: boolean;
  /** Most stories keep one article: as in a newsroom whose sources seldom tell the same. */
  readonly lonely?: boolean;
  /** Stories that are told at the same time share a place, and some of them a person. */
  readonly town?: boolean;
  /** A few people, places and companies are in the news with one thing after the other. */
  readonly subjects?: boolean;
  /** After so many articles everything is forgotten: a newsroom that has just begun, where nothing competes. */
  readonly cold?: number;
  /** Nothing is known beforehand of how rare words are: as in a language of which little has been counted. */
  readonly bare?: boolean;
}

export const STREAMS: readonly Stream[] = [
  { name: 'allsides', set: 'allsides', mix: {}, weight: 1, scored: true },
  { name: 'dense', set: 'allsides', mix: { dense: 10, background: true, noise: true }, weight: 2, scored: true },
  { name: 'middling', set: 'allsides', mix: { dense: 4, background: true }, weight: 0.5, scored: false },
  { name: 'lonely', set: 'allsides', mix: { dense: 3 }, weight: 0.5, scored: false, lonely: true },
  { name: 'town', set: 'allsides', mix: { dense: 2 }, weight: 0.5, scored: false, lonely: true, town: true },
  { name: 'town w', set: 'wiki-basil', mix: {}, weight: 0.5, scored: false, town: true },
  { name: 'cold', set: 'allsides', mix: {}, weight: 0.5, scored: false, lonely: true, cold: 12 },
  { name: 'bare', set: 'allsides', mix: {}, weight: 0.5, scored: false, lonely: true, cold: 60, bare: true },
  {
    name: 'bare town',
    set: 'allsides',
    mix: {},
    weight: 0.5,
    scored: false,
    lonely: true,
    town: true,
    cold: 20,
    bare: true,
  },
  { name: 'bare w', set: 'wiki-basil', mix: {}, weight: 0.3, scored: false, town: true, cold: 9, bare: true },
  { name: 'subjects', set: 'allsides', mix: {}, weight: 1, scored: false, subjects: true },
  { name: 'subjects w', set: 'wiki-basil', mix: {}, weight: 1, scored: false, subjects: true },
  {
    name: 'bare subjects',
    set: 'allsides',
    mix: {},
    weight: 0.3,
    scored: false,
    lonely: true,
    subjects: true,
    cold: 30,
    bare: true,
  },
  { name: 'uci', set: 'uci', mix: {}, weight: 0.7, scored: true },
  { name: 'wiki', set: 'wiki-basil', mix: {}, weight: 3, scored: true },
  { name: 'vi', set: 'vi', mix: {}, weight: 2, scored: true },
];

/** One stream's lines with their truth. */
export interface Lesson {
  readonly stream: Stream;
  readonly lines: readonly NewsLine[];
  readonly gold: ReadonlyMap<string, string>;
  foldOf(line: NewsLine): number;
  foldOfStory(story: string): number;
}

export interface Row extends Example {
  /** Bit k: a story of fold k had a part in it. */
  readonly folds: number;
}

export function readLesson(stream: Stream): Lesson {
  const gold = readGold(stream.set);
  const starts = new Map<string, string>();
  const times = new Map<string, string>();
  for (const line of readStream(stream.set, { background: stream.mix.background ?? false })) {
    times.set(line.id, line.published_at);
    const story = gold.get(line.id);
    if (story !== undefined && !starts.has(story)) starts.set(story, line.published_at);
  }
  const sorted = [...starts.values()].sort();
  const edges = Array.from({ length: FOLDS - 1 }, (_, k) =>
    monthOf(sorted[Math.floor(((k + 1) * sorted.length) / FOLDS)]!),
  );
  const byTime = (time: string): number => edges.filter((edge) => monthOf(time) >= edge).length;
  const foldOfStory = (story: string): number =>
    stream.set === 'allsides' ? byTime(starts.get(story)!) : (hash(story) >>> 3) % FOLDS;
  return {
    stream,
    lines: shape(readStream(stream.set, stream.mix), gold, stream),
    gold,
    foldOfStory,
    foldOf: (line) => {
      const story = gold.get(line.id);
      return story === undefined ? byTime(times.get(line.id)!) : foldOfStory(story);
    },
  };
}

function shape(lines: readonly NewsLine[], gold: ReadonlyMap<string, string>, stream: Stream): NewsLine[] {
  const thinned = stream.lonely ? thin(lines, gold) : [...lines];
  return attribute(settle(thinned, gold, stream), gold, stream);
}

/** One story in four stays whole; of the others, one article stays. */
function thin(lines: readonly NewsLine[], gold: ReadonlyMap<string, string>): NewsLine[] {
  const kept = new Map<string, string>();
  for (const { id } of lines) {
    const story = gold.get(id)!;
    const known = kept.get(story);
    if (known === undefined || hash(id) < hash(known)) kept.set(story, id);
  }
  return lines.filter(({ id }) => {
    const story = gold.get(id)!;
    return (hash(story) >>> 8) % 4 === 0 || kept.get(story) === id;
  });
}

const STORIES_PER_TOWN = 12;
const PEOPLE_PER_TOWN = 4;
const SHORT_CHARS = 240;
const NAME = /(?<=[\p{Ll}\p{Nd},] )\p{Lu}\p{Ll}{2,}/gu;

/** Every story's commonest name becomes its town's, the next one a person's of that town; every second text is short. */
function settle(lines: NewsLine[], gold: ReadonlyMap<string, string>, stream: Stream): NewsLine[] {
  if (!stream.town) return lines;
  const names = new Map<string, Map<string, number>>();
  for (const { id, text } of lines) {
    const counts = names.get(gold.get(id)!) ?? new Map<string, number>();
    for (const [name] of text.matchAll(NAME)) counts.set(name, (counts.get(name) ?? 0) + 1);
    names.set(gold.get(id)!, counts);
  }
  const order = new Map([...names.keys()].map((story, i) => [story, i]));
  return lines.map((line) => {
    const story = gold.get(line.id)!;
    const town = Math.floor(order.get(story)! / STORIES_PER_TOWN);
    const person = (hash(story) >>> 4) % PEOPLE_PER_TOWN;
    const [place, who] = [...names.get(story)!].sort((a, b) => b[1] - a[1]).map(([name]) => name);
    const rename = (text: string): string => {
      const moved = place === undefined ? text : text.replaceAll(place, madeUp(town, 9));
      return who === undefined ? moved : moved.replaceAll(who, `${madeUp(town, person)} ${madeUp(town + 500, person)}`);
    };
    const text = rename(line.text);
    const isShort = (hash(line.id) >>> 5) % 2 === 0;
    return { ...line, title: rename(line.title), text: isShort ? text.slice(0, SHORT_CHARS) : text };
  });
}

const STORIES_PER_SUBJECT = 8;
const OFFICES = ['Mayor', 'President', 'Minister', 'Senator', 'Governor', 'Judge', 'Captain', 'Bishop'];
/** Characters that are left of a text: nothing, a teaser, a longer one, all. */
const TOLD_CHARS = [0, 120, 240, 4_000];

/** What a headline and a lead say of a subject beside the news. */
interface Mention {
  readonly titles: readonly ((title: string) => string)[];
  readonly leads: readonly string[];
}

/** In turn a person of office, first and last name, and town; a place; a company. */
function mentionOf(subject: number): Mention {
  const office = OFFICES[subject % OFFICES.length]!;
  const [first, last, town] = [madeUp(subject, 1), madeUp(subject + 500, 2), madeUp(subject, 9)];
  const person: Mention = {
    titles: [(title) => `${office} ${first} ${last}: ${title}`, (title) => `${title}, says ${last}`],
    leads: [
      `${office} ${first} ${last} spoke in ${town} on Monday.`,
      `In ${town}, ${first} ${last} was in the news on Monday.`,
      `The ${office.toLowerCase()} of ${town}, ${first} ${last}, had no time for questions.`,
    ],
  };
  const place: Mention = {
    titles: [(title) => `${town}: ${title}`, (title) => `${title} in ${town}`],
    leads: [`The news came from ${town} on Monday.`, `In ${town} people spoke of nothing else.`, `${town}, Tuesday.`],
  };
  const company: Mention = {
    titles: [(title) => `${last}: ${title}`, (title) => `${title} at ${last}`],
    leads: [`${last} gave no comment.`, `Shares of ${last} rose on Monday.`, `It concerns the company ${last} too.`],
  };
  return [person, place, person, company][subject % 4]!;
}

/** Stories that begin one after the other have one subject, which most of their articles name first; half of them are short. */
function attribute(lines: NewsLine[], gold: ReadonlyMap<string, string>, stream: Stream): NewsLine[] {
  if (!stream.subjects) return lines;
  const stories = [...new Set(lines.map(({ id }) => gold.get(id)!))];
  const order = new Map(stories.map((story, i) => [story, Math.floor(i / STORIES_PER_SUBJECT)]));
  return lines.map((line) => {
    const { titles, leads } = mentionOf(order.get(gold.get(line.id)!)!);
    const chance = hash(line.id) >>> 3;
    const text = line.text.slice(0, TOLD_CHARS[chance % TOLD_CHARS.length]!);
    const toTitle = titles[(chance >>> 2) % (titles.length + 1)];
    return {
      ...line,
      title: toTitle?.(line.title) ?? line.title,
      text: text === '' ? '' : `${leads[(chance >>> 4) % leads.length]} ${text}`,
    };
  });
}

/** A name that no text has. */
function madeUp(town: number, which: number): string {
  return `Q${(town * 10 + which).toString(36).replace(/\d/gu, (digit) => 'aeioubcdfg'[Number(digit)]!)}mouth`;
}

function monthOf(time: string): string {
  return time.slice(0, 7);
}

export interface Rows {
  readonly join: Row[];
  readonly merge: Row[];
}

/** So many of the proposals teach always; of the rest, where the answer is no, every fourth. */
const FOREMOST = 1;
const FOURTH = 4;

/** An index in which the stories' truth is known, whoever formed them. */
function createClass(lesson: Lesson, rows: Rows) {
  const lexicon = createLexicon();
  const live = createLiveStories<string>(lexicon);
  const refrains = createRefrains();
  let heard: Runs = new Uint32Array(0);
  const queue: { slot: number; time: number }[] = [];
  const truths: (string | undefined)[] = [];
  const known = (members: readonly number[]): string[] =>
    members.map((slot) => truths[slot]).filter((truth) => truth !== undefined);
  const foldsOf = (stories: readonly string[]): number =>
    stories.reduce((folds, story) => folds | (1 << lesson.foldOfStory(story)), 0);
  let turn = 0;
  return {
    lexicon,
    live,
    truthOf: (slot: number): string | undefined => truths[slot],
    /** Texts of the background may be about a story's event or not: they teach nothing. */
    learn(x: Float64Array, members: readonly number[], { truth, rank }: { truth: string; rank: number }): void {
      const others = known(members);
      if (others.length === 0) return;
      const y = others.filter((other) => other === truth).length / others.length;
      const thinned = y === 0 && rank >= FOREMOST;
      turn += 1;
      if (thinned && turn % FOURTH !== 0) return;
      const weight = lesson.stream.weight * (thinned ? FOURTH : 1);
      rows.join.push({ x: Float32Array.from(x), y, weight, folds: foldsOf([truth, ...others]) });
    },
    /** Two stories are as much the same as the pairs of their articles are; the larger they are, the more hangs on it. */
    learnMerge(x: Float64Array, one: readonly number[], other: readonly number[]): void {
      const [a, b] = [known(one), known(other)];
      if (a.length === 0 || b.length === 0) return;
      const same = a.reduce((sum, story) => sum + b.filter((second) => second === story).length, 0);
      const weight = lesson.stream.weight * Math.sqrt(Math.min(a.length, b.length));
      rows.merge.push({
        x: Float32Array.from(x),
        y: same / (a.length * b.length),
        weight,
        folds: foldsOf([...a, ...b]),
      });
    },
    /** As the grouper does; what a source repeats is known from the next article on. */
    read(line: NewsLine): Profile {
      const article = { ...line, time: Date.parse(line.published_at) };
      const whole = readArticle(article);
      const { words, runs } = refrains.leaveOut(line.source, whole.text);
      heard = runs;
      const lang = lesson.stream.bare ? UNCOUNTED : whole.lang;
      return toProfile(article, lexicon, { ...whole, lang, text: words });
    },
    put(profile: Profile, story: string, truth: string | undefined): void {
      lexicon.count(profile.ids, profile.lang);
      lexicon.settle();
      const slot = live.put(profile, story);
      truths[slot] = truth;
      refrains.add(slot, heard);
      queue.push({ slot, time: profile.time });
      while (queue[0]!.time < profile.time - 7 * DAY_MS) {
        const gone = queue.shift()!.slot;
        live.remove(gone);
        refrains.remove(gone);
      }
    },
  };
}

/** Examples of a replay that groups by the truth, or by the model of each line's fold. */
export function collect(lesson: Lesson, modelOf?: (fold: number) => JoinModel): Rows {
  const rows: Rows = { join: [], merge: [] };
  const { cold = lesson.lines.length } = lesson.stream;
  let room = createClass(lesson, rows);
  for (const [i, line] of lesson.lines.entries()) {
    if (i % cold === 0) room = createClass(lesson, rows);
    const profile = room.read(line);
    const truth = lesson.gold.get(line.id);
    const model = modelOf?.(lesson.foldOf(line));
    const proposals = room.live.propose(profile);
    if (truth !== undefined)
      proposals.forEach(({ story, features }, rank) => {
        room.learn(features(), story.members, { truth, rank });
      });
    const pupil = { id: line.id, profile, truth, proposals };
    if (model === undefined) room.put(profile, truth ?? line.id, truth);
    else groupBy(model, room, pupil);
  }
  return rows;
}

type Class = ReturnType<typeof createClass>;

interface Pupil {
  readonly id: string;
  readonly profile: Profile;
  readonly truth: string | undefined;
  readonly proposals: readonly Proposal<string>[];
}

/** As the grouper does, and whatever is asked on the way becomes an example. */
function groupBy(model: JoinModel, room: Class, { id, profile, truth, proposals }: Pupil): void {
  const { live } = room;
  teachBridges(room, proposals, { model, truth });
  const choice = choose(proposals, model, live.sizeIn(profile.lang));
  const story = choice.story ?? id;
  for (const alias of choice.merged) live.merge(alias, story);
  room.put(profile, story, truth);
  if (choice.story === undefined) return;
  for (const lone of choice.near) teachStraggler(room, lone, story);
  for (const late of findStragglers(choice.near, story, { live, model })) live.merge(late, story);
}

/** What a lone article is asked when a story near it has grown. */
function teachStraggler(room: Class, lone: string, grown: string): void {
  const story = room.live.get(lone);
  if (lone === grown || story?.members.length !== 1) return;
  const slot = story.members[0]!;
  const truth = room.truthOf(slot);
  if (truth === undefined) return;
  const [best] = room.live.propose(room.live.profile(slot)!, lone);
  if (best?.story.id === grown) room.learn(best.features(), best.story.members, { truth, rank: 0 });
}

/** The questions that decide merges: the runners-up, without the best to compete. */
function teachBridges(
  room: Class,
  proposals: readonly Proposal<string>[],
  { model, truth }: { model: JoinModel; truth: string | undefined },
): void {
  const judged = proposals.map((proposal) => ({ proposal, odds: judge(model, proposal.features()) }));
  const [best, ...others] = judged.sort((a, b) => b.odds - a.odds);
  if (best === undefined || best.odds < Math.min(0, model.join)) return;
  const own = best.proposal.story;
  const rest = others.map(({ proposal }) => proposal);
  if (truth !== undefined)
    for (const { story, without } of rest.slice(0, 2)) room.learn(without(own.id), story.members, { truth, rank: 0 });
  for (const { proposal, features } of bridges(best, rest, model))
    room.learnMerge(features, own.members, proposal.story.members);
}
