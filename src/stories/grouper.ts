// Stories as they form: each article, when it comes, joins a story, opens one, or shows that two stories are one or that
// one is two.
// Times and ids are handed in; the same articles in the same order give the same stories.

import { choose, findStragglers } from './choose.ts';
import { createCopyIndex } from './copies.ts';
import { anchorsOf, createCrossLanguageIndex } from './cross-language.ts';
import { type Fingerprint, toFingerprint } from './fingerprint.ts';
import { type JoinModel, loadJoinModel } from './join-model.ts';
import { packSeen, type Seen, unpackSeen } from './kept.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createLiveStories, WINDOW_MS } from './live-stories.ts';
import { toNewsText } from './news-text.ts';
import { findParting } from './part.ts';
import { type Profile, readArticle, toProfile } from './profile.ts';
import { createRefrains, type Refrains } from './refrains.ts';
import type { WordCounts } from './story.ts';

/** What grouping reads of an article. */
export interface Groupable {
  readonly title: string;
  readonly text: string;
  readonly lang?: string | undefined;
  /** The publisher's name. */
  readonly source: string;
  /** Milliseconds in UTC (articleTime). */
  readonly time: number;
}

/** Where an article belongs, before it has an id: `keep` makes it so. */
export interface Decision<ArticleKey, StoryKey> extends Seen {
  /** The story that it joins; undefined when it opens one. */
  readonly story: StoryKey | undefined;
  /** Stories that turn out to be that one: their ids become its aliases. */
  readonly merged: readonly StoryKey[];
  /** The earlier article that it is a near-duplicate of (and whose story it joins). */
  readonly copyOf: ArticleKey | undefined;
  /** Stories that it is not far from. */
  readonly near: readonly StoryKey[];
}

export interface Placement<ArticleKey, StoryKey> {
  readonly story: StoryKey;
  readonly merged: readonly StoryKey[];
  readonly copyOf: ArticleKey | undefined;
  /** Articles that have left its story for one of their own, this one perhaps among them. */
  readonly parted: { readonly articles: readonly ArticleKey[]; readonly story: StoryKey } | undefined;
}

/** An article that was placed before a restart: what was kept of it, or itself where that cannot be read. */
export type Placed<ArticleKey, StoryKey> = {
  readonly id: ArticleKey;
  readonly story: StoryKey;
  /** Its words are in the memory that was handed in. */
  readonly isCounted: boolean;
} & (Groupable | { readonly kept: Uint8Array; readonly time: number });

export interface Grouper<ArticleKey, StoryKey> {
  /** Says where the article belongs and changes nothing: for a store that makes ids only when it writes. */
  decide(article: Groupable): Decision<ArticleKey, StoryKey>;
  /** Makes a decision true, with the ids that the store gave. To be called before the next `decide`, or never. */
  keep(decision: Decision<ArticleKey, StoryKey>, ids: { readonly article: ArticleKey; readonly story: StoryKey }): void;
  /** Once a decision is kept: stories of a single article that its story, grown by it, takes in. It changes nothing. */
  stragglers(decision: Decision<ArticleKey, StoryKey>, story: StoryKey): StoryKey[];
  /** Makes one story of two: `from` becomes an alias of `into`. */
  merge(from: StoryKey, into: StoryKey): void;
  /**
   * Once a decision is kept: articles of its story, the new one perhaps among them, that it shows to be a story of their
   * own; mostly none. It changes nothing.
   */
  parting(decision: Decision<ArticleKey, StoryKey>, article: ArticleKey): ArticleKey[];
  /** They leave their story and open that one. */
  part(articles: readonly ArticleKey[], story: StoryKey): void;
  /** All at once; `newStory` makes the id of a story that is opened. */
  place(article: Groupable & { readonly id: ArticleKey }, newStory: () => StoryKey): Placement<ArticleKey, StoryKey>;
  /** What there is to keep of an article, for the next process's `restore`. */
  pack(seen: Seen): Uint8Array;
  /** Takes back what was alive, in the order in which it came; answers the ones that were read anew. */
  restore(articles: Iterable<Placed<ArticleKey, StoryKey>>): { readonly id: ArticleKey; readonly seen: Seen }[];
  /** Drops what is older. It also happens by itself, as time goes on. */
  forget(beforeMs: number): void;
  /** What is older was dropped last. */
  readonly horizon: number;
  /** How often by itself. What is counted of words counts from then on, and `memory` has it. */
  readonly sweeps: number;
  /** What was learned of this instance's words, for the next process's `createGrouper`. */
  memory(): WordCounts[];
  /** Articles alive, and distinct terms of theirs. */
  readonly size: number;
  readonly terms: number;
}

/** How long an article stays findable: longer than any pause in an event's coverage. */
export const ALIVE_MS = WINDOW_MS + 2 * 86_400_000;
const HOUR_MS = 3_600_000;
const SWEEP_EVERY = 128;

export interface GrouperOptions {
  readonly model?: JoinModel;
  /** What `memory()` gave. */
  readonly memory?: Iterable<WordCounts> | undefined;
}

interface Alive<ArticleKey> {
  readonly id: ArticleKey;
  readonly slot: number;
  readonly time: number;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the closure is the object; its functions are short.
export function createGrouper<ArticleKey, StoryKey>(options: GrouperOptions = {}): Grouper<ArticleKey, StoryKey> {
  const model = options.model ?? loadJoinModel();
  const lexicon = createLexicon(options.memory);
  const live = createLiveStories<StoryKey>(lexicon);
  const copies = createCopyIndex<ArticleKey>();
  const abroad = createCrossLanguageIndex<StoryKey>();
  const refrains = createRefrains();
  const slots = new Map<ArticleKey, number>();
  /** By their slots. */
  const keys: ArticleKey[] = [];
  let alive: Alive<ArticleKey>[] = [];
  let newest = Number.NEGATIVE_INFINITY;
  let horizon = Number.NEGATIVE_INFINITY;
  let sinceSweep = 0;
  let sweeps = 0;
  /** What was decided last and is not kept: it holds numbers of terms. */
  let open: Profile | undefined;

  const insert = (id: ArticleKey, story: StoryKey, { profile, print, anchors, runs }: Seen): void => {
    const slot = live.put(profile, story);
    slots.set(id, slot);
    keys[slot] = id;
    abroad.add(slot, anchors, story);
    copies.add(id, print);
    refrains.add(slot, runs);
    alive.push({ id, slot, time: profile.time });
  };
  /** Now and then the dead are dropped, and what was counted of words counts: at the same articles, restarted or not. */
  const sweep = (time: number): void => {
    const isNextHour = Math.floor(time / HOUR_MS) > Math.floor(newest / HOUR_MS);
    newest = Math.max(newest, time);
    sinceSweep += 1;
    const isSweep = isNextHour || sinceSweep >= SWEEP_EVERY;
    if (!isSweep) return;
    sinceSweep = 0;
    sweeps += 1;
    lexicon.settle();
    forget(newest - ALIVE_MS);
  };
  const take = ({ ids, lang, time }: Profile): void => {
    lexicon.count(ids, lang);
    sweep(time);
  };
  const forget = (beforeMs: number): void => {
    horizon = beforeMs;
    const gone = alive.filter((one) => one.time < beforeMs);
    if (gone.length === 0) return;
    alive = alive.filter((one) => one.time >= beforeMs);
    for (const { id, slot } of gone) {
      copies.remove(id);
      slots.delete(id);
      live.remove(slot);
      abroad.remove(slot);
      refrains.remove(slot);
    }
  };
  const grouper: Grouper<ArticleKey, StoryKey> = {
    decide(article) {
      if (open !== undefined) lexicon.release(open.ids);
      const seen = look(article, lexicon, refrains);
      open = seen.profile;
      const copyOf = copies.find(seen.print);
      const original = copyOf === undefined ? undefined : live.storyOf(slots.get(copyOf)!);
      // A copy goes where its original is: nothing needs to be looked for.
      const choice =
        original === undefined
          ? choose(live.propose(seen.profile), model, live.sizeIn(seen.profile.lang))
          : { story: original, merged: [], near: [] };
      // Other languages are asked where this one has nothing to say.
      const story = choice.story ?? abroad.find(seen.anchors);
      return { ...choice, ...seen, story, copyOf };
    },
    keep(decision, ids) {
      if (decision.profile !== open) throw new Error('A decision is kept before the next one, or never');
      open = undefined;
      for (const story of decision.merged) grouper.merge(story, ids.story);
      insert(ids.article, ids.story, decision);
      take(decision.profile);
    },
    stragglers: ({ story: joined, near }, story) =>
      joined === undefined ? [] : findStragglers(near, story, { live, model }),
    merge(from, into) {
      live.merge(from, into);
      abroad.merge(from, into);
    },
    parting({ story, copyOf }, article) {
      // One that tells of long ago may be forgotten already.
      const slot = slots.get(article);
      // A copy says nothing that one has not read before.
      if (story === undefined || copyOf !== undefined || slot === undefined) return [];
      return findParting(slot, { live, model }).map((one) => keys[one]!);
    },
    part(articles, story) {
      for (const article of articles) {
        const slot = slots.get(article)!;
        live.move(slot, story);
        abroad.move(slot, story);
      }
    },
    place(article, newStory) {
      const decision = grouper.decide(article);
      const story = decision.story ?? newStory();
      grouper.keep(decision, { article: article.id, story });
      const late = grouper.stragglers(decision, story);
      for (const one of late) grouper.merge(one, story);
      const merged = [...decision.merged, ...late];
      const articles = grouper.parting(decision, article.id);
      if (articles.length === 0) return { story, merged, copyOf: decision.copyOf, parted: undefined };
      const parted = { articles, story: newStory() };
      grouper.part(articles, parted.story);
      return { story, merged, copyOf: decision.copyOf, parted };
    },
    pack: (seen) => packSeen(seen, lexicon),
    restore(articles) {
      const anew: { id: ArticleKey; seen: Seen }[] = [];
      for (const article of articles) {
        const isKept = 'kept' in article;
        const seen = isKept ? unpackSeen(article.kept, article.time, lexicon) : look(article, lexicon, refrains);
        if (!isKept) anew.push({ id: article.id, seen });
        insert(article.id, article.story, seen);
        if (article.isCounted) newest = Math.max(newest, article.time);
        else take(seen.profile);
      }
      return anew;
    },
    forget,
    get horizon() {
      return horizon;
    },
    get sweeps() {
      return sweeps;
    },
    memory: lexicon.memory,
    get size() {
      return live.size;
    },
    get terms() {
      return lexicon.size;
    },
  };
  return grouper;
}

function look(article: Groupable, lexicon: Lexicon, refrains: Refrains): Seen {
  const whole = readArticle(article);
  const { words, runs } = refrains.leaveOut(article.source, whole.text);
  const read = { ...whole, text: words };
  const profile = toProfile(article, lexicon, read);
  return { profile, print: printOf(article), anchors: anchorsOf(read, article.time), runs };
}

/** Without lists of other articles, whose teasers are those articles' own first sentences. */
function printOf({ title, text }: Groupable): Fingerprint {
  return toFingerprint(title, toNewsText(title, text, PRINTED_CHARS));
}

const PRINTED_CHARS = 20_000;
