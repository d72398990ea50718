// A bot that is started anew goes on grouping as one that was never ended: both through the store.

import { expect, test } from 'vitest';
import type { Article, ArticleId } from '../../src/articles/article.ts';
import { indexArticle } from '../../src/pipeline/index-article.ts';
import { openNewsdesk } from '../../src/pipeline/newsdesk.ts';
import { guildScope } from '../../src/scope.ts';
import type { StoryId } from '../../src/stories/story.ts';
import { createDice } from '../bench/dice.ts';
import { draft, NOON, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { makeNews, type Told } from '../helpers/made-news.ts';
import { addSource } from '../store/contract.ts';

/** Over nine days: the first ones are dead before the end. */
const ARTICLES = 320;
const RESTARTS = [90, 91, 200];

interface Outcome {
  /** The story that each article was put into when it came, and where and what it is at last. */
  readonly first: readonly StoryId[];
  readonly articles: readonly Article[];
}

/** Indexes the news; at the given places the newsdesk is thrown away and opened anew. */
async function publish(news: readonly Told[], restarts: readonly number[] = []): Promise<Outcome> {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  let desk = await openNewsdesk(store);
  const placed: { articleId: ArticleId; storyId: StoryId }[] = [];
  for (const [i, { title, text, lang, time }] of news.entries()) {
    if (restarts.includes(i)) desk = await openNewsdesk(store);
    const made = draft({ url: `https://news.example/${i}`, title, text, lang, publishedAt: time });
    const entry = { draft: made, titleTerms: [], textTerms: [], source: 'News', feedId, fromFeed: false, seenAt: time };
    placed.push(await indexArticle(entry, { store, desk, now: () => time }));
  }
  const ids = placed.map(({ articleId }) => articleId);
  return {
    first: placed.map(({ storyId }) => storyId),
    articles: await store.articles.getMany(guildScope(TANUKI), ids),
  };
}

const fateOf = ({ title, storyId, copyOf }: Article) => ({ title, storyId, copyOf });

test('a newsdesk that is opened anew places every later article as one that was never closed', async () => {
  const news = makeNews(ARTICLES, createDice(5), NOON);

  const whole = await publish(news);
  const broken = await publish(news, RESTARTS);

  expect(broken.first).toEqual(whole.first);
  expect(broken.articles.map(fateOf)).toEqual(whole.articles.map(fateOf));
  // What makes it a test: after the last restart there are copies, merges, and stories in two languages.
  const later = whole.articles.slice(RESTARTS.at(-1));
  const merged = later.filter(({ storyId }, i) => storyId !== whole.first.slice(RESTARTS.at(-1))[i]);
  const languages = Map.groupBy(later, ({ storyId }) => storyId)
    .values()
    .map((own) => new Set(own.map(({ lang }) => lang)).size);
  expect(later.filter(({ copyOf }) => copyOf !== undefined).length).toBeGreaterThan(5);
  expect(merged.length).toBeGreaterThan(0);
  expect(languages.filter((count) => count > 1).toArray().length).toBeGreaterThan(5);
});
