import { describe, expect, test } from 'vitest';
import type { ArticleDraft } from '../../src/articles/article.ts';
import { draftArticle } from '../../src/articles/draft-article.ts';
import { extractArticle } from '../../src/articles/extract.ts';
import { fetchPage } from '../../src/articles/fetch-page.ts';
import { item } from '../helpers/factories.ts';

const SITE = 'https://harbourpost.example';

function draftOf(html: string, path: string): ArticleDraft {
  const outcome = extractArticle(html, `${SITE}${path}`);
  if (outcome.kind === 'none') throw new Error(`no article: ${outcome.reason}`);
  return outcome.draft;
}

const kindOf = (html: string, path: string) => draftOf(html, path).kind;

const EN = [
  'The council met on Monday to talk about the old harbour bridge, and for once nobody left before the vote was taken.',
  'Eleven members voted for the repair and four against it; the money comes from the fund for the swimming hall.',
  'Work begins in May, when the herring fleet has left the harbour, and is to last until the end of the next winter.',
  'The ferry keeps running while the bridge is closed, the transport office said, and carries bicycles for nothing.',
];
const DE = [
  'Der Stadtrat hat am Montag über die alte Hafenbrücke beraten, und diesmal blieb jeder bis zur Abstimmung im Saal.',
  'Elf Mitglieder stimmten für die Reparatur, vier dagegen; das Geld stammt aus dem Topf für die neue Schwimmhalle.',
  'Die Arbeiten beginnen im Mai, wenn die Heringsflotte den Hafen verlassen hat, und dauern bis zum nächsten Winter.',
  'Die Fähre fährt weiter, solange die Brücke gesperrt ist, und nimmt Fahrräder umsonst mit, teilte das Amt mit.',
];
const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('');

describe('a live blog', () => {
  test.each([
    ['/2026/harbour-bridge-live', 'Harbour bridge vote: the night as it happened', EN],
    ['/2026/bruecke-liveticker', 'Die Abstimmung über die Hafenbrücke', DE],
    ['/2026/pont-du-port', 'En direct : le vote sur le pont du port', EN],
    ['/2026/cau-cang', 'Trực tiếp: bỏ phiếu về cây cầu cảng', EN],
    ['/2026/kou-no-hashi', '【速報】港の橋の採決', EN],
  ])('is told by times in order and its word: %s, %s', (path, title, lines) => {
    const entries = lines.map((line, at) => `<h3>${21 - at}:0${5 - at} Uhr</h3><p>${line}</p>`).join('');

    expect(kindOf(`<h1>${title}</h1><main>${entries}</main>`, path)).toBe('live');
  });

  test('is told by the names of its elements, and keeps all of its entries', () => {
    const entry = (line: string, at: number) =>
      `<article class="liveblog-entry post"><time datetime="2026-03-04T2${3 - at}:00:00Z">2${3 - at}:00</time><h2>${line.slice(0, 30)}</h2><p>${line}</p>${paragraphs(EN)}</article>`;
    const draft = draftOf(
      `<title>${EN[0]!.slice(0, 30)}</title><h1>Bridge vote</h1>${EN.map(entry).join('')}`,
      '/2026/bridge',
    );

    expect(draft.kind).toBe('live');
    for (const line of EN) expect(draft.text).toContain(line);
  });

  test.each([
    [
      'an article that quotes clock times',
      EN.map((line, at) => `<p>${18 + at}:15, on the bridge: ${line}</p>`).join(''),
    ],
    [
      'an article whose comments have times',
      `${paragraphs(EN)}<div class="comments">${EN.map((line, at) => `<div><time datetime="2026-03-04T1${at}:00:00Z">1${at}:00</time><p>${line}</p></div>`).join('')}</div>`,
    ],
  ])('is not %s', (_, body) => {
    const path = body.includes('comments') ? '/2026/choir-sings-live' : '/2026/bridge-vote-took-all-night';

    expect(kindOf(`<h1>Council votes on the bridge</h1><article>${body}</article>`, path)).toBe('article');
  });

  test('is not an article about a live show, with the hours of its programme', () => {
    const hours = '<ul><li>18:00 Doors</li><li>19:00 The Herons</li><li>20:30 Low Tide</li><li>22:00 Mara</li></ul>';

    expect(
      kindOf(`<h1>The Herons play live at the harbour</h1>${paragraphs(EN)}${hours}`, '/music/the-herons-live'),
    ).toBe('article');
  });
});

describe('a gallery', () => {
  const figures = (lines: readonly string[], count: number) =>
    Array.from(
      { length: count },
      (_, at) => `<figure><img src="/${at}.jpg"><figcaption>${lines[at % 4]}</figcaption></figure>`,
    ).join('');

  test.each([
    ['/galleries/harbour-bridge', 'The old harbour bridge', EN],
    ['/2026/hafen', 'Bilderstrecke: die alte Hafenbrücke', DE],
    ['/2026/pont', 'Le vieux pont du port en images', EN],
    ['/fotogaleria/puente', 'El viejo puente del puerto', EN],
  ])('is told by its pictures and its word: %s, %s', (path, title, lines) => {
    expect(kindOf(`<h1>${title}</h1><main><p>${lines[0]}</p>${figures(lines, 7)}</main>`, path)).toBe('gallery');
  });

  test.each([
    ['an article with five photos', 'Council votes on the bridge', '/2026/bridge-vote'],
    ['an article about a gallery', 'New photo gallery opens at the harbour', '/culture/gallery-opens'],
  ])('is not %s', (_, title, path) => {
    const prose = paragraphs([...EN, ...EN.map((line) => `Later: ${line}`), ...EN.map((line) => `And: ${line}`)]);

    expect(kindOf(`<h1>${title}</h1><article>${prose}${figures(EN, 5)}</article>`, path)).toBe('article');
  });
});

describe('a video', () => {
  test.each([
    ['<meta property="og:type" content="video.other">', '/2026/bridge'],
    [
      '<script type="application/ld+json">[{"@type":"VideoObject","name":"x"},{"@type":"NewsArticle","headline":"x"}]</script>',
      '/videos/bridge',
    ],
  ])('is told by %s with few words', (head, path) => {
    expect(kindOf(`<head>${head}</head><h1>The bridge from above</h1><p>${DE[0]}</p>`, path)).toBe('video');
  });

  test('is not an article with a film in it', () => {
    const head =
      '<script type="application/ld+json">[{"@type":"VideoObject","name":"x"},{"@type":"NewsArticle","headline":"x"}]</script>';

    expect(kindOf(`<head>${head}</head><h1>The bridge from above</h1>${paragraphs(EN)}`, '/2026/bridge')).toBe(
      'article',
    );
  });
});

const HEADLINES = [
  'Council votes for the repair of the harbour bridge',
  'Herring fleet leaves three weeks early this year',
  'Why the swimming hall will not open before autumn',
  'Ferry to the islands carries bicycles for nothing',
  'School choir wins the prize of the whole coast',
  'Storm tears the roof off the old customs house',
  'Library lends out telescopes for the dark season',
  'Market hall gets a second floor after long dispute',
  'A lighthouse keeper looks back on forty winters',
];
const teasers = HEADLINES.map(
  (title, at) => `<div><h3><a href="/2026/story-${at}">${title}</a></h3><p>${EN[at % 4]}</p></div>`,
).join('');

describe('a list of articles', () => {
  test.each(['/', '/section/city', '/kategorie/stadt', '/tag/bridge', '/2026/03/', '/page/2'])(
    'is a page of headlines and teasers: %s',
    (path) => {
      expect(kindOf(`<meta property="og:type" content="website"><h1>City</h1><main>${teasers}</main>`, path)).toBe(
        'listing',
      );
    },
  );

  test('is a section whose address is a word or two, when it has many headlines', () => {
    expect(kindOf(`<h1>Europe</h1><main>${teasers}${teasers}</main>`, '/world/europe')).toBe('listing');
  });

  test('is not a short piece of news above the headlines of others, whatever its section', () => {
    const html = `<h1>Council votes on the bridge</h1><article><p>${EN[0]}</p></article><section>${teasers}</section>`;

    expect(kindOf(html, '/topics/city/council-votes-on-the-bridge')).toBe('article');
    expect(kindOf(`<meta property="og:type" content="article">${html}`, '/topics/city/bridge')).toBe('article');
  });

  const post = (title: string, lines: readonly string[], href?: string) =>
    `<article class="post"><h2>${href === undefined ? title : `<a href="${href}">${title}</a>`}</h2><time datetime="2026-03-04">4 March</time>${paragraphs(lines)}</article>`;

  test.each([
    ['/', EN],
    ['/blog/', DE],
  ])('is a blog’s page with whole articles: %s', (path, lines) => {
    const html = `<title>Notes from the harbour</title><main>${post('The vote on the bridge', lines, '/a')}${post('A ferry for bicycles', lines, '/b')}</main>`;

    expect(kindOf(html, path)).toBe('listing');
  });

  test.each([
    ['its title', '<title>The vote on the bridge - Harbour Post</title>', undefined],
    ['its address', '<title>Harbour Post</title>', '/2026/bridge'],
  ])('is not an article with the next one below it; that one is told by %s and cut', (_, head, href) => {
    const draft = draftOf(
      `${head}<main>${post('The vote on the bridge', EN, href)}${post('Die Fähre fährt weiter', DE, '/b')}</main>`,
      '/2026/bridge',
    );

    expect(draft.kind).toBe('article');
    expect(draft.text.split('\n')).toEqual(EN);
  });

  test('is not an article above many headlines', () => {
    const html = `<h1>Council votes on the bridge</h1><article>${paragraphs([...EN, ...EN.map((line) => `Later: ${line}`)])}</article><section>${teasers}</section>`;

    expect(kindOf(html, '/news/council-votes-on-the-harbour-bridge')).toBe('article');
  });
});

const LISTING = `<h1>City</h1><main>${teasers}</main>`;

test('a list that a person asks to summarize is no article', async () => {
  const url = `${SITE}/section/city`;
  const answer = {
    kind: 'ok' as const,
    url,
    bytes: new TextEncoder().encode(LISTING),
    contentType: 'text/html; charset=utf-8',
  };
  const http = { fetch: async () => answer } as unknown as Parameters<typeof fetchPage>[1]['http'];

  expect(await fetchPage(url, { http, extract: async (page) => extractArticle(page.html, page.url) })).toEqual({
    problem: 'no-article',
    url,
  });
});

test('an item whose link leads to a list keeps its own text and address', () => {
  const url = `${SITE}/section/city`;
  const made = draftArticle({
    item: item({ title: 'Bridge vote', url, summary: 'The council voted for the repair.' }),
    feed: { title: 'Harbour Post', lang: 'en' },
    page: { html: LISTING, url },
  });

  expect(made).toMatchObject({
    kind: 'draft',
    fromFeed: true,
    draft: { kind: 'article', url, text: 'The council voted for the repair.' },
  });
});
