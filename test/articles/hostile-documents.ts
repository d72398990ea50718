// Pages and texts made to be slow, to run out of stack or to fill the memory. None is stored.

const SENTENCE = 'The ferry between the old town and the island stays in port until the fog has lifted, they said. ';
const PROSE = `<p>${SENTENCE.repeat(5)}</p>`;
const many = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const body = (inside: string) => `<html><body><article><h1>Headline here</h1>${inside}${PROSE}</article></body></html>`;
const head = (inside: string) => `<html><head>${inside}</head><body><article>${PROSE}${PROSE}</article></body></html>`;
const linked = (json: string) => head(`<script type="application/ld+json">${json}</script>`);
const inLists = (depth: number) => `${'['.repeat(depth)}"x"${']'.repeat(depth)}`;

export const PAGES: readonly (readonly [string, () => string])[] = [
  ['a million open divs', () => '<div>'.repeat(1_000_000)],
  ['nested tables', () => '<table><tr><td>'.repeat(200_000)],
  ['nested links with classes', () => '<a class="share related nav">x'.repeat(100_000)],
  ['five megabytes of text', () => `<p>${'word, word. '.repeat(420_000)}`],
  ['JSON-LD nested without end', () => `<script type="application/ld+json">${'['.repeat(900_000)}`],
  [
    'JSON-LD of many nodes',
    () => `<script type="application/ld+json">[${'{"@type":"Article"},'.repeat(40_000)}{}]</script>`,
  ],
  ['entities only', () => '&amp;'.repeat(1_000_000)],
  ['open times around everything', () => `<time>${'<time><p>text '.repeat(100_000)}`],
  ['author boxes in author boxes', () => '<div class="author byline">name '.repeat(100_000)],
  [
    'twenty attributes on each paragraph',
    () => body(many(40_000, (at) => `<p ${many(20, (no) => `data-${no}="${at}" `)}>word word</p>`)),
  ],
  ['a headline in 400,000 lists', () => linked(`{"@type":"NewsArticle","headline":${inLists(400_000)}}`)],
  [
    'an author, a picture and a headline in 9,000 lists',
    () =>
      linked(
        `{"@type":"NewsArticle","author":${inLists(9_000)},"image":${inLists(9_000)},"headline":${inLists(9_000)}}`,
      ),
  ],
  [
    'values in values',
    () => linked(`{"@type":"NewsArticle","headline":${'{"@value":'.repeat(80_000)}1${'}'.repeat(80_000)}}`),
  ],
  ['a title of four megabytes', () => head(`<meta property="og:title" content="${'a - b | '.repeat(500_000)}">`)],
  ['accents without end', () => body(`<p>a${'\u0301\u0316'.repeat(700_000)}</p>`)],
  ['accents without end in a title', () => head(`<title>a${'\u0301\u0316'.repeat(1_000_000)}</title>`)],
  ['letters that are eighteen', () => body(`<p>${'\ufdfa'.repeat(1_400_000)}</p>`)],
  ['a ZIP file read as text', () => `PK\x03\x04${'\x14\0\0\ufffd\ufffd'.repeat(400_000)}`],
];

/** Too many for every run of the tests: `npm run test:long` and `npm run quality feeds` read these, too. */
export const MORE_PAGES: readonly (readonly [string, () => string])[] = [
  ['a hundred thousand paragraphs', () => '<p>A short paragraph.'.repeat(100_000)],
  ['a million line breaks', () => `<p>${'x<br>'.repeat(1_000_000)}`],
  ['a million attributes', () => `<p ${'a=1 '.repeat(1_000_000)}>x`],
  ['a million open bold tags', () => '<b>x'.repeat(1_000_000)],
  ['five megabytes of spaces', () => `<p>a${' '.repeat(5_000_000)}b`],
  ['five megabytes of dashes', () => `<h1>${'-'.repeat(5_000_000)}a</h1>`],
  ['a class of a megabyte', () => `<p class="${'share '.repeat(200_000)}">x`],
  ['a script that never closes', () => `<script>${'a'.repeat(5_000_000)}`],
  ['a comment that never closes', () => `<!--${'a'.repeat(5_000_000)}`],
  ['own elements in own elements', () => many(200_000, (at) => `<x-${at % 50}>`)],
  ['300,000 names of attributes', () => body(`<p ${many(300_000, (at) => `a${at}=1 `)}>x</p>`)],
  ['entities that nobody knows', () => body(`<p>${'&notanentity'.repeat(400_000)}</p>`)],
  ['ten megabytes in one line', () => body(`<p>${SENTENCE.repeat(100_000)}</p>`)],
  ['tiny tags', () => body('<i>a</i>'.repeat(700_000))],
  [
    'a table of 200,000 cells',
    () => body(`<table>${`<tr>${'<td>a cell</td>'.repeat(20)}</tr>`.repeat(10_000)}</table>`),
  ],
  ['60,000 links', () => body(many(60_000, (at) => `<a href="/${at}">Link number ${at} goes here</a> `))],
  [
    '12,000 articles',
    () => many(12_000, (at) => `<article><h2><a href="/${at}">Headline ${at}</a></h2>${SENTENCE}</article>`),
  ],
  ['graphs in graphs', () => linked(`${'{"@graph":['.repeat(10_000)}{}${']}'.repeat(10_000)}`)],
  ['JSON-LD of commas and spaces', () => linked(`{"a":,${' '.repeat(900_000)}`)],
  [
    '40,000 scripts of broken JSON-LD',
    () => many(40_000, () => '<script type="application/ld+json">{"@type":,,}</script>'),
  ],
  ['a picture written into the page', () => body(`<img src="data:image/png;base64,${'A'.repeat(4_500_000)}">`)],
  ['a canonical address of four megabytes', () => head(`<link rel="canonical" href="/${'../a'.repeat(1_000_000)}">`)],
  [
    'an address of trackers',
    () => head(`<meta property="og:url" content="https://s.example/?${'utm_source=a&b=1&'.repeat(250_000)}">`),
  ],
  ['a title of dashes', () => head(`<title>${' - '.repeat(1_500_000)}</title>`)],
  ['40,000 authors', () => head(many(40_000, (at) => `<meta name="author" content="Anna ${at} and Bo, Cy">`))],
  ['a byline of a megabyte', () => body(`<div class="byline">${'By Anna Example and '.repeat(60_000)}</div>`)],
  ['a time of a megabyte', () => body(`<time>${'1 January 2026 at 00:00 '.repeat(60_000)}</time>`)],
  ['halves of characters and no characters', () => body(`<p>${'\ud800 \udc00\0'.repeat(300_000)}</p>`)],
  ['Chinese without a stop', () => body(`<p>${'東京火曜日会議'.repeat(200_000)}</p>`)],
  ['initials', () => body(`<p>${'A. '.repeat(450_000)}</p>`)],
  [
    'live entries',
    () =>
      body(many(8_000, (at) => `<div class="live-entry"><time>10:${at % 60}</time><h3>${at}</h3>${SENTENCE}</div>`)),
  ],
  ['walls', () => body(many(20_000, (at) => `<div class="paywall">Subscribe to read ${at}</div>`))],
  ['UTF-7', () => '+ADw-script+AD4-'.repeat(300_000)],
];

export const TEXTS: readonly (readonly [string, () => string])[] = [
  ['two million dashes', () => '-'.repeat(2_000_000)],
  ['a line of brackets', () => '['.repeat(2_000_000)],
  [
    'many lines that are all heads of teasers',
    () =>
      `${'A paragraph of the text that is long enough to be one. '.repeat(3)}\n${'Related Posts\n'.repeat(100_000)}`,
  ],
  ['many short lines', () => 'x\n'.repeat(500_000)],
  ['accents without end', () => `a${'\u0301\u0316'.repeat(400_000)}`],
  ['letters that are eighteen', () => '\ufdfa'.repeat(900_000)],
  ['spaces and colons', () => `a${' : '.repeat(300_000)}b`],
];
