// One person, company or town with four things on one day, each told by two papers that say again who is meant: with
// nothing else alive, and among what papers in several languages tell of others.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { groupAll } from '../helpers/group-all.ts';

const NOON = Date.UTC(2026, 4, 4, 12);
const HALF_DAY = 12 * 3_600_000;
const ORDERS = [1, 2];

interface Told {
  readonly lang: string;
  readonly subject: string;
  /** Of its subject's. */
  readonly event: number;
  readonly title: string;
  readonly text: string;
}

function read(name: string): Told[] {
  const file = readFileSync(new URL(`./one-subject-texts/${name}.txt`, import.meta.url), 'utf8');
  return file
    .split(/^# /m)
    .slice(1)
    .flatMap((part) => {
      const [heading = '', ...events] = part.split(/\n=\n/);
      const [lang = '', , subject = ''] = heading.split('|').map((word) => word.trim());
      return events.flatMap((lines, event) =>
        lines
          .trim()
          .split('\n')
          .map((line) => {
            const [title = '', text = ''] = line.split(' :: ');
            return { lang, subject, event, title, text: text.replaceAll(' ¶ ', '\n\n') };
          }),
      );
    });
}

/** The same disorder at every run. */
function inOrder(told: readonly Told[], seed: number): Told[] {
  const keyed = told.map((one, i) => ({ one, key: ((i + 1) * seed * 7919) % 10_007 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}

interface Pair {
  readonly isSame: boolean;
  readonly isJoined: boolean;
}

/** Pairs of the subject's articles, when all have come. */
function pairsOf(told: readonly Told[], subject: string): Pair[] {
  const stories = groupAll(
    told.map((one, i) => ({ ...one, source: `Paper ${i}`, time: NOON + (i * HALF_DAY) / told.length })),
  );
  const own = [...told.entries()].filter(([, one]) => one.subject === subject);
  return own.flatMap(([a, one], i) =>
    own.slice(0, i).map(([b, other]) => ({ isSame: one.event === other.event, isJoined: stories[a] === stories[b] })),
  );
}

/** Shares of the pairs that ended in one story: of those of one event, and of the others. */
function sharesOf(name: string, others: readonly Told[]) {
  const all = read(name);
  const pairs = [...new Set(all.map(({ subject }) => subject))].flatMap((subject) => {
    const own = all.filter((one) => one.subject === subject);
    const between = others.filter((one) => one.subject !== subject);
    return ORDERS.flatMap((seed) => pairsOf(inOrder([...own, ...between], seed), subject));
  });
  const share = (isSame: boolean): number => {
    const some = pairs.filter((pair) => pair.isSame === isSame);
    return some.filter(({ isJoined }) => isJoined).length / some.length;
  };
  return { same: share(true), different: share(false) };
}

/** One paper's telling of each event. */
const OTHERS = ['teasers', 'articles', 'reports'].flatMap(read).filter((_, i) => i % 2 === 0);

describe('what somebody did today, told with who he is', () => {
  test.each([
    ['teasers', 0.015, 0.85],
    ['articles', 0.01, 0.9],
    ['reports', 0.01, 0.75],
  ] as const)('%s, alone', (name, most, least) => {
    const { same, different } = sharesOf(name, []);

    expect(different).toBeLessThan(most);
    expect(same).toBeGreaterThan(least);
  });

  test.each([
    ['teasers', 0.015, 0.87],
    ['articles', 0.02, 0.94],
    ['reports', 0.01, 0.78],
  ] as const)('%s, among others', (name, most, least) => {
    const { same, different } = sharesOf(name, OTHERS);

    expect(different).toBeLessThan(most);
    expect(same).toBeGreaterThan(least);
  });
});
