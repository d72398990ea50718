import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../src/articles/decode-page.ts';
import { importList } from '../../src/feeds/import-list.ts';
import { parseFeed } from '../../src/feeds/parse.ts';
import { ARCHIVES, FEED, gzipBomb } from './archive-files.ts';

describe('where a feed, a list or a page should be, a file is called what it is', () => {
  test.each(Object.entries(ARCHIVES))('%s', (_name, [format, make]) => {
    const bytes = make();

    expect(parseFeed(bytes, {})).toMatchObject({ ok: false, error: `This is a ${format} file, not a feed.` });
    expect(importList(bytes)).toEqual({ problem: 'list-is-file', format });
    expect(decodePage(bytes, 'text/html')).toBeUndefined();
  });
});

describe('a file in gzip', () => {
  test('is read', () => {
    expect(parseFeed(gzipSync(FEED), {})).toMatchObject({ ok: true, feed: { items: [{ title: 'x' }] } });
    expect(importList(gzipSync('https://a.example/feed'))).toMatchObject({ entries: [{ kind: 'feed' }] });
  });

  test('cut short gives what arrived', () => {
    const items = Array.from({ length: 500 }, (_, at) => `<item><title>${at} ${Math.sin(at)}</title></item>`).join('');
    const packed = gzipSync(FEED.replace('<item>', `${items}<item>`));

    const parsed = parseFeed(packed.subarray(0, packed.length / 2), {});

    expect(parsed.ok && parsed.feed.items.length).toBeGreaterThan(100);
  });

  test('that holds a gigabyte is left alone', () => {
    const bomb = gzipBomb();

    expect(parseFeed(bomb, {})).toMatchObject({ ok: false, file: { format: 'GZIP', isTooLarge: true } });
    expect(importList(bomb)).toEqual({ problem: 'file-too-large', megabytes: 10 });
  });
});
