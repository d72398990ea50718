import type { Article } from '../articles/article.ts';
import { composeStory } from './compose-story.ts';
import type { Story } from './story.ts';

/** The stories of these articles, in the order in which their first articles come. */
export function composeStories(articles: readonly Article[]): Story[] {
  return [...Map.groupBy(articles, ({ storyId }) => storyId)].map(([id, members]) => composeStory(id, members));
}
