// The learned choice: terms and sentences weighed by the model, sets of sentences compared.

import { type ChoiceProblem, chooseSentences, SET_FEATURES } from './choose.ts';
import { NEARLY_SAME, SAME, saysTheSame } from './likeness.ts';
import type { Limits } from './limits.ts';
import type { Weights } from './model.ts';
import { positionsOf } from './positions.ts';
import type { Reading, Sentence } from './sentence.ts';
import { rarity, sentenceFeatures, weighRows } from './sentence-features.ts';
import { wordChances, wordFeatures } from './word-features.ts';

// Words of an average sentence, where a budget is in words.
const USUAL_WORDS = 20;
// Editors' summaries of three sentences are often better with two, which is learned; who asks for two, four or seven
// gets them.
const ADAPTED = 3;

function isWhole(sentence: Sentence): boolean {
  return sentence.faults.length === 0;
}

// A sentence that points back may follow the very sentence it points to.
function follows(sentences: readonly Sentence[], chosen: readonly number[], candidate: number): boolean {
  const sentence = sentences[candidate]!;
  return chosen.some((i) => sentences[i]?.doc === sentence.doc && sentences[i]?.order === sentence.order - 1);
}

/** What may stand in a summary: nothing that cannot be read alone (unless all is so), nothing said already. */
export function admission(reading: Reading, weights: Float64Array, same = SAME): ChoiceProblem['admits'] {
  const { sentences } = reading;
  const anyWhole = sentences.some(isWhole);
  // Choosing asks about the same pairs many times over.
  const verdicts = new Map<number, boolean>();
  const repeats = (i: number, candidate: number): boolean => {
    const key = Math.min(i, candidate) * sentences.length + Math.max(i, candidate);
    let verdict = verdicts.get(key);
    if (verdict === undefined) {
      verdict = i in sentences && saysTheSame(sentences[i]!, sentences[candidate]!, weights, same);
      verdicts.set(key, verdict);
    }
    return verdict;
  };
  return (chosen, candidate) => {
    const sentence = sentences[candidate]!;
    if (anyWhole && !isWhole(sentence)) {
      const mends = sentence.faults.length === 1 && sentence.faults[0] === 'dangling';
      if (!mends || !follows(sentences, chosen, candidate)) return false;
    }
    return !chosen.some((i) => repeats(i, candidate));
  };
}

/** Everything that a choice needs to know; learning looks at it too. */
export function poseChoice(reading: Reading, limits: Limits, weights: Weights, same = SAME): ChoiceProblem {
  const positions = positionsOf(reading);
  const chances = wordChances(wordFeatures(reading, positions), weights.words);
  const rows = sentenceFeatures(reading, positions, chances);
  const most = Number.isFinite(limits.most) ? limits.most : Math.max(1, Math.round(limits.words / USUAL_WORDS));
  return {
    sentences: reading.sentences,
    positions,
    titles: reading.titles.flatMap((title) => [...title]),
    chances,
    bonuses: weighRows(rows, weights.sentences),
    merits: weighRows(rows, weights.sets.slice(SET_FEATURES.length)),
    weights: weights.sets.slice(0, SET_FEATURES.length),
    most,
    least: most === ADAPTED ? Math.ceil(most / 2) : most,
    words: limits.words,
    admits: admission(reading, rarity(reading), same),
  };
}

export function chooseByModel(reading: Reading, limits: Limits, weights: Weights): Sentence[] {
  const take = (same: typeof SAME) => {
    const problem = poseChoice(reading, limits, weights, same);
    return { chosen: chooseSentences(problem).map((i) => reading.sentences[i]!), asked: problem.most };
  };
  if (reading.docs.length === 1 || limits.most <= ADAPTED) return take(SAME).chosen;
  // A few outlets tell one story in other words: of four sentences two would often be one. Unless there is too little else.
  const { chosen, asked } = take(NEARLY_SAME);
  return chosen.length < asked ? take(SAME).chosen : chosen;
}
