import { expect, test } from 'vitest';
import type { ArticleId } from '../../src/articles/article.ts';
import { guildScope } from '../../src/scope.ts';
import { answerTopic } from '../../src/summaries/answer-topic.ts';
import { summarize } from '../../src/summaries/summarize.ts';
import { toTerms } from '../../src/text/terms.ts';
import { topicRow } from '../helpers/answers.ts';
import { NOON, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

const TOLD = [
  ['Gazette', 'Storm hits the harbour', 'The storm hit the harbour at dawn and tore off roofs.'],
  ['Courier', 'Storm hits harbour and roofs', 'A storm hit the harbour at dawn, and many roofs are gone.'],
  ['Post', 'Harbour counts roofs after the storm', 'The harbour counts its roofs after the storm of dawn.'],
  ['Ledger', 'What the insurers will pay', 'The insurers of the harbour will pay for half of the roofs.'],
] as const;

/** A story of four papers; of the given ones the topic Money is. */
async function town(about: readonly string[]) {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  const storyId = await store.stories.create(NOON);
  const { id: _, ...money } = topicRow({ owner: TANUKI, name: 'Money' });
  const topic = await store.topics.create(money);
  for (const [source, title, text] of TOLD) {
    const url = `https://${source.toLowerCase()}.example/1`;
    const { id } = await addArticle(store, [feedId], {
      storyId,
      source,
      draft: { title, text, lang: 'en', url, publishedAt: NOON - 60_000 },
      titleTerms: toTerms(title, 'en'),
      textTerms: toTerms(text, 'en'),
    });
    if (about.includes(source)) await store.topics.addMatches([{ topicId: topic.id, articleId: id as ArticleId }]);
  }
  return async (asked: typeof topic | string = topic) => {
    const ask = { scope: guildScope(TANUKI), topic: asked, since: '7d', sort: 'top' } as const;
    const answer = await answerTopic(ask, {
      store,
      summarize: async (...given) => summarize(...given),
      now: () => NOON,
    });
    if ('problem' in answer) throw new Error(answer.problem);
    return answer.stories[0];
  };
}

test('a story that is about the topic only by the way is told by what is about it', async () => {
  const ask = await town(['Ledger']);

  for (const story of [await ask(), await ask('insurers')]) {
    expect(story).toMatchObject({ headline: 'What the insurers will pay', url: 'https://ledger.example/1' });
    expect(story?.sentences.map(({ text }) => text)).toEqual([TOLD[3][2]]);
    expect([...(story?.sources ?? [])].sort()).toEqual(['Courier', 'Gazette', 'Ledger', 'Post']);
    expect(story?.sources[0]).toBe('Ledger');
  }
});

test('a story that is mostly about the topic is told as a whole', async () => {
  const ask = await town(['Gazette', 'Ledger']);

  expect((await ask())?.headline).toMatch(/storm/i);
});
