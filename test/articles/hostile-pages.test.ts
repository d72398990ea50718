// Each page and text must be read, whatever comes out, in a fraction of the worker's deadline and a third of a gigabyte.

import { afterAll, describe, expect, test } from 'vitest';
import { startCli } from '../helpers/cli-child.ts';
import { PAGES, TEXTS } from './hostile-documents.ts';

describe.each([
  { verb: 'extract', documents: PAGES, line: (html: string) => ({ html, url: 'https://site.example/page' }) },
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
