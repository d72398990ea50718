import { describe, expect, test } from 'vitest';
import { cleanBlocks } from '../../src/articles/clean-blocks.ts';
import { extractArticle } from '../../src/articles/extract.ts';
import { collectBlocks } from '../../src/articles/page-blocks.ts';
import { parsePage } from '../../src/articles/page-tree.ts';

const TEXT = [
  'The council met on Monday to talk about the old harbour bridge, and for once nobody left before the vote was taken.',
  'Eleven members voted for the repair and four against it; the money comes from the fund for the swimming hall.',
  'Work begins in May, when the herring fleet has left the harbour, and is to last until the end of the next winter.',
  'The ferry keeps running while the bridge is closed, the transport office said, and carries bicycles for nothing.',
];
const body = TEXT.map((line) => `<p>${line}</p>`).join('');

function draftOf(html: string, path = '/2026/harbour-bridge-vote') {
  const outcome = extractArticle(html, `https://harbourpost.example${path}`);
  if (outcome.kind === 'none') throw new Error(`no article: ${outcome.reason}`);
  return outcome.draft;
}

const linesOf = (html: string) =>
  cleanBlocks(collectBlocks(parsePage(`<main>${html}</main>`).root), '').map((block) => block.text);

describe('an article’s text is read', () => {
  test('where its page came in parts that a script moves to their places', () => {
    const page = `<title>Bridge vote</title><h1>Bridge vote</h1><div hidden id="S:0"><main>${body}</main></div>`;
    expect(draftOf(page).text.split('\n')).toEqual(TEXT);
  });

  test.each(['field field--label-hidden', 'relative overflow-hidden', 'hidden-title md:hidden prose'])(
    'in an element whose classes say how it is drawn: %s',
    (names) => {
      const page = `<h1>Bridge vote</h1><article><div class="${names.replace('hidden-title ', '')}">${body}</div></article>`;
      expect(collectBlocks(parsePage(page).root).filter((block) => block.isSuspect)).toEqual([]);
    },
  );

  test('and what a page hides stays hidden', () => {
    const page = `<main>${body}<div hidden id="form"><p>${TEXT[0]} Again.</p></div></main>`;
    expect(collectBlocks(parsePage(page).root).map((block) => block.text)).toEqual(TEXT);
  });
});

describe('of the lines of a text', () => {
  test('a label with a link to another article is cut, a sentence with a colon is not', () => {
    const kept = '<p>The mayor said: <a href="/m">bridges</a> are for everybody who has to cross the water.</p>';
    expect(linesOf(`${body}<p>Read more: <a href="/x">Five bridges that were closed</a></p>${kept}`)).toHaveLength(5);
  });

  test('a paragraph that is a link in capitals is cut, one that is none is not', () => {
    const shouted = 'FIVE THINGS TO KNOW ABOUT THE BRIDGE';
    expect(linesOf(`${body}<p><a href="/x">${shouted}</a></p>`)).toEqual(TEXT);
    expect(linesOf(`${body}<p>${shouted}</p>`)).toEqual([...TEXT, shouted]);
  });

  test('captions are cut unless they are most of it', () => {
    const caption = '<figure><img src="a.jpg"><figcaption>The bridge on a windy day in March.</figcaption></figure>';
    expect(linesOf(body + caption)).toEqual(TEXT);
    expect(linesOf(caption)).toEqual(['The bridge on a windy day in March.']);
  });

  test('a date and a byline above the first paragraph are cut', () => {
    expect(linesOf(`<p>March 4, 2026</p><p>By Ann Lee</p>${body}`)).toEqual(TEXT);
  });

  test('the line that parts two halves is kept', () => {
    expect(linesOf(`<p>${TEXT[0]}</p><p>___</p><p>${TEXT[1]}</p>`)).toEqual([TEXT[0], '___', TEXT[1]]);
  });

  test('a phrase of furniture is kept where there is no doubt of the block', () => {
    const blocks = collectBlocks(parsePage(`<main>${body}<p>Read the full review here.</p></main>`).root);
    expect(cleanBlocks(blocks, '')).toHaveLength(4);
    expect(cleanBlocks(blocks, '', new Set(blocks))).toHaveLength(5);
  });
});

describe('an article that shares its page', () => {
  const entry = (title: string, path: string, more: string) =>
    `<article class="post"><h2><a href="${path}">${title}</a></h2>${more}${body}</article>`;
  const front = (more: string) =>
    `<title>Harbour Post</title><meta name="author" content="Page Owner">
     <meta property="og:image" content="https://harbourpost.example/logo.png">
     <meta property="article:published_time" content="2020-01-01T00:00:00Z"><h1>Harbour Post</h1>
     ${entry('The bridge will be repaired', '/2026/bridge', more)}
     ${entry('The ferry keeps running', '/2026/ferry', '<time datetime="2026-03-05">5 March</time>')}`;

  test('has the author, date and picture of its own element', () => {
    const own =
      '<time datetime="2026-03-04T10:00:00Z">4 March</time><span class="byline">By Ann Lee</span><img src="/b.jpg">';
    expect(draftOf(front(own), '/2026/bridge')).toMatchObject({
      title: 'The bridge will be repaired',
      author: 'Ann Lee',
      publishedAt: Date.UTC(2026, 2, 4, 10),
      imageUrl: 'https://harbourpost.example/b.jpg',
    });
  });

  test('has none rather than the page’s', () => {
    const draft = draftOf(front('<time datetime="2026-03-04T10:00:00Z">4 March</time>'), '/2026/bridge');
    expect(draft).toMatchObject({ author: undefined, imageUrl: undefined, modifiedAt: undefined });
  });
});

test('a page that calls itself a collection is a list, whatever og:type says', () => {
  const teaser = (at: number) =>
    `<li><a href="/2026/story-${at}">The harbour bridge and what becomes of it, part ${at}</a></li>`;
  const list = Array.from({ length: 12 }, (_, at) => teaser(at)).join('');
  const page = (type: string) =>
    `<title>Harbour</title><meta property="og:type" content="article">
     <script type="application/ld+json">{"@type":"${type}","name":"Harbour"}</script><h1>Harbour</h1><ul>${list}</ul>`;
  expect(draftOf(page('CollectionPage'), '/harbour-news-and-views').kind).toBe('listing');
  expect(draftOf(page('WebPage'), '/harbour-news-and-views').kind).toBe('article');
});
