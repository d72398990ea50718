// node test/quality/summaries.ts [--peers]: ROUGE of the summaries against human ones, over the lead and the libraries.
// What is learned is scored by cross-validation: each article by weights that never saw it.

import type { Model } from '../../src/summaries/model.ts';
import { shippedModel } from '../../src/summaries/model.ts';
import { readSentences } from '../../src/summaries/read.ts';
import { summarizeWith } from '../../src/summaries/summarize.ts';
import type { Summary, SummaryDoc } from '../../src/summaries/summary.ts';
import { learnCoverage, readCluster } from './learn-coverage.ts';
import { CLUSTERS, LESSONS } from './learn-summaries.ts';
import { learnWeights, readLesson } from './learn-summary-weights.ts';
import { nodeSummarizerByRank, type Peer, tsTextRank } from './peer-summarizers.ts';
import {
  type Gold,
  type ItemScore,
  openScorer,
  readGold,
  type Scorer,
  toBudget,
  toDocs,
  whyNoCorpus,
} from './summary-corpus.ts';

const FOLDS = 5;

interface Outcome {
  readonly corpus: string;
  readonly gold: Gold;
  readonly ours: ItemScore;
  readonly lead: ItemScore;
  readonly verbatim: boolean;
}

function isVerbatim(docs: readonly SummaryDoc[], { sentences }: Summary): boolean {
  return sentences.every(({ text, cites }) => {
    const doc = docs.find(({ id }) => id === cites[0]?.doc);
    return doc?.text.slice(cites[0]!.start, cites[0]!.end) === text;
  });
}

// The plain lead: first sentences of each document in turn; the scorer cuts it, no sentence is skipped.
function plainLead(gold: Gold): readonly string[] {
  const inTurn = readSentences(toDocs(gold), gold.lang).sentences.toSorted(
    (a, b) => a.order - b.order || a.doc - b.doc,
  );
  return inTurn.map((s) => s.text);
}

function scoreGold(scorer: Scorer, corpus: string, gold: Gold, model: Model): Outcome {
  const docs = toDocs(gold);
  const summary = summarizeWith(model, docs, toBudget(gold));
  const ours = scorer.scoreItem(
    gold,
    summary.sentences.map((s) => s.text),
  );
  return {
    corpus,
    gold,
    ours,
    lead: scorer.scoreItem(gold, plainLead(gold)),
    verbatim: isVerbatim(docs, summary),
  };
}

/** Every article of the kind's corpora, scored by weights learned from the other folds. */
function crossValidate(scorer: Scorer, kind: keyof typeof LESSONS): Outcome[] {
  const { corpora, pairWeight } = LESSONS[kind];
  const all = corpora.flatMap((corpus) =>
    readGold(scorer, corpus).map((gold, i) => ({ corpus, fold: i % FOLDS, lesson: readLesson(gold, scorer) })),
  );
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const others = all.filter((one) => one.fold !== fold).map((one) => one.lesson);
    const model = { ...shippedModel, [kind]: learnWeights(others, scorer, pairWeight) };
    const own = all.filter((one) => one.fold === fold);
    return own.map(({ corpus, lesson }) => scoreGold(scorer, corpus, lesson.gold, model));
  });
}

/** The same for clusters of long documents; both corpora together teach one set of weights. */
function crossValidateCoverage(scorer: Scorer): Outcome[] {
  const all = CLUSTERS.flatMap((corpus) =>
    readGold(scorer, corpus).map((gold, i) => ({ corpus, fold: i % FOLDS, cluster: readCluster(gold, scorer) })),
  );
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const others = all.filter((one) => one.fold !== fold).map((one) => one.cluster);
    const model = { ...shippedModel, coverage: learnCoverage(others, scorer) };
    const own = all.filter((one) => one.fold === fold);
    return own.map(({ corpus, cluster }) => scoreGold(scorer, corpus, cluster.gold, model));
  });
}

type Scores = Record<string, number>;

/** Prints one row, and notes what the floors hold. */
function report(scorer: Scorer, scores: Scores, name: string, outcomes: readonly Outcome[]): void {
  const row = (['r1', 'r2'] as const).map((key) => {
    const gain = scorer.bootstrap(outcomes.map(({ ours, lead }) => 100 * (ours[key].f - lead[key].f)));
    const own = (100 * outcomes.reduce((sum, { ours }) => sum + ours[key].f, 0)) / outcomes.length;
    scores[`${name} ${key} over lead`] = gain.mean;
    if (key === 'r1') scores[`${name} r1 over lead, lower bound`] = gain.lo;
    return `${key} ${own.toFixed(2)}, over lead ${gain.mean.toFixed(2)} [${gain.lo.toFixed(2)}, ${gain.hi.toFixed(2)}]`;
  });
  console.log(`${name.padEnd(24)} ${String(outcomes.length).padStart(4)}  ${row.join('   ')}`);
}

/** The libraries on every n-th article: they are slow, and one of them is random. */
async function comparePeer(scorer: Scorer, name: string, peer: Peer, outcomes: readonly Outcome[], every: number) {
  const picked = outcomes.filter(({ gold }, i) => i % every === 0 && gold.lang === 'en');
  const gains: number[] = [];
  for (const { gold, ours } of picked) {
    const theirs = scorer.scoreItem(gold, await peer(toDocs(gold), toBudget(gold)));
    gains.push(100 * (ours.r1.f - theirs.r1.f));
  }
  if (gains.length === 0) return;
  const { mean, lo, hi } = scorer.bootstrap(gains);
  console.log(`  r1 over ${name} (${gains.length}): ${mean.toFixed(2)} [${lo.toFixed(2)}, ${hi.toFixed(2)}]`);
}

function byCorpus(outcomes: readonly Outcome[]): Map<string, readonly Outcome[]> {
  return new Map(Object.entries(Object.groupBy(outcomes, ({ corpus }) => corpus)).map(([k, v]) => [k, v ?? []]));
}

function reportAll(scorer: Scorer, groups: ReadonlyMap<string, readonly Outcome[]>): Scores {
  const scores: Scores = {};
  for (const [corpus, outcomes] of groups) report(scorer, scores, corpus, outcomes);
  const mail = (groups.get('single.cnndm') ?? []).filter(({ gold }) => gold.id.startsWith('dmtrain'));
  report(scorer, scores, 'writers and Daily Mail', [...mail, ...(groups.get('single.writers') ?? [])]);
  const means = (groups.get('multi.multiling') ?? []).map(({ gold }) => gold.lang);
  for (const lang of new Set(means)) {
    report(
      scorer,
      {},
      `  multiling ${lang}`,
      groups.get('multi.multiling')!.filter(({ gold }) => gold.lang === lang),
    );
  }
  const all = [...groups.values()].flat();
  scores.verbatim = all.filter(({ verbatim }) => verbatim).length / all.length;
  return scores;
}

export async function run({ peers = false } = {}): Promise<Scores> {
  const missing = whyNoCorpus();
  if (missing) {
    console.log(`skipped: ${missing}`);
    return {};
  }
  const scorer = await openScorer();
  const outcomes = [
    ...crossValidate(scorer, 'single'),
    ...crossValidate(scorer, 'multi'),
    ...crossValidateCoverage(scorer),
  ];
  const groups = byCorpus(outcomes);
  const scores = reportAll(scorer, groups);
  for (const [corpus, own] of peers ? groups : []) {
    console.log(corpus);
    await comparePeer(scorer, 'ts-textrank', tsTextRank, own, 1);
    await comparePeer(scorer, 'node-summarizer', nodeSummarizerByRank, own, 4);
  }
  return scores;
}

if (import.meta.main) {
  for (const [name, value] of Object.entries(await run({ peers: process.argv.includes('--peers') }))) {
    console.log(name.padEnd(48), value.toFixed(3));
  }
}
