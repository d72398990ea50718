import type { Scope } from '../scope.ts';
import type { Store } from '../store/contract.ts';
import { composeStories } from './compose-stories.ts';
import type { Story, StoryId } from './story.ts';

/** By its ref ("s12"), as the scope sees it; a merged one leads to its heir. */
export async function findStory(
  scope: Scope,
  ref: string,
  { stories, articles }: Pick<Store, 'stories' | 'articles'>,
): Promise<Story | undefined> {
  const id = /^s(\d{1,15})$/.exec(ref)?.[1];
  const today = id === undefined ? undefined : await stories.resolve(Number(id) as StoryId);
  const members = today === undefined ? [] : await articles.byStories(scope, [today]);
  return composeStories(members)[0];
}
