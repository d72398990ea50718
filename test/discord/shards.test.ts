import { expect, test } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { silentLog } from '../../src/log.ts';

test.each([
  ['auto', { shards: 'auto' }],
  ['2', { shardCount: 2 }],
  ['3/16', { shards: [3], shardCount: 16 }],
  ['0-3/16', { shards: [0, 1, 2, 3], shardCount: 16 }],
])('SHARDS=%s', (shards, options) => {
  expect(createClient({ apiUrl: undefined, log: silentLog, shards }).options).toMatchObject(options);
});
