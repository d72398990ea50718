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

/** For several long documents (choose-by-coverage.ts). */
export interface CoverageWeights {
  /** Logits of a word's and of a pair's chance to be in a summary (concept-features.ts). */
  readonly words: readonly number[];
  readonly pairs: readonly number[];
  /** Worth of a word beside that of a pair. */
  readonly word: number;
  /** Worth is this power of the chance. */
  readonly power: number;
  /** A passage costs this power of its words. */
  readonly length: number;
  /** How much more an opening sentence counts. */
  readonly lead: number;
  /** Power of how much its document belongs to the story. */
  readonly relevance: number;
}

export interface Model {
  readonly single: Weights;
  readonly multi: Weights;
  readonly coverage: CoverageWeights;
}

export const shippedModel = shipped as unknown as Model;
