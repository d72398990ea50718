// Learns what a summary of several long documents is likely to say, and how to trade that against length and place.

import { coverGround, type Ground, surveyReading } from '../../src/summaries/choose-by-coverage.ts';
import { CONCEPT_FEATURES, conceptChances, describeConcept } from '../../src/summaries/concept-features.ts';
import { limitsOf } from '../../src/summaries/limits.ts';
import type { CoverageWeights } from '../../src/summaries/model.ts';
import { readSentences } from '../../src/summaries/read.ts';
import { type Example, fitLogistic } from './learn-linear.ts';
import { type Gold, type Scorer, toBudget, toDocs } from './summary-corpus.ts';

/** A cluster read once, for all folds. */
export interface Cluster {
  readonly gold: Gold;
  readonly ground: Ground;
  readonly rows: readonly Float64Array[];
  /** Share of the references that have each word and pair. */
  readonly inReference: Float64Array;
  /** The scorer's tokens of each sentence and of each reference. */
  readonly tokens: readonly (readonly string[])[];
  readonly references: readonly (readonly string[])[];
}

const WIDTH = CONCEPT_FEATURES.length;
const RIDGE = 3;
// Examples of a cluster count as much as so many, whatever its size.
const CLUSTER = 1000;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function findInReferences({ concepts }: Ground, refs: Gold['refs']): Float64Array {
  const shares = new Float64Array(concepts.size);
  for (const reference of refs) {
    const words = reference.join('\n').match(WORD) ?? [];
    const found = new Set(words.flatMap((word, i) => [concepts.find(word), concepts.find(word, words[i + 1] ?? '')]));
    for (const id of found) if (id !== undefined) shares[id]! += 1 / refs.length;
  }
  return shares;
}

export function readCluster(gold: Gold, scorer: Scorer): Cluster {
  const ground = surveyReading(readSentences(toDocs(gold), gold.lang));
  const rows = Array.from({ length: ground.concepts.size }, (_, id) => {
    const row = new Float64Array(WIDTH);
    describeConcept(row, ground.concepts, id);
    return row;
  });
  return {
    gold,
    ground,
    rows,
    inReference: findInReferences(ground, gold.refs),
    tokens: ground.reading.sentences.map(({ text }) => scorer.tokens(text, gold.lang)),
    references: gold.refs.map((reference) => reference.flatMap((sentence) => scorer.tokens(sentence, gold.lang))),
  };
}

function learnChances(clusters: readonly Cluster[], pairs: boolean): number[] {
  const examples = clusters.flatMap(({ ground, rows, inReference }) => {
    const weight = CLUSTER / Math.max(1, rows.length);
    return rows
      .map((features, id): Example => ({ features, target: inReference[id]!, weight }))
      .filter((_, id) => (ground.concepts.pair[id] === 1) === pairs);
  });
  return fitLogistic(examples, WIDTH, RIDGE);
}

type Trade = Omit<CoverageWeights, 'words' | 'pairs'>;

/** Where the trade is looked for; the best settings lie well inside. */
const RANGES: Readonly<Record<keyof Trade, readonly [number, number]>> = {
  word: [0.2, 0.8],
  power: [0.9, 1.8],
  length: [0.75, 1],
  lead: [0, 2],
  relevance: [0.3, 1.3],
};
const DRAWS = 96;
const BEST = 24;

/** The same numbers at every run (a linear congruential generator, Numerical Recipes). */
function* randomNumbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

function toTrade(value: (key: keyof Trade) => number): Trade {
  return {
    word: value('word'),
    power: value('power'),
    length: value('length'),
    lead: value('lead'),
    relevance: value('relevance'),
  };
}

function drawTrades(): Trade[] {
  const random = randomNumbers(1);
  return Array.from({ length: DRAWS }, () =>
    toTrade((key) => {
      const [from, to] = RANGES[key];
      return from + (to - from) * random.next().value;
    }),
  );
}

function scoreChoice({ tokens, references }: Cluster, chosen: readonly number[], { rougeN }: Scorer): number {
  const system = chosen.flatMap((i) => tokens[i]!);
  const scores = references.map((r) => rougeN(r, system, 1).f + rougeN(r, system, 2).f);
  return scores.reduce((a, b) => a + b, 0) / scores.length;
}

/** The mean of the best random settings: one alone would be the luckiest. */
export function learnCoverage(clusters: readonly Cluster[], scorer: Scorer): CoverageWeights {
  const words = learnChances(clusters, false);
  const pairs = learnChances(clusters, true);
  const chances = clusters.map(({ ground }) => conceptChances(ground.concepts, words, pairs));
  const rated = drawTrades().map((trade) => {
    const weights = { words, pairs, ...trade };
    const scores = clusters.map((cluster, i) => {
      const chosen = coverGround(cluster.ground, limitsOf(toBudget(cluster.gold)), weights, chances[i]!);
      return scoreChoice(cluster, chosen, scorer);
    });
    return { trade, score: scores.reduce((a, b) => a + b, 0) };
  });
  const best = rated.toSorted((a, b) => b.score - a.score).slice(0, BEST);
  const trade = toTrade((key) => best.reduce((sum, one) => sum + one.trade[key], 0) / best.length);
  return { words, pairs, ...trade };
}
