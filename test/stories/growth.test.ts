// Four times the articles, at most a little more than four times the work.

import { expect, test } from 'vitest';
import { countTrends } from '../../src/trends/count-trends.ts';
import { NOON } from '../helpers/factories.ts';
import { threadMs } from '../helpers/thread-ms.ts';
import { PAPERS, row } from '../trends/trend-rows.ts';

const TICK_MS = 10;

/** Every article has words of its own beside common ones; one story of many. */
function rows(count: number) {
  return Array.from({ length: count }, (_, n) =>
    row(PAPERS[n % PAPERS.length] as string, n % 8, `Word${n % 97} and Name${n} met Other${n % 1009}`, {
      lead: `The council of Lundberg spoke of Thing${n} and of Place${n % 31} for a long time, said Person${n % 211}. `.repeat(
        2,
      ),
      ...(n % 3 === 0 && { story: 7 }),
    }),
  );
}

test('counting what is trending costs what there is to count', () => {
  const [some, more] = [rows(1_500), rows(6_000)];
  const count = (what: typeof some) => threadMs(() => countTrends(what, { since: '24h', now: NOON }));
  count(some);

  const [least, most] = [Math.min(count(some), count(some)), Math.min(count(more), count(more))];

  expect(most - TICK_MS).toBeLessThan(Math.max(least, TICK_MS) * 4 * 1.8);
});
