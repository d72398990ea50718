// What runs in worker threads: each export is one task of the pool, plain data in and out.

import { type DraftOutcome, type DraftTask, draftArticle } from './articles/draft-article.ts';
import { type ExtractOutcome, extractArticle } from './articles/extract.ts';
import type { BarChart } from './pictures/bar-chart.ts';
import type { Scope } from './scope.ts';
import type { TrendSince, Trends } from './stories/trend.ts';
import { summarizeBy } from './summaries/summarize-by.ts';
import type { Summary, SummaryBudget, SummaryDoc } from './summaries/summary.ts';
import type { TopicId } from './topics/topic.ts';

export function extract({ html, url }: { readonly html: string; readonly url: string }): ExtractOutcome {
  return extractArticle(html, url);
}

export function draft(task: DraftTask): DraftOutcome {
  return draftArticle(task);
}

export async function summarize({
  docs,
  budget,
}: {
  readonly docs: readonly SummaryDoc[];
  readonly budget: SummaryBudget;
}): Promise<Summary> {
  return summarizeBy(docs, budget);
}

export interface TrendsTask {
  /** Of the database. */
  readonly path: string;
  readonly scope: Scope;
  readonly since: TrendSince;
  readonly topicId: TopicId | undefined;
  readonly now: number;
}

/** Loaded when it is asked for: most workers never are. */
export async function trends({ path, scope, ...ask }: TrendsTask): Promise<Trends> {
  const { readTrendRows } = await import('./store/read-trend-rows.ts');
  const { countTrends, trendRowsAsk } = await import('./stories/count-trends.ts');
  return countTrends(await readTrendRows(path, scope, trendRowsAsk(ask)), ask);
}

export async function bars(chart: BarChart): Promise<Uint8Array | undefined> {
  const { drawBars } = await import('./pictures/draw-bars.ts');
  return drawBars(chart);
}
