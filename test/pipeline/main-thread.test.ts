// The tables that tell languages apart take half a second to load: the thread that answers Discord never does.

import { expect, test, vi } from 'vitest';
import { indexArticle } from '../../src/pipeline/index-article.ts';
import { openNewsdesk } from '../../src/pipeline/newsdesk.ts';
import { guildScope } from '../../src/scope.ts';
import { answerSearch } from '../../src/topics/answer-search.ts';
import { createTopic } from '../../src/topics/create-topic.ts';
import { draft, NOON, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addSource } from '../store/contract.ts';

vi.mock('../../src/text/language-ngrams.ts', () => ({
  scoreNgrams: () => {
    throw new Error('The tables were loaded');
  },
}));

const PHRASE = 'the tanuki of the river opened a bakery with forty different kinds of bread';

test('an article of no known language and a long phrase load no tables', async () => {
  const store = await freshStore();
  const desk = await openNewsdesk(store);
  const { feedId } = await addSource(store, TANUKI);
  const ask = { owner: TANUKI, name: 'Bread', exclude: undefined, sources: [], languages: [] };
  const created = await createTopic({ ...ask, include: `"${PHRASE}"` }, { store, now: () => NOON });
  if ('problem' in created) throw new Error(created.problem);
  desk.topics.add(created.topic);

  const text = `On Friday ${PHRASE}.\nThe queue of the animals was long and went round the corner.`;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  await indexArticle(
    {
      draft: draft({ text, lang: undefined }),
      titleTerms: [],
      textTerms: words,
      fromFeed: false,
      source: 'News',
      feedId,
      seenAt: NOON,
    },
    { store, desk, now: () => NOON },
  );

  const query = `bakery OR "${PHRASE}"`;
  expect(await answerSearch({ scope: guildScope(TANUKI), query }, { store, now: () => NOON })).toMatchObject({
    hits: [{ source: 'News' }],
  });
  const again = await createTopic({ ...ask, name: 'More', include: 'queue' }, { store, now: () => NOON });
  expect(again).toMatchObject({ matches: 1 });
});
