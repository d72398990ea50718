// Anybody may list any address in a feed, and a page may claim any address: what one feed says of an address, all
// readers of that address would see.

import { expect, test } from 'vitest';
import { draftArticle } from '../../src/articles/draft-article.ts';
import { item } from '../helpers/factories.ts';

const FEED = { title: 'Picks', lang: 'en' };
const TEXT =
  'A goat climbed the tower of Ansel on Monday morning and stayed there until the bells rang at noon. '.repeat(9);

function made(parts: { title?: string; canonical?: string; url?: string; head?: string }) {
  const { title = 'Goat climbs tower', url = 'https://www.forest.example/goat', canonical } = parts;
  const link = canonical === undefined ? '' : `<link rel="canonical" href="${canonical}">`;
  const html = `<html><head>${link}<title>Goat climbs the town hall tower</title></head><body><article>
    <h1>Goat climbs the town hall&#8217;s tower</h1><p>${TEXT}</p></article></body></html>`;
  const outcome = draftArticle({ item: item({ title, url, summary: undefined }), feed: FEED, page: { html, url } });
  if (outcome.kind !== 'draft') throw new Error(outcome.kind);
  return outcome.draft;
}

test.each([
  ['https://bank.example/story', 'https://www.forest.example/goat'],
  ['https://evil.forest.example.bank.example/', 'https://www.forest.example/goat'],
  ['https://forest.example/goat-1', 'https://forest.example/goat-1'],
  ['https://news.forest.example/goat-1', 'https://news.forest.example/goat-1'],
])('a page that says it is %s is taken to be %s', (canonical, taken) => {
  expect(made({ canonical }).url).toBe(taken);
});

test('one tenant of a host does not speak for another', () => {
  const url = 'https://mallory.pages.example/goat';
  expect(made({ url, canonical: 'https://alice.pages.example/goat' }).url).toBe(url);
});

test.each([
  ['Bank of Ansel is broke', 'Goat climbs the town hall’s tower'],
  ["Goat climbs the town hall's tower", "Goat climbs the town hall's tower"],
  ['Goat climbs the town hall tower', 'Goat climbs the town hall tower'],
])('a headline that a feed gives (%s) stands where the page has it too', (title, shown) => {
  expect(made({ title }).title).toBe(shown);
});
