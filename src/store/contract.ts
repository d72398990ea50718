// What the program may ask of its database: one small interface per noun, the same for every engine.
// Domain verbs take the part that they use, as a type. Times are milliseconds in UTC and always handed in.

import type { Article, ArticleDraft, ArticleId } from '../articles/article.ts';
import type { TextDays } from '../articles/retention.ts';
import type { Digest, DigestId, Run, RunId, RunStory } from '../digests/digest.ts';
import type { Feed, FeedId, Item } from '../feeds/feed.ts';
import type { Source, SourceId } from '../feeds/source.ts';
import type { Question, QuestionTerm } from '../postings/weigh-question.ts';
import type { Owner, Scope, Visibility } from '../scope.ts';
import type { Visit } from '../stories/look.ts';
import type { StoryId, WordCounts } from '../stories/story.ts';
import type { Method } from '../summaries/summary.ts';
import type { Topic, TopicId } from '../topics/topic.ts';
import type { TrendRow } from '../trends/trend.ts';

export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  readonly feeds: FeedStore;
  readonly items: ItemStore;
  readonly sources: SourceStore;
  readonly articles: ArticleStore;
  readonly stories: StoryStore;
  readonly live: LiveStore;
  readonly topics: TopicStore;
  readonly digests: DigestStore;
  readonly runs: RunStore;
  readonly guilds: GuildStore;
  readonly mutes: MuteStore;
  readonly splits: SplitStore;
  readonly looks: LookStore;
  readonly search: SearchStore;
  /** All or nothing; a transaction inside a transaction throws. No network and no waiting inside. */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What a check of a feed leaves behind, written in the transaction that stores its items. */
export interface FeedCheck {
  readonly checkedAt: number;
  readonly ok: boolean;
  readonly nextCheckAt: number;
  readonly intervalMs: number;
  /** undefined leaves the stored value. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly title?: string | undefined;
  readonly siteUrl?: string | undefined;
  readonly lang?: string | undefined;
  /** The address after permanent redirects. */
  readonly permanentUrl?: string | undefined;
  readonly gone?: boolean;
  /** JSON of the Problem of a failed check. */
  readonly problem?: string | undefined;
}

export interface FeedStore {
  /** The feed of that address, made if it is new (due at once). */
  ensure(url: string, now: number): Promise<Feed>;
  get(id: FeedId): Promise<Feed | undefined>;
  list(scope: Scope): Promise<Feed[]>;
  /** Due feeds that somebody reads (a source that is not paused), leased so that nobody else takes them meanwhile. */
  claimDue(ask: { readonly now: number; readonly limit: number; readonly leaseMs: number }): Promise<Feed[]>;
  /** Also sets the baseline of the feed's sources that have none yet, when `ok`. */
  saveCheck(id: FeedId, check: FeedCheck): Promise<void>;
  /** Check as soon as possible (Retry). */
  makeDue(id: FeedId, now: number): Promise<void>;
  /** When the next feed falls due, if any is read. */
  nextDueAt(): Promise<number | undefined>;
  count(): Promise<{ readonly ok: number; readonly failing: number }>;
}

export type ItemId = number & { readonly brand: 'ItemId' };

/** An entry that was accepted and is not an article yet: what a crash must not lose. */
export interface PendingItem {
  readonly id: ItemId;
  readonly feedId: FeedId;
  readonly item: Item;
  /** When it was first seen in the feed. */
  readonly seenAt: number;
  /** Times it was claimed, this one included: counted before the work, so that one that ends the process is seen to. */
  readonly attempts: number;
}

export interface ItemStore {
  /**
   * Stores the items of which no key is known in this feed; answers how many were new. Known ones gain their new keys, and
   * one that is another version than the one that was taken is pending again, a few times at growing distances.
   */
  add(
    feedId: FeedId,
    items: readonly { readonly item: Item; readonly keys: readonly string[]; readonly version?: string }[],
    now: number,
  ): Promise<number>;
  /** Oldest first, fair over feeds, leased. */
  claimPending(ask: { readonly now: number; readonly limit: number; readonly leaseMs: number }): Promise<PendingItem[]>;
  /** The item has become (part of) that article, or was left out for a reason said in words for /why. */
  finish(id: ItemId, outcome: { readonly articleId?: ArticleId; readonly reason?: string }): Promise<void>;
  /** Try again later. */
  postpone(id: ItemId, until: number, reason: string): Promise<void>;
  /** How many entries of the feeds in scope wait to be indexed. */
  countPending(scope: Scope): Promise<number>;
}

export interface SourceStore {
  add(source: {
    readonly owner: Owner;
    readonly feedId: FeedId;
    readonly name: string;
    /** Set when the feed was read before: what it holds now is the baseline. */
    readonly baselineAt: number | undefined;
    readonly now: number;
  }): Promise<Source>;
  get(owner: Owner, id: SourceId): Promise<Source | undefined>;
  list(owner: Owner): Promise<Source[]>;
  setPaused(owner: Owner, id: SourceId, paused: boolean): Promise<void>;
  rename(owner: Owner, id: SourceId, name: string): Promise<void>;
  /** Reads another feed from now on. False where the owner has that feed as another source. */
  move(owner: Owner, id: SourceId, to: { readonly feedId: FeedId; readonly baselineAt: number }): Promise<boolean>;
  /** Kept aside for a while, for `restore`. */
  remove(owner: Owner, id: SourceId, now: number): Promise<void>;
  /** What was removed since then comes back as it was, under its id; undefined where it cannot. */
  restore(owner: Owner, id: SourceId, removedSince: number): Promise<Source | undefined>;
  /** Forgets what was removed before then. */
  forgetRemoved(before: number): Promise<void>;
  count(owner: Owner): Promise<number>;
  /**
   * What alert channels have to be told (internal): sources that have failed so often and since so long, and those that
   * were told of and are well again; not paused ones.
   */
  alerts(ask: { readonly failures: number; readonly failingBefore: number }): Promise<SourceAlert[]>;
  /** Told at that time; undefined: nothing is open any more. */
  markAlerted(id: SourceId, at: number | undefined): Promise<void>;
}

export interface SourceAlert {
  readonly kind: 'failing' | 'recovered';
  readonly source: Source;
  readonly channelId: string;
  readonly failures: number;
  readonly failingSince: number | undefined;
  /** JSON of the Problem of the last check. */
  readonly lastProblem: string | undefined;
}

export interface NewArticle {
  readonly draft: ArticleDraft;
  readonly source: string;
  readonly storyId: StoryId;
  readonly copyOf: ArticleId | undefined;
  readonly seenAt: number;
  /** Keys by which the article is known again: canonical URL key, content fingerprint. */
  readonly keys: readonly string[];
  /** The analyser's terms, for the full-text index. */
  readonly titleTerms: readonly string[];
  readonly textTerms: readonly string[];
}

export interface ArticleStore {
  insert(article: NewArticle): Promise<ArticleId>;
  /** A changed text: replaces the draft, its keys (added) and its terms; sets updatedAt. `former` joins its history. */
  update(
    id: ArticleId,
    change: Omit<NewArticle, 'storyId' | 'copyOf' | 'seenAt' | 'source'> & {
      readonly now: number;
      readonly former?: ArticleVersion;
    },
  ): Promise<void>;
  /** What it was before, oldest first (internal). */
  versions(id: ArticleId): Promise<ArticleVersion[]>;
  /** The article known by any of these keys, whoever reads it (internal: never shown). */
  findByKeys(keys: readonly string[]): Promise<Article | undefined>;
  /** That feed carries the article, seen there at that time; the first time counts. */
  addToFeed(id: ArticleId, feedId: FeedId, seenAt: number): Promise<void>;
  get(scope: Scope, id: ArticleId): Promise<Article | undefined>;
  getMany(scope: Scope, ids: readonly ArticleId[]): Promise<Article[]>;
  byKeys(scope: Scope, keys: readonly string[]): Promise<Article | undefined>;
  /** Newest first by time seen or published (articleTime). */
  latest(scope: Scope, ask: LatestAsk): Promise<Article[]>;
  /** The same, without reading what they say; `perFeed`: of each feed no more than so many. */
  bylines(scope: Scope, ask: LatestAsk & { readonly perFeed?: number }): Promise<Byline[]>;
  /** Articles of these stories that are in scope. */
  byStories(scope: Scope, stories: readonly StoryId[]): Promise<Article[]>;
  count(scope: Scope): Promise<number>;
  /** What /trending counts; up to some ten thousand: not for the thread that answers people. */
  forTrends(scope: Scope, ask: TrendRowsAsk): Promise<TrendRow[]>;
  /** Who tells which story, of these articles. */
  tellers(
    scope: Scope,
    ids: readonly ArticleId[],
  ): Promise<{ readonly id: ArticleId; readonly storyId: StoryId; readonly source: string }[]>;
  /** Languages of what the scope's feeds brought last. */
  languages(scope: Scope): Promise<string[]>;
  /** Names for completion: titles in scope that fit, newest first; all do where nothing is said. */
  completeTitles(
    scope: Scope,
    fits: ((title: string) => boolean) | undefined,
    limit: number,
  ): Promise<{ readonly id: ArticleId; readonly storyId: StoryId; readonly title: string }[]>;
  /**
   * Drops texts that have been kept as long as the longest of those who read them wants it (`textDays` where nobody
   * says or nobody reads them), and rows older than `rowDays`; answers how many.
   */
  prune(ask: {
    readonly now: number;
    readonly textDays: number;
    readonly rowDays: number;
  }): Promise<{ readonly texts: number; readonly rows: number }>;
}

/** What an article was from that time on, until it was changed. */
export interface ArticleVersion {
  readonly at: number;
  readonly title: string;
  /** Of its text. */
  readonly fingerprint: string;
}

export interface TrendRowsAsk {
  readonly since: number;
  /** What is not of the topic comes without text. */
  readonly topicId: TopicId | undefined;
  /** Characters of the text. */
  readonly lead: number;
  /** More articles than that are thinned out evenly, so that the time it takes is bounded. */
  readonly most: number;
}

export type Byline = Pick<Article, 'id' | 'source' | 'url' | 'lang' | 'publishedAt' | 'seenAt'>;

export interface LatestAsk {
  readonly limit: number;
  readonly sourceId?: SourceId;
  readonly topicId?: TopicId;
  readonly since?: number;
  readonly before?: number;
}

export interface StoryStore {
  create(now: number): Promise<StoryId>;
  /** The story that an id stands for today (a merged one leads to its heir). */
  resolve(id: StoryId): Promise<StoryId | undefined>;
  /** The articles of `from` move to `into`; `from` stays as its alias. */
  merge(from: StoryId, into: StoryId): Promise<void>;
  /** These articles leave their stories and open one; what was posted, and who looked, stays with the stories they leave. */
  part(articles: readonly ArticleId[], now: number): Promise<StoryId>;
  /** Stories with an article in scope seen since then (and matching the topics, if any), with what a digest needs to choose. */
  seenSince(
    scope: Scope,
    ask: { readonly since: number; readonly topics: readonly TopicId[]; readonly limit: number },
  ): Promise<StoryId[]>;
  /**
   * What may be posted: articles seen after their source's baseline, by story, latest first, and the cursor to go on
   * from. By the order of writing, not by time: an item seen before a run may become an article after it.
   */
  newSince(
    scope: Scope,
    ask: NewSinceAsk,
  ): Promise<{ readonly cursor: number; readonly stories: readonly NewInStory[] }>;
}

/** For the grouper's restart (internal): what it keeps of the articles alive, and how often words were seen. */
export interface LiveStore {
  /** Written with the article. */
  put(
    id: ArticleId,
    kept: { readonly version: number; readonly time: number; readonly kept: Uint8Array },
  ): Promise<void>;
  /** In the order of their coming, a batch at a time; an empty batch is the end. What another version kept comes as its text. */
  read(ask: { readonly version: number; readonly after: number; readonly limit: number }): Promise<LiveArticle[]>;
  /** The words as counted up to an article, and with that drops what came no later and is older than `before`. */
  sweep(done: { readonly before: number; readonly words: readonly StoredWords[] }): Promise<void>;
  words(): Promise<StoredWords[]>;
}

export type LiveArticle = {
  readonly id: ArticleId;
  readonly storyId: StoryId;
  readonly time: number;
} & ({ readonly kept: Uint8Array } | Pick<Article, 'title' | 'text' | 'lang' | 'source'>);

export interface StoredWords extends WordCounts {
  readonly upTo: ArticleId;
}

export interface NewSinceAsk {
  /** The cursor of the last run; 0 for the first. */
  readonly after: number;
  /** Nothing that was seen earlier, whatever the cursor. */
  readonly since: number;
  /** Empty means all. */
  readonly topics: readonly TopicId[];
  /** Stories. */
  readonly limit: number;
}

export interface NewInStory {
  readonly storyId: StoryId;
  readonly articleIds: readonly ArticleId[];
}

export interface TopicStore {
  create(topic: Omit<Topic, 'id'>): Promise<Topic>;
  get(owner: Owner, id: TopicId): Promise<Topic | undefined>;
  list(owner: Owner): Promise<Topic[]>;
  /** Everything but whose it is and when it was made. */
  update(topic: Topic): Promise<void>;
  remove(owner: Owner, id: TopicId): Promise<void>;
  count(owner: Owner): Promise<number>;
  /** Every topic of every owner, for the backward index (internal). */
  all(): Promise<Topic[]>;
  /** These articles match that topic; known pairs are left alone. */
  addMatches(pairs: readonly { readonly topicId: TopicId; readonly articleId: ArticleId }[]): Promise<void>;
  removeMatches(topicId: TopicId, articles: readonly ArticleId[]): Promise<void>;
  /** Topics of the owner that the articles match. */
  ofArticles(
    owner: Owner,
    articles: readonly ArticleId[],
  ): Promise<{ readonly topicId: TopicId; readonly articleId: ArticleId }[]>;
}

export interface DigestStore {
  create(digest: Omit<Digest, 'id' | 'lastRunAt' | 'lastProblem'>): Promise<Digest>;
  get(owner: Owner, id: DigestId): Promise<Digest | undefined>;
  /** Whoever's it is (internal: for its run). */
  byId(id: DigestId): Promise<Digest | undefined>;
  list(owner: Owner): Promise<Digest[]>;
  /** Changes the fields that are given. */
  update(owner: Owner, id: DigestId, change: Partial<Omit<Digest, 'id' | 'owner' | 'createdAt'>>): Promise<void>;
  remove(owner: Owner, id: DigestId): Promise<void>;
  count(owner: Owner): Promise<number>;
  /** Digests that are due, of every owner, not claimed. */
  due(now: number): Promise<Digest[]>;
  nextDueAt(): Promise<number | undefined>;
}

export interface RunStore {
  /**
   * Opens the run of that key, or finds it: one per digest and local time, whatever happens. Moves the digest's dueAt
   * in the same transaction, if it is not later than the run's (for a run by hand, hand in the dueAt that it has).
   */
  open(run: {
    readonly digestId: DigestId;
    readonly key: string;
    readonly dueAt: number;
    readonly late: boolean;
    readonly nextDueAt: number | undefined;
  }): Promise<Run>;
  /** Runs that are not finished, leased. */
  claimUnfinished(ask: { readonly now: number; readonly limit: number; readonly leaseMs: number }): Promise<Run[]>;
  /** Keeps the claim for longer; false when another process has claimed the run meanwhile, or it is finished. */
  renew(id: RunId, claim: { readonly attempts: number; readonly until: number }): Promise<boolean>;
  /**
   * Stores what was rendered, once, and answers the pages that are stored: a run that was rendered keeps what it has.
   * `cursor`: how far it has read (newSince).
   */
  saveRendered(
    id: RunId,
    rendered: { readonly pages: readonly unknown[]; readonly stories: readonly RunStory[]; readonly cursor?: number },
  ): Promise<readonly unknown[]>;
  /** The first attempt to send is about to start (the look in the channel goes back to it). */
  markTried(id: RunId, now: number): Promise<void>;
  savePageSent(id: RunId, page: number, messageId: string): Promise<void>;
  /** Sent, skipped or failed for good: posted stories are remembered for the digest. */
  finish(
    id: RunId,
    end: { readonly state: 'sent' | 'skipped' | 'failed'; readonly now: number; readonly problem?: string },
  ): Promise<void>;
  /** Free the lease and try again at that time. */
  retryAt(id: RunId, at: number, problem: string): Promise<void>;
  history(digestId: DigestId, limit: number): Promise<Run[]>;
  /** What the digest has posted, by story, newest first: ids of the articles that the reader has been told of. */
  posted(digestId: DigestId, stories: readonly StoryId[]): Promise<RunStory[]>;
  /** How far the digest's runs have read (newSince); undefined before the first. A run that failed unseen does not count. */
  cursor(digestId: DigestId): Promise<number | undefined>;
}

export interface GuildSettings {
  readonly timezone: string;
  readonly language: string | undefined;
  /** How summaries are made; undefined: the default. */
  readonly method?: Method | undefined;
  /** Where failing sources are told of. */
  readonly alertChannelId?: string | undefined;
  /** Who sees answers, where a person does not say; undefined: as each command has it. */
  readonly visibility?: Visibility | undefined;
  /** How long the texts of its sources are kept; undefined: as long as usual. */
  readonly textDays?: TextDays | undefined;
}

/** A word or phrase that some owner mutes. Its id stands in a topic's place in an index of such words. */
export interface MuteWord {
  readonly id: TopicId;
  readonly word: string;
}

/** What owners do not want to read of. Every query with a scope leaves out what its owners mute. */
export interface MuteStore {
  list(owner: Owner): Promise<string[]>;
  /** These words and no others. `added`: those that the owner had not; `forgotten`: those that nobody mutes any more. */
  set(
    owner: Owner,
    words: readonly string[],
  ): Promise<{ readonly added: readonly MuteWord[]; readonly forgotten: readonly TopicId[] }>;
  /** Every word of every owner (internal). */
  all(): Promise<MuteWord[]>;
  /** These articles have that word; known pairs are left alone. */
  addMatches(pairs: readonly { readonly wordId: TopicId; readonly articleId: ArticleId }[]): Promise<void>;
}

/** "Not the same story": articles that are stories of their own in every query with that owner's scope. */
export interface SplitStore {
  /** The article's own story, made if it has none yet. */
  add(owner: Owner, articleId: ArticleId, now: number): Promise<StoryId>;
  /** Back into the story that it is in for everybody; undefined where it was not taken out. */
  remove(owner: Owner, articleId: ArticleId): Promise<StoryId | undefined>;
  /** Those taken out of that story. */
  outOf(owner: Owner, storyId: StoryId): Promise<ArticleId[]>;
}

/** Who looked at which story, in whose view. */
export interface Looker {
  /** A person's id. */
  readonly person: string;
  readonly owner: Owner;
  readonly storyId: StoryId;
}

/** What people have looked at: by a merge it is the story's that goes on. */
export interface LookStore {
  get(by: Looker): Promise<Visit | undefined>;
  put(by: Looker, visit: Visit): Promise<void>;
  /** All that is known of that person. */
  forget(person: string): Promise<void>;
  /** Forgets what was looked at before then and not since. */
  prune(before: number): Promise<void>;
}

export interface GuildStore {
  settings(owner: Owner): Promise<GuildSettings>;
  saveSettings(owner: Owner, settings: GuildSettings): Promise<void>;
}

/** The terms are the analyser's: any of them finds. */
export interface SearchAsk extends Pick<Question, 'terms'> {
  /** Of each group at least one must be there: in the headline where `title` is set. */
  readonly all: readonly { readonly terms: readonly string[]; readonly title: boolean }[];
  /** In each, the terms of a run stand in a row: in the headline where `title` is set. Their terms are in `all` too. */
  readonly phrases?: readonly { readonly runs: readonly (readonly string[])[]; readonly title: boolean }[] | undefined;
  /** None of these. */
  readonly none: readonly string[];
  readonly lang?: string | undefined;
  readonly since?: number | undefined;
  readonly sourceIds?: readonly SourceId[] | undefined;
  readonly now: number;
  readonly limit: number;
}

export interface SearchHit {
  readonly articleId: ArticleId;
  readonly score: number;
  /** The article's time, to the minute. */
  readonly at: number;
  /** It holds the terms of the phrases, and in which order is not known: it was written before that was kept. */
  readonly isUnsure?: boolean;
}

export interface SearchFound {
  /** Best first: by the terms' weights and freshness. */
  readonly found: readonly SearchHit[];
  /** The terms that no article in scope holds, as far as was looked. */
  readonly unknown: readonly string[];
  /** The scope's newest articles had too little, or older ones were asked for: all were looked through. */
  readonly archive: boolean;
}

export interface MarksAsk {
  readonly articleIds: readonly ArticleId[];
  readonly marking: readonly QuestionTerm[];
  readonly now: number;
}

export interface ArticleMarks {
  readonly articleId: ArticleId;
  /** As a candidate's: what is added to it. */
  readonly score: number;
}

export interface SimilarWords {
  readonly term: string;
  readonly near: readonly string[];
  readonly begun?: string;
}

export interface SearchStore {
  /** Candidates, best first; the order that people see is stories/rank. */
  candidates(scope: Scope, ask: SearchAsk): Promise<SearchFound>;
  /** What words that mark the best hits give to these articles; left out: those that are not among the scope's newest. */
  marks(scope: Scope, ask: MarksAsk): Promise<readonly ArticleMarks[]>;
  /** What the scope's newest articles are written in. */
  languages(scope: Scope): Promise<readonly string[]>;
  /**
   * Terms of the scope's articles that one which none of them holds may have meant, likeliest first. `near`: those of
   * words that are spelled nearly alike; `begun`: the word itself, which another may go on from.
   */
  similar(scope: Scope, ask: SimilarWords): Promise<readonly string[]>;
}
