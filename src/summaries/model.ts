// The learned numbers and their shape. data/summaries/weights.json holds them; test/quality/learn-summaries.ts makes it.

import shipped from '../../data/summaries/weights.json' with { type: 'json' };

/** One linear model for each kind of input. */
export interface Weights {
  /** Logit of a word's chance to be in a summary that an editor writes (word-features.ts). */
  readonly words: readonly number[];
  /** What a sentence brings per word beyond its terms (sentence-features.ts). */
  readonly sentences: readonly number[];
  /** Score of a set of sentences: SET_FEATURES (choose.ts), then SENTENCE_FEATURES averaged over its words. */
  readonly sets: readonly number[];
}

export interface Model {
  readonly single: Weights;
  readonly multi: Weights;
}

export const shippedModel = shipped as unknown as Model;
