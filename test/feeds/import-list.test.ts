import { describe, expect, test } from 'vitest';
import { isProblem } from '../../src/errors.ts';
import { exportList } from '../../src/feeds/export-list.ts';
import { importList } from '../../src/feeds/import-list.ts';

const entriesOf = (bytes: Uint8Array) => {
  const list = importList(bytes);
  return isProblem(list) ? list.problem : list.entries;
};
const read = (text: string) => entriesOf(Buffer.from(text));
const NOW = Date.parse('2026-03-02T08:00:00Z');

describe('OPML', () => {
  test('is read with its folders as topics', () => {
    const entries = read(`<?xml version="1.0"?><opml version="1.0"><body>
      <outline text="Ships"><outline type="rss" text="Harbour &amp;amp; Co" xmlUrl="https://harbour.example/feed" htmlUrl="https://harbour.example/"/>
        <outline text="Deep"><outline title="Sea" XMLURL="http://sea.example/rss"/></outline></outline>
      <outline type="link" text="Odd" url="https://odd.example/feed"/>
      <outline text="Broken" xmlUrl="no address"/><outline text="Again" xmlUrl="https://harbour.example/feed?utm_source=x"/>
      </body></opml>`);

    expect(entries).toEqual([
      {
        kind: 'feed',
        line: 1,
        url: 'https://harbour.example/feed',
        name: 'Harbour & Co',
        siteUrl: 'https://harbour.example/',
        topic: 'Ships',
      },
      { kind: 'feed', line: 2, url: 'http://sea.example/rss', name: 'Sea', siteUrl: undefined, topic: 'Deep' },
      { kind: 'feed', line: 3, url: 'https://odd.example/feed', name: 'Odd', siteUrl: undefined, topic: undefined },
      { kind: 'not-a-url', line: 4, text: 'no address' },
      { kind: 'duplicate', line: 5, url: 'https://harbour.example/feed?utm_source=x' },
    ]);
  });

  test('cut short gives what it holds', () => {
    expect(read('<opml><body><outline text="A" xmlUrl="https://a.example/feed"/><outline text="B" xmlU')).toHaveLength(
      1,
    );
  });
});

describe('JSON', () => {
  test.each([
    ['a list of addresses', '["https://a.example/feed"]'],
    ['a list of objects', '[{"feed_url":"https://a.example/feed"}]'],
    ['sources', '{"sources":[{"url":"https://a.example/feed","name":null}]}'],
    ['subscriptions', '{"version":1,"subscriptions":[{"xmlUrl":"https://a.example/feed"}]}'],
  ])('as %s', (_name, text) => {
    expect(read(text)).toMatchObject([{ kind: 'feed', url: 'https://a.example/feed' }]);
  });

  test('with entries that are none says which', () => {
    expect(read('["ftp://a.example", 7, null, {"name":"x"}]')).toMatchObject([
      { kind: 'not-a-url', line: 1, text: 'ftp://a.example' },
      { kind: 'not-a-url', line: 2 },
      { kind: 'not-a-url', line: 3 },
      { kind: 'not-a-url', line: 4 },
    ]);
  });

  test('that is broken is no list', () => {
    expect(importList(Buffer.from('{"sources":['))).toEqual({ problem: 'not-a-list' });
    expect(importList(Buffer.from('{"other":1}'))).toEqual({ problem: 'not-a-list' });
  });
});

describe('a plain list', () => {
  test('has an address a line, with or without names and bullets', () => {
    const text = `# my feeds\r
https://a.example/feed\r
b.example/rss.xml

- Harbour News, https://c.example/feed
2. [Sea](https://d.example/feed)
"Fog" ; https://e.example/feed
feed://f.example/feed
just words
https://a.example/feed`;

    expect(read(text)).toMatchObject([
      { kind: 'feed', line: 2, url: 'https://a.example/feed', name: undefined },
      { kind: 'feed', line: 3, url: 'https://b.example/rss.xml' },
      { kind: 'feed', line: 5, url: 'https://c.example/feed', name: 'Harbour News' },
      { kind: 'feed', line: 6, url: 'https://d.example/feed', name: 'Sea' },
      { kind: 'feed', line: 7, url: 'https://e.example/feed', name: 'Fog' },
      { kind: 'feed', line: 8, url: 'https://f.example/feed' },
      { kind: 'not-a-url', line: 9, text: 'just words' },
      { kind: 'duplicate', line: 10 },
    ]);
  });

  test('in UTF-16, as some editors save it, is read too', () => {
    const bytes = Buffer.from('\ufeffhttps://a.example/feed', 'utf16le');

    expect(entriesOf(bytes)).toMatchObject([{ url: 'https://a.example/feed' }]);
  });

  test('of nothing is none', () => {
    expect(importList(Buffer.from(' \n'))).toEqual({ problem: 'not-a-list' });
  });
});

describe('what is exported comes back', () => {
  const feeds = [
    {
      url: 'https://a.example/feed?a=1&b="2"',
      name: 'Ships & <boats>',
      siteUrl: 'https://a.example/',
      topic: undefined,
    },
    { url: 'https://b.example/feed', name: 'أخبار', siteUrl: undefined, topic: 'Weather "daily"' },
  ];

  test.each(['opml', 'json'] as const)('as %s', (format) => {
    const { text, fileName } = exportList(feeds, { format, title: 'My server', now: NOW });

    expect(fileName).toBe(`sources.${format}`);
    expect(read(text)).toEqual(
      feeds.map((feed, at) => ({ kind: 'feed', line: at + 1, ...feed, url: new URL(feed.url).href })),
    );
  });
});
