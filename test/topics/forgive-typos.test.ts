import { expect, test } from 'vitest';
import { guildScope } from '../../src/scope.ts';
import type { Store } from '../../src/store/contract.ts';
import { toTerms } from '../../src/text/terms.ts';
import { searchArticles } from '../../src/topics/search-articles.ts';
import { NOON, RACOONS, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

async function write(store: Store, owner: typeof TANUKI, url: string, titles: readonly string[], lang = 'en') {
  const { feedId } = await addSource(store, owner, url);
  for (const title of titles)
    await addArticle(store, [feedId], {
      draft: { title, text: '', url: undefined, lang },
      titleTerms: toTerms(title, lang),
    });
}

async function library(): Promise<Store> {
  const store = await freshStore();
  await write(store, TANUKI, 'https://tanuki.example/feed', [
    'Ransomware stops a hospital',
    'The election is on Sunday',
    'A bridge opens',
    'Solveig runs aground',
    'Electricity is dear',
  ]);
  await write(store, RACOONS, 'https://racoons.example/feed', ['Zeppelin lands on the meadow', 'Bridle paths reopen']);
  return store;
}

async function asked(store: Store, query: string, owner = TANUKI) {
  const found = await searchArticles({ scope: guildScope(owner), query, limit: 10 }, { store, now: () => NOON });
  if ('problem' in found) throw new Error(found.problem);
  return { titles: found.hits.map(({ article }) => article.title), corrected: found.corrected };
}

test.each([
  ['ransom', 'Ransomware stops a hospital', 'ransomware'],
  ['ransmware', 'Ransomware stops a hospital', 'ransomware'],
  ['hospital ransmware', 'Ransomware stops a hospital', 'hospital ransomware'],
  ['electoin', 'The election is on Sunday', 'election'],
  ['a bridge? electoin!', 'A bridge opens', 'a bridge? election!'],
  ['ransmware-hospital', 'Ransomware stops a hospital', 'ransomware-hospital'],
  ['brigde since:7d', 'A bridge opens', 'bridge since:7d'],
  ['lang:en hosptal -bridge electoin', 'Ransomware stops a hospital', 'lang:en hospital -bridge election'],
  ['source:example brigde', 'A bridge opens', 'source:example bridge'],
])('%s finds “%s” and says so', async (query, title, corrected) => {
  const found = await asked(await library(), query);

  expect([found.titles[0], found.corrected]).toEqual([title, corrected]);
});

test('what is known is not touched, and operators are taken as typed', async () => {
  const store = await library();

  expect(await asked(store, 'bridge')).toEqual({ titles: ['A bridge opens'], corrected: undefined });
  expect(await asked(store, '"brigde opens"')).toEqual({ titles: [], corrected: undefined });
  expect(await asked(store, 'title:brigde')).toEqual({ titles: [], corrected: undefined });
});

test.each([
  ['solve', 'solveig'],
  ['solve*', 'solveig*'],
])('%s goes on as %s, rather than that it is a shorter word', async (query, corrected) => {
  const store = await library();
  await write(store, TANUKI, 'https://sol.example/feed', ['Le sol français', 'Un sol sec'], 'fr');

  expect(await asked(store, query)).toEqual({ titles: ['Solveig runs aground'], corrected });
});

test('accents that a language does not have are no mistakes', async () => {
  expect(await asked(await library(), 'élections')).toEqual({
    titles: ['The election is on Sunday'],
    corrected: undefined,
  });
});

test.each(['https://news.example/ransmware-hosptal', 'www.brigde.example/electoin'])(
  'an address is not corrected: %s',
  async (address) => {
    expect(await asked(await library(), address)).toEqual({ titles: [], corrected: undefined });
    expect((await asked(await library(), `${address} brigde`)).corrected).toBe(`${address} bridge`);
  },
);

test('a word that says nothing in one language of the server is no mistake of another', async () => {
  const store = await library();
  const { feedId } = await addSource(store, TANUKI, 'https://tanuki.example/feed');
  for (const title of ['Täter gefasst', 'Alte Brücke offen'])
    await addArticle(store, [feedId], {
      draft: { title, text: '', url: undefined, lang: 'de' },
      titleTerms: toTerms(title, 'de'),
    });

  expect(await asked(store, 'the bridge that opens')).toMatchObject({ corrected: undefined });
  expect(await asked(store, 'bridge ODER brücke')).toMatchObject({ corrected: undefined });
});

test('no word of another server’s articles is offered or found', async () => {
  const store = await library();

  expect(await asked(store, 'zepelin')).toEqual({ titles: [], corrected: undefined });
  expect(await asked(store, 'bridel')).toEqual({ titles: [], corrected: undefined });
  expect(await asked(store, 'zepelin', RACOONS)).toEqual({
    titles: ['Zeppelin lands on the meadow'],
    corrected: 'zeppelin',
  });
});
