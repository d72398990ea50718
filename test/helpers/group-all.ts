import { createGrouper, type Groupable } from '../../src/stories/grouper.ts';

/** The stories of articles, as numbers in the articles' order, when all have come; what merged or parted meanwhile is followed. */
export function groupAll(articles: readonly Groupable[]): number[] {
  const grouper = createGrouper<number, number>();
  const stories: number[] = [];
  let opened = 0;
  for (const [id, article] of articles.entries()) {
    const { story, merged, parted } = grouper.place({ ...article, id }, () => ++opened);
    stories.forEach((known, one) => {
      if (merged.includes(known)) stories[one] = story;
    });
    stories.push(story);
    for (const one of parted?.articles ?? []) stories[one] = parted!.story;
  }
  return stories;
}
