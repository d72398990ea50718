// The use cases, as Discord, the command line and the playground see them.

import type { TextDays } from './articles/retention.ts';
import type { Digest, Run, Style } from './digests/digest.ts';
import type { DigestView } from './digests/digest-view.ts';
import type { Problem } from './errors.ts';
import type { Source } from './feeds/source.ts';
import type { BarChart } from './pictures/bar-chart.ts';
import type { Owner, Scope, Visibility } from './scope.ts';
import type { LatestAnswer, SearchAnswer, Since, TopicAnswer, TrendingAnswer } from './stories/answer.ts';
import type { NewsAnswer, SummaryAnswer, TimelineAnswer } from './summaries/answer.ts';
import type { Length, Method } from './summaries/summary.ts';
import type { Topic, TopicId } from './topics/topic.ts';
import type { TopicFields } from './topics/topic-fields.ts';
import type { TopicTest } from './topics/topic-test.ts';
import type { TrendSince } from './trends/trend.ts';

/** A choice offered while typing: what is shown and what is sent. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

export interface App {
  /** `of`: a URL, a ref ("s12", "a34", "u…"), or free words. */
  summary(ask: {
    readonly scope: Scope;
    readonly of: string;
    readonly length: Length;
    /** Whose look it is, to tell later what is new since; nothing is remembered where it is left out. */
    readonly person?: string;
    /** The same again, by a button of the answer: no look of its own. */
    readonly isOn?: boolean;
  }): Promise<SummaryAnswer | Problem>;
  /** What is new in a story since that person last looked. `of`: its ref. */
  news(ask: { readonly scope: Scope; readonly of: string; readonly person: string }): Promise<NewsAnswer | Problem>;
  /** How a story went: the button Timeline. `of`: its ref. */
  timeline(ask: { readonly scope: Scope; readonly of: string }): Promise<TimelineAnswer | Problem>;
  /** A text that is no page, kept for an hour; answers its ref, which `summary` takes. */
  keepText(text: string): Promise<string>;
  /** `name`: a topic's id or name of this owner, or free words. */
  topic(ask: {
    readonly scope: Scope;
    readonly name: string;
    readonly since: Since;
    readonly sort: 'top' | 'newest';
    /** `name` is no free words. */
    readonly ofTopic?: boolean;
    /** The page that will be shown, from 0 (0): its stories have sentences. */
    readonly page?: number;
  }): Promise<TopicAnswer | Problem>;
  latest(ask: {
    readonly scope: Scope;
    readonly topic: string | undefined;
    readonly source: string | undefined;
    readonly count: number;
  }): Promise<LatestAnswer | Problem>;
  /** `page`, from 0: only its hits have pieces of text. */
  search(ask: {
    readonly scope: Scope;
    readonly query: string;
    readonly page?: number;
  }): Promise<SearchAnswer | Problem>;
  trending(ask: {
    readonly scope: Scope;
    readonly since: TrendSince;
    readonly topic: string | undefined;
  }): Promise<TrendingAnswer | Problem>;
  /** A PNG; undefined where pictures cannot be drawn. */
  picture(chart: BarChart): Promise<Uint8Array | undefined>;
  status(owner: Owner): Promise<StatusAnswer>;
  readonly sources: {
    add(ask: {
      readonly owner: Owner;
      readonly url: string;
      readonly name: string | undefined;
      readonly topic: string | undefined;
    }): Promise<SourceAdded | Problem>;
    list(owner: Owner): Promise<readonly SourceLine[]>;
    remove(ask: { readonly owner: Owner; readonly source: string }): Promise<Source | Problem>;
    get(ask: SourceOf): Promise<Source | Problem>;
    pause(ask: SourceOf): Promise<Source | Problem>;
    resume(ask: SourceOf): Promise<Source | Problem>;
    /** An empty value leaves what is there. */
    edit(ask: SourceOf & { readonly name: string; readonly url: string }): Promise<Source | Problem>;
    /** Within ten minutes of `remove`; `source`: its id. */
    undoRemove(ask: SourceOf): Promise<Source | Problem>;
    /** Fetches the feed now, tells what it holds, and has it checked at once. */
    retry(ask: SourceOf): Promise<SourceTested | Problem>;
    /** `file`: an attachment. `onProgress` is told how many of the entries are settled. */
    importList(ask: {
      readonly owner: Owner;
      readonly file: { readonly url: string; readonly size: number };
      readonly onProgress: (done: number, total: number) => void;
    }): Promise<SourcesImported | Problem>;
    /** The feeds and topics of a shipped pack. `pack`: its id or name. */
    addPack(ask: {
      readonly owner: Owner;
      readonly pack: string;
      readonly onProgress: (done: number, total: number) => void;
    }): Promise<SourcesImported | Problem>;
    exportList(ask: { readonly owner: Owner; readonly format: 'opml' | 'json' }): Promise<SourcesExported | Problem>;
    /** Fetches the feed now and tells what it holds; stores nothing. `source`: an id, a name, or a URL. */
    test(ask: { readonly owner: Owner; readonly source: string }): Promise<SourceTested | Problem>;
  };
  readonly topics: {
    create(ask: TopicAsk): Promise<TopicSaved | Problem>;
    /** `topic`: its id or name. It stays the same one for its digests. */
    edit(ask: TopicAsk & { readonly topic: string }): Promise<TopicSaved | Problem>;
    /** A topic as a form shows it. */
    fields(ask: {
      readonly owner: Owner;
      readonly topic: string;
    }): Promise<(TopicFields & { readonly id: TopicId }) | Problem>;
    /** What a form for a new one begins with: the words of the shipped topic of that name, where there is one. */
    starter(ask: { readonly owner: Owner; readonly name: string; readonly locale: string }): Promise<TopicFields>;
    list(owner: Owner): Promise<readonly TopicLine[]>;
    remove(ask: { readonly owner: Owner; readonly topic: string }): Promise<Topic | Problem>;
    /** What of the last seven days it matches and nearly matches, and why. */
    test(ask: { readonly owner: Owner; readonly topic: string }): Promise<TopicTest | Problem>;
  };
  /** "Not the same story", for that server alone. `article`: a ref ("a34"). */
  readonly stories: {
    takeOut(ask: { readonly owner: Owner; readonly article: string }): Promise<StoryChange | Problem>;
    putBack(ask: { readonly owner: Owner; readonly article: string }): Promise<StoryChange | Problem>;
  };
  readonly digests: {
    create(ask: DigestAsk): Promise<Digest | Problem>;
    list(owner: Owner): Promise<readonly DigestLine[]>;
    preview(ask: DigestOf): Promise<DigestView | Problem>;
    /** Opens a run now; it is posted by the outbox within seconds. */
    run(ask: DigestOf): Promise<Digest | Problem>;
    pause(ask: DigestOf): Promise<Digest | Problem>;
    resume(ask: DigestOf): Promise<Digest | Problem>;
    remove(ask: DigestOf): Promise<Digest | Problem>;
    history(ask: DigestOf): Promise<{ readonly digest: Digest; readonly runs: readonly Run[] } | Problem>;
  };
  /** What autocomplete offers, at most 25 each. */
  readonly complete: {
    /** Words to search for: names and headlines of the scope's stories. */
    queries(scope: Scope, typed: string): Promise<readonly Choice[]>;
    stories(scope: Scope, typed: string): Promise<readonly Choice[]>;
    topics(owner: Owner, typed: string): Promise<readonly Choice[]>;
    sources(owner: Owner, typed: string): Promise<readonly Choice[]>;
    /** Where several are typed, with commas between them. */
    topicLists(owner: Owner, typed: string): Promise<readonly Choice[]>;
    sourceLists(owner: Owner, typed: string): Promise<readonly Choice[]>;
    digests(owner: Owner, typed: string): Promise<readonly Choice[]>;
    timeZones(typed: string): Promise<readonly Choice[]>;
    packs(typed: string): Promise<readonly Choice[]>;
    /** Shipped topics, named in that language. */
    starterTopics(typed: string, locale: string): Promise<readonly Choice[]>;
  };
  /** Settings of a server that answers need. */
  settings(owner: Owner): Promise<Settings>;
  /** What is not given stays as it is. */
  saveSettings(ask: { readonly owner: Owner; readonly settings: Partial<Settings> }): Promise<Settings | Problem>;
}

export interface Settings {
  readonly timezone: string;
  /** undefined: each member's own, and English in channels. */
  readonly language: string | undefined;
  /** undefined: the default. */
  readonly method?: Method | undefined;
  /** Where failing sources are told of. */
  readonly alertChannelId?: string | undefined;
  /** Words and phrases with commas between them: articles with any of them are not shown in this server. */
  readonly muted?: string | undefined;
  /** Who sees answers, where a person does not say; undefined: as each command has it. */
  readonly visibility?: Visibility | undefined;
  /** How long the texts of its sources are kept; undefined: as long as usual. */
  readonly textDays?: TextDays | undefined;
}

export interface StoryChange {
  /** Of the article that was taken out or put back. */
  readonly ref: string;
  readonly title: string;
  readonly url: string | undefined;
  readonly source: string;
  /** The story that it is in now. */
  readonly story: string;
}

export interface SourceOf {
  readonly owner: Owner;
  /** An id, a name or an address. */
  readonly source: string;
}

export interface SourcesImported {
  readonly kind: 'sources-imported';
  /** In the order of the file. */
  readonly lines: readonly ImportLine[];
}

/** What became of an entry of a list. `left`: no room for it, or no time. */
export interface ImportLine {
  readonly line: number;
  readonly name: string;
  readonly outcome: 'added' | 'known' | 'duplicate' | 'not-a-url' | 'failed' | 'left';
  readonly problem?: Problem;
}

export interface SourcesExported {
  readonly kind: 'sources-exported';
  readonly fileName: string;
  readonly text: string;
  readonly count: number;
}

export interface DigestOf {
  readonly owner: Owner;
  /** An id or a name. */
  readonly digest: string;
}

export interface DigestAsk {
  readonly owner: Owner;
  readonly channelId: string;
  /** Comma-separated names or ids; undefined means all. */
  readonly topics: string | undefined;
  readonly at: string | undefined;
  readonly cron: string | undefined;
  readonly days: string | undefined;
  readonly timezone: string | undefined;
  readonly stories: number;
  readonly style: Style;
  readonly pingRoleId: string | undefined;
  readonly silent: boolean;
  readonly thread: 'none' | 'each';
  readonly publish: boolean;
  readonly ifEmpty: 'skip' | 'say';
  readonly name: string | undefined;
}

export interface SourceAdded {
  readonly kind: 'source-added';
  readonly source: Source;
  /** Entries that the feed holds now: indexed, not posted. */
  readonly items: number;
  /** Titles and links of the first three. */
  readonly samples: readonly FeedSample[];
}

export interface FeedSample {
  readonly title: string;
  readonly url: string | undefined;
  readonly publishedAt: number | undefined;
}

export interface SourceTested {
  readonly kind: 'source-tested';
  readonly url: string;
  readonly title: string | undefined;
  readonly format: string;
  readonly items: number;
  readonly newestAt: number | undefined;
  readonly samples: readonly FeedSample[];
  readonly tookMs: number;
}

export interface SourceLine {
  readonly source: Source;
  readonly lastOkAt: number | undefined;
  readonly failures: number;
  readonly problem: Problem | undefined;
}

export interface TopicAsk {
  readonly owner: Owner;
  readonly name: string;
  readonly include: string | undefined;
  readonly exclude: string | undefined;
  /** Comma-separated names or ids. */
  readonly sources: string | undefined;
  /** Comma-separated language codes. */
  readonly languages: string | undefined;
}

export interface TopicSaved {
  readonly kind: 'topic-created' | 'topic-edited';
  readonly topic: Topic;
  /** Articles of the last 7 days that it matches. */
  readonly matches: number;
}

export interface TopicLine {
  readonly topic: Topic;
  readonly matches: number;
}

export interface DigestLine {
  readonly digest: Digest;
  readonly topicNames: readonly string[];
}

export interface StatusAnswer {
  readonly kind: 'status';
  readonly version: string;
  readonly sources: {
    readonly ok: number;
    readonly failing: readonly SourceLine[];
    readonly waiting: number;
    readonly paused: number;
  };
  readonly articles: number;
  readonly pending: number;
  readonly digests: readonly DigestLine[];
  readonly upSince: number;
}
