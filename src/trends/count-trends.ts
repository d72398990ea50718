// What grew in a scope: stories against their own course, words against what is usual. Pure, for a thread of its own.

import { countWords } from './count-words.ts';
import { putTogether } from './put-together.ts';
import { frameOf, frameStart, toReports } from './reports.ts';
import { storyGrowths } from './story-growth.ts';
import { storyNames } from './story-names.ts';
import { TREND_LEAD, type TrendRow, type TrendSince, type Trends } from './trend.ts';

const MOST_WORDS = 8;
const MOST_STORIES = 5;
const MOST_NAMES = 4;

/** More articles are thinned out: some 0.05 ms each. */
const MOST_ARTICLES = 12_000;

/** What has to be read for it. */
export function trendRowsAsk<T>(ask: { readonly since: TrendSince; readonly now: number; readonly topicId: T }) {
  return {
    since: frameStart(frameOf(ask.since, ask.now)),
    topicId: ask.topicId,
    lead: TREND_LEAD,
    most: MOST_ARTICLES,
  };
}

export function countTrends(
  rows: readonly TrendRow[],
  ask: { readonly since: TrendSince; readonly now: number },
): Trends {
  const frame = frameOf(ask.since, ask.now);
  const reports = toReports(rows, frame);
  const { usualDays, words } = countWords(reports, frame);
  const stories = storyGrowths(reports, frame).slice(0, MOST_STORIES);
  const ids = new Set(stories.map(({ storyId }) => storyId));
  const members = Map.groupBy(
    reports.map(({ row }) => row).filter(({ storyId }) => ids.has(storyId)),
    ({ storyId }) => storyId,
  );
  return {
    usualDays,
    words: putTogether(words, MOST_WORDS),
    stories: stories.map((story) => ({ ...story, names: storyNames(members.get(story.storyId) ?? [], MOST_NAMES) })),
  };
}
