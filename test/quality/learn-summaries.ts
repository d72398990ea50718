// node test/quality/learn-summaries.ts: learns data/summaries/weights.json from the development corpora.

import { writeFileSync } from 'node:fs';
import type { CoverageWeights, Weights } from '../../src/summaries/model.ts';
import { learnCoverage, readCluster } from './learn-coverage.ts';
import { learnWeights, readLesson } from './learn-summary-weights.ts';
import { openScorer, readGold, type Scorer } from './summary-corpus.ts';

/** What each model learns from, and what ROUGE-2 counts beside ROUGE-1. */
export const LESSONS = {
  single: { corpora: ['single.cnndm', 'single.writers', 'single.xsum'], pairWeight: 0.3 },
  multi: { corpora: ['multi.allsides'], pairWeight: 1 },
} as const;

/** What the choice among long documents learns from. */
export const CLUSTERS = ['multi.multinews', 'multi.multiling'] as const;

const PROVENANCE =
  'Learned by test/quality/learn-summaries.ts from the development split of the summarization corpora (CNN/Daily Mail, ' +
  'freelance writers, XSum for one article; AllSides for several short ones, Multi-News and MultiLing for several long ' +
  'ones); numbers only, no text. Scores by cross-validation: test/quality/README.md.';

function learn(scorer: Scorer, { corpora, pairWeight }: (typeof LESSONS)[keyof typeof LESSONS]): Weights {
  const lessons = corpora.flatMap((name) => readGold(scorer, name).map((gold) => readLesson(gold, scorer)));
  return learnWeights(lessons, scorer, pairWeight);
}

/** Every number to five figures. */
function rounded<T extends Weights | CoverageWeights>(weights: T): T {
  const replace = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value);
  return JSON.parse(JSON.stringify(weights, replace)) as T;
}

if (import.meta.main) {
  const scorer = await openScorer();
  const clusters = CLUSTERS.flatMap((name) => readGold(scorer, name).map((gold) => readCluster(gold, scorer)));
  const model = {
    provenance: PROVENANCE,
    single: rounded(learn(scorer, LESSONS.single)),
    multi: rounded(learn(scorer, LESSONS.multi)),
    coverage: rounded(learnCoverage(clusters, scorer)),
  };
  writeFileSync(new URL('../../data/summaries/weights.json', import.meta.url), `${JSON.stringify(model, null, 1)}\n`);
}
