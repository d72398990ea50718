// What runs in worker threads: each export is one task of the pool, plain data in and out.

import { type DraftOutcome, type DraftTask, draftArticle } from './articles/draft-article.ts';
import { type ExtractOutcome, extractArticle } from './articles/extract.ts';
import type { Study, StudyTask } from './summaries/study.ts';
import { summarizeBy } from './summaries/summarize-by.ts';
import type { Summary, SummaryBudget, SummaryDoc } from './summaries/summary.ts';

export function extract({ html, url }: { readonly html: string; readonly url: string }): ExtractOutcome {
  return extractArticle(html, url);
}

export async function study(task: StudyTask): Promise<Study> {
  const { studyDocs } = await import('./summaries/study.ts');
  return studyDocs(task);
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
