// Are two articles about one event? The yes/no question of the command line's `same`, away from any stream.

import { readFileSync } from 'node:fs';
import { containment, toFingerprint } from './fingerprint.ts';
import { createLexicon } from './lexicon.ts';
import { createLikeness, type Likeness } from './likeness.ts';
import { toProfile } from './profile.ts';

export interface EventText {
  readonly title: string;
  readonly text: string;
}

/** Weights of a logistic regression over the likenesses, learned by test/quality/learn-same.ts. */
interface SameModel {
  readonly base: number;
  readonly weights: Readonly<Record<string, number>>;
}

let model: SameModel | undefined;

function loadModel(): SameModel {
  model ??= JSON.parse(readFileSync(new URL('../../data/stories/same.json', import.meta.url), 'utf8')) as SameModel;
  return model;
}

/** Half of a text is a copy of the other: certainly the same event. */
const COPIED = 0.5;

export function isSameEvent(a: EventText, b: EventText, lang?: string): boolean {
  if (containment(toFingerprint(a.title, a.text), toFingerprint(b.title, b.text)) > COPIED) return true;
  const { base, weights } = loadModel();
  const features = toSameFeatures(symmetricLikeness(a, b, lang));
  return SAME_WINDOWS.reduce((odds, window, i) => odds + (weights[window] ?? 0) * features[i]!, base) > 0;
}

/** What the answer hangs on. */
export const SAME_WINDOWS = ['lead', 'body', 'beyond', 'titleFound', 'shared'] as const;

export function toSameFeatures(likeness: Likeness): number[] {
  return SAME_WINDOWS.map((window) => (window === 'shared' ? Math.log1p(likeness.shared) : likeness[window]));
}

/** The mean of both directions, or the lesser: the answer must not hang on which article comes first. */
export function symmetricLikeness(a: EventText, b: EventText, lang?: string): Likeness {
  const lexicon = createLexicon();
  const [one, other] = [a, b].map((text) => toProfile({ ...text, lang, time: 0 }, lexicon));
  const measure = createLikeness(lexicon);
  const there = measure(one!)(other!);
  const back = measure(other!)(one!);
  const entries = Object.keys(there).map((key) => {
    const window = key as keyof Likeness;
    const value = window === 'titleFound' ? Math.min(there[window], back[window]) : (there[window] + back[window]) / 2;
    return [window, value] as const;
  });
  return Object.fromEntries(entries) as unknown as Likeness;
}
