import type { App, StoryChange } from '../app.ts';
import type { Article, ArticleId } from '../articles/article.ts';
import type { Problem } from '../errors.ts';
import type { Owner } from '../scope.ts';
import type { AppDeps } from './create-app.ts';

type Ask = Parameters<App['stories']['takeOut']>[0];

/** "Not the same story": what an article is part of, for one server. */
export function storyUses({ store, now }: Pick<AppDeps, 'store' | 'now'>): App['stories'] {
  const find = async ({ owner, article }: Ask): Promise<Article | undefined> => {
    const id = /^a(\d+)$/.exec(article)?.[1];
    return id === undefined ? undefined : store.articles.get({ owners: [owner] }, Number(id) as ArticleId);
  };
  const told = ({ id, title, url, source }: Article, story: number): StoryChange => ({
    ref: `a${id}`,
    story: `s${story}`,
    title,
    url,
    source,
  });
  return {
    takeOut: async (ask): Promise<StoryChange | Problem> => {
      const article = await find(ask);
      if (article === undefined || (await isAlone(article, ask.owner))) return { problem: 'expired' };
      return told(article, await store.splits.add(ask.owner, article.id, now()));
    },
    putBack: async (ask): Promise<StoryChange | Problem> => {
      const article = await find(ask);
      const story = article && (await store.splits.remove(ask.owner, article.id));
      return article === undefined || story === undefined ? { problem: 'expired' } : told(article, story);
    },
  };

  async function isAlone({ storyId }: Article, owner: Owner): Promise<boolean> {
    return (await store.articles.byStories({ owners: [owner] }, [storyId])).length < 2;
  }
}
