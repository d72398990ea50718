// Summaries: the sentences of one or several documents that say most of what matters, verbatim and cited.

import { chooseByCoverage } from './choose-by-coverage.ts';
import { chooseByModel } from './choose-by-model.ts';
import { type Limits, limitsOf } from './limits.ts';
import { scoreByMethod } from './methods/score.ts';
import { type Model, shippedModel } from './model.ts';
import { orderSentences } from './order.ts';
import { readSentences } from './read.ts';
import type { Reading, Sentence } from './sentence.ts';
import { rarity } from './sentence-features.ts';
import type { CitedSentence, Summary, SummaryBudget, SummaryDoc } from './summary.ts';
import { citeSentences } from './support.ts';
import { takeBest } from './take-best.ts';
import { findNews, withoutKnown } from './whats-new.ts';

// The model for several documents has learned on openings of articles; long texts are a matter of coverage.
const SHORT_CLUSTER = 40;
// So are long summaries: the models have learned on up to three sentences.
const LONGEST_CHOICE = 12;
const LONGEST_CHOICE_WORDS = 120;

function chooseByDefault(reading: Reading, limits: Limits, model: Model): Sentence[] {
  const several = reading.counts.filter((n) => n > 0).length > 1;
  const isLong = Number.isFinite(limits.most) ? limits.most > LONGEST_CHOICE : limits.words > LONGEST_CHOICE_WORDS;
  if (!several && !isLong) return chooseByModel(reading, limits, model.single);
  if (reading.sentences.length > SHORT_CLUSTER || !Number.isFinite(limits.most))
    return chooseByCoverage(reading, limits, model.coverage);
  return chooseByModel(reading, limits, model.multi);
}

function sourceOf(reading: Reading, sentence: Sentence): string {
  const doc = reading.docs[sentence.doc]!;
  return doc.source ?? `#${sentence.doc}`;
}

/**
 * A story that two sources tell is not summarized from one: where all sentences are one source's and nobody else says
 * any of them, the last of several makes room for the best of the others.
 */
function hearAnother(reading: Reading, chosen: readonly Sentence[], limits: Limits): readonly Sentence[] {
  const [first] = chosen;
  if (!first || chosen.length < 2) return chosen;
  const source = sourceOf(reading, first);
  if (chosen.some((s) => sourceOf(reading, s) !== source)) return chosen;
  const others = reading.sentences.filter((s) => sourceOf(reading, s) !== source && s.faults.length === 0);
  const cited = citeSentences(reading, chosen, rarity(reading)).flatMap(({ cites }) => cites.map(({ doc }) => doc));
  if (others.length === 0 || others.some(({ doc }) => cited.includes(reading.docs[doc]!.id))) return chosen;
  const kept = chosen.slice(0, -1);
  const words = limits.words - kept.reduce((sum, s) => sum + s.words, 0);
  const best = others.filter((s) => s.words <= words).toSorted((a, b) => a.order - b.order || a.doc - b.doc)[0];
  return best ? [...kept, best] : chosen;
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
      ? chooseByDefault(reading, limits, model)
      : takeBest(reading, scoreByMethod(reading, method), limits);
  const found = chosen.length > 0 ? hearAnother(reading, chosen, limits) : shortest(reading);
  return { sentences: citeChosen(reading, found), method };
}

/**
 * Pure and deterministic. Every text with a sentence gives at least one. `node-summarizer` cannot answer here, since it
 * is asynchronous (summarize-with-node-summarizer.ts): the default method answers for it, and the result says so.
 */
export function summarize(docs: readonly SummaryDoc[], budget: SummaryBudget): Summary {
  const { lang, sentences, known = [], method = 'default' } = budget;
  const isNews = known.length > 0 && method === 'default';
  const news = isNews ? findNews(docs, { known: new Set(known), lang, most: sentences }) : [];
  if (news.length > 0) return { sentences: news, method, isNews: true };
  return summarizeWith(shippedModel, withoutKnown(docs, budget), budget);
}
