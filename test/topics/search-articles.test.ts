import { expect, test } from 'vitest';
import { plainProblemText } from '../../src/discord/render/problem.ts';
import { guildScope } from '../../src/scope.ts';
import type { Store } from '../../src/store/contract.ts';
import { toTerms } from '../../src/text/terms.ts';
import { isMatch } from '../../src/topics/match.ts';
import { toMatchDoc } from '../../src/topics/match-doc.ts';
import { parseQuery } from '../../src/topics/query.ts';
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

/** A store that counts the articles that are read, and says of every phrase that it is not sure. */
function watched(store: Store, { isUnsure = false } = {}) {
  const read: number[] = [];
  const watching: Store = {
    ...store,
    articles: {
      ...store.articles,
      getMany: (scope, ids) => {
        read.push(...ids);
        return store.articles.getMany(scope, ids);
      },
      latest: (scope, ask) => {
        read.push(ask.limit);
        return store.articles.latest(scope, ask);
      },
    },
    search: {
      ...store.search,
      candidates: async (scope, { phrases, ...ask }) => {
        const found = await store.search.candidates(scope, isUnsure ? ask : { phrases, ...ask });
        return isUnsure ? { ...found, found: found.found.map((hit) => ({ ...hit, isUnsure })) } : found;
      },
    },
  };
  return { read, store: watching };
}

test('a phrase is seen without reading the texts that lack it', async () => {
  const { read, store } = watched(await freshStore());
  await stored(store, 60, { title: 'Storm, storm', text: 'A storm blew with wind.', source: 'Loud News' });
  await stored(store, 2, { title: 'Weather', text: 'A storm wind far away.', source: 'Quiet Post' });

  expect(await found(store, '"storm wind"')).toEqual(['Quiet Post', 'Quiet Post']);
  expect(read).toHaveLength(2);
});

test('where the order of terms is not known, the text is read for a phrase', async () => {
  const { store } = watched(await freshStore(), { isUnsure: true });
  await stored(store, 60, { title: 'Storm, storm', text: 'A storm blew with wind.', source: 'Loud News' });
  await stored(store, 2, { title: 'Weather', text: 'A storm wind far away.', source: 'Quiet Post' });

  expect(await found(store, '"storm wind"')).toEqual(['Quiet Post', 'Quiet Post']);
});

test('a phrase of stop words alone finds nothing and reads nothing, beside a source it says nothing', async () => {
  const { read, store } = watched(await freshStore());
  await stored(store, 3, { title: 'Storm', text: 'But after the storm.', source: 'Loud News' });

  expect(await found(store, '"but after"')).toEqual([]);
  expect(await found(store, '"but after" OR "and the"')).toEqual([]);
  expect(read).toEqual([]);
  expect(await found(store, '"but after" source:loud')).toHaveLength(3);
});

test('what is checked is read a few at a time, until there is enough', async () => {
  const { read, store } = watched(await freshStore());
  await stored(store, 400, { title: 'Storm', text: 'A storm.', source: 'Loud News' });

  expect(await found(store, 'storm source:loud')).toHaveLength(10);
  expect(read.length).toBeLessThanOrEqual(50 + 100 + 10);
});

async function tell(store: Store, source: string, lang: string, title: string) {
  const { feedId } = await addSource(store, TANUKI);
  const titleTerms = toTerms(title, lang);
  await addArticle(store, [feedId], { source, draft: { title, text: '', lang, url: undefined }, titleTerms });
}

/** A server that reads three languages. */
async function threeLanguages() {
  const store = await freshStore();
  await tell(store, 'Post', 'en', 'The ferry sank off the coast');
  await tell(store, 'Bote', 'de', 'Ein Sturm über der Stadt');
  await tell(store, 'Journal', 'fr', 'La tempête sur la ville');
  return store;
}

test.each(['what happened to the ferry?', 'ferry?', 'the ferry, please!', '¿the ferry?'])(
  'words that say nothing in one of a server’s languages are not asked for: %s',
  async (query) => {
    expect((await found(await threeLanguages(), query))[0]).toBe('Post');
  },
);

test('what is left of a question beside a phrase has to be there', async () => {
  const store = await threeLanguages();

  expect(await found(store, 'what happened to the ferry "sank"')).toEqual([]);
  expect(await found(store, 'the harbour "ferry sank"')).toEqual([]);
});

test('what only narrows leaves free words free', async () => {
  const store = await threeLanguages();

  expect(await found(store, 'what happened to the ferry since:7d')).toEqual(['Post']);
  expect(await found(store, 'lang:de ferry sturm hafen')).toEqual(['Bote']);
  expect(await found(store, 'harbour ferry source:post')).toEqual(['Post']);
  expect(await found(store, 'harbour ferry tram -coast')).toEqual([]);
  expect(await found(store, 'ferry source:bote')).toEqual([]);
});

test.each([
  ['covid-19 vaccine', ['Quiet Post', 'Loud News']],
  ['covid-19 vaccines for llamas', ['Quiet Post', 'Loud News']],
  ['Breaking: covid-19 vaccine', ['Quiet Post', 'Loud News']],
  ['“covid-19” vaccine', ['Quiet Post']],
  ['covid-19 vaccine -people', ['Quiet Post']],
  ['vaccine lang:en covid-19', ['Quiet Post', 'Loud News']],
  ['vaccine title:covid-19', ['Quiet Post']],
  ['covid-19 OR llama', ['Quiet Post']],
])('free words rank, also those that a hyphen makes one; operators are exact: %s', async (query, sources) => {
  const store = await freshStore();
  await tell(store, 'Loud News', 'en', 'A vaccine for 19 people');
  await tell(store, 'Quiet Post', 'en', 'A covid-19 vaccine');

  expect(await found(store, query)).toEqual(sources);
});

test('a word without spaces in it ranks by its terms as well', async () => {
  const store = await freshStore();
  await tell(store, 'Asahi', 'ja', 'トランプ大統領が訪日');
  await tell(store, 'Nikkei', 'ja', '大統領選挙');

  expect(await found(store, '訪日トランプ大統領')).toEqual(['Asahi', 'Nikkei']);
});

test('capitals are names, also where they are all that was typed', async () => {
  const store = await freshStore();
  await tell(store, 'Post', 'en', 'WHO warns the US');
  await tell(store, 'Herald', 'en', 'Who warns us of storms?');

  expect(await found(store, 'WHO')).toEqual(['Post']);
  expect(await found(store, 'US storms')).toEqual(expect.arrayContaining(['Post', 'Herald']));
  expect(await found(store, 'WHO WARNS OF STORMS')).toEqual(['Herald', 'Post']);
  expect(await found(store, '"STORMS IN THE US"')).toEqual(['Herald']);
  expect(await found(store, 'who')).toEqual([]);
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

test('a source is known by what the server calls it, too', async () => {
  const store = await freshStore();
  const { id, feedId } = await addSource(store, TANUKI, 'https://nyt.example/feed');
  await store.sources.rename(TANUKI, id, 'NYT');
  const terms = { titleTerms: ['storm'], textTerms: [] };
  await addArticle(store, [feedId], {
    source: 'The New York Times',
    draft: { title: 'Storm', url: undefined },
    ...terms,
  });
  await stored(store, 1, { title: 'Storm', text: 'A storm.', source: 'Loud News' });

  expect(await found(store, 'storm source:nyt')).toEqual(['The New York Times']);
  expect(await found(store, 'storm wind source:nyt')).toEqual(['The New York Times']);
  expect(await found(store, 'storm source:ny')).toEqual(['The New York Times']);
  expect(await found(store, 'storm source:yt')).toEqual([]);
  expect(await found(store, 'storm -source:nyt')).toEqual(['Loud News']);
  expect(await found(store, 'storm wind (source:nyt OR source:loud)')).toHaveLength(2);
});

test('a source’s name of several words needs no quotes', async () => {
  const store = await freshStore();
  const { id, feedId } = await addSource(store, TANUKI, 'https://ledger.example/feed');
  await store.sources.rename(TANUKI, id, 'Harbour Gazette');
  await stored(store, 1, { title: 'Ferry', text: 'The harbour of the north.', source: 'Loud News' });
  for (const title of ['Ferry', 'Tram'])
    await addArticle(store, [feedId], {
      source: 'The Northern Ledger',
      draft: { title, url: undefined },
      titleTerms: toTerms(title, 'en'),
      textTerms: [],
    });
  const ledger = ['The Northern Ledger', 'The Northern Ledger'];

  expect(await found(store, 'source:The Northern Ledger')).toEqual(ledger);
  expect(await found(store, 'source: northern ledger')).toEqual(ledger);
  expect(await found(store, 'source:Harbour Gazette')).toEqual(ledger);
  expect(await found(store, 'source:Harbour Gazette tram')).toEqual(ledger.slice(1));
  expect(await found(store, 'ferry -source:Harbour Gazette')).toEqual(['Loud News']);
  expect(await found(store, '"a zeppelin" OR source:the northern ledger')).toEqual(ledger);
  expect(await found(store, 'source:"harbour" gazette')).toEqual([]);
  expect(await found(store, 'source:Loud harbour')).toEqual(['Loud News']);
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

test.each([
  ['"ferry sank" OR source:bote', ['Post', 'Bote']],
  ['sturm OR lang:fr', ['Bote', 'Journal']],
  ['sturm OR since:7d', ['Bote', 'Journal', 'Post']],
  ['(ferry OR -sturm) lang:fr', ['Journal']],
  ['tempête OR (source:bote -ferry)', ['Journal', 'Bote']],
  ['zeppelin OR source:post', ['Post']],
])('a word or a field finds what fits either: %s', async (query, sources) => {
  expect(await found(await threeLanguages(), query)).toEqual(sources);
});

test('operators find exactly what matches, however words, fields and what is left out are put together', async () => {
  const store = await threeLanguages();
  for (const [i, title] of ['Ferry and tram', 'The tram', 'Storm over the ferry', 'Straßenbahn', 'Or so'].entries())
    await tell(store, i % 2 === 0 ? 'Post' : 'Bote', i === 3 ? 'de' : 'en', title);
  const articles = await store.articles.latest(guildScope(TANUKI), { limit: 99 });
  const dice = createDice(7);
  const leaves = [
    'ferry',
    'tram',
    '"the ferry"',
    '"the"',
    'title:storm',
    'source:post',
    'source:bote',
    'lang:de',
    'since:1d',
  ];
  const any = (depth: number): string => {
    const kind = depth === 0 ? 0 : dice(5);
    if (kind <= 1) return leaves[dice(leaves.length)] as string;
    if (kind === 2) return `-${any(depth - 1)}`;
    return `(${any(depth - 1)}${kind === 3 ? ' OR ' : ' '}${any(depth - 1)})`;
  };
  let compared = 0;
  for (let n = 0; n < 400; n += 1) {
    const typed = `"or" OR ${any(3)}`;
    const parsed = parseQuery(typed);
    if ('problem' in parsed) continue;
    const result = await searchArticles(
      { scope: guildScope(TANUKI), query: typed, limit: 99 },
      { store, now: () => NOON },
    );
    const titles = 'hits' in result ? result.hits.map(({ article }) => article.title) : [];
    const fitting = articles.filter((article) => isMatch(parsed.query, toMatchDoc(article), NOON));
    expect([typed, titles.sort()]).toEqual([typed, fitting.map(({ title }) => title).sort()]);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(150);
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

test('what only leaves words out is never read as a wish for them, however leniently', async () => {
  const store = await freshStore();
  await stored(store, 1, { title: 'Ferry sinks', text: 'It sank.', source: 'Post' });
  const wish = { scope: guildScope(TANUKI), query: '-ferry', limit: 10, lenient: true };

  expect(await searchArticles(wish, { store, now: () => NOON })).toMatchObject({ reason: 'only-exclusions' });
});

test('AND asks for both, in capitals alone', async () => {
  const store = await freshStore();
  await stored(store, 1, { title: 'Ferry sinks', text: 'Solveig was aboard.', source: 'Post' });
  await stored(store, 1, { title: 'Ferry sails', text: 'It arrived.', source: 'Bote' });

  expect(await found(store, 'ferry AND solveig')).toEqual(['Post']);
  expect((await found(store, 'ferry and solveig')).sort()).toEqual(['Bote', 'Post']);
});
