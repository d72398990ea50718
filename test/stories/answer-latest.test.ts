import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import type { Store } from '../../src/store/contract.ts';
import { answerLatest } from '../../src/stories/answer-latest.ts';

/** Newest first, by their ids; `copies` says which is printed from which. */
async function latest(ids: readonly number[], copies: Record<number, number>, count: number): Promise<string[]> {
  const articles = ids.map(
    (id) => ({ id, title: `News ${id}`, source: 'A paper', copyOf: copies[id], seenAt: id }) as Article,
  );
  const store = { articles: { latest: async (_: unknown, { limit }: { limit: number }) => articles.slice(0, limit) } };
  const ask = { scope: { owners: [] }, topic: undefined, source: undefined, count };
  const answer = await answerLatest(ask, store as unknown as Pick<Store, 'articles'>);
  return answer.articles.map(({ title }) => title);
}

test('of an article and its copies the article is listed, once', async () => {
  expect(await latest([6, 5, 4, 3, 2, 1], { 5: 3, 4: 3 }, 3)).toEqual(['News 6', 'News 3', 'News 2']);
});

test('a new copy of an article that came before the others brings that article back', async () => {
  expect(await latest([6, 5, 4, 3], { 6: 3 }, 2)).toEqual(['News 5', 'News 3']);
});

test('a copy stands for an article that lies too far back', async () => {
  expect(await latest([6, 5, 4, 3, 2, 1], { 6: 1 }, 2)).toEqual(['News 6', 'News 5']);
});
