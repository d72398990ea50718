import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ArticleDraft } from '../../src/articles/article.ts';
import { type ExtractOutcome, extractArticle } from '../../src/articles/extract.ts';

function readPage(name: string): string {
  return readFileSync(new URL(`../fixtures/pages/${name}.html`, import.meta.url), 'utf8');
}

function articleOf(outcome: ExtractOutcome): ArticleDraft {
  if (outcome.kind === 'none') throw new Error(`no article: ${outcome.reason}`);
  return outcome.draft;
}

function draftOf(html: string, url = 'https://site.example/2026/story'): ArticleDraft {
  return articleOf(extractArticle(html, url));
}

const PROSE =
  '<p>The council met on Monday to talk about the old harbour bridge, and for once nobody left before the vote was taken.</p>' +
  '<p>Eleven members voted for the repair and four against it; the money comes from the fund for the swimming hall.</p>' +
  '<p>Work begins in May, when the herring fleet has left the harbour, and is to last until the end of the next winter.</p>';

describe('a newspaper page', () => {
  const outcome = extractArticle(
    readPage('newspaper'),
    'https://harbourpost.example/city/tram-line-4-reopens?utm_source=x',
  );
  const draft = articleOf(outcome);

  test('keeps every paragraph and none of the furniture', () => {
    expect(draft.text.split('\n')).toEqual([
      'The first tram of line 4 left the depot at 4.52 on Wednesday morning, two years and one month after the line was closed for repairs to the harbour bridge.',
      'About sixty people waited at the stop by the fish market, some of them with flasks of coffee, to ride across the bridge on the first day.',
      'A bridge older than the city’s trams',
      'The bridge was built in 1911 for horse carts. Engineers found cracks in three of its nine piers in January 2024, and the city closed it within a day.',
      '“We had expected six months of work,” said the city engineer, Tomas Berg. “Then we opened the second pier and found that the timber below it was gone.”',
      'The repairs cost 48 million, twice the sum that the council had set aside, and the rest comes from the fund for the new swimming hall.',
      'Trams run every eight minutes from now on, and every five during the rush hours, the transport office said.',
    ]);
    expect(draft.headings).toEqual([2]);
  });

  test('gives the facts of the page', () => {
    expect(draft).toMatchObject({
      title: 'Tram line 4 reopens after two years',
      author: 'Mara Lindqvist',
      siteName: 'The Harbour Post',
      section: 'City',
      lang: 'en',
      publishedAt: Date.UTC(2026, 2, 4, 5, 30),
      modifiedAt: Date.UTC(2026, 2, 4, 8),
      imageUrl: 'https://harbourpost.example/img/tram.jpg',
      url: 'https://harbourpost.example/city/tram-line-4-reopens',
      kind: 'article',
      coverage: 'full',
    });
  });

  test('names its canonical address, its AMP copy and its feed', () => {
    expect(outcome).toMatchObject({
      canonicalUrl: 'https://harbourpost.example/city/tram-line-4-reopens',
      ampUrl: 'https://harbourpost.example/amp/city/tram-line-4-reopens',
      feedLinks: [{ url: 'https://harbourpost.example/feed.xml', title: 'All news' }],
      noindex: false,
    });
  });
});

test.each([
  '<aside class="inline-newsletter"><p><strong>The morning in five minutes</strong></p><p>Every weekday.</p></aside>',
  '<div class="c-newsletter"><p>The morning in five minutes</p></div>',
  '<section id="signup"><h3>The morning in five minutes</h3><p>Unsubscribe at any time.</p></section>',
])('what asks for an address in the middle of an article is no text (%s)', (box) => {
  const draft = draftOf(
    `<article><h1>A bridge is repaired</h1><div class="body">${PROSE}${box}${PROSE}</div></article>`,
  );

  expect(draft.text).not.toContain('five minutes');
  expect(draft.text).toContain('herring fleet');
});

test('an article about newsletters is read although its page says so', () => {
  expect(draftOf(`<article class="newsletter"><h1>A bridge is repaired</h1>${PROSE}</article>`).text).toContain(
    'herring',
  );
});

test('a page whose JSON-LD says it is not free is paywalled, and its call to subscribe is no text', () => {
  const draft = draftOf(readPage('paywalled'));

  expect(draft.coverage).toBe('paywalled');
  expect(draft.author).toBe('Anna Petersen');
  expect(draft.text).toContain('Seit Montag fährt sie wieder');
  expect(draft.text).not.toContain('abonnieren');
});

test('a box that asks for a subscription below a short text says so too', () => {
  const html = `<h1>Bridge vote</h1>${PROSE}<div class="c-paywall__box"><p>Read on with a subscription</p></div>`;

  expect(draftOf(html).coverage).toBe('paywalled');
});

test('a Japanese page is read like any other', () => {
  const draft = draftOf(readPage('japanese'));

  expect(draft.title).toBe('港の橋が二年ぶりに再開');
  expect(draft.lang).toBe('ja');
  expect(draft.text.split('\n')).toHaveLength(3);
  expect(draft.text).not.toContain('関連記事');
});

test('a front page is a listing', () => {
  expect(draftOf(readPage('front'), 'https://harbourpost.example/').kind).toBe('listing');
});

test.each([
  ['LiveBlogPosting', 'live'],
  ['ImageGallery', 'gallery'],
  ['VideoObject', 'video'],
  ['NewsArticle', 'article'],
])('a page of type %s is of kind %s', (type, kind) => {
  const html = `<script type="application/ld+json">{"@type":"${type}","name":"Bridge vote"}</script><h1>Bridge vote</h1>${PROSE}`;

  expect(draftOf(html).kind).toBe(kind);
});

test.each([
  ['<meta name="robots" content="noindex, nofollow">', true],
  ['<meta name="robots" content="none">', true],
  ['<meta name="robots" content="index, max-image-preview:none">', false],
])('%s: noindex is %s', (meta, noindex) => {
  expect(extractArticle(`<head>${meta}</head><h1>Bridge vote</h1>${PROSE}`).noindex).toBe(noindex);
});

test('a canonical address that leads to the front page is not believed', () => {
  const html = `<link rel="canonical" href="https://site.example/"><h1>Bridge vote</h1>${PROSE}`;

  expect(draftOf(html).url).toBe('https://site.example/2026/story');
});

test('a short page without a paywall is a teaser', () => {
  const html =
    '<h1>Bridge vote</h1><p>The council has voted for the repair of the old harbour bridge, the mayor said.</p>';

  expect(draftOf(html).coverage).toBe('teaser');
});

test('the heading that readers see wins over a longer title for machines', () => {
  const html = `<title>Council votes for bridge repair: all you need to know - Harbour Post</title><h1>Council votes for bridge repair</h1>${PROSE}`;

  expect(draftOf(html).title).toBe('Council votes for bridge repair');
});

test('a heading that is only the site’s name is not the title', () => {
  const html = `<title>Council votes for bridge repair – Harbour Post</title><h1>Harbour Post</h1><h2>Council votes for bridge repair</h2>${PROSE}`;

  expect(draftOf(html).title).toBe('Council votes for bridge repair');
});

test('author and date are found in the lines below the headline', () => {
  const html = `<h1>Council votes for bridge repair</h1><div>By Mara Lindqvist | 4 March 2026 | 5 min read</div>${PROSE}`;

  expect(draftOf(html)).toMatchObject({ author: 'Mara Lindqvist', publishedAt: Date.UTC(2026, 2, 4) });
});

test('broken JSON-LD is read as far as it can be mended, and costs nothing else', () => {
  const html = `<script type="application/ld+json">{"@type":"NewsArticle","author":"Mara\nLindqvist",}</script><script type="application/ld+json">{oops</script><h1>Bridge vote</h1>${PROSE}`;

  expect(draftOf(html).author).toBe('Mara Lindqvist');
});

test.each(['', '   ', '<html></html>', '<script>let a = 1</script>'])('nothing to read in %j', (html) => {
  expect(extractArticle(html).kind).toBe('none');
});

test('unclosed markup still gives the text', () => {
  const html = `<body><div class=content><h1>Bridge vote<p>${PROSE.replaceAll('</p>', '')}<div><span>`;

  expect(draftOf(html).text).toContain('Eleven members voted for the repair');
});

test.each([
  'Ann Lee · March 4, 2026 at 8:35 AM UTC · 3 min read',
  'Ann Lee · March 4, 2026 at 8:35 AM UTC · Updated March 4, 2026 at 10:35 AM UTC · 3 min read',
  'Maud Kerven · 4 mars 2026 à 11:35 UTC · Mis à jour 5 mars 2026 à 15:35 UTC · 3 min de lecture',
])('author, day, change and reading time in one line are no text: %s', (line) => {
  const html = `<article><h1>Bridge vote</h1><p>${line}</p><div>${PROSE}</div></article>`;

  expect(draftOf(html).text).toMatch(/^The council met on Monday/u);
});
