// Documents made to hurt a feed parser. None is stored: each is a few lines that make megabytes.

const rss = (body: string, before = '', attributes = '') =>
  `<?xml version="1.0"?>${before}<rss version="2.0"${attributes}><channel><title>T</title>${body}</channel></rss>`;
const item = (inside: string) => rss(`<item><title>x</title>${inside}</item>`);
const atom = (inside: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${inside}</feed>`;
const json = (items: string) => `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[${items}]}`;

/** Bytes without any pattern, always the same. */
function noise(length: number, from = 0): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 7;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = Math.max(from, (state >>> 16) & 0xff);
  }
  return bytes;
}

const many = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('');

export const HOSTILE: Readonly<Record<string, () => string | Buffer>> = {
  'nested elements of 100,000 names': () => item(many(100_000, (at) => `<n${at}>`)),
  'nested items': () => rss('<item><title>x</title>'.repeat(100_000)),
  'one attribute 200,000 times': () => item(`<enclosure ${'a="1" '.repeat(200_000)}/>`),
  '20,000 prefixes in use': () => item(many(20_000, (at) => `<p${at}:x xmlns:p${at}="u${at}"/>`)),
  'CDATA full of tags': () => item(`<description><![CDATA[${'<b '.repeat(1_000_000)}]]></description>`),
  'a picture of five megabytes': () =>
    item(`<description><![CDATA[<img src="data:image/png;base64,${'A'.repeat(5_000_000)}">]]></description>`),
  'comments that never close in titles': () =>
    rss(many(300, () => `<item><title>${'&lt;!--'.repeat(1_000)}</title></item>`)),
  'double escapes': () => rss(`<item><title>${'&amp;amp;'.repeat(1_000_000)}</title></item>`),
  'references to no character': () => item(`<description>${'&#9999999999;&#xD800;'.repeat(200_000)}</description>`),
  'a link of five megabytes': () => item(`<link>http://e.example/${'../'.repeat(1_600_000)}</link>`),
  'months without end': () => rss(many(1_000, () => `<item><pubDate>${'märz 1 '.repeat(16)}</pubDate></item>`)),
  '30,000 links in an entry': () => atom(`<entry>${'<link rel="self" href="/x"/>'.repeat(30_000)}</entry>`),
  'xml:base at every level': () =>
    many(250, (at) => `<feed xml:base="${'../'.repeat(500)}${at}/">`) + atom('<entry><link href="a"/></entry>'),
  'a web page of ten megabytes': () => `<html><body>${'<p>word</p>'.repeat(900_000)}</body></html>`,
  'JSON with a text of ten megabytes': () => json(`{"id":"1","content_html":"${'<img '.repeat(2_000_000)}"}`),
  'JSON inside JSON': () => json(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
  'JSON that names prototypes': () => json('{"__proto__":{"id":"x"},"constructor":{"prototype":{"polluted":1}}}'),
  'JSON of the wrong kinds': () =>
    json('{"id":{},"url":[],"title":7,"tags":"a","authors":{"name":1},"attachments":[1]}'),
  'UTF-16 with half a character': () =>
    Buffer.concat([Buffer.from(`\ufeff${rss('a'.repeat(3_000_000))}`, 'utf16le'), Buffer.from([1])]),
  'noise that says Shift_JIS': () =>
    Buffer.concat([Buffer.from('<?xml version="1.0" encoding="shift_jis"?><rss>'), noise(2_000_000, 0x80)]),
  '10,000 items with everything': () =>
    rss(
      many(
        10_000,
        (at) =>
          `<item><title>Item &amp;amp; ${at}</title><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><link>https://s.example/${at}?utm_source=a</link><category>a</category><media:content url="/${at}.jpg"/><dc:creator>Anna ${at}</dc:creator><description>${'words &lt;img src="/a.jpg"&gt; '.repeat(16)}</description></item>`,
      ),
    ),
  'JSON of lists in lists': () => json('['.repeat(2_000_000) + ']'.repeat(2_000_000)),
};

/** Too many for every run of the tests: `npm run test:long` and `npm run quality feeds` read these, too. */
export const MORE_HOSTILE: Readonly<Record<string, () => string | Buffer>> = {
  'scripts that never close in titles': () =>
    rss(many(300, () => `<item><title>${'&lt;script&gt;'.repeat(600)}</title></item>`)),
  'XHTML of many elements': () =>
    atom(
      `<entry><title>x</title><content type="xhtml"><div>${'<b a="&quot;">x</b>'.repeat(190_000)}</div></content></entry>`,
    ),
  'crossed tags': () => item('<a><b></a></b>'.repeat(60_000)),
  'a list of 60,000 resources': () =>
    `<rdf:RDF>${'<rdf:li rdf:resource="u"/>'.repeat(60_000)}<item><title>x</title></item></rdf:RDF>`,
  'controls that were meant in windows-1252': () => item(`<description>${'\u0091'.repeat(4_000_000)}</description>`),
  'JSON of empty objects': () => json(`${'{},'.repeat(3_000_000)}{}`),
  'end tags alone': () => rss('</item>'.repeat(500_000)),
  'attributes without end': () => `<rss ${'a=" '.repeat(500_000)}`,
  'prefixes declared at every level': () => rss(many(250, (at) => `<a xmlns:p${at}="u" xmlns:q${at}="u">`)),
  'an element name of a megabyte': () => item(`<${'n'.repeat(1_000_000)}/>`),
  'pictures that never close': () => item(`<description>${'&lt;img '.repeat(400_000)}</description>`),
  'plug-ins that never close': () => item(`<description>${'&lt;object '.repeat(300_000)}</description>`),
  'twice escaped tags': () => rss(`<item><title>${'&amp;lt;b&amp;gt;'.repeat(500_000)}</title></item>`),
  'an entity with a name of a megabyte': () => item(`<description>&${'a'.repeat(1_000_000)};</description>`),
  'a title of spaces': () => rss(`<item><title>${' \u00a0\n'.repeat(2_000_000)}</title></item>`),
  'a title that cannot be seen': () => rss(`<item><title>${'\u200b\u202e'.repeat(1_000_000)}</title></item>`),
  'an id of five megabytes': () => item(`<guid>${'g'.repeat(5_000_000)}</guid>`),
  'a link of colons': () => item(`<link>${':'.repeat(2_000_000)}</link>`),
  'times without end': () => item(`<pubDate>${'00:00:'.repeat(100_000)}</pubDate>`),
  'brackets for a date': () => item(`<pubDate>Mon, 02 Mar 2026 08:00 ${'('.repeat(500_000)}</pubDate>`),
  '30,000 categories': () => item('<category>a</category>'.repeat(30_000)),
  '30,000 pictures': () => item('<media:content url="http://e.example/a.jpg" medium="image"/>'.repeat(30_000)),
  'media inside media': () => item('<media:group>'.repeat(200)),
  'a sitemap of 200,000 pages': () => `<urlset>${'<url><loc>http://e.example/</loc></url>'.repeat(200_000)}</urlset>`,
  'comments of dashes': () => `<!--${'--'.repeat(2_000_000)}${rss('')}`,
  'a declaration without end': () => `<?xml version="1.0" encoding="${'x'.repeat(2_000_000)}`,
  'byte order marks': () => '\ufeff'.repeat(1_000_000) + rss(''),
  'JSON of 200,000 items': () => json(Array.from({ length: 200_000 }, () => '{"id":1}').join()),
  'noise that says nothing': () => Buffer.concat([Buffer.from('<rss><channel><item><title>'), noise(2_000_000, 0x80)]),
  'escapes of ISO-2022-JP': () => Buffer.from(`<rss><title>${'\u001b$B'.repeat(1_000_000)}</title></rss>`),
  'ten megabytes in UTF-16': () => Buffer.from(`\ufeff${item(`<description>${'word '.repeat(1_000_000)}`)}`, 'utf16le'),
  'JSON of a million items': () => json(`${'{"id":1},'.repeat(1_000_000)}{}`),
  'JSON of lists that never close': () => json('['.repeat(3_000_000)),
  'JSON of quotes and backslashes': () => json(`"${'\\\\\\"'.repeat(1_500_000)}"`),
  'JSON with half a character in every place': () =>
    json(`{"id":"\\udc00","title":"${'\\ud800'.repeat(400_000)}","tags":["\\ud800"]}`),
  'entities in entities': () =>
    `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">${many(30, (at) => `<!ENTITY a${at} "${`&a${at || ''};`.repeat(9)}">`)}]>${item('<description>&a29;&a28;</description>')}`,
  'a large entity many times': () =>
    `<!DOCTYPE r [<!ENTITY a "${'a'.repeat(100_000)}">]>${item(`<description>${'&a;'.repeat(200_000)}</description>`)}`,
  '200,000 entities': () =>
    `<!DOCTYPE r [${many(200_000, (at) => `<!ENTITY e${at} "x">`)}]>${item('<description>&e1;</description>')}`,
  'declarations without end': () => `<?xml version="1.0"?><!DOCTYPE r [${'<!ENTITY '.repeat(800_000)}`,
  'an index of 100,000 sitemaps': () =>
    `<sitemapindex>${'<sitemap><loc>http://e.example/s.xml</loc></sitemap>'.repeat(100_000)}</sitemapindex>`,
  'a news sitemap of 30,000 pages': () =>
    `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${many(30_000, (at) => `<url><loc>http://e.example/${at}</loc><news:news><news:title>T</news:title><news:keywords>${'a,'.repeat(20)}</news:keywords></news:news></url>`)}</urlset>`,
  'titles of markup': () => rss(`<item><title>${'&lt;b&gt;a&lt;/b&gt; '.repeat(20)}</title></item>`.repeat(9_000)),
  'bits of CDATA': () => item(`<description>${'<![CDATA[a]]>'.repeat(500_000)}</description>`),
  'accents without end in titles': () =>
    rss(`<item><title>a${'\u0301\u0316'.repeat(20_000)}</title></item>`.repeat(100)),
  'bytes of no encoding': () =>
    Buffer.concat([Buffer.from('<rss><channel><item><title>'), Buffer.alloc(8_000_000, 0x81)]),
};
