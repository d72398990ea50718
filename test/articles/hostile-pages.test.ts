// Each page and text must be read, whatever comes out, in a fraction of the worker's deadline and a third of a gigabyte.

import { afterAll, describe, expect, test } from 'vitest';
import { draftArticle } from '../../src/articles/draft-article.ts';
import { startCli } from '../helpers/cli-child.ts';
import { item } from '../helpers/factories.ts';
import { isLongRun } from '../helpers/is-long-run.ts';
import { MORE_PAGES, PAGES, TEXTS } from './hostile-documents.ts';

describe.each([
  {
    verb: 'extract',
    documents: isLongRun ? [...PAGES, ...MORE_PAGES] : PAGES,
    line: (html: string) => ({ html, url: 'https://site.example/page' }),
  },
  { verb: 'clean', documents: TEXTS, line: (text: string) => ({ text }) },
])('$verb, of documents made to hurt,', ({ verb, documents, line }) => {
  const cli = startCli(verb);
  afterAll(() => cli.close());

  test.each(documents)('reads %s within two seconds', { timeout: 60_000 }, async (id, make) => {
    const { answer, ms } = await cli.ask({ id, ...line(make()) });

    expect(answer).toMatchObject({ id, text: expect.any(String) });
    expect(String(answer.title ?? '').length).toBeLessThan(10_000);
    expect(ms).toBeLessThan(2_000);
  });

  test.skipIf(process.platform !== 'linux')('and all of them leave the process under 300 MB', () => {
    expect(cli.peakMb()).toBeGreaterThan(50);
    expect(cli.peakMb()).toBeLessThan(300);
  });
});

describe('an item whose text is nothing but', () => {
  test.each(['<a', '</', '&a', 'a ', '. ', 'A. ', '[', '\n', '\u0301\u0316', '\ufdfa', 'http://a'])('%j', (unit) => {
    const content = unit.repeat(400_000 / unit.length);
    const told = item({ title: unit.repeat(1_000), author: unit.repeat(10_000), content });
    const startedAt = process.cpuUsage();

    const made = draftArticle({ item: told, feed: { title: unit.repeat(1_000), lang: 'en' }, page: undefined });

    const { user, system } = process.cpuUsage(startedAt);
    expect(made.kind).toBe('draft');
    expect((user + system) / 1000).toBeLessThan(2_000);
  });
});
