import { describe, expect, test } from 'vitest';
import { choose, findStragglers } from '../../src/stories/choose.ts';
import { FEATURES } from '../../src/stories/join-features.ts';
import type { JoinModel } from '../../src/stories/join-model.ts';
import type { LiveStories, Proposal } from '../../src/stories/live-stories.ts';

/** Believes in every join as much as in any other. */
const model = (odds: number): JoinModel => ({ base: odds, trees: [], join: 0, merge: 0 });
/** Headlines alone, with two things in common of which one is no name. */
const HEADLINES: Readonly<Record<string, number>> = { 'max-second': 3, 'max-told': 3 };
const toFeatures = (values: Readonly<Record<string, number>>): Float64Array =>
  Float64Array.from(FEATURES, (name) => values[name] ?? 0);
const withLead = (lead: number): Float64Array => toFeatures({ ...HEADLINES, 'max-lead': lead });
const features = withLead(0);
const alike = withLead(0.7);
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

test('one name in common is nothing', () => {
  const bare = { ...only, features: new Float64Array(FEATURES.length) };

  expect(choose([bare], model(9), 3_000).story).toBeUndefined();
});

test.each([
  ['two names are who and where', { 'max-second': 3 }, undefined],
  ['two names and what happened', { 'max-second': 3, 'max-told': 3 }, 'ferry'],
  ['three names', { 'max-second': 3, 'max-third': 3 }, 'ferry'],
  ['nearly the same words', { 'max-second': 3, 'max-title': 0.8 }, 'ferry'],
  ['one name of two words', { 'max-second-word': 3 }, undefined],
  ['one name of two words, the story’s that is large', { 'max-second-word': 3, size: Math.log(12) }, 'ferry'],
])('headlines alone: %s', (_, values, story) => {
  expect(choose([{ ...only, features: toFeatures(values) }], model(9), 3_000).story).toBe(story);
});

describe('findStragglers', () => {
  const MANY = 30_000;
  const stories = { lone: [1], couple: [2, 3], ferry: [4, 5] };
  /** Whoever is asked is nearest to `best`. */
  const aliveWith = (best: string): LiveStories<string> =>
    ({
      size: MANY,
      get: (id: keyof typeof stories) => ({ id, members: stories[id] }),
      profile: () => ({}),
      propose: (_: unknown, own: string) => [
        { ...only, story: { id: best === own ? 'ferry' : best, members: [4, 5] } },
      ],
    }) as unknown as LiveStories<string>;
  const live = aliveWith('ferry');

  test('takes in the lone article that would join the story if it came now, and no story of several', () => {
    expect(findStragglers(['ferry', 'couple', 'lone'], 'ferry', { live, model: model(2) })).toEqual(['lone']);
  });

  test('asks for as much as at an article’s coming', () => {
    expect(findStragglers(['lone'], 'ferry', { live, model: model(-0.1) })).toEqual([]);
  });

  test('leaves an article alone that is nearer to another story', () => {
    expect(findStragglers(['lone'], 'ferry', { live: aliveWith('couple'), model: model(2) })).toEqual([]);
  });
});
