import { describe, expect, test } from 'vitest';
import { discoverFeeds } from '../../src/feeds/discover.ts';
import { knownFeeds } from '../../src/feeds/known-sites.ts';

const SITE = 'https://harbour.example/news/';
const first = (html: string, url = SITE) => discoverFeeds(html, url)[0];

describe('a page declares its feed', () => {
  test.each([
    ['in a link tag', '<link rel="alternate" type="application/rss+xml" href="/feed">', 'https://harbour.example/feed'],
    [
      'without quotes',
      '<link rel=alternate type=application/atom+xml href=atom.xml>',
      'https://harbour.example/news/atom.xml',
    ],
    ['in capitals', `<LINK REL='ALTERNATE' TYPE='application/rss+xml' HREF='/Feed'>`, 'https://harbour.example/Feed'],
    ['by rel=feed', '<link rel="feed" href="/f">', 'https://harbour.example/f'],
    [
      'as JSON',
      '<link rel="alternate" type="application/feed+json" href="/feed.json">',
      'https://harbour.example/feed.json',
    ],
    ['as XML in general', '<link rel="alternate" type="text/xml" href="/rss.php">', 'https://harbour.example/rss.php'],
    [
      'with an escaped address',
      '<link rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2">',
      'https://harbour.example/feed?a=1&b=2',
    ],
    [
      'relative to its base',
      '<base href="https://cdn.example/x/"><link rel="alternate" type="application/rss+xml" href="feed">',
      'https://cdn.example/x/feed',
    ],
  ])('%s', (_name, html, url) => {
    expect(first(html)).toBe(url);
  });

  test('and its comments, which come after', () => {
    const html =
      '<link rel="alternate" type="application/rss+xml" href="/comments/feed/"><link rel="alternate" type="application/rss+xml" href="/feed/">';

    expect(discoverFeeds(html, SITE).slice(0, 2)).toEqual([
      'https://harbour.example/feed/',
      'https://harbour.example/comments/feed/',
    ]);
  });

  test('and its comments in the language of the site, which come after too', () => {
    const html =
      '<link rel="alternate" type="application/rss+xml" title="Hafen » Kommentar-Feed" href="/a"><link rel="alternate" type="application/rss+xml" title="Hafen » Feed" href="/b">';

    expect(discoverFeeds(html, SITE).slice(0, 2)).toEqual(['https://harbour.example/b', 'https://harbour.example/a']);
  });

  test('not in comments, scripts or other kinds of links', () => {
    const html = `<!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
      <script>'<link rel="alternate" type="application/rss+xml" href="/script">'</script>
      <link rel="alternate" type="application/json+oembed" href="/oembed"><link rel="alternate" hreflang="de" href="/de">
      <link rel="stylesheet" type="text/css" href="/rss.css">`;

    expect(first(html)).toBe('https://harbour.example/feed');
  });
});

describe('a page links to its feed', () => {
  test.each([
    ['by its address', '<a href="/rss.xml">Subscribe</a>', 'https://harbour.example/rss.xml'],
    ['by its words', '<a href="/abo"><img alt=""> RSS</a>', 'https://harbour.example/abo'],
    ['by its title', '<a href="/abo" title="Atom">+</a>', 'https://harbour.example/abo'],
  ])('%s', (_name, html, url) => {
    expect(first(html)).toBe(url);
  });

  test('which is not the form for feedback', () => {
    expect(first('<a href="/feedback">Feedback</a>')).toBe('https://harbour.example/feed');
  });
});

test('a page that says nothing is tried at the well-known paths', () => {
  expect(discoverFeeds('<p>Hello</p>', SITE)).toEqual(
    expect.arrayContaining([
      'https://harbour.example/feed',
      'https://harbour.example/rss.xml',
      'https://harbour.example/atom.xml',
    ]),
  );
});

describe('known sites', () => {
  const channel = `UC${'a'.repeat(22)}`;
  test.each([
    [`https://www.youtube.com/channel/${channel}`, `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`],
    ['https://www.youtube.com/playlist?list=PL1', 'https://www.youtube.com/feeds/videos.xml?playlist_id=PL1'],
    ['https://www.youtube.com/user/harbour', 'https://www.youtube.com/feeds/videos.xml?user=harbour'],
    ['https://www.reddit.com/r/ships/', 'https://www.reddit.com/r/ships/.rss'],
    ['https://old.reddit.com/user/anna', 'https://www.reddit.com/user/anna/.rss'],
    ['https://social.example/@anna', 'https://social.example/@anna.rss'],
    ['https://github.com/harbour/ferry', 'https://github.com/harbour/ferry/releases.atom'],
    ['https://github.com/harbour/ferry/releases', 'https://github.com/harbour/ferry/releases.atom'],
    ['https://github.com/harbour/ferry/commits/main', 'https://github.com/harbour/ferry/commits/main.atom'],
    ['https://medium.com/@anna', 'https://medium.com/feed/@anna'],
    ['https://harbour.substack.com/p/fog', 'https://harbour.substack.com/feed'],
    ['https://harbour.blogspot.com/2026/03/fog.html', 'https://harbour.blogspot.com/feeds/posts/default'],
    ['https://bsky.app/profile/anna.example', 'https://bsky.app/profile/anna.example/rss'],
  ])('%s', (page, feed) => {
    expect(knownFeeds(page)[0]).toBe(feed);
  });

  test('a YouTube page with a handle names its channel inside', () => {
    const html = `<script>var ytInitialData = {"metadata":{"externalId":"${channel}"}};</script>`;

    expect(first(html, 'https://www.youtube.com/@harbour')).toBe(
      `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`,
    );
  });

  test.each(['https://harbour.example/news', 'https://harbour.example/', 'no address'])(
    '%s is none of them',
    (page) => {
      expect(knownFeeds(page)).toEqual([]);
    },
  );
});

test('a page made to be slow is not', () => {
  const startedAt = performance.now();
  for (const piece of ['<a ', '<link rel="', '<!--', '<script>', '<a href="x', '<'])
    discoverFeeds(piece.repeat(100_000), SITE);

  expect(performance.now() - startedAt).toBeLessThan(4_000);
});
