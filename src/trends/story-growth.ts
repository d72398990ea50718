// How much a story grew: reports in the window against its own usual since it began.

import type { StoryId } from '../stories/story.ts';
import { type Frame, isNow, type Report, sourceOf } from './reports.ts';
import { DAY_MS, type StoryGrowth } from './trend.ts';

/** Two sources make a story more than one's own subject. */
const FEWEST_SOURCES = 2;

/** Those that grew, most first. */
export function storyGrowths(reports: readonly Report[], frame: Frame): StoryGrowth[] {
  const stories = Map.groupBy(reports, ({ row }) => row.storyId);
  return [...stories]
    .filter(([, own]) => own.some((report) => report.row.inTopic && isNow(report, frame)))
    .map(([storyId, own]) => growthOf(storyId, own, frame))
    .filter(({ growth, reports: count, sources }) => growth >= 1 && count >= 2 && sources >= FEWEST_SOURCES)
    .sort((a, b) => b.growth - a.growth || b.sources - a.sources || b.lastAt - a.lastAt || a.storyId - b.storyId);
}

function growthOf(storyId: StoryId, reports: readonly Report[], frame: Frame): StoryGrowth {
  const now = new Set(reports.filter((report) => isNow(report, frame)).map(({ key }) => key));
  const before = new Set(reports.filter((report) => !isNow(report, frame)).map(({ key }) => key));
  const times = reports.map(({ row }) => row.time);
  const firstAt = Math.min(...times);
  const age = Math.max(0, frame.now - frame.days * DAY_MS - firstAt) / (frame.days * DAY_MS);
  const usual = before.size / Math.max(1, Math.min(frame.before, Math.ceil(age)));
  return {
    storyId,
    reports: now.size,
    usual,
    growth: now.size - usual,
    sources: new Set([...now, ...before].map(sourceOf)).size,
    isNew: before.size === 0,
    firstAt,
    lastAt: Math.max(...times),
    size: reports.length,
  };
}
