import { expect, test } from 'vitest';
import { composeStories } from '../../src/stories/compose-stories.ts';
import { summarizeStory, summarizeWith, toStoryCard } from '../../src/summaries/story-card.ts';
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

const english = article({
  source: 'Gazette',
  text: 'The old bridge in Lundberg was shut on Tuesday. Some 14,000 cars use it every day.',
});
const german = article({
  source: 'Bote',
  lang: 'de',
  text: 'Die alte Brücke in Lundberg wurde am Dienstag gesperrt. Täglich fahren 14.000 Autos darüber.',
});

test('a story told in two languages is summarized in the language of its headline, and names all its sources', async () => {
  const told = { ...story!, articles: [english, { ...german, id: (english.id + 1) as typeof german.id }] };

  const { sentences, articles } = await summarizeStory(told, { sentences: 4 }, async (...ask) => summarize(...ask));

  expect(sentences.map(({ text }) => text).join(' ')).not.toMatch(/Brücke|Autos/);
  expect(articles.map(({ source }) => source)).toEqual(['Gazette', 'Bote']);
});

test('a card without sentences needs no summary', async () => {
  const card = await toStoryCard(story!, 0, () => Promise.reject(new Error('not to be called')));

  expect(card.sentences).toEqual([]);
});
