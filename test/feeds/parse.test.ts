import { describe, expect, test } from 'vitest';
import type { ParsedFeed } from '../../src/feeds/feed.ts';
import { parseFeed } from '../../src/feeds/parse.ts';

function parse(document: string, url?: string): ParsedFeed {
  const result = parseFeed(Buffer.from(document), { url });
  if (!result.ok) throw new Error(result.error);
  return result.feed;
}

const rss = (items: string, channel = '') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour News</title><link>https://harbour.example/</link>${channel}${items}</channel></rss>`;
const item = (inside: string) => parse(rss(`<item>${inside}</item>`)).items[0]!;
const atom = (inside: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>${inside}</feed>`;
const entry = (inside: string) => parse(atom(`<entry>${inside}</entry>`), 'https://harbour.example/feed').items[0]!;

describe('RSS 2.0', () => {
  test('gives the channel and its items', () => {
    const feed = parse(
      rss(
        `<item><title>Ferry late</title><link>https://harbour.example/1</link><guid isPermaLink="false">n1</guid>
         <dc:creator>Anna Berg</dc:creator><category>Ships</category><category>Weather</category>
         <pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate><description>Fog.</description>
         <content:encoded><![CDATA[<p>Fog on the river.</p>]]></content:encoded>
         <source url="https://agency.example/rss">Agency</source></item>`,
        '<description>From the quay</description><language>en</language>',
      ),
    );

    expect(feed).toEqual({
      format: 'rss',
      title: 'Harbour News',
      link: 'https://harbour.example/',
      description: 'From the quay',
      lang: 'en',
      items: [
        {
          guid: 'n1',
          url: 'https://harbour.example/1',
          title: 'Ferry late',
          author: 'Anna Berg',
          publishedAt: Date.parse('2026-03-02T07:00:00Z'),
          updatedAt: undefined,
          summary: 'Fog.',
          content: '<p>Fog on the river.</p>',
          imageUrl: undefined,
          sourceName: 'Agency',
          categories: ['Ships', 'Weather'],
        },
      ],
    });
  });

  test('takes the guid for the link unless it says that it is none', () => {
    expect(item('<guid>https://harbour.example/2</guid>').url).toBe('https://harbour.example/2');
    expect(item('<guid isPermaLink="false">https://harbour.example/2</guid>').url).toBeUndefined();
    expect(item('<guid>n2</guid>').url).toBeUndefined();
  });

  test('prefers the address that FeedBurner was given', () => {
    const text =
      '<link>http://proxy.example/~r/1</link><feedburner:origLink>https://harbour.example/1</feedburner:origLink>';

    expect(item(text).url).toBe('https://harbour.example/1');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])('never links to %s', (link) => {
    expect(item(`<title>x</title><link>${link}</link>`).url).toBeUndefined();
  });

  test('makes relative links absolute with the address of the feed', () => {
    const feed = parse(rss('<item><link>news/1</link></item>'), 'https://harbour.example/sub/feed.xml');

    expect(feed.items[0]?.url).toBe('https://harbour.example/sub/news/1');
  });

  test('names the author without his address', () => {
    expect(item('<author>anna@harbour.example (Anna Berg)</author>').author).toBe('Anna Berg');
  });

  test('is read through its namespaces, whatever their prefixes', () => {
    const feed = parse(
      `<r:rss xmlns:r="http://backend.userland.com/rss2" xmlns:x="http://purl.org/rss/1.0/modules/content/">
       <r:channel><r:title>T</r:title><r:item><r:title>One</r:title><x:encoded>Text</x:encoded></r:item></r:channel></r:rss>`,
    );

    expect(feed.items[0]).toMatchObject({ title: 'One', content: 'Text' });
  });
});

describe('RSS 1.0', () => {
  test('has its items beside the channel', () => {
    const feed = parse(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
       <channel rdf:about="https://harbour.example/"><title>Harbour</title><link>https://harbour.example/</link></channel>
       <item rdf:about="https://harbour.example/1"><title>Ferry late</title><dc:date>2026-03-02</dc:date></item></rdf:RDF>`,
    );

    expect(feed.format).toBe('rdf');
    expect(feed.items[0]).toMatchObject({
      guid: 'https://harbour.example/1',
      url: 'https://harbour.example/1',
      publishedAt: Date.UTC(2026, 2, 2),
    });
  });
});

describe('Atom', () => {
  test('links to the page, not to the edit form or the sound', () => {
    const text = `<link rel="edit" href="/edit"/><link rel="enclosure" href="/a.mp3"/><link rel="alternate" type="text/html" href="/1"/>`;

    expect(entry(text).url).toBe('https://harbour.example/1');
  });

  test('follows xml:base', () => {
    const feed = parse(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbour.example/blog/"><entry xml:base="2026/"><link href="a.html"/></entry></feed>`,
    );

    expect(feed.items[0]?.url).toBe('https://harbour.example/blog/2026/a.html');
  });

  test('has titles as text, as escaped HTML and as XHTML', () => {
    expect(entry('<title type="text">Using &lt;video&gt; tags</title>').title).toBe('Using <video> tags');
    expect(entry('<title type="html">Fog &amp;amp; &lt;b&gt;ice&lt;/b&gt;</title>').title).toBe('Fog & ice');
    expect(
      entry('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Fog <b>and</b> ice</div></title>').title,
    ).toBe('Fog and ice');
  });

  test('has content as XHTML, with or without a prefix', () => {
    const text =
      '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>One <h:b>two</h:b></h:p></h:div></content>';

    expect(entry(text).content).toBe('<p>One <b>two</b></p>');
  });

  test('of version 0.3 is read too, base64 included', () => {
    const feed = parse(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><tagline>t</tagline><entry><issued>2026-03-02T08:00:00Z</issued>
       <content mode="base64">RXhhbXBsZSA8Yj5BdG9tPC9iPg==</content></entry></feed>`,
    );

    expect(feed).toMatchObject({ description: 't' });
    expect(feed.items[0]).toMatchObject({ publishedAt: Date.UTC(2026, 2, 2, 8), content: 'Example <b>Atom</b>' });
  });

  test('of a video channel has its words and picture in a media group', () => {
    const text = `<media:group><media:title>V</media:title><media:thumbnail url="https://i.example/v.jpg"/><media:description>About ships</media:description></media:group>`;

    expect(entry(text)).toMatchObject({ summary: 'About ships', imageUrl: 'https://i.example/v.jpg' });
  });
});

describe('JSON Feed', () => {
  test('is read, with numbers as ids and a byte order mark in front', () => {
    const feed = parse(
      `\ufeff{"version":"https://jsonfeed.org/version/1.1","title":"Harbour","home_page_url":"https://harbour.example/","items":[
       {"id":17,"url":"/17","title":"Ferry","content_html":"<p>Fog</p>","date_published":"2026-03-02T08:00:00Z","authors":[{"name":"Anna"}],"tags":["Ships"]},
       null, "junk"]}`,
      'https://harbour.example/feed.json',
    );

    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]).toMatchObject({
      guid: '17',
      url: 'https://harbour.example/17',
      content: '<p>Fog</p>',
      author: 'Anna',
      categories: ['Ships'],
    });
  });
});

describe('a news sitemap', () => {
  const urlset = (inside: string) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">${inside}</urlset>`;

  test('gives the articles that have news', () => {
    const feed = parse(
      urlset(
        `<url><loc>https://harbour.example/about</loc></url>
         <url><loc>https://harbour.example/1</loc><n:news><n:publication><n:name>Harbour News</n:name><n:language>en</n:language></n:publication>
         <n:publication_date>2026-03-02T08:00:00Z</n:publication_date><n:title>Ferry late</n:title></n:news></url>`,
      ),
    );

    expect(feed).toMatchObject({ format: 'sitemap', title: 'Harbour News', lang: 'en' });
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]).toMatchObject({ title: 'Ferry late', publishedAt: Date.UTC(2026, 2, 2, 8) });
  });

  test('without news is a list of pages, not a feed', () => {
    const bytes = Buffer.from(urlset('<url><loc>https://harbour.example/about</loc></url>'));

    expect(parseFeed(bytes, {})).toEqual({ ok: false, error: 'This is a sitemap without news.' });
  });
});

describe('titles are plain text', () => {
  test.each([
    ['two\n   lines ', 'two lines'],
    ['R&D at AT&T', 'R&D at AT&T'],
    ['<![CDATA[A &amp; B]]>', 'A & B'],
    ['It&amp;#8217;s late', 'It’s late'],
    ['It&#146;s late', 'It’s late'],
    ['Caf&eacute;', 'Café'],
    ['&lt;b&gt;Fog&lt;/b&gt; and &lt;i&gt;ice&lt;/i&gt;', 'Fog and ice'],
    ['How &lt;video&gt; works', 'How <video> works'],
    ['one <!-- no -->two', 'one two'],
    ['<![CDATA[one ]]><![CDATA[two]]>', 'one two'],
    ['5 &lt; 6 and 7 &gt; 6', '5 < 6 and 7 > 6'],
    ['a\u202Eb\u0007c', 'abc'],
    ['x &bogus; y', 'x &bogus; y'],
    ['true', 'true'],
    ['1e3', '1e3'],
    ['أخبار اليوم', 'أخبار اليوم'],
    ['中文新闻', '中文新闻'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;Late', 'Late'],
  ])('%s', (written, title) => {
    expect(item(`<title>${written}</title>`).title).toBe(title);
  });
});

describe('pictures', () => {
  test('named by the feed come before those in the text, the widest first', () => {
    const text = `<description>&lt;img src="https://i.example/text.jpg"&gt;</description>
      <enclosure url="https://i.example/enclosure.jpg" type="image/jpeg"/>
      <media:content url="https://i.example/small.jpg" medium="image" width="100"/>
      <media:content url="https://i.example/large.jpg" medium="image" width="900"/>`;

    expect(item(text).imageUrl).toBe('https://i.example/large.jpg');
  });

  test('that only count readers are passed over', () => {
    const text = `<description>&lt;img src="https://feeds.feedburner.com/~r/x"&gt;&lt;img src="https://i.example/p.gif" width="1"&gt;&lt;img src='/a.jpg?a=1&amp;amp;b=2'&gt;</description>`;

    expect(parse(rss(`<item>${text}</item>`), 'https://harbour.example/feed').items[0]?.imageUrl).toBe(
      'https://harbour.example/a.jpg?a=1&b=2',
    );
  });

  test('are not films', () => {
    expect(item('<enclosure url="https://i.example/a.mp4" type="video/mp4"/>').imageUrl).toBeUndefined();
  });
});

describe('a broken document gives what it holds', () => {
  const two = '<item><title>one</title></item><item><title>two</title></item>';
  test.each([
    ['cut in the middle of an item', `${rss(two).split('</channel>')[0]}<item><title>three`, 3],
    [
      'cut in the middle of CDATA',
      `${rss(two).split('</channel>')[0]}<item><title>three</title><description><![CDATA[nev`,
      3,
    ],
    ['with a warning of the server in front', `<br />\n<b>Warning</b>: mysql in /x.php\n${rss(two)}`, 2],
    ['with junk behind', `${rss(two)}<script>1</script>junk`, 2],
    ['with its items outside the channel', rss('').replace('</channel>', `</channel>${two}`), 2],
    [
      'with unclosed HTML inside',
      rss(`<item><title>one</title><description>a<br>b<p>c</description></item><item><title>two</title></item>`),
      2,
    ],
    ['in capitals', rss(two).replace(/rss|channel|item/g, (name) => name.toUpperCase()), 2],
    ['with null bytes', rss(two).replace('one', 'o\0ne'), 2],
    ['without a root element', `<channel><title>T</title>${two}</channel>`, 2],
    ['with an item that is empty', rss(`<item/>${two}`), 3],
    ['with undeclared prefixes', rss(`<item><foo:bar>1</foo:bar></item>${two}`), 3],
    ['with an unclosed item', rss('<item><title>one</title><item><title>two</title></item>'), 1],
  ])('%s', (_name, document, count) => {
    expect(parse(document).items).toHaveLength(count);
  });
});

describe('what is no feed is said in one sentence', () => {
  test.each([
    ['<!DOCTYPE html><html><body><p>Home</p></body></html>', 'This is a web page, not a feed.'],
    ['{"error":"nope"}', 'This is JSON, but not a JSON Feed.'],
    ['[1,2]', 'This is JSON, but not a JSON Feed.'],
    ['{"version":"https://jsonfeed.org/version/1","items":[', 'This looks like JSON, but it is broken or cut short.'],
    ['', 'The document is empty.'],
    ['   \n', 'The document is empty.'],
    ['null', 'This is plain text or binary data, not a feed.'],
    ['<opml><body/></opml>', 'This is an OPML list of feeds, not a feed.'],
    ['<svg/>', 'This is XML, but no format of feeds.'],
    ['<!-- nothing -->', 'There is no feed in this document.'],
  ])('%s', (document, error) => {
    expect(parseFeed(Buffer.from(document), {})).toEqual({ ok: false, error });
  });
});

test('entities of the document itself are not expanded where they could grow', () => {
  const doctype =
    '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>';
  const feed = parse(rss('<item><title>&a;&b;&f;</title></item>').replace('<rss', `${doctype}<rss`));

  expect(feed.items[0]?.title).toBe('aaaaaaaaaa&b;&f;');
});

test('names that objects have by themselves are only names', () => {
  const feed = parse(
    rss('<item __proto__="x"><title>x</title><__proto__><ok>1</ok></__proto__><constructor>2</constructor></item>'),
  );

  expect(feed.items[0]?.title).toBe('x');
  expect(({} as Record<string, unknown>).ok).toBeUndefined();
});
