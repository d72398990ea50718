// What /trending has done in a thread of its own: it starts in a fraction of the time of the other workers, and does not
// wait behind pages. Plain data in and out.

import type { BarChart } from './pictures/bar-chart.ts';
import type { Scope } from './scope.ts';
import { readTrendRows } from './store/read-trend-rows.ts';
import type { TopicId } from './topics/topic.ts';
import { countTrends, trendRowsAsk } from './trends/count-trends.ts';
import type { TrendSince, Trends } from './trends/trend.ts';

export interface TrendsTask {
  /** Of the database. */
  readonly path: string;
  readonly scope: Scope;
  readonly since: TrendSince;
  readonly topicId: TopicId | undefined;
  readonly now: number;
}

export async function trends({ path, scope, ...ask }: TrendsTask): Promise<Trends> {
  return countTrends(await readTrendRows(path, scope, trendRowsAsk(ask)), ask);
}

export async function bars(chart: BarChart): Promise<Uint8Array | undefined> {
  const { drawBars } = await import('./pictures/draw-bars.ts');
  return drawBars(chart);
}
