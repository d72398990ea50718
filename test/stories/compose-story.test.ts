import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { composeStory } from '../../src/stories/compose-story.ts';
import type { StoryId } from '../../src/stories/story.ts';

const ID = 3 as StoryId;

function article(id: number, title: string, more: Partial<Record<keyof Article, unknown>> = {}): Article {
  return {
    id,
    storyId: ID,
    title,
    text: `${title}.`,
    source: `Paper ${id}`,
    lang: 'en',
    publishedAt: id * 1_000,
    seenAt: id * 1_000,
    copyOf: undefined,
    ...more,
  } as unknown as Article;
}

describe('composeStory', () => {
  const articles = [
    article(1, 'Dam bursts in Orvel valley'),
    article(2, 'Dam bursts above Orvel, thousands flee the valley'),
    article(3, 'Thousands flee Orvel'),
    article(4, 'What we know about concrete'),
  ];

  test('takes the headline that says most of what the others say', () => {
    expect(composeStory(ID, articles).headline).toBe('Dam bursts above Orvel, thousands flee the valley');
  });

  test('lists the most central first, then the newest', () => {
    expect(composeStory(ID, articles).articles.map(({ id }) => id)).toEqual([2, 4, 3, 1]);
  });

  test('counts a publisher once and a copy not at all', () => {
    const story = composeStory(ID, [
      article(1, 'Dam bursts', { source: 'The Orvel Times' }),
      article(2, 'Dam bursts again', { source: 'Orvel Times' }),
      article(3, 'Dam bursts', { source: 'Mirror', copyOf: 1 }),
    ]);

    expect(story.sources.length).toBe(1);
    expect(story.articles.at(-1)?.id).toBe(3);
  });

  test('counts the first of several copies whose original is out of scope', () => {
    const story = composeStory(ID, [article(5, 'Dam', { copyOf: 1 }), article(6, 'Dam', { copyOf: 1 })]);

    expect(story.sources).toEqual(['Paper 5']);
  });

  test('spans from its first to its last article', () => {
    expect([composeStory(ID, articles).firstAt, composeStory(ID, articles).lastAt]).toEqual([1_000, 4_000]);
  });
});
