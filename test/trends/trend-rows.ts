// Rows for /trending, made in a line: "who, how many days ago, what".

import type { ArticleId } from '../../src/articles/article.ts';
import type { StoryId } from '../../src/stories/story.ts';
import { DAY_MS, type TrendRow } from '../../src/trends/trend.ts';
import { NOON } from '../helpers/factories.ts';

let lastId = 0;

/** A story of its own, unless one is named. */
export function row(
  source: string,
  daysAgo: number,
  title: string,
  parts: Partial<TrendRow> & { story?: number } = {},
): TrendRow {
  const { story, ...rest } = parts;
  lastId += 1;
  return {
    id: lastId as ArticleId,
    storyId: (story ?? 1000 + lastId) as StoryId,
    source,
    copyOf: undefined,
    lang: 'en',
    title,
    lead: '',
    time: NOON - daysAgo * DAY_MS - 3_600_000,
    inTopic: true,
    ...rest,
  };
}

export const PAPERS = ['Gazette', 'Courier', 'Post', 'Echo', 'Herald', 'Tribune'] as const;

const QUIET = [
  'Bakers complain about flour',
  'A bench is painted green',
  'Choir looks for tenors',
  'Snow on the upper pass',
  'Market moves to the hall',
  'Old clock strikes thirteen',
  'Goats block the road',
  'Bridge gets new lamps',
];

/** Each paper writes of something else each day: what is usual. */
export function quietDays(days: number, papers: readonly string[] = PAPERS): TrendRow[] {
  return papers.flatMap((paper, p) =>
    Array.from({ length: days }, (_, day) => row(paper, day, QUIET[(p * 3 + day) % QUIET.length] as string)),
  );
}
