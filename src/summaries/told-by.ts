// A story of which a topic, or the words of a search, are about the lesser part: what a court says in the story of a
// storm. Its own articles are what is shown of it; who tells it counts as a whole.

import { type Article, type ArticleId, articleTime } from '../articles/article.ts';
import { composeStory } from '../stories/compose-story.ts';
import type { Story } from '../stories/story.ts';
import type { Summarize } from './story-card.ts';

export type Among = (article: Pick<Article, 'id'>) => boolean;

/** Whether less than half of its articles (since then) are among them. */
export function isLesserPart({ articles, copies }: Story, among: Among, since = Number.NEGATIVE_INFINITY): boolean {
  const copied = new Set<ArticleId>(copies);
  const own = articles.filter((article) => !copied.has(article.id) && articleTime(article) >= since);
  const part = own.filter(among).length;
  return part > 0 && part * 2 < own.length;
}

/** With the headline of those that are among them, and these first. */
export function toldBy(story: Story, among: Among): Story {
  const part = composeStory(story.id, story.articles.filter(among));
  const articles = [...part.articles, ...story.articles.filter((article) => !among(article))];
  return { ...story, headline: part.headline, articles, sources: [...new Set([...part.sources, ...story.sources])] };
}

/** Sentences of those alone that are among them, where they have any. */
export function readingOnly(among: (doc: string | number) => boolean, summarize: Summarize): Summarize {
  return async (docs, budget) => {
    const part = docs.filter(({ id }) => id !== undefined && among(id));
    return summarize(part.length > 0 ? part : docs, budget);
  };
}
