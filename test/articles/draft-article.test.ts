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

function facts(given: Parameters<typeof item>[0], head = '') {
  const url = 'https://www.forest.example/goat';
  const html = `<html><head><title>Goat climbs tower</title>${head}</head><body><article><h1>Goat climbs tower</h1>
    <p>By Anna Fern</p><p>${TEXT}</p></article></body></html>`;
  const told = item({ title: 'Goat climbs tower', url, summary: undefined, ...given });
  const outcome = draftArticle({ item: told, feed: FEED, page: { html, url } });
  if (outcome.kind !== 'draft') throw new Error(outcome.kind);
  return outcome.draft;
}

test('what a feed says of a page stands where the page says it, too', () => {
  const draft = facts({ author: 'Anna Fern' });

  expect(draft.author).toBe('Anna Fern');
});

test('what a feed alone says of a page is not told to all readers of the page', () => {
  const draft = facts({
    author: 'Our man in the tower',
    imageUrl: 'https://members.example/goat.jpg?token=1',
    sourceName: 'Letters to members',
    categories: ['Secrets'],
  });

  expect(JSON.stringify(draft)).not.toMatch(/Our man|members|Secrets/);
});

test.each([
  ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z', 'the minute of the feed'],
  ['1999-01-01T00:00:00Z', '2026-03-01T00:00:00Z', 'the day of the page'],
])('a feed that dates a page to %s is taken for %s', (told, taken) => {
  const head = '<meta property="article:published_time" content="2026-03-01T00:00:00Z">';

  expect(facts({ publishedAt: Date.parse(told) }, head).publishedAt).toBe(Date.parse(taken));
});
