// Summaries: the sentences of one or several documents that say most of what matters, verbatim and cited.

import { chooseSentences } from './choose.ts';
import { saysTheSame } from './likeness.ts';
import { type Limits, limitsOf } from './limits.ts';
import { scoreByMethod } from './methods/score.ts';
import { type Model, shippedModel } from './model.ts';
import { orderSentences } from './order.ts';
import { readSentences } from './read.ts';
import type { Reading, Sentence } from './sentence.ts';
import { rarity, sentenceBonuses, sentenceFeatures } from './sentence-features.ts';
import type { CitedSentence, Summary, SummaryBudget, SummaryDoc } from './summary.ts';
import { citeSentences } from './support.ts';
import { takeBest } from './take-best.ts';
import { leadPositions, wordChances, wordFeatures } from './word-features.ts';

function isSound(sentence: Sentence): boolean {
  return sentence.faults.length === 0;
}

// A sentence that points back may follow the very sentence it points to.
function follows(sentences: readonly Sentence[], chosen: readonly number[], candidate: number): boolean {
  const sentence = sentences[candidate]!;
  return chosen.some((i) => sentences[i]!.doc === sentence.doc && sentences[i]!.order === sentence.order - 1);
}

function admission(reading: Reading, weights: Float64Array) {
  const { sentences } = reading;
  const anySound = sentences.some(isSound);
  return (chosen: readonly number[], candidate: number): boolean => {
    const sentence = sentences[candidate]!;
    if (anySound && !isSound(sentence)) {
      const mends = sentence.faults.length === 1 && sentence.faults[0] === 'dangling';
      if (!mends || !follows(sentences, chosen, candidate)) return false;
    }
    return !chosen.some((i) => saysTheSame(sentences[i]!, sentence, weights));
  };
}

function chooseByModel(reading: Reading, limits: Limits, model: Model): Sentence[] {
  const { single, multi } = model;
  const weights = reading.counts.filter((n) => n > 0).length > 1 ? multi : single;
  const positions = leadPositions(reading.sentences);
  const chances = wordChances(wordFeatures(reading, positions), weights.words);
  const bonuses = sentenceBonuses(sentenceFeatures(reading, positions, chances), weights.sentences);
  const [base, perSentence] = weights.length;
  const chosen = chooseSentences({
    sentences: reading.sentences,
    chances,
    bonuses,
    aim: Number.isFinite(limits.words) ? limits.words : base + perSentence * limits.most,
    least: Math.ceil(limits.most / 2),
    ...limits,
    admits: admission(reading, rarity(reading)),
  });
  return chosen.map((i) => reading.sentences[i]!);
}

function shortest(reading: Reading): Sentence[] {
  return reading.sentences.toSorted((a, b) => a.words - b.words).slice(0, 1);
}

/** In reading order, with everybody who says it. */
export function citeChosen(reading: Reading, chosen: readonly Sentence[]): CitedSentence[] {
  return citeSentences(reading, orderSentences(reading, chosen), rarity(reading));
}

/** With a model of one's own: what learning and cross-validation call. */
export function summarizeWith(model: Model, docs: readonly SummaryDoc[], budget: SummaryBudget): Summary {
  const reading = readSentences(docs, budget.lang);
  const limits = limitsOf(budget);
  const asked = budget.method ?? 'default';
  const method = asked === 'node-summarizer' ? 'default' : asked;
  const chosen =
    method === 'default'
      ? chooseByModel(reading, limits, model)
      : takeBest(reading, scoreByMethod(reading, method), limits);
  const found = chosen.length > 0 ? chosen : shortest(reading);
  return { sentences: citeChosen(reading, found), method };
}

/**
 * Pure and deterministic. Every text with a sentence gives at least one. `node-summarizer` cannot answer here, since it
 * is asynchronous (summarize-with-node-summarizer.ts): the default method answers for it, and the result says so.
 */
export function summarize(docs: readonly SummaryDoc[], budget: SummaryBudget): Summary {
  return summarizeWith(shippedModel, docs, budget);
}
