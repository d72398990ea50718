import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { type Candidate, chooseStories } from '../../src/digests/choose-stories.ts';
import type { StoryId } from '../../src/stories/story.ts';
import { article, NOON } from '../helpers/factories.ts';

const HOUR = 3_600_000;
let lastStory = 0;

function candidate(articles: readonly Article[], told: readonly Article[] = []): Candidate {
  lastStory += 1;
  const sources = [...new Set(articles.map(({ source }) => source))];
  const times = articles.map(({ publishedAt }) => publishedAt as number);
  return {
    story: {
      id: lastStory as StoryId,
      headline: articles[0]?.title as string,
      articles,
      copies: [],
      sources,
      firstAt: Math.min(...times),
      lastAt: Math.max(...times),
    },
    fresh: new Set(articles.filter((one) => !told.includes(one)).map(({ id }) => id)),
    told: new Set(told.map(({ id }) => id)),
  };
}

const by = (source: string, hoursAgo = 1, parts: Partial<Article> = {}): Article =>
  article({ title: source, source, publishedAt: NOON - hoursAgo * HOUR, ...parts });
const headlines = (candidates: readonly Candidate[], limit = 9): string[] =>
  chooseStories(candidates, { limit, now: NOON }).stories.map(({ story }) => story.headline);

test('what more tell comes first', () => {
  expect(headlines([candidate([by('one')]), candidate([by('two'), by('x'), by('y')])])).toEqual(['two', 'one']);
});

test('what is fresh comes first among equals', () => {
  expect(headlines([candidate([by('old', 20)]), candidate([by('new', 1)])])).toEqual(['new', 'old']);
});

test('a day of age takes twice the sources', () => {
  const three = () => [by('a', 25), by('b', 25), by('c', 25)];
  expect(headlines([candidate([by('fresh', 0)]), candidate(three())])).toEqual(['fresh', 'a']);
});

test('an archive that a feed brings at once is no news', () => {
  expect(headlines([candidate([by('old', 24 * 30)])])).toEqual([]);
});

test('a story told before comes back for a new publisher, not for the same one, a copy, or one of another letter case', () => {
  const told = by('Forest');
  const update = candidate([told, by('River')], [told]);
  const again = candidate([told, by('FOREST')], [told]);
  const copy = candidate([told, by('Agency', 1, { copyOf: told.id })], [told]);

  const { stories } = chooseStories([update, again, copy], { limit: 9, now: NOON });

  expect(stories.map(({ story, update, news }) => [story.id, update, news.map(({ source }) => source)])).toEqual([
    [update.story.id, true, ['River']],
  ]);
});

test('who has only printed another one’s text tells something new in his own words', () => {
  const told = by('Forest');
  const reprint = by('River', 1, { copyOf: told.id });
  const own = by('River');

  const { stories } = chooseStories([candidate([told, reprint, own], [told, reprint])], { limit: 9, now: NOON });

  expect(stories.map(({ update, news }) => [update, news])).toEqual([[true, [own]]]);
});

test('counts what found no room', () => {
  const candidates = ['a', 'b', 'c'].map((name) => candidate([by(name)]));

  expect(chooseStories(candidates, { limit: 1, now: NOON })).toMatchObject({ more: 2, stories: [{ update: false }] });
});
