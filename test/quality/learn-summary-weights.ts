// Learns the summarizer's weights from articles with human summaries: three linear models, one on top of the other.

import { type ChoiceProblem, forEachSet, poolOf, SET_FEATURES } from '../../src/summaries/choose.ts';
import { poseChoice } from '../../src/summaries/choose-by-model.ts';
import { limitsOf } from '../../src/summaries/limits.ts';
import type { Weights } from '../../src/summaries/model.ts';
import { positionsOf } from '../../src/summaries/positions.ts';
import { readSentences } from '../../src/summaries/read.ts';
import type { Reading } from '../../src/summaries/sentence.ts';
import { SENTENCE_FEATURES, sentenceFeatures } from '../../src/summaries/sentence-features.ts';
import { WORD_FEATURES, wordChances, wordFeatures } from '../../src/summaries/word-features.ts';
import { toTerms } from '../../src/text/terms.ts';
import { type Example, fitLogistic, fitRidge } from './learn-linear.ts';
import { type Gold, type Scorer, toBudget, toDocs } from './summary-corpus.ts';

/** An article read once, for all folds. */
export interface Lesson {
  readonly gold: Gold;
  readonly reading: Reading;
  readonly positions: readonly number[];
  readonly words: Float64Array;
  /** Share of the references that have each term. */
  readonly inReference: Float64Array;
  /** The scorer's tokens of each sentence and of each reference. */
  readonly tokens: readonly (readonly string[])[];
  readonly references: readonly (readonly string[])[];
}

const RIDGE = { words: 3, sentences: 5, sets: 2 };
const NW = WORD_FEATURES.length;
const NS = SENTENCE_FEATURES.length;
const NB = SET_FEATURES.length;

export function readLesson(gold: Gold, scorer: Scorer): Lesson {
  const reading = readSentences(toDocs(gold), gold.lang);
  const positions = positionsOf(reading);
  const ids = new Map(reading.vocabulary.map((term, id) => [term, id]));
  const inReference = new Float64Array(reading.vocabulary.length);
  for (const reference of gold.refs) {
    for (const term of new Set(toTerms(reference.join('\n'), gold.lang))) {
      const id = ids.get(term);
      if (id !== undefined) inReference[id]! += 1 / gold.refs.length;
    }
  }
  return {
    gold,
    reading,
    positions,
    words: wordFeatures(reading, positions),
    inReference,
    tokens: reading.sentences.map(({ text }) => scorer.tokens(text, gold.lang)),
    references: gold.refs.map((reference) => reference.flatMap((sentence) => scorer.tokens(sentence, gold.lang))),
  };
}

/** Chance of a term to be in the reference. */
function learnWords(lessons: readonly Lesson[]): number[] {
  const examples = lessons.flatMap(({ words, inReference }) => {
    const weight = 1 / Math.sqrt(Math.max(1, inReference.length));
    return Array.from(
      inReference,
      (target, term): Example => ({
        features: words.subarray(term * NW, (term + 1) * NW),
        target,
        weight,
      }),
    ).filter(({ features }) => features[0] === 1);
  });
  return fitLogistic(examples, NW, RIDGE.words);
}

function countOf(grams: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

function pairs(tokens: readonly string[]): string[] {
  return tokens.slice(1).map((token, i) => `${tokens[i]} ${token}`);
}

function sharedCount(a: readonly string[], b: readonly string[]): number {
  const others = countOf(b);
  let shared = 0;
  for (const [gram, count] of countOf(a)) shared += Math.min(count, others.get(gram) ?? 0);
  return shared;
}

/** Tokens and pairs that a sentence has in common with the references, on average. */
function hitsOf(tokens: readonly string[], references: Lesson['references']): number {
  const hits = references.map((r) => sharedCount(tokens, r) + sharedCount(pairs(tokens), pairs(r)));
  return hits.reduce((a, b) => a + b, 0) / Math.max(1, references.length);
}

function sentenceRows({ reading, positions, words }: Lesson, weights: readonly number[]): [Float64Array, Float64Array] {
  const chances = wordChances(words, weights);
  return [sentenceFeatures(reading, positions, chances), chances];
}

/** What a sentence brings per word beyond the chances of its terms. */
function learnSentences(lessons: readonly Lesson[], words: readonly number[]): number[] {
  const examples = lessons.flatMap((lesson) => {
    const { sentences } = lesson.reading;
    const [rows, chances] = sentenceRows(lesson, words);
    return sentences.map((sentence, i): Example => {
      const expected = sentence.terms.reduce((sum, term) => sum + chances[term]!, 0);
      const length = Math.max(1, sentence.words);
      return {
        features: rows.subarray(i * NS, (i + 1) * NS),
        target: (hitsOf(lesson.tokens[i]!, lesson.references) - expected) / length,
        weight: lesson.tokens[i]!.length === 0 ? 0 : Math.sqrt(sentence.words / sentences.length),
      };
    });
  });
  return fitRidge(examples, NS, RIDGE.sentences);
}

interface Rated {
  readonly features: Float64Array;
  readonly score: number;
}

/** Every set of the best candidates, with the score it gets. `pairWeight`: worth of ROUGE-2 beside ROUGE-1. */
function rateSets(problem: ChoiceProblem, lesson: Lesson, rows: Float64Array, { rougeN }: Scorer, pairWeight: number) {
  const rated: Rated[] = [];
  forEachSet(problem, poolOf(problem), (choice) => {
    const features = new Float64Array(NB + NS);
    features.set(choice.features());
    for (const i of choice.chosen) {
      const share = problem.sentences[i]!.words / choice.words;
      for (let k = 0; k < NS; k++) features[NB + k]! += rows[i * NS + k]! * share;
    }
    const system = choice.chosen.flatMap((i) => lesson.tokens[i]!);
    const scores = lesson.references.map((r) => rougeN(r, system, 1).f + pairWeight * rougeN(r, system, 2).f);
    rated.push({ features, score: scores.reduce((a, b) => a + b, 0) / scores.length });
  });
  return rated;
}

function meanOf(vectors: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(NB + NS);
  for (const vector of vectors) for (let k = 0; k < mean.length; k++) mean[k]! += vector[k]! / vectors.length;
  return mean;
}

/** Which of an article's sets scores best: everything relative to the article's mean, every feature on one scale. */
function learnSets(groups: readonly (readonly Rated[])[]): number[] {
  const centered = groups.flatMap((group) => {
    const mean = meanOf(group.map((r) => r.features));
    const score = group.reduce((sum, r) => sum + r.score, 0) / group.length;
    return group.map((r) => ({
      features: r.features.map((v, k) => v - mean[k]!),
      target: r.score - score,
      weight: 1 / group.length,
    }));
  });
  const all = groups.flatMap((group) => group.map((r) => r.features));
  const mean = meanOf(all);
  const spread = meanOf(all.map((vector) => vector.map((v, k) => (v - mean[k]!) ** 2))).map(Math.sqrt);
  const scaled = centered.map((e) => ({
    ...e,
    features: e.features.map((v, k) => (spread[k]! < 1e-4 ? 0 : v / spread[k]!)),
  }));
  return fitRidge(scaled, NB + NS, RIDGE.sets).map((w, k) => (spread[k]! < 1e-4 ? 0 : w / spread[k]!));
}

export function learnWeights(lessons: readonly Lesson[], scorer: Scorer, pairWeight: number): Weights {
  const words = learnWords(lessons);
  const sentences = learnSentences(lessons, words);
  const groups = lessons.map((lesson) => {
    const problem = poseChoice(lesson.reading, limitsOf(toBudget(lesson.gold)), { words, sentences, sets: [] });
    return rateSets(problem, lesson, sentenceRows(lesson, words)[0], scorer, pairWeight);
  });
  return { words, sentences, sets: learnSets(groups.filter((group) => group.length > 1)) };
}
