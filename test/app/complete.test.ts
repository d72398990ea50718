// What is offered while somebody types a story or a search.

import { expect, test } from 'vitest';
import { completions } from '../../src/app/complete.ts';
import { guildScope } from '../../src/scope.ts';
import { toTerms } from '../../src/text/terms.ts';
import { searchArticles } from '../../src/topics/search-articles.ts';
import { NOON, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

const TITLES = ['Solveig lost her steering in Port Ansel', 'Solveig towed into Port Ansel', 'Grève à l’hôpital'];

async function complete() {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  const storyId = await store.stories.create(NOON);
  for (const title of TITLES) {
    const terms = { titleTerms: toTerms(title, 'en'), textTerms: [] };
    const of = title.startsWith('Solveig') ? { storyId } : {};
    await addArticle(store, [feedId], { draft: { title, text: title, url: undefined }, ...terms, ...of });
  }
  return completions({ store, now: () => NOON });
}
const scope = guildScope(TANUKI);
const names = (choices: readonly { readonly name: string }[]) => choices.map(({ name }) => name);

test('a story is found by words of its headline in any order, without their accents', async () => {
  const { stories } = await complete();

  expect(names(await stories(scope, 'steering solv'))).toEqual([TITLES[0]]);
  expect(names(await stories(scope, 'hopital'))).toEqual([TITLES[2]]);
});

test('a story is found in spite of a typing mistake', async () => {
  const { stories } = await complete();

  expect(names(await stories(scope, 'solvieg'))).toHaveLength(1);
  expect(await stories(scope, 'zzzzqqqq')).toEqual([]);
});

test.each([
  ['Port', 'Port Ansel'],
  ['lang:en por', 'lang:en Port Ansel'],
  ['"Port A', '"Port Ansel"'],
  ['“Port A', '“Port Ansel"'],
  ['storm OR port', 'storm OR "Port Ansel"'],
  ['storm OR sol', 'storm OR Solveig'],
  ['ferry -port', 'ferry -"Port Ansel"'],
  ['-port', '-"Port Ansel"'],
  ['title:port', 'title:"Port Ansel"'],
  ['(port', '("Port Ansel")'],
  ['((storm OR "port', '((storm OR "Port Ansel"))'],
])('%s goes on as %s', async (typed, value) => {
  const { queries } = await complete();

  expect((await queries(scope, typed)).map((choice) => choice.value)).toContain(value);
});

test.each([
  ['source:', ['source:news.example', 'source:"Port Gazette"']],
  ['ferry -source:"port g', ['ferry -source:"Port Gazette"']],
  ['ferry Source: GAZ', ['ferry source:"Port Gazette"']],
  ['ferry lang:', ['ferry lang:en']],
  ['lang:engl', ['lang:en']],
  ['lang:anglais', ['lang:en']],
  ['lang:英', ['lang:en']],
  ['lang:jap', []],
  ['(ferry since:', ['(ferry since:24h', '(ferry since:3d', '(ferry since:7d', '(ferry since:30d']],
  ['source:nosuch', []],
])('after %s stand the values that there are', async (typed, values) => {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  const { id } = await addSource(store, TANUKI, 'https://port.example/feed');
  await store.sources.rename(TANUKI, id, 'Port Gazette');
  await addArticle(store, [feedId], { draft: { lang: 'en' }, titleTerms: ['ferry'] });
  const { queries } = completions({ store, now: () => NOON });

  expect((await queries(guildScope(TANUKI), typed)).map(({ value }) => value)).toEqual(values);
});

test('a search is completed with what its sources and languages have, and a headline with what headlines say', async () => {
  const store = await freshStore();
  const add = async (name: string, lang: string, title: string, text: string) => {
    const { id, feedId } = await addSource(store, TANUKI, `https://${lang}.example/feed`);
    await store.sources.rename(TANUKI, id, name);
    await addArticle(store, [feedId], {
      source: name,
      draft: { lang, title, text, url: undefined },
      titleTerms: toTerms(title, lang),
      textTerms: [],
    });
  };
  await add('Post', 'en', 'Tram stops near Nordhafen', 'Old Sorensen saw it, and Sorensen was late.');
  await add('Der Bote', 'de', 'Tram hält in Nordhafen', 'Der alte Sorensen kam zu spät.');
  const { queries } = completions({ store, now: () => NOON });
  const values = async (typed: string) => (await queries(scope, typed)).map(({ value }) => value);

  expect(await values('lang:de tram nord')).toEqual(['lang:de Tram hält in Nordhafen']);
  expect(await values('source:"der bote" tram nord')).toEqual(['source:"der bote" Tram hält in Nordhafen']);
  expect(await values('lang:ja tram nord')).toEqual([]);
  expect(await values('title:')).not.toContain('title:Sorensen');
  expect(await values('')).toContain('Sorensen');
});

test('a feed that writes no code of a language does not stand in the way', async () => {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  await addArticle(store, [feedId], { draft: { lang: '12' }, titleTerms: ['ferry'] });
  const { queries } = completions({ store, now: () => NOON });

  expect(names(await queries(guildScope(TANUKI), 'lang:'))).toEqual(['lang:12']);
});

test('a search is completed in spite of a typing mistake, and offers no part of a name that it offers', async () => {
  const { queries } = await complete();

  expect(names(await queries(scope, 'solvieg'))).toEqual(expect.arrayContaining([TITLES[0]]));
  expect(names(await queries(scope, ''))).not.toContain('Ansel');
  expect(names(await queries(scope, ''))[0]).toBe('Port Ansel');
});

test('what leaves no room for a completion gets none', async () => {
  const { queries } = await complete();

  expect(await queries(scope, `${'a'.repeat(80)} OR port`)).toEqual([]);
});

test('of names with commas between them the last one is completed', async () => {
  const store = await freshStore();
  const one = await addSource(store, TANUKI, 'https://one.example/feed');
  await store.sources.rename(TANUKI, one.id, 'Gazette, evening edition');
  const two = await addSource(store, TANUKI, 'https://two.example/feed');
  await store.sources.rename(TANUKI, two.id, 'Courier');
  const { sources, sourceLists } = completions({ store, now: () => NOON });

  expect(await sourceLists(TANUKI, 'gazette, eve')).toEqual([
    { name: 'Gazette, evening edition', value: String(one.id) },
  ]);
  expect(await sources(TANUKI, 'Gazette,cou')).toEqual([]);
  expect(await sourceLists(TANUKI, 'Gazette,cou')).toEqual([{ name: 'Gazette, Courier', value: `Gazette, ${two.id}` }]);
  expect(await sourceLists(TANUKI, 'courier, cou')).toEqual([]);
  expect(names(await sourceLists(TANUKI, `${two.id}, `))).toEqual([`${two.id}, Gazette, evening edition`]);
});

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
const NASTY = [
  'Walrus minister says “we will never agree to a single word of it, whatever the ferry owners may offer us”, he said',
  'Zoo finds 5" lizard',
  'Source: giraffe deal is near, lang: unknown',
  'Ferry talks -live updates',
  '-live tapir updates',
  'Llama OR alpaca (both) | since:yesterday',
  'OR',
  'NOT the otter: “he said',
  '«Un lama à Paris» title:',
  'ZEBRA CRASH IN PORT ANSEL - WHO IS TO BLAME?',
  '「東京」のパンダが赤ちゃんを産んだ (写真)',
  '“',
];

test.each(['', 'lang:en ', 'storm OR ', 'title:', '"', '“', '(', '"harbour" OR ', 'since:7d '])(
  'after %s every headline that is offered finds its story, whatever signs are in it',
  async (head) => {
    const store = await freshStore();
    const { feedId } = await addSource(store, TANUKI);
    for (const title of NASTY) {
      const lang = /\p{sc=Han}/u.test(title) && head !== 'lang:en ' ? 'ja' : 'en';
      const draft = { title, text: '', url: undefined, lang };
      await addArticle(store, [feedId], { draft, titleTerms: toTerms(title, lang), textTerms: [] });
    }
    const deps = { store, now: () => NOON };
    const choices = await completions(deps).queries(scope, head);

    // Two have no word that could be searched for.
    expect(choices.length).toBeGreaterThanOrEqual(NASTY.length - 2);
    for (const { value } of choices) {
      const found = await searchArticles({ scope, query: value, limit: 5 }, deps);
      const titles = 'hits' in found ? found.hits.map(({ article }) => letters(article.title)) : [];
      const isThere = titles.some((title) => title.includes(letters(value.slice(head.length))));
      expect([value, value.length <= 100, isThere]).toEqual([value, true, true]);
    }
  },
);

test('a headline that a mistyped word finds is offered as it can be searched for, too', async () => {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  const title = 'Walrus says “never';
  await addArticle(store, [feedId], {
    draft: { title, text: title, url: undefined },
    titleTerms: toTerms(title, 'en'),
  });
  const { queries } = completions({ store, now: () => NOON });

  expect(await queries(scope, 'warlus')).toEqual([{ name: title, value: '"Walrus says never"' }]);
});
