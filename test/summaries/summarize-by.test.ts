import { expect, test } from 'vitest';
import { summarizeBy } from '../../src/summaries/summarize-by.ts';

const TEXT =
  'The council of Mr. Ames approved the new bridge over the river on Monday. The bridge will cost 40 million crowns. ' +
  'Work on the bridge begins in spring, the council said. Shops near the river fear a year of noise. The mayor, ' +
  'Dr. Lind, called the bridge a gift to the city. Cyclists will have a lane of their own on the bridge.';

test('node-summarizer quotes our sentences, abbreviations and all', async () => {
  const summary = await summarizeBy([{ id: 1, text: TEXT }], { lang: 'en', sentences: 2, method: 'node-summarizer' });

  expect(summary.method).toBe('node-summarizer');
  expect(summary.sentences.length).toBeGreaterThan(0);
  for (const { text, cites } of summary.sentences) {
    expect(TEXT.slice(cites[0]!.start, cites[0]!.end)).toBe(text);
    expect(text).toMatch(/^[A-Z].*\.$/);
  }
});

test('the default method answers for node-summarizer in other languages, and says so', async () => {
  const text =
    'Der Rat hat die neue Brücke genehmigt. Sie wird 40 Millionen kosten. Die Arbeiten beginnen im Frühling.';

  const summary = await summarizeBy([{ id: 1, text }], { lang: 'de', sentences: 2, method: 'node-summarizer' });

  expect(summary.method).toBe('default');
});
