import type { IncomingMessage, ServerResponse } from 'node:http';
import zlib from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { Http, HttpRequest } from '../src/http.ts';
import { httpFor, type LocalServer, NOW, startServer } from './http/servers.ts';

const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function site(answer: Answer): Promise<{ server: LocalServer; http: Http }> {
  const server = await startServer(answer);
  const http = httpFor([server.host]);
  opened.push(server, http);
  return { server, http };
}

const feed = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({ url, purpose: 'feed', ...more });
const reply = (status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): Answer => {
  return (_request, response) => {
    response.writeHead(status, headers).end(body);
  };
};

describe('an answer', () => {
  test('comes with its bytes, validators and age', async () => {
    const { server, http } = await site(
      reply(200, { etag: '"a"', 'last-modified': 'yesterday', 'cache-control': 'max-age=600', age: '60' }, 'hello'),
    );

    const outcome = await http.fetch(feed(`${server.url}/feed`));

    expect(outcome).toMatchObject({
      kind: 'ok',
      status: 200,
      url: `${server.url}/feed`,
      etag: '"a"',
      lastModified: 'yesterday',
      maxAgeMs: 540_000,
      permanentUrl: undefined,
    });
    expect(outcome.kind === 'ok' && Buffer.from(outcome.bytes).toString()).toBe('hello');
  });

  test('to a conditional request is "unchanged" when the server says 304', async () => {
    const { server, http } = await site((request, response) => {
      const known = request.headers['if-none-match'] === '"a"' && request.headers['if-modified-since'] === 'Monday';
      response.writeHead(known ? 304 : 200, { etag: '"a"' }).end();
    });

    const outcome = await http.fetch(feed(server.url, { etag: '"a"', lastModified: 'Monday' }));

    expect(outcome).toMatchObject({ kind: 'unchanged', etag: '"a"' });
  });

  test('of 410 is "gone", of 404 and 403 a problem with its status', async () => {
    const { server, http } = await site((request, response) => {
      response.writeHead(Number(request.url?.slice(1))).end('no');
    });

    expect(await http.fetch(feed(`${server.url}/410`))).toMatchObject({ kind: 'gone' });
    for (const status of [404, 403]) {
      expect(await http.fetch(feed(`${server.url}/${status}`))).toMatchObject({
        kind: 'problem',
        problem: { problem: 'http-status', status },
      });
    }
  });

  test.each([
    ['120', 120_000],
    // The clock of the tests stands at 12:00.
    ['Sun, 01 Mar 2026 12:05:00 GMT', 300_000],
  ])('with Retry-After: %s says when to come back', async (value, ms) => {
    const { server, http } = await site(reply(503, { 'retry-after': value }));

    expect(await http.fetch(feed(server.url))).toMatchObject({ kind: 'problem', retryAfterMs: ms });
  });

  test('is asked for with a user agent that names the bot and its contact', async () => {
    const { server, http } = await site((request, response) => response.end(request.headers['user-agent']));

    const outcome = await http.fetch(feed(server.url));

    expect(outcome.kind === 'ok' && Buffer.from(outcome.bytes).toString()).toMatch(
      /^Broadsheet\/\d\S* \(\+https:\/\/broadsheet\.example\)$/,
    );
  });

  test('may need a name and password, which stand in the address', async () => {
    const { server, http } = await site((request, response) => response.end(request.headers.authorization));

    const outcome = await http.fetch(feed(server.url.replace('http://', 'http://anna:s%20e@')));

    expect(outcome.kind === 'ok' && Buffer.from(outcome.bytes).toString()).toBe('Basic YW5uYTpzIGU=');
  });
});

describe('a body', () => {
  const text = Buffer.from('news '.repeat(1000));
  test.each([
    ['gzip', zlib.gzipSync(text)],
    ['br', zlib.brotliCompressSync(text)],
    ['zstd', zlib.zstdCompressSync(text)],
    ['deflate', zlib.deflateSync(text)],
  ])('in %s is unpacked', async (coding, packed) => {
    const { server, http } = await site(reply(200, { 'content-encoding': coding }, packed));

    const outcome = await http.fetch(feed(server.url));

    expect(outcome.kind === 'ok' && text.equals(outcome.bytes)).toBe(true);
  });

  test.each(['gzip', 'br', 'zstd'])('that %s blows up is left at the limit', async (coding) => {
    const zeros = Buffer.alloc(30_000_000);
    const pack = { gzip: zlib.gzipSync, br: zlib.brotliCompressSync, zstd: zlib.zstdCompressSync }[coding]!;
    const { server, http } = await site(reply(200, { 'content-encoding': coding }, pack(zeros)));

    const outcome = await http.fetch(feed(server.url, { maxBytes: 1_000_000 }));

    expect(outcome).toMatchObject({ kind: 'problem', problem: { problem: 'too-large', megabytes: 1 } });
  });

  test('cut short in the middle of gzip gives what arrived', async () => {
    const packed = zlib.gzipSync(text);
    const { server, http } = await site(
      reply(200, { 'content-encoding': 'gzip' }, packed.subarray(0, packed.length - 12)),
    );

    const outcome = await http.fetch(feed(server.url));

    expect(outcome.kind === 'ok' && Buffer.from(outcome.bytes).toString().slice(0, 4)).toBe('news');
  });

  test('that drips is ended by the deadline', async () => {
    const { server, http } = await site((_request, response) => {
      response.writeHead(200).write('a');
      const drip = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(drip));
    });

    const outcome = await http.fetch(feed(server.url, { timeoutMs: 150 }));

    expect(outcome).toMatchObject({ kind: 'problem', problem: { problem: 'timeout', host: server.host } });
  });
});

describe('a redirect', () => {
  const hops = (statuses: readonly number[]): Answer => {
    return (request, response) => {
      const at = Number(request.url?.slice(1));
      const status = statuses[at];
      if (status === undefined) response.end('there');
      else response.writeHead(status, { location: `/${at + 1}` }).end();
    };
  };

  test('that is permanent all the way is the new address', async () => {
    const { server, http } = await site(hops([301, 308]));

    expect(await http.fetch(feed(`${server.url}/0`))).toMatchObject({ kind: 'ok', permanentUrl: `${server.url}/2` });
  });

  test('with a temporary one in the chain is followed and not remembered', async () => {
    const { server, http } = await site(hops([301, 302]));

    expect(await http.fetch(feed(`${server.url}/0`))).toMatchObject({
      kind: 'ok',
      url: `${server.url}/2`,
      permanentUrl: undefined,
    });
  });

  test('is followed five times and no more', async () => {
    const { server, http } = await site(hops([302, 302, 302, 302, 302, 302]));

    expect(await http.fetch(feed(`${server.url}/1`))).toMatchObject({ kind: 'ok' });
    expect(await http.fetch(feed(`${server.url}/0`))).toMatchObject({ problem: { problem: 'too-many-redirects' } });
  });

  test('to another scheme is refused', async () => {
    const { server, http } = await site(reply(302, { location: 'file:///etc/passwd' }));

    expect(await http.fetch(feed(server.url))).toMatchObject({ problem: { problem: 'not-a-url' } });
  });

  test('to a private address is refused, even from an allowed host', async () => {
    const asked: string[] = [];
    const secret = await startServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('secret');
    });
    opened.push(secret);
    const { server, http } = await site(reply(302, { location: `${secret.url}/admin` }));

    expect(await http.fetch(feed(server.url))).toMatchObject({
      problem: { problem: 'private-address', host: secret.host },
    });
    expect(asked).toEqual([]);
  });
});

test.each(['file:///etc/passwd', 'ftp://example.org/feed', 'not an address', 'javascript:alert(1)', 'http://'])(
  '%s is not a web address',
  async (url) => {
    const http = httpFor([]);
    opened.push(http);

    expect(await http.fetch(feed(url))).toEqual({ kind: 'problem', problem: { problem: 'not-a-url', input: url } });
  },
);

test('a closed port is an unreachable host', async () => {
  const server = await startServer(() => {});
  await server.close();
  const http = httpFor([server.host]);
  opened.push(http);

  expect(await http.fetch(feed(server.url))).toMatchObject({ problem: { problem: 'unreachable', host: server.host } });
});

test('a caller who gives up gets his reason back', async () => {
  const { server, http } = await site(() => {});
  const stop = new AbortController();

  const fetching = http.fetch(feed(server.url, { signal: stop.signal }));
  stop.abort(new Error('shutting down'));

  await expect(fetching).rejects.toThrow('shutting down');
});

describe('a host that is not the operator’s own', () => {
  // A range lets the address through, but does not make the name one of the operator's.
  const startsApart = async (urgent: boolean, gapMs: number): Promise<number> => {
    const began: number[] = [];
    const server = await startServer((_request, response) => {
      began.push(performance.now());
      response.end();
    });
    const http = httpFor(['127.0.0.0/8', '::1/128'], { pace: { atOnce: 1, gapMs } });
    opened.push(server, http);
    const url = server.url.replace('127.0.0.1', 'localhost');
    await Promise.all([http.fetch(feed(url, { urgent })), http.fetch(feed(url, { urgent }))]);
    return began[1]! - began[0]!;
  };

  test('is asked one thing at a time, with a gap between', async () => {
    expect(await startsApart(false, 120)).toBeGreaterThan(90);
  });

  test('that has had too much of one of us is left alone by all, until its time is over', async () => {
    let asked = 0;
    const server = await startServer((_request, response) => {
      asked += 1;
      response.writeHead(429, { 'retry-after': '600' }).end();
    });
    let now = NOW;
    const http = httpFor(['127.0.0.0/8', '::1/128'], { pace: { atOnce: 1, gapMs: 0 }, now: () => now });
    opened.push(server, http);
    const url = server.url.replace('127.0.0.1', 'localhost');

    await http.fetch(feed(`${url}/a`));
    now += 60_000;
    const other = await http.fetch(feed(`${url}/b`));
    now += 600_000;
    await http.fetch(feed(`${url}/b`));

    expect(other).toMatchObject({ problem: { problem: 'http-status', status: 429 }, retryAfterMs: 540_000 });
    expect(asked).toBe(2);
  });

  test('is asked at once when somebody waits for the answer', async () => {
    expect(await startsApart(true, 60_000)).toBeLessThan(15_000);
  });
});
