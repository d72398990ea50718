// The learned numbers and their shape. data/summaries/weights.json holds them; test/quality/learn-summaries.ts makes it.

import shipped from '../../data/summaries/weights.json' with { type: 'json' };

/** One linear model for each kind of input. */
export interface Weights {
  /** Logit of a word's chance to be in a summary that an editor writes (word-features.ts). */
  readonly words: readonly number[];
  /** What a sentence brings per word beyond its terms (sentence-features.ts). */
  readonly sentences: readonly number[];
  /** Words that an editor's summary has, for each sentence asked for: base + per sentence. */
  readonly length: readonly [base: number, perSentence: number];
}

export interface Model {
  readonly single: Weights;
  readonly multi: Weights;
}

export const shippedModel = shipped as unknown as Model;
