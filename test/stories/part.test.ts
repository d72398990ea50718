import { expect, test } from 'vitest';
import { FEATURES } from '../../src/stories/join-features.ts';
import type { LiveStories, Proposal } from '../../src/stories/live-stories.ts';
import { findParting } from '../../src/stories/part.ts';

const features = new Float64Array(FEATURES.length);
const MODEL = { base: 2, trees: [], join: 0, merge: 0 };
/** Merges whatever an article could join. */
const MERGING = { ...MODEL, merging: { base: 2, trees: [] } };

const proposal = (id: string, isGrounded = true): Proposal<string> => ({
  story: { id, members: [] },
  features: () => features,
  isGrounded,
  lead: 1,
  seniority: id === 'ferry' ? 0 : 1,
  without: () => features,
  beside: () => features,
});

interface Room {
  /** The story's articles, the oldest first. */
  readonly members: readonly number[];
  /** Leads of the pairs that are alike, by their slots. */
  readonly leads: Readonly<Record<string, number>>;
  /** Who, asked anew, could join the rest, too. */
  readonly joinsRest?: readonly number[];
  readonly foreign?: readonly number[];
}

function alive({ members, leads, joinsRest = [], foreign = [] }: Room): LiveStories<string> {
  return {
    storyOf: () => 'ferry',
    get: () => ({ id: 'ferry', members }),
    profile: (slot: number) => ({ lang: foreign.includes(slot) ? 'de' : 'en' }),
    sizeIn: () => 30_000,
    likeness: (a: number) => (b: number) => ({ lead: leads[`${a}${b}`] ?? leads[`${b}${a}`] ?? 0.1 }),
    reconsider: (slot, _, ask) =>
      ask([proposal('twins'), proposal('ferry', joinsRest.includes(slot))], { others: 'twins', left: 'ferry' }),
  } as Pick<LiveStories<string>, 'reconsider'> as unknown as LiveStories<string>;
}

const leave = (room: Room, model = MERGING) => findParting(4, { live: alive(room), model });

test('the new article leaves with its nearest, when each of them joins the other and nothing of the rest', () => {
  expect(leave({ members: [1, 2, 3, 4], leads: { 34: 0.6 } })).toEqual([4, 3]);
});

test('where its nearest is the oldest, the rest leaves: what was posted leads where it led', () => {
  expect(leave({ members: [1, 2, 3, 4], leads: { 14: 0.6 } })).toEqual([2, 3]);
});

test.each([3, 4])('nobody leaves while %i would bring the rest with it', (one) => {
  expect(leave({ members: [1, 2, 3, 4], leads: { 34: 0.6 }, joinsRest: [one] })).toEqual([]);
});

test('a story holds together more readily than two become one', () => {
  const merging = (base: number) => ({ ...MERGING, merging: { base, trees: [] } });
  const room = { members: [1, 2, 3, 4], leads: { 34: 0.6 }, joinsRest: [3, 4] };

  expect(leave(room, merging(-0.5))).toEqual([]);
  expect(leave(room, merging(-1.5))).toEqual([4, 3]);
});

test('nobody leaves where no article is much nearer than the others', () => {
  expect(leave({ members: [1, 2, 3, 4], leads: { 34: 0.6, 24: 0.5, 23: 0.5 } })).toEqual([]);
});

test('copies of its nearest leave with it', () => {
  expect(leave({ members: [1, 2, 3, 4], leads: { 34: 0.6, 24: 0.59, 23: 0.95 } })).toEqual([4, 2, 3]);
});

test('articles of other languages stay, and are not what is left', () => {
  expect(leave({ members: [1, 2, 3, 4], leads: { 24: 0.6 }, foreign: [3] })).toEqual([4, 2]);
  expect(leave({ members: [1, 3, 4], leads: { 14: 0.6 }, foreign: [3] })).toEqual([]);
});

test('a couple and a large story stay as they are', () => {
  expect(leave({ members: [3, 4], leads: { 34: 0.6 } })).toEqual([]);
  const many = Array.from({ length: 12 }, (_, n) => n + 5);
  expect(leave({ members: [3, 4, ...many], leads: { 34: 0.6 } })).toEqual([]);
});
