import { afterAll, describe, expect, test } from 'vitest';
import { parseFeed } from '../../src/feeds/parse.ts';
import { startCli } from '../helpers/cli-child.ts';
import { isLongRun } from '../helpers/is-long-run.ts';
import { ARCHIVES, gzipBomb } from './archive-files.ts';
import { HOSTILE, MORE_HOSTILE } from './hostile-documents.ts';

const cli = startCli('parse-feed');
afterAll(() => cli.close());

const archives = Object.entries(ARCHIVES).map(([name, [, make]]) => [name, make] as const);
const documents = [
  ...Object.entries(isLongRun ? { ...HOSTILE, ...MORE_HOSTILE } : HOSTILE),
  ...archives,
  ['a gigabyte in gzip', gzipBomb] as const,
];

describe('a document made to hurt is over in two seconds', () => {
  test.each(documents)('%s', async (id, make) => {
    const bytes = Buffer.from(make()).toString('base64');

    const { answer, ms } = await cli.ask({ id, bytes, url: 'https://harbour.example/feed' });

    expect(ms).toBeLessThan(2_000);
    expect(answer).toMatchObject({ id, ok: expect.any(Boolean) });
    expect(Array.isArray(answer.items) ? answer.items.length : String(answer.error).length).toBeLessThanOrEqual(10_000);
  });

  test.skipIf(process.platform !== 'linux')('and all of them leave the process under 300 MB', () => {
    expect(cli.peakMb()).toBeGreaterThan(50);
    expect(cli.peakMb()).toBeLessThan(300);
  });

  test('after which a good feed is read', async () => {
    const bytes = Buffer.from('<rss><channel><item><title>x</title></item></channel></rss>').toString('base64');

    const { answer } = await cli.ask({ id: 1, bytes });

    expect(answer).toEqual({ id: 1, ok: true, items: [{ title: 'x' }] });
  });
});

test('a name of a prototype is a name like another', () => {
  parseFeed(Buffer.from(HOSTILE['JSON that names prototypes']!()), {});

  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
