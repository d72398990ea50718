import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/feeds/feed.ts';
import { itemKeys, itemVersion, keyItems } from '../../src/feeds/item-keys.ts';

const FEED = 'https://harbour.example/feed.xml';
const LONG = 'The ferry between the old town and the island stays in port until the fog has lifted. '.repeat(3);

function item(values: Partial<Item>): Item {
  return {
    guid: undefined,
    url: undefined,
    title: undefined,
    author: undefined,
    publishedAt: undefined,
    updatedAt: undefined,
    summary: undefined,
    content: undefined,
    imageUrl: undefined,
    sourceName: undefined,
    categories: [],
    ...values,
  };
}

/** Whether a store that knows the first items would take the last one for one of them. */
function isKnown(before: readonly Item[], now: Item): boolean {
  const known = new Set(before.flatMap((one) => itemKeys(one, FEED)));
  return itemKeys(now, FEED).some((key) => known.has(key));
}

const base = item({ guid: 'n1', url: 'https://harbour.example/news/ferry', title: 'Ferry late', summary: LONG });

describe('an item is known again when', () => {
  test.each<[string, Partial<Item>]>([
    ['its dates change', { publishedAt: 5, updatedAt: 6 }],
    ['its guid changes', { guid: 'n2' }],
    ['its guid goes away', { guid: undefined }],
    ['its address gets a tracker', { guid: 'n2', url: 'https://harbour.example/news/ferry?utm_source=rss&fbclid=1' }],
    [
      'its address moves to AMP',
      { guid: 'n2', url: 'https://amp.harbour.example/news/ferry/amp/', title: 'New', summary: 'x' },
    ],
    [
      'its address gets a new suffix every time',
      { guid: 'n2', url: 'https://harbour.example/news/ferry?t=1772438400#r17' },
    ],
    ['its address moves and its text stays', { guid: 'n2', url: 'https://harbour.example/2026/ferry-late' }],
    ['its title and text are edited', { title: 'Ferry very late', summary: 'Fog.' }],
    ['its title is typed differently', { guid: 'n2', url: undefined, title: ' FERRY  late!' }],
  ])('%s', (_name, change) => {
    expect(isKnown([base], { ...base, ...change })).toBe(true);
  });
});

test('a hundred rounds with new dates, guids and suffixes bring nothing new', () => {
  const entries = ['Ferry late', 'Fog', 'Bridge closed'].map((title, at) =>
    item({ title, summary: at === 1 ? undefined : `${title}: ${LONG}`, url: `https://harbour.example/news?id=${at}` }),
  );
  const known = new Set(entries.flatMap((entry) => itemKeys(entry, FEED)));

  let stored = 0;
  for (let round = 0; round < 100; round += 1) {
    for (const entry of entries) {
      const changed = { ...entry, guid: `g${round}`, publishedAt: round, url: `${entry.url}&cache=${round}#r${round}` };
      const keys = itemKeys({ ...changed, guid: `${entry.title}-${round}` }, FEED);
      if (!keys.some((key) => known.has(key))) stored += 1;
      for (const key of keys) known.add(key);
    }
  }

  expect(stored).toBe(0);
});

describe('different items stay apart', () => {
  test.each<[string, Partial<Item>]>([
    ['with the same title and no text', { guid: 'n2', url: 'https://harbour.example/news/2', summary: undefined }],
    [
      'with the same short text on another page',
      { guid: 'n2', url: 'https://harbour.example/news/2', summary: 'Read more' },
    ],
    [
      'in an address that differs by its id',
      { guid: 'n2', url: 'https://harbour.example/news/ferry?id=2', title: 'Fog', summary: 'x' },
    ],
    [
      'in parts of one page',
      { guid: 'n2', url: 'https://harbour.example/news/ferry#v2', title: 'Version 2', summary: 'x' },
    ],
  ])('%s', (_name, change) => {
    const short = { ...base, summary: change.summary === undefined ? undefined : 'Read more' };

    expect(isKnown([short], { ...base, ...change })).toBe(false);
  });

  test('when all link to the front page', () => {
    const first = item({ url: 'https://harbour.example/', title: 'Fog', summary: 'a' });
    const second = item({ url: 'https://harbour.example/', title: 'Ice', summary: 'b' });

    expect(isKnown([first], second)).toBe(false);
  });

  test('when a feed gives all of them one guid or one address', () => {
    const page = 'https://harbour.example/live';
    const items = ['Fog', 'Ice', 'Sun'].map((title) => item({ guid: 'same', url: page, title, summary: 'x' }));

    const keys = keyItems(items, FEED).map((one) => one.keys);

    expect(new Set(keys.flat()).size).toBe(keys.flat().length);
    expect(keys.every((one) => one.length > 0)).toBe(true);
  });
});

test('the same entry twice in one document keeps its keys', () => {
  const [first, second] = keyItems([base, { ...base, publishedAt: 1 }], FEED);

  expect(first?.keys).toEqual(second?.keys);
  expect(first?.keys).toHaveLength(3);
});

test('an item that says nothing has no key and is left out', () => {
  expect(itemKeys(item({}), FEED)).toEqual([]);
  expect(keyItems([item({})], FEED)).toEqual([]);
});

test('markup and dates of publishing make no other version; words and the time of an update do', () => {
  const version = (parts: Partial<Item>) =>
    itemVersion(item({ title: 'Bridge shut', content: '<p>It is shut.</p>', ...parts }));

  expect(version({ content: '<div class="x">It is\n shut.</div>', publishedAt: 5 })).toBe(version({}));
  const others = [{ content: '<p>It is open.</p>' }, { title: 'Bridge open' }, { updatedAt: 5 }].map(version);
  expect(new Set([...others, version({})]).size).toBe(4);
});
