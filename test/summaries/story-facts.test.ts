import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { composeStory } from '../../src/stories/compose-story.ts';
import type { StoryId } from '../../src/stories/story.ts';
import { storyFacts } from '../../src/summaries/story-facts.ts';
import type { Topic, TopicId } from '../../src/topics/topic.ts';
import { article, NOON, TANUKI } from '../helpers/factories.ts';

const HOUR = 3_600_000;

function told(hoursAgo: readonly number[], change: Partial<Article> = {}): Article[] {
  return hoursAgo.map((hours) => article({ publishedAt: NOON - hours * HOUR, seenAt: NOON - hours * HOUR, ...change }));
}

const TOPICS = ['Opera', 'Ferries', 'Sea'].map((name, i) => ({ id: (i + 1) as TopicId, name }) as Topic);

async function factsOf(articles: readonly Article[], matched: readonly (readonly [number, Article])[] = []) {
  const matches = matched.map(([topicId, { id }]) => ({ topicId: topicId as TopicId, articleId: id }));
  const topics = { ofArticles: async () => matches, list: async () => TOPICS };
  return storyFacts(
    composeStory(1 as StoryId, articles),
    { owners: [TANUKI] },
    { store: { topics } as never, namesOf: () => ['Solveig'], now: () => NOON },
  );
}

test('growth is what came in the last day, copies left out', async () => {
  const [first] = told([50]);
  const articles = [first!, ...told([30, 5, 2]), ...told([1], { copyOf: first!.id })];

  expect(await factsOf(articles)).toMatchObject({ articles: 5, copies: 1, grown: 2, names: ['Solveig'] });
});

test('a story that is all of today has not grown: its size says as much', async () => {
  expect(await factsOf(told([9, 5, 2]))).toMatchObject({ articles: 3, grown: 0 });
});

test('of the topics of the asker those are named that it matches, most articles first', async () => {
  const [one, two] = told([9, 5]) as [Article, Article];

  const facts = await factsOf(
    [one, two],
    [
      [2, one],
      [3, one],
      [3, two],
    ],
  );

  expect(facts.topics).toEqual(['Sea', 'Ferries']);
});
