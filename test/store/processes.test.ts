// Several processes on one SQLite file, and one that is killed.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { Owner } from '../../src/scope.ts';
import { openStore } from '../../src/store/open.ts';
import { digest, item, NOON, TANUKI } from '../helpers/factories.ts';
import { addSource } from './contract.ts';

function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'b.db');
}

function write(path: string, work: string, owner: string, count: number): ChildProcess {
  const script = join(import.meta.dirname, 'writer.ts');
  return spawn(process.execPath, [script, `sqlite:${path}`, work, owner, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('two processes that read and write the same row lose nothing', async () => {
  const path = freshFile();
  const store = await openStore(`sqlite:${path}`);
  await store.guilds.saveSettings('7' as Owner, { timezone: '0', language: undefined });

  const children = [write(path, 'count', '7', 150), write(path, 'count', '7', 150)];
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));

  expect(codes).toEqual([0, 0]);
  expect((await store.guilds.settings('7' as Owner)).timezone).toBe('300');
  await store.close();
});

test('a process killed while it writes leaves a sound database with all that it had confirmed', async () => {
  const path = freshFile();
  const child = write(path, 'items', 'tanuki', 100_000);
  let told = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    if (told.split('\n').length > 60) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const confirmed = told.split('\n').length - 1;

  const store = await openStore(`sqlite:${path}`);
  const source = await addSource(store, TANUKI, 'https://tanuki.example/feed');
  const pending = await store.items.countPending({ owners: [TANUKI] });
  await store.close();

  expect(source.url).toBe('https://tanuki.example/feed');
  expect(pending).toBeGreaterThanOrEqual(3 * confirmed);
  expect(pending % 3).toBe(0);
  const database = new DatabaseSync(path);
  expect(database.prepare('pragma integrity_check').all()).toMatchObject([{ integrity_check: 'ok' }]);
  database.close();
});

test('the claims of the dead are free at the next start, those of the living are not', async () => {
  const path = freshFile();
  const claims = async () => {
    const store = await openStore(`sqlite:${path}`);
    const ask = { now: NOON, limit: 9, leaseMs: 1000 };
    const [feeds, items, runs] = [
      await store.feeds.claimDue(ask),
      await store.items.claimPending(ask),
      await store.runs.claimUnfinished(ask),
    ];
    return { store, counts: [feeds.length, items.length, runs.length] };
  };
  const first = await openStore(`sqlite:${path}`);
  const { feedId } = await addSource(first, TANUKI);
  await first.items.add(feedId, [{ item: item(), keys: ['a'] }], NOON);
  const made = await first.digests.create(digest());
  await first.runs.open({ digestId: made.id, key: 'k', dueAt: NOON, late: false, nextDueAt: undefined });
  const living = await claims();

  const beside = await claims();
  expect([living.counts, beside.counts]).toEqual([
    [1, 1, 1],
    [0, 0, 0],
  ]);

  for (const store of [first, living.store, beside.store]) await store.close();
  const after = await claims();
  expect(after.counts).toEqual([1, 1, 1]);
  await after.store.close();
});
