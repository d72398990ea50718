import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { createPool, type Pool } from '../src/pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
const filename = pathToFileURL(join(folder, 'tasks.mjs')).href;
writeFileSync(
  join(folder, 'tasks.mjs'),
  `export const double = (n) => n * 2;
export const hang = () => { for (;;); };
export const fail = () => { throw new Error('no such thing'); };`,
);

let pool: Pool;
afterEach(async () => pool.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a task that hangs is ended at its deadline, and the next one works', async () => {
  pool = createPool({ filename, maxThreads: 1 });

  const hung = pool.run('hang', undefined, { timeoutMs: 300 });
  const next = pool.run<number>('double', 21);

  expect((await hung).kind).toBe('failed');
  expect(await next).toEqual({ kind: 'done', value: 42 });
});

test('a task that waits for its turn does not use up its time', async () => {
  pool = createPool({ filename, maxThreads: 1 });
  await pool.run('double', 1);

  const first = pool.run('hang', undefined, { timeoutMs: 600 });
  const second = pool.run<number>('double', 4, { timeoutMs: 5_000 });
  const third = pool.run<number>('double', 5, { timeoutMs: 5_000 });

  expect((await first).kind).toBe('failed');
  expect([await second, await third]).toEqual([
    { kind: 'done', value: 8 },
    { kind: 'done', value: 10 },
  ]);
});

test('what a task throws is an outcome', async () => {
  pool = createPool({ filename });

  expect(await pool.run('fail', undefined)).toMatchObject({ kind: 'failed', error: { message: 'no such thing' } });
});
