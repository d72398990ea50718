import { afterEach, describe, expect, test } from 'vitest';
import { createGuard } from '../../src/http/guard.ts';
import type { Http, Purpose } from '../../src/http.ts';
import { httpFor, type LocalServer, startServer } from './servers.ts';

let server: LocalServer;
let http: Http;
let asked: number;

async function begin(allow: (host: string, port: string) => string[]): Promise<string> {
  asked = 0;
  server = await startServer((_request, response) => {
    asked += 1;
    response.end('inside');
  });
  const port = server.host.split(':')[1]!;
  http = httpFor(allow(server.host, port));
  return port;
}

afterEach(async () => {
  await http?.close();
  await server?.close();
});

const get = (host: string, port: string, purpose: Purpose = 'feed') =>
  http.fetch({ url: `http://${host}:${port}/`, purpose, timeoutMs: 3_000 });

describe('without FETCH_ALLOW', () => {
  test('no spelling of a private address reaches the server', async () => {
    const port = await begin(() => []);
    const spellings =
      '127.0.0.1 127.1 127.0.1 2130706433 0x7f.1 0x7f000001 0177.0.0.1 127.0.0.1. [::1] [::ffff:127.0.0.1] [::ffff:7f00:1] 0.0.0.0 ①②⑦.0.0.1 localhost localhost. LOCALHOST a.localhost';

    for (const spelling of spellings.split(' ')) {
      expect(await get(spelling, port), spelling).toMatchObject({ problem: { problem: 'private-address' } });
    }
    expect(asked).toBe(0);
  });

  test.each([
    'http://10.0.0.1/',
    'http://172.16.3.4/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://255.255.255.255/',
    'http://224.0.0.1/',
  ])('%s is refused', (url) => {
    expect(createGuard([]).refuses(new URL(url))).toBe(true);
  });

  test.each(['http://93.184.215.14/', 'https://[2606:4700::1111]/', 'http://example.org/'])('%s is not', (url) => {
    expect(createGuard([]).refuses(new URL(url))).toBe(false);
  });
});

describe('FETCH_ALLOW', () => {
  test.each([
    ['a host and port', (host: string) => [host]],
    ['a host and any port', () => ['127.0.0.1:*']],
    ['a range', () => ['127.0.0.0/8']],
  ])('lets through what it names: %s', async (_name, allow) => {
    const port = await begin(allow);

    expect(await get('127.0.0.1', port)).toMatchObject({ kind: 'ok' });
  });

  test('by a name lets that name through, whatever it resolves to', async () => {
    const port = await begin((_host, p) => [`localhost:${p}`]);

    expect(await get('localhost', port)).toMatchObject({ kind: 'ok' });
  });

  test('for one port leaves the others closed', async () => {
    const port = await begin((_host, p) => [`127.0.0.1:${Number(p) + 1}`]);

    expect(await get('127.0.0.1', port)).toMatchObject({ problem: { problem: 'private-address' } });
    expect(asked).toBe(0);
  });

  test('never helps an address that a person typed', async () => {
    const port = await begin(() => ['127.0.0.0/8', 'localhost:*']);

    for (const host of ['127.0.0.1', 'localhost']) {
      expect(await get(host, port, 'person')).toMatchObject({ problem: { problem: 'private-address' } });
    }
    expect(asked).toBe(0);
  });

  test.each(['localhost', '10.0.0.0/99', 'host:port'])('with the entry %s is an error for the operator', (entry) => {
    expect(() => createGuard([entry])).toThrow(/^FETCH_ALLOW: /);
  });
});
