import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { discordStandIn } from '../helpers/discord-stand-in.ts';
import { digest, NOON } from '../helpers/factories.ts';
import { runningBot } from '../helpers/running-bot.ts';

const CLAIM = { now: NOON, limit: 9, leaseMs: 60_000 };

test('a bot that starts beside another leaves it what it has claimed', { timeout: 30_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const databaseUrl = `sqlite:${join(folder, 'shared.db')}`;
  const first = await openStore(databaseUrl);
  const standIn = await discordStandIn();
  onTestFinished(async () => {
    await first.close();
    await standIn.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { id: digestId } = await first.digests.create(digest());
  await first.runs.open({ digestId, key: 'k', dueAt: NOON, late: false, nextDueAt: undefined });
  expect(await first.runs.claimUnfinished(CLAIM)).toHaveLength(1);

  const second = await runningBot(standIn, { databaseUrl, now: () => NOON });
  const claimed = await second.engine.store.runs.claimUnfinished(CLAIM);
  await second.stop();

  expect(claimed).toEqual([]);
});
