// What is offered while somebody types a story or a search.

import { expect, test } from 'vitest';
import { completions } from '../../src/app/complete.ts';
import { guildScope } from '../../src/scope.ts';
import { toTerms } from '../../src/text/terms.ts';
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
  ['storm OR port', 'storm OR Port Ansel'],
  ['ferry -port', 'ferry -Port Ansel'],
  ['(port', '(Port Ansel'],
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
});
