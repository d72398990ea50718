// Twice the text, at most 2.3 times the work.

import { expect, test } from 'vitest';
import { summarize } from '../../src/summaries/summarize.ts';
import { threadMs } from '../helpers/thread-ms.ts';
import { longText } from './long-text.ts';

const ROUNDS = 6;

test('summarizing twice the text is at most 2.3 times the work', () => {
  const [some, more] = [2_000, 4_000].map((sentences) => [{ id: 1, text: longText(sentences) }]);
  const summarizing = (docs: typeof some) => threadMs(() => summarize(docs!, { lang: 'en' }));
  summarizing(some);

  // In turn, so that both see the machine as busy as it is.
  const pairs = Array.from({ length: ROUNDS }, () => [summarizing(some), summarizing(more)] as const);
  const [least, most] = [Math.min(...pairs.map(([one]) => one)), Math.min(...pairs.map(([, two]) => two))];

  expect(most / least).toBeLessThan(2.3);
});
