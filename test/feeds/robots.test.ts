import { describe, expect, test } from 'vitest';
import { createRobots } from '../../src/feeds/robots.ts';
import type { Http, HttpOutcome } from '../../src/http.ts';

const text = (body: string): HttpOutcome => ({
  kind: 'ok',
  status: 200,
  url: '',
  bytes: Buffer.from(body),
  contentType: 'text/plain',
  etag: undefined,
  lastModified: undefined,
  maxAgeMs: undefined,
  permanentUrl: undefined,
});
const status = (code: number): HttpOutcome => ({
  kind: 'problem',
  problem: { problem: 'http-status', host: 'h', status: code },
});

function robots(answer: HttpOutcome, clock = { now: 0 }) {
  const asked: string[] = [];
  const fetch: Http['fetch'] = async ({ url }) => {
    asked.push(url);
    return answer;
  };
  return { asked, clock, ...createRobots({ fetch, now: () => clock.now }) };
}

describe('robots.txt', () => {
  test('keeps us from what it forbids everybody, and only from that', async () => {
    const { allows } = robots(text('User-agent: *\nDisallow: /private\nAllow: /private/open'));

    expect(await allows('https://harbour.example/private/1')).toBe(false);
    expect(await allows('https://harbour.example/private/open/1')).toBe(true);
    expect(await allows('https://harbour.example/news/1')).toBe(true);
  });

  test('may speak of this bot by its name', async () => {
    const { allows } = robots(text('User-agent: broadsheet\nDisallow: /\n\nUser-agent: *\nAllow: /'));

    expect(await allows('https://harbour.example/news/1')).toBe(false);
  });

  test.each<[string, HttpOutcome, boolean]>([
    ['is missing', status(404), true],
    ['is forbidden', status(403), true],
    ['is gone', { kind: 'gone', url: '' }, true],
    ['cannot be had because the server is in trouble', status(503), false],
    [
      'cannot be had because the host is not there',
      { kind: 'problem', problem: { problem: 'unreachable', host: 'h' } },
      true,
    ],
    ['is a web page', text('<html><p>Disallow: nothing</p></html>'), true],
  ])('that %s', async (_name, answer, allowed) => {
    expect(await robots(answer).allows('https://harbour.example/news/1')).toBe(allowed);
  });

  test('made to be slow is matched in no time, and forbids at least what it says', async () => {
    const rule = `Disallow: /${'*a'.repeat(200)}*b$`;
    const { allows } = robots(text(`User-agent: *\nAllow: /${'*a'.repeat(200)}\n${`${rule}\n`.repeat(3_000)}`));
    const startedAt = performance.now();

    expect(await allows(`https://harbour.example/${'a'.repeat(2_000)}`)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  test('is asked for once an hour and host', async () => {
    const { allows, asked, clock } = robots(text(''));

    await Promise.all([allows('https://a.example/1'), allows('https://a.example/2'), allows('https://b.example/1')]);
    clock.now = 3_600_001;
    await allows('https://a.example/3');

    expect(asked).toEqual([
      'https://a.example/robots.txt',
      'https://b.example/robots.txt',
      'https://a.example/robots.txt',
    ]);
  });
});
