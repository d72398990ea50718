import { expect, test } from 'vitest';
import type { ArticleDraft } from '../../src/articles/article.ts';
import { articleFromItem } from '../../src/articles/from-item.ts';
import type { Item } from '../../src/feeds/feed.ts';

const FEED = { title: 'Harbour Post', lang: 'en-GB' };
const LONG = 'The council met on Monday to talk about the old bridge, and nobody left before the vote was taken. '
  .repeat(12)
  .trim();

function item(given: Partial<Item>): Item {
  return {
    guid: undefined,
    url: 'https://site.example/a',
    title: 'Bridge vote',
    author: undefined,
    publishedAt: undefined,
    updatedAt: undefined,
    summary: undefined,
    content: undefined,
    imageUrl: undefined,
    sourceName: undefined,
    categories: [],
    ...given,
  };
}

function page(given: Partial<ArticleDraft>): ArticleDraft {
  return {
    url: 'https://site.example/canonical',
    title: 'Bridge vote - page',
    text: LONG,
    headings: [],
    lang: 'en',
    author: 'Mara Lindqvist',
    siteName: 'The Harbour Post',
    section: 'City',
    publishedAt: 2,
    modifiedAt: 3,
    imageUrl: 'https://site.example/page.jpg',
    kind: 'article',
    coverage: 'full',
    ...given,
  };
}

test('a summary alone is a teaser', () => {
  const article = articleFromItem(item({ summary: '<p>The council has <b>voted</b> for the repair.</p>' }), FEED);

  expect(article).toMatchObject({
    text: 'The council has voted for the repair.',
    coverage: 'teaser',
    lang: 'en',
  });
});

test('the page’s text replaces the feed’s teaser', () => {
  const article = articleFromItem(item({ summary: 'The council has voted.' }), FEED, page({}));

  expect(article).toMatchObject({
    text: LONG,
    coverage: 'full',
    url: 'https://site.example/canonical',
    author: 'Mara Lindqvist',
  });
});

test('the feed’s own full text wins over a page that is only a little longer', () => {
  const article = articleFromItem(
    item({ content: `<h2>The vote</h2><p>${LONG}</p>` }),
    FEED,
    page({ text: `${LONG} Menu` }),
  );

  expect(article.text).toBe(`The vote\n${LONG}`);
  expect(article.headings).toEqual([0]);
});

test('the feed’s full text is used where the page stands behind a paywall', () => {
  const article = articleFromItem(
    item({ content: `<p>${LONG}</p>` }),
    FEED,
    page({ text: 'Subscribe.', coverage: 'paywalled' }),
  );

  expect(article).toMatchObject({ text: LONG, coverage: 'full' });
});

test('the teaser of a paywalled page is labelled as one', () => {
  const article = articleFromItem(
    item({ summary: 'The council has voted, and the bridge will be repaired at last.' }),
    FEED,
    page({ text: 'Subscribe.', coverage: 'paywalled' }),
  );

  expect(article).toMatchObject({
    text: 'The council has voted, and the bridge will be repaired at last.',
    coverage: 'paywalled',
  });
});

test('text that the feed cut short is no full text', () => {
  const article = articleFromItem(item({ content: `<p>${LONG} […]</p>` }), FEED);

  expect(article.coverage).toBe('teaser');
});

test('the feed’s times come before the page’s', () => {
  expect(articleFromItem(item({ publishedAt: 10 }), FEED, page({})).publishedAt).toBe(10);
  expect(articleFromItem(item({}), FEED, page({})).publishedAt).toBe(2);
});

test('an item without a title takes the page’s, or its own first sentence', () => {
  expect(articleFromItem(item({ title: undefined }), FEED, page({})).title).toBe('Bridge vote - page');
  expect(articleFromItem(item({ title: undefined, summary: 'The bridge opens. Trams run again.' }), FEED).title).toBe(
    'The bridge opens.',
  );
});

test('plain text keeps its lines and its angle brackets', () => {
  const article = articleFromItem(
    item({ summary: 'Waves of 3 < 4 metres were seen.\n\nThe harbour stays closed.' }),
    FEED,
  );

  expect(article.text).toBe('Waves of 3 < 4 metres were seen.\nThe harbour stays closed.');
});

test('the line that WordPress appends to every item is no text', () => {
  const article = articleFromItem(
    item({
      content: `<p>${LONG}</p><p>The post <a href="/a">Bridge vote</a> appeared first on <a href="/">Harbour Post</a>.</p>`,
    }),
    FEED,
  );

  expect(article.text).toBe(LONG);
});
