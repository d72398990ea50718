import { expect, test } from 'vitest';
import { choose } from '../../src/stories/grouper.ts';
import { FEATURES } from '../../src/stories/join-features.ts';
import type { JoinModel } from '../../src/stories/join-model.ts';
import type { Proposal } from '../../src/stories/live-stories.ts';

/** Believes in every join as much as in any other. */
const model = (odds: number): JoinModel => ({ base: odds, trees: [], join: 0, merge: 0 });
const features = new Float64Array(FEATURES.length);
const alike = Float64Array.from(FEATURES, (name) => (name === 'max-lead' ? 0.7 : 0));
const only: Proposal<string> = {
  story: { id: 'ferry', members: [1] },
  features,
  seniority: 0,
  without: () => features,
  beside: () => features,
};

test('being the nearest says less among few than among many', () => {
  expect(choose([only], model(0.5), 3).story).toBeUndefined();
  expect(choose([only], model(0.5), 3_000).story).toBe('ferry');
});

test('what is certain joins even where nothing else is alive', () => {
  expect(choose([only], model(3), 1).story).toBe('ferry');
});

test('what is much alike joins, however few are alive', () => {
  expect(choose([{ ...only, features: alike }], model(0.5), 3).story).toBe('ferry');
});
