// The sample newsroom knows which of its articles tell one event: grouping must never mix two, and must find most
// events in more than one language.

import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createDice } from '../bench/dice.ts';
import { groupAll } from '../helpers/group-all.ts';

const root = join(import.meta.dirname, '../../data/sample');
const NOW = Date.parse('2026-03-10T12:00:00Z');
const DAY = 86_400_000;
const HOURS = { m: 1 / 60, h: 1, d: 24, '': 1 } as const;

interface SampleArticle {
  readonly id: string;
  readonly event: string;
  readonly title: string;
  readonly text: string;
  readonly lang: string;
  readonly source: string;
  readonly time: number;
}

function read(file: string): SampleArticle {
  const path = join(root, file);
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path, 'utf8')) ?? [];
  const field = (name: string): string => new RegExp(`^${name}: *(.*)$`, 'm').exec(head)?.[1] ?? '';
  const outlet = JSON.parse(readFileSync(join(dirname(path), 'outlet.json'), 'utf8')) as { name: string; lang: string };
  const [, ago = '0', unit = ''] = /^(-?[\d.]+)([mhd]?)$/.exec(field('ago')) ?? [];
  const time = NOW - Number(ago) * HOURS[unit as keyof typeof HOURS] * 3_600_000;
  return {
    id: file,
    event: field('event'),
    title: field('title'),
    text: text.trim().replace(/\n+/g, '\n'),
    lang: outlet.lang,
    source: outlet.name,
    time,
  };
}

const articles = globSync('*/*.md', { cwd: root })
  .map(read)
  .filter(({ event }) => event !== '');

/** Pairs of articles that ended up in one story. */
function joinedPairs(order: readonly SampleArticle[]): (readonly [SampleArticle, SampleArticle])[] {
  const stories = groupAll(order);
  return order.flatMap((a, i) =>
    order
      .slice(0, i)
      .filter((_, j) => stories[i] === stories[j])
      .map((b) => [a, b] as const),
  );
}

const wrongOf = (pairs: ReturnType<typeof joinedPairs>): string[] =>
  pairs.filter(([a, b]) => a.event !== b.event).map(([a, b]) => `${a.id} with ${b.id}`);

test('the sample newsroom: no two events in one story, and most events across languages', () => {
  const joined = joinedPairs([...articles].sort((a, b) => a.time - b.time));
  const abroad = joined.filter(([a, b]) => a.event === b.event && a.lang !== b.lang);

  expect(wrongOf(joined)).toEqual([]);
  expect(abroad.length).toBeGreaterThanOrEqual(30);
  expect(new Set(abroad.map(([a]) => a.event)).size).toBeGreaterThanOrEqual(4);
});

// Pages are fetched in parallel, the newest first: what is indexed when differs from start to start.
test('the sample newsroom: no two events in one story, in whatever order articles come', () => {
  const dice = createDice(3);
  const orders = Array.from({ length: 18 }, (_, n) => {
    const place = (time: number): number => dice(1_000_000) / 1_000_000 + [0, time / DAY, -2 * (time / DAY)][n % 3]!;
    return articles
      .map((article) => ({ article, place: place(article.time) }))
      .sort((a, b) => a.place - b.place)
      .map(({ article }) => article);
  });

  expect([...new Set(orders.flatMap((order) => wrongOf(joinedPairs(order))))]).toEqual([]);
});
