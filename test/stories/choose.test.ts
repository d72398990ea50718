import { describe, expect, test } from 'vitest';
import { choose, findStragglers } from '../../src/stories/choose.ts';
import { FEATURES } from '../../src/stories/join-features.ts';
import type { JoinModel } from '../../src/stories/join-model.ts';
import type { LiveStories, Proposal } from '../../src/stories/live-stories.ts';

/** Believes in every join as much as in any other. */
const model = (odds: number): JoinModel => ({ base: odds, trees: [], join: 0, merge: 0 });
const features = new Float64Array(FEATURES.length);
const only: Proposal<string> = {
  story: { id: 'ferry', members: [1] },
  features: () => features,
  isGrounded: true,
  lead: 0,
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
  expect(choose([{ ...only, lead: 0.7 }], model(0.5), 3).story).toBe('ferry');
});

test('without grounds nothing joins', () => {
  expect(choose([{ ...only, isGrounded: false }], model(9), 3_000).story).toBeUndefined();
});

describe('findStragglers', () => {
  const MANY = 30_000;
  const stories = { lone: [1], couple: [2, 3], ferry: [4, 5] };
  /** Whoever is asked is nearest to `best`. */
  const aliveWith = (best: string): LiveStories<string> =>
    ({
      sizeIn: () => MANY,
      get: (id: keyof typeof stories) => ({ id, members: stories[id] }),
      profile: () => ({ lang: 'en' }),
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
