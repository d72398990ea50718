// The learned join, read from data/stories/join.json at the first question (made by test/quality/learn-join.ts).

import { readFileSync } from 'node:fs';
import type { Trees } from './trees.ts';

export interface JoinModel extends Trees {
  /** Log-odds from which an article joins a story. */
  readonly join: number;
  /** Judges two stories that one article could both join; without it none are merged. */
  readonly merging?: Trees | undefined;
  /** Log-odds from which they are one. */
  readonly merge: number;
}

let model: JoinModel | undefined;

export function loadJoinModel(): JoinModel {
  model ??= JSON.parse(readFileSync(new URL('../../data/stories/join.json', import.meta.url), 'utf8')) as JoinModel;
  return model;
}
