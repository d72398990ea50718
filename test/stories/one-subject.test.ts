// One place, person or company in the news with several things at once: what they share by name must not make them one,
// and what happened must. Nothing else is alive: it could not be harder.

import { describe, expect, test } from 'vitest';
import { groupAll } from '../helpers/group-all.ts';
import { HEADLINES, IN_THE_NEWS, SUBJECTS, TWO_NAMES } from './one-subject-news.ts';

const NOON = Date.UTC(2026, 4, 4, 12);
const HOUR = 3_600_000;
const ORDERS = [1, 2, 3, 4, 5, 6];

interface Told {
  readonly event: number;
  readonly title: string;
  readonly text: string;
}

/** The same disorder at every run. */
function inOrder(told: readonly Told[], seed: number): Told[] {
  const keyed = told.map((one, i) => ({ one, key: ((i + 1) * seed * 7919) % 10_007 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}

/** Shares of the pairs that ended in one story: of those of one event, and of the others. */
function joined(told: readonly Told[], lang: string) {
  const pairs = ORDERS.flatMap((seed) => {
    const order = inOrder(told, seed);
    const stories = groupAll(
      order.map(({ title, text }, i) => ({ title, text, lang, source: `Paper ${i}`, time: NOON + i * HOUR })),
    );
    return order.flatMap((a, i) =>
      order.slice(0, i).map((b, j) => ({ isSame: a.event === b.event, isJoined: stories[i] === stories[j] })),
    );
  });
  const share = (isSame: boolean): number => {
    const some = pairs.filter((pair) => pair.isSame === isSame);
    return some.filter(({ isJoined }) => isJoined).length / some.length;
  };
  return { same: share(true), different: share(false) };
}

describe('several things about', () => {
  test.each(SUBJECTS)('%s: each is a story of its own', (_, lang, events) => {
    const told = events.flatMap(([title, text, otherTitle, otherText], event) => [
      { event, title, text },
      { event, title: otherTitle, text: otherText },
    ]);

    const { same, different } = joined(told, lang);

    expect(different).toBe(0);
    expect(same).toBeGreaterThan(0.7);
  });

  test.each(SUBJECTS)('%s, headlines alone: hardly any are mixed', (_, lang, events) => {
    const told = events.flatMap(([title, , otherTitle], event) => [
      { event, title, text: '' },
      { event, title: otherTitle, text: '' },
    ]);

    expect(joined(told, lang).different).toBeLessThan(0.05);
  });

  test.each(HEADLINES)('%s, told in headlines: hardly any are mixed', (_, lang, events) => {
    const told = events.flatMap((titles, event) => titles.map((title) => ({ event, title, text: '' })));

    expect(joined(told, lang).different).toBeLessThan(0.1);
  });

  test.each(TWO_NAMES)('%s, both in every headline: hardly any are mixed', (_, lang, events) => {
    const told = events.flatMap((titles, event) => titles.map((title) => ({ event, title, text: '' })));

    const { same, different } = joined(told, lang);

    expect(different).toBeLessThan(0.2);
    expect(same).toBeGreaterThan(0.6);
  });

  test('what is in the news with one event a dozen times does other things as well', () => {
    const told = [IN_THE_NEWS.event, IN_THE_NEWS.others].flatMap((titles, event) =>
      titles.map((title) => ({ event, title, text: '' })),
    );

    const { same, different } = joined(told, 'en');

    expect(different).toBeLessThan(0.05);
    expect(same).toBeGreaterThan(0.6);
  });

  test('headlines of one event find each other', () => {
    const shares = HEADLINES.map(([, lang, events]) => {
      const told = events.flatMap((titles, event) => titles.map((title) => ({ event, title, text: '' })));
      return joined(told, lang).same;
    });

    expect(shares.reduce((sum, one) => sum + one, 0) / shares.length).toBeGreaterThan(0.6);
  });
});
