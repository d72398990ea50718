// Nouns for tests: everything has a value, and a test names what matters to it.

import type { Article, ArticleDraft, ArticleId } from '../../src/articles/article.ts';
import type { Digest, DigestId } from '../../src/digests/digest.ts';
import type { Item } from '../../src/feeds/feed.ts';
import type { Owner } from '../../src/scope.ts';
import type { StoryId } from '../../src/stories/story.ts';

/** Saturday, 2026-11-21 12:00 in UTC. */
export const NOON = Date.UTC(2026, 10, 21, 12);

export const TANUKI = '111111111111111111' as Owner;
export const RACOONS = '222222222222222222' as Owner;

export function draft(parts: Partial<ArticleDraft> = {}): ArticleDraft {
  return {
    url: 'https://news.example/tanuki',
    title: 'Tanuki opens a bakery',
    text: 'A tanuki opened a bakery on Friday.\nThe queue was long.',
    headings: [],
    lang: 'en',
    author: undefined,
    siteName: 'Example News',
    section: undefined,
    publishedAt: NOON - 3_600_000,
    modifiedAt: undefined,
    imageUrl: undefined,
    kind: 'article',
    coverage: 'full',
    ...parts,
  };
}

let lastId = 0;

export function article(parts: Partial<Article> = {}): Article {
  lastId += 1;
  return {
    ...draft(),
    id: lastId as ArticleId,
    storyId: lastId as StoryId,
    source: 'Example News',
    seenAt: NOON,
    updatedAt: undefined,
    copyOf: undefined,
    ...parts,
  };
}

export function item(parts: Partial<Item> = {}): Item {
  return {
    guid: 'tanuki-1',
    url: 'https://news.example/tanuki',
    title: 'Tanuki opens a bakery',
    author: undefined,
    publishedAt: NOON - 3_600_000,
    updatedAt: undefined,
    summary: undefined,
    content: undefined,
    imageUrl: undefined,
    sourceName: undefined,
    categories: [],
    ...parts,
  };
}

export function digest(parts: Partial<Digest> = {}): Digest {
  return {
    id: 1 as DigestId,
    owner: TANUKI,
    name: 'Morning',
    channelId: '333333333333333333',
    topics: [],
    schedule: { kind: 'at', at: '08:00', days: 'daily', timezone: 'UTC' },
    stories: 8,
    style: 'brief',
    pingRoleId: undefined,
    silent: true,
    thread: 'none',
    publish: false,
    ifEmpty: 'skip',
    paused: false,
    createdAt: NOON,
    dueAt: NOON + 20 * 3_600_000,
    lastRunAt: undefined,
    lastProblem: undefined,
    ...parts,
  };
}
