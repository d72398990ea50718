// How a story went, and what only one of its sources says: one reading of its documents for both.

import type { SummaryDoc } from './summary.ts';
import { buildTimeline, type TimelineEntry } from './timeline.ts';
import { findUnique, type UniqueSentence } from './unique.ts';

export interface Study {
  readonly timeline: readonly TimelineEntry[];
  readonly unique: readonly UniqueSentence[];
}

export interface StudyTask {
  readonly docs: readonly SummaryDoc[];
  readonly lang: string | undefined;
}

export function studyDocs({ docs, lang }: StudyTask): Study {
  const timeline = buildTimeline(docs, lang === undefined ? {} : { lang });
  return { timeline, unique: findUnique(docs, lang) };
}
