import { expect, test } from 'vitest';
import { keyItems } from '../../src/feeds/item-keys.ts';
import { parseFeed } from '../../src/feeds/parse.ts';
import { freshStore } from '../helpers/fresh-store.ts';

const URL = 'https://harbour.example/feed.xml';
const TEXTS = [
  '',
  'Read more',
  'The ferry stays in port until the fog has lifted.',
  'Fog on the river, ice on the quay. '.repeat(12),
];

/** The feed as it comes in one round: nothing but dates, guids and the ends of addresses differ from the last. */
function documentOf(round: number, address: (at: number, round: number) => string): Uint8Array {
  const items = Array.from({ length: 12 }, (_, at) => {
    const date = new Date(Date.UTC(2026, 2, 1, 0, round)).toUTCString();
    return `<item><title>News ${at % 6}</title><link>${address(at, round).replaceAll('&', '&amp;')}</link>
      <guid isPermaLink="false">${at}-${round}</guid><pubDate>${date}</pubDate><description>${TEXTS[at % 4]}${at % 4 === 3 ? at : ''}</description></item>`;
  });
  return Buffer.from(`<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>`);
}

test.each<[string, (at: number, round: number) => string]>([
  ['a tracker', (at, round) => `https://harbour.example/news/${at}?utm_campaign=r${round}`],
  ['an unknown parameter', (at, round) => `https://harbour.example/news/${at}?x=${round}`],
  ['a fragment', (at, round) => `https://harbour.example/news/${at}#r${round}`],
  ['a session in the path', (at, round) => `https://harbour.example/news/${at};jsessionid=A${round}`],
  ['more, after the number of the page', (at, round) => `https://harbour.example/news.php?id=${at}&cache=${round}`],
])(
  'a hundred rounds with new dates, guids and addresses ending in %s store every item once',
  async (_name, address) => {
    const store = await freshStore();
    const feed = await store.feeds.ensure(URL, 0);

    let stored = 0;
    for (let round = 0; round < 100; round += 1) {
      const parsed = parseFeed(documentOf(round, address), { url: URL });
      stored += await store.items.add(feed.id, keyItems(parsed.ok ? parsed.feed.items : [], URL), round);
    }

    expect(stored).toBe(12);
    await store.close();
  },
);
