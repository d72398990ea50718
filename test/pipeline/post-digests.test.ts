import { expect, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { postDigests } from '../../src/pipeline/post-digests.ts';
import { newsroom } from '../digests/outbox.ts';

test('two runs of one digest that are claimed together post its stories once', async () => {
  const room = await newsroom();
  await room.article('News');
  for (const key of ['manual-1', 'manual-2'])
    await room.store.runs.open({ digestId: room.digest.id, key, dueAt: room.now, late: false, nextDueAt: undefined });

  await postDigests({
    ...room.deps(),
    store: room.store,
    log: silentLog,
    signal: new AbortController().signal,
  });

  expect(room.lines()).toEqual(['News']);
});
