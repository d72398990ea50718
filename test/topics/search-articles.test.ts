import { expect, test } from 'vitest';
import { plainProblemText } from '../../src/discord/render/problem.ts';
import { guildScope } from '../../src/scope.ts';
import type { Store } from '../../src/store/contract.ts';
import { toTerms } from '../../src/text/terms.ts';
import { searchArticles } from '../../src/topics/search-articles.ts';
import { wordsFor } from '../../src/words.ts';
import { createDice } from '../bench/dice.ts';
import { NOON, TANUKI } from '../helpers/factories.ts';
import { freshStore } from '../helpers/fresh-store.ts';
import { addArticle, addSource } from '../store/contract.ts';

async function stored(store: Store, count: number, parts: { title: string; text: string; source: string }) {
  const { feedId } = await addSource(store, TANUKI);
  const { title, text, source } = parts;
  for (let n = 0; n < count; n += 1)
    await addArticle(store, [feedId], {
      source,
      draft: { title, text, url: undefined },
      titleTerms: toTerms(title, 'en'),
      textTerms: toTerms(text, 'en'),
    });
}

async function found(store: Store, query: string): Promise<string[]> {
  const result = await searchArticles({ scope: guildScope(TANUKI), query, limit: 10 }, { store, now: () => NOON });
  if ('problem' in result) throw new Error(result.problem);
  return result.hits.map(({ article }) => article.source);
}

test('an operator finds what fits it, however many others have the words too', async () => {
  const store = await freshStore();
  await stored(store, 150, { title: 'Storm, storm, storm', text: 'A storm blew with wind.', source: 'Loud News' });
  await stored(store, 1, {
    title: 'Weather',
    text: 'A storm wind far away, among other things.',
    source: 'Quiet Post',
  });

  expect(await found(store, 'storm source:"Quiet Post"')).toEqual(['Quiet Post']);
  expect(await found(store, '"storm wind"')).toEqual(['Quiet Post']);
});

test('an article that shares words with the hits alone, and none with the question, is no hit', async () => {
  const store = await freshStore();
  await stored(store, 5, { title: 'Quokka on Rottnest', text: 'Rangers counted marsupials.', source: 'Island News' });
  await stored(store, 5, {
    title: 'Rangers meet',
    text: 'Marsupials were discussed by rangers.',
    source: 'Other Post',
  });

  expect(new Set(await found(store, 'quokka rottnest wallaby'))).toEqual(new Set(['Island News']));
});

test('operators without words give the newest that fit', async () => {
  const store = await freshStore();
  await stored(store, 3, { title: 'Storm', text: 'A storm.', source: 'Loud News' });
  await stored(store, 1, { title: 'Calm', text: 'No wind.', source: 'Quiet Post' });

  expect(await found(store, 'source:"Quiet Post"')).toEqual(['Quiet Post']);
  expect(await found(store, 'source:"Quiet Post" since:7d')).toEqual(['Quiet Post']);
});

test.each([
  ['lang:nb', true],
  ['lang:Norwegian', true],
  ['lang:norsk', true],
  ['lang:NO-NO', true],
  ['lang:sv', false],
  ['lang:ga', false],
])('%s: of a Norwegian article that is %s', async (language, isFound) => {
  const store = await freshStore();
  const { feedId } = await addSource(store, TANUKI);
  const terms = { titleTerms: ['storm'], textTerms: [] };
  await addArticle(store, [feedId], {
    source: 'Nord',
    draft: { title: 'Storm', lang: 'no', url: undefined },
    ...terms,
  });

  expect(await found(store, `storm ${language}`)).toEqual(isFound ? ['Nord'] : []);
  expect(await found(store, language)).toEqual(isFound ? ['Nord'] : []);
});

test('whatever is typed is answered with hits or with one sentence', async () => {
  const store = await freshStore();
  await stored(store, 40, { title: 'Storm over Müllheim', text: 'A storm with 2024 winds.', source: 'Loud News' });
  const dice = createDice(11);
  const pieces = [
    'storm',
    'strom',
    'müll',
    ' ',
    ' ',
    '"',
    '(',
    ')',
    '-',
    'OR',
    'title:',
    'since:',
    '7d',
    'lang:de',
    'source:',
  ];
  const any = (): string => String.fromCharCode(dice(3) === 0 ? dice(0x1_00_00) : 32 + dice(300));
  const typed = Array.from({ length: 300 }, () =>
    Array.from({ length: dice(12) }, () => (dice(2) === 0 ? (pieces[dice(pieces.length)] as string) : any())).join(''),
  );
  for (const query of [...typed, 'a'.repeat(5000), 'storm '.repeat(160), '"\u0000"', '\ud83d']) {
    const result = await searchArticles({ scope: guildScope(TANUKI), query, limit: 10 }, { store, now: () => NOON });

    if ('problem' in result) expect(plainProblemText(result, wordsFor('en'), (name) => `/${name}`)).toMatch(/\S.*\S/u);
    else expect(result.hits.length).toBeLessThanOrEqual(10);
  }
});
