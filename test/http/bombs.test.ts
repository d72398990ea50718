// Bodies that are small on the way and large at the end, or not what their header says, read by a process of its own.

import { spawn } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gzipBomb } from '../feeds/archive-files.ts';
import { type LocalServer, startServer } from './servers.ts';

const RSS = '<rss><channel><title>Harbour</title></channel></rss>';
const MANY = Buffer.from(RSS.replace('</channel>', `${'<item><title>x</title></item>'.repeat(2_000)}</channel>`));
const ZEROS = Buffer.alloc(100_000_000);
const TOO_LARGE = { kind: 'problem', problem: { problem: 'too-large', megabytes: 10 } };
const GARBLED = { kind: 'problem', problem: { problem: 'garbled' } };
const READ = { kind: 'feed', title: 'Harbour' };

const coded = (coding: string, body: () => Buffer) => (response: ServerResponse) =>
  response.writeHead(200, { 'content-encoding': coding }).end(body());

/** What the server answers, and what is made of it. */
const ANSWERS: Readonly<Record<string, readonly [(response: ServerResponse) => void, object]>> = {
  'a gigabyte in gzip': [coded('gzip', gzipBomb), TOO_LARGE],
  'a gigabyte in gzip in gzip': [coded('gzip, gzip', () => zlib.gzipSync(gzipBomb())), TOO_LARGE],
  'a file in gzip that holds a gigabyte': [(response) => response.end(gzipBomb()), TOO_LARGE],
  'a file in gzip that holds a gigabyte, in gzip': [coded('gzip', () => zlib.gzipSync(gzipBomb())), TOO_LARGE],
  'zeros in Brotli': [coded('br', () => zlib.brotliCompressSync(ZEROS, FAST)), TOO_LARGE],
  'zeros in Zstandard': [coded('zstd', () => zlib.zstdCompressSync(ZEROS)), TOO_LARGE],
  'zeros in deflate': [coded('deflate', () => zlib.deflateSync(ZEROS)), TOO_LARGE],
  'zeros in raw deflate': [coded('deflate', () => zlib.deflateRawSync(ZEROS)), TOO_LARGE],
  'gzip of nothing, without end': [coded('gzip', () => many(zlib.gzipSync(''), 600_000)), TOO_LARGE],
  'a body without end': [pour, TOO_LARGE],
  'a feed in raw deflate': [coded('deflate', () => zlib.deflateRawSync(RSS)), READ],
  'a plain feed that is said to be gzip': [coded('gzip', () => Buffer.from(RSS)), READ],
  'a plain feed that is said to be zstd': [coded('zstd', () => Buffer.from(RSS)), READ],
  'a feed in gzip that comes byte by byte': [drip, READ],
  'a feed in gzip that nothing tells of': [(response) => response.end(zlib.gzipSync(RSS)), READ],
  'half a feed in gzip': [coded('gzip', () => zlib.gzipSync(MANY).subarray(0, 150)), READ],
  'a plain feed that is said to be Brotli': [coded('br', () => Buffer.from(RSS)), GARBLED],
  'gzip with damage in it': [coded('gzip', () => damaged(zlib.gzipSync(MANY))), GARBLED],
  'three codings': [coded('gzip, gzip, gzip', () => zlib.gzipSync(RSS)), GARBLED],
  'an empty body that is said to be gzip': [
    coded('gzip', () => Buffer.alloc(0)),
    { kind: 'problem', problem: { problem: 'not-a-feed' } },
  ],
};
const FAST = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } };

function many(part: Uint8Array, count: number): Buffer {
  return Buffer.concat(Array.from({ length: count }, () => part));
}

function damaged(packed: Buffer): Buffer {
  return Buffer.concat([packed.subarray(0, 30), Buffer.alloc(200, 0xff), packed.subarray(30)]);
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-encoding': 'gzip' });
  for (const byte of zlib.gzipSync(RSS)) response.write(Buffer.of(byte));
  response.end();
}

function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(1_000_000, 0x20);
  const next = (): void => {
    if (!response.destroyed && response.write(chunk)) setImmediate(next);
  };
  response.on('drain', next);
  next();
}

let server: LocalServer;
let readings: Record<string, unknown>[];
beforeAll(async () => {
  const names = Object.keys(ANSWERS);
  server = await startServer((request, response) => ANSWERS[names[Number(request.url?.slice(1))]!]![0](response));
  const urls = names.map((_, at) => `${server.url}/${at}`);
  const script = fileURLToPath(new URL('fetch-alone.ts', import.meta.url));
  const child = spawn(process.execPath, [script, ...urls], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = (await text(child.stdout)).trim().split('\n');
  readings = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}, 60_000);
afterAll(() => server.close());

describe('is read or left alone in less than two seconds and 300 MB', () => {
  test.each(Object.entries(ANSWERS).map(([name, [, expected]], at) => [name, expected, at] as const))(
    '%s',
    (_name, expected, at) => {
      expect(readings[at]).toMatchObject(expected);
      expect(readings[at]!.ms).toBeLessThan(2_000);
      expect(readings[at]!.peakMb).toBeLessThan(300);
    },
  );
});
