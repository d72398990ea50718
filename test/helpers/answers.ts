// Answers of the App, as factories: short, memorable, and everything may be overridden.

import type { DigestLine, SourceLine, StatusAnswer } from '../../src/app.ts';
import type { Digest, DigestId, Run, RunId } from '../../src/digests/digest.ts';
import type { DigestStory, DigestView } from '../../src/digests/digest-view.ts';
import type { FeedId } from '../../src/feeds/feed.ts';
import type { Source, SourceId } from '../../src/feeds/source.ts';
import type { Owner } from '../../src/scope.ts';
import type {
  ArticleLine,
  SearchHit,
  StoryCard,
  TopicAnswer,
  TrendingAnswer,
  TrendingStory,
} from '../../src/stories/answer.ts';
import type { SummaryAnswer } from '../../src/summaries/answer.ts';
import type { Topic, TopicId } from '../../src/topics/topic.ts';

export const NOON = Date.UTC(2026, 10, 21, 12);

export function summaryAnswer(change: Partial<SummaryAnswer> = {}): SummaryAnswer {
  return {
    kind: 'summary',
    ref: 's12',
    length: 'normal',
    title: 'Harbour bridge reopens after two years',
    url: 'https://gazette.example/bridge',
    lang: 'en',
    time: NOON,
    readingMinutes: 3,
    sentences: [
      {
        text: 'The harbour bridge reopened on Saturday morning.',
        cites: [
          { n: 1, url: 'https://gazette.example/bridge#:~:text=The%20harbour' },
          { n: 2, url: 'https://courier.example/a' },
        ],
      },
      { text: 'Repairs took two years and 40 million euros.', cites: [{ n: 2, url: 'https://courier.example/a' }] },
    ],
    articles: [
      {
        n: 1,
        source: 'Gazette',
        title: 'Harbour bridge reopens after two years',
        url: 'https://gazette.example/bridge',
        publishedAt: NOON,
        coverage: 'full',
      },
      {
        n: 2,
        source: 'Courier',
        title: 'Traffic flows again',
        url: 'https://courier.example/a',
        publishedAt: NOON,
        coverage: 'teaser',
      },
    ],
    labels: [],
    method: 'default',
    shorter: 'short',
    longer: 'long',
    ...change,
  };
}

export function storyCard(change: Partial<StoryCard> = {}): StoryCard {
  const { articles } = summaryAnswer();
  const sentence = {
    text: 'The harbour bridge reopened on Saturday morning.',
    cites: [{ n: 1, url: 'https://gazette.example/bridge' }],
  };
  return {
    ref: 's12',
    headline: 'Harbour bridge reopens after two years',
    url: 'https://gazette.example/bridge',
    sources: ['Gazette', 'Courier'],
    lastAt: NOON,
    sentence,
    sentences: [sentence],
    articles,
    labels: [],
    lang: 'en',
    ...change,
  };
}

export function topicAnswer(count: number, change: Partial<TopicAnswer> = {}): TopicAnswer {
  const stories = Array.from({ length: count }, (_, i) => storyCard({ ref: `s${i + 1}`, headline: `Story ${i + 1}` }));
  return { kind: 'topic', name: 'harbour', topicId: undefined, since: '7d', sort: 'top', stories, ...change };
}

export function articleLine(change: Partial<ArticleLine> = {}): ArticleLine {
  return {
    ref: 'a7',
    title: 'Harbour bridge reopens',
    url: 'https://gazette.example/bridge',
    source: 'Gazette',
    at: NOON,
    labels: [],
    ...change,
  };
}

export function searchHit(change: Partial<SearchHit> = {}): SearchHit {
  return {
    ...articleLine(),
    sources: ['Gazette', 'Courier', 'Post'],
    snippet: [
      { text: 'The harbour ', hit: false },
      { text: 'bridge', hit: true },
      { text: ' reopened on Saturday.', hit: false },
    ],
    ...change,
  };
}

export function digestStory(change: Partial<DigestStory> = {}): DigestStory {
  return { ...storyCard(), update: false, ...change };
}

export function digestView(change: Partial<DigestView> = {}): DigestView {
  return {
    kind: 'digest',
    digestId: 3,
    name: 'Morning news',
    style: 'brief',
    topics: ['Harbour'],
    at: NOON,
    timezone: 'Europe/Berlin',
    late: false,
    pingRoleId: undefined,
    stories: [digestStory(), digestStory({ ref: 's13', headline: 'Ferry strike ends', update: true })],
    more: 0,
    runKey: 'd3-20261121T0800',
    ...change,
  };
}

export function source(change: Partial<Source> = {}): Source {
  return {
    id: 5 as SourceId,
    owner: '100000000000000001' as Owner,
    feedId: 1 as FeedId,
    url: 'https://gazette.example/feed.xml',
    name: 'Gazette',
    baselineAt: NOON,
    addedAt: NOON,
    paused: false,
    ...change,
  };
}

export function sourceLine(change: Partial<SourceLine> = {}): SourceLine {
  return { source: source(), lastOkAt: NOON, failures: 0, problem: undefined, ...change };
}

export function topicRow(change: Partial<Topic> = {}): Topic {
  return {
    id: 2 as TopicId,
    owner: '100000000000000001' as Owner,
    name: 'Harbour',
    include: 'harbour OR bridge',
    exclude: undefined,
    sources: [],
    languages: [],
    createdAt: NOON,
    ...change,
  };
}

export function digestRow(change: Partial<Digest> = {}): Digest {
  return {
    id: 3 as DigestId,
    owner: '100000000000000001' as Owner,
    name: 'Morning news',
    channelId: '400000000000000001',
    topics: [],
    schedule: { kind: 'at', at: '08:00', days: 'daily', timezone: 'Europe/Berlin' },
    stories: 8,
    style: 'brief',
    pingRoleId: undefined,
    silent: true,
    thread: 'none',
    publish: false,
    ifEmpty: 'skip',
    paused: false,
    createdAt: NOON,
    dueAt: NOON + 3_600_000,
    lastRunAt: undefined,
    lastProblem: undefined,
    ...change,
  };
}

export function digestLine(change: Partial<DigestLine> = {}): DigestLine {
  return { digest: digestRow(), topicNames: [], ...change };
}

export function run(change: Partial<Run> = {}): Run {
  return {
    id: 9 as RunId,
    digestId: 3 as DigestId,
    key: '2026-11-21T08:00',
    dueAt: NOON,
    late: false,
    state: 'skipped',
    pages: [],
    messageIds: [],
    stories: [],
    firstTriedAt: undefined,
    attempts: 1,
    ...change,
  };
}

export function statusAnswer(change: Partial<StatusAnswer> = {}): StatusAnswer {
  return {
    kind: 'status',
    version: '0.1.0',
    sources: { ok: 4, failing: [], waiting: 1, paused: 0 },
    articles: 1234,
    pending: 2,
    digests: [digestLine()],
    upSince: NOON,
    ...change,
  };
}

export function trendingStory(change: Partial<TrendingStory> = {}): TrendingStory {
  return {
    ref: 's12',
    headline: 'Harbour bridge reopens after two years',
    url: 'https://gazette.example/bridge',
    sources: ['Gazette', 'Courier'],
    reports: 4,
    usual: 1.2,
    growth: 2.8,
    isNew: false,
    firstAt: NOON - 3_600_000,
    lastAt: NOON,
    size: 5,
    names: ['Lundberg', 'Ida Holm'],
    ...change,
  };
}

export function trendingAnswer(change: Partial<TrendingAnswer> = {}): TrendingAnswer {
  const word = { reports: 6, usual: 1.4, growth: 4.6, sources: 5, storyId: undefined };
  return {
    kind: 'trending',
    since: '24h',
    topic: undefined,
    usualDays: 7,
    words: [
      { ...word, word: 'Lundberg', along: ['Ida Holm', 'girder'] },
      { ...word, word: 'ferry strike', along: [], reports: 3, usual: 0.5, growth: 2.5 },
    ],
    stories: [trendingStory(), trendingStory({ ref: 's13', headline: 'Ferry strike ends', isNew: true, names: [] })],
    ...change,
  };
}
