import { expect, test } from 'vitest';
import { composeStories } from '../../src/stories/compose-stories.ts';
import { summarizeWith, toStoryCard } from '../../src/summaries/story-card.ts';
import { summarize } from '../../src/summaries/summarize.ts';
import type { SummaryBudget } from '../../src/summaries/summary.ts';
import { article } from '../helpers/factories.ts';

const [story] = composeStories([article()]);

test('a card is made by the method that its server has chosen', async () => {
  const asked: SummaryBudget[] = [];
  const recording = summarizeWith(async (docs, budget) => {
    asked.push(budget);
    return summarize(docs, budget);
  }, 'lead');

  const card = await toStoryCard(story!, 1, recording);

  expect(asked).toMatchObject([{ method: 'lead', sentences: 1 }]);
  expect(card.labels).not.toContain('other-method');
});

test('a card says so when another method had to answer', async () => {
  const stubborn = summarizeWith(async (docs, budget) => summarize(docs, budget), 'node-summarizer');

  expect((await toStoryCard(story!, 1, stubborn)).labels).toContain('other-method');
});
