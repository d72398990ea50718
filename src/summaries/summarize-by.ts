// Summaries by any method, the asynchronous package among them: what the command line and the worker call.

import { summarize } from './summarize.ts';
import { summarizeWithNodeSummarizer } from './summarize-with-node-summarizer.ts';
import type { Summary, SummaryBudget, SummaryDoc } from './summary.ts';
import { withoutKnown } from './whats-new.ts';

export async function summarizeBy(docs: readonly SummaryDoc[], budget: SummaryBudget): Promise<Summary> {
  return budget.method === 'node-summarizer'
    ? await summarizeWithNodeSummarizer(withoutKnown(docs, budget), budget)
    : summarize(docs, budget);
}
