import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discordStandIn, MEMBER } from '../helpers/discord-stand-in.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playground-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('what was said is there after a restart, and new ids go on from the old ones', async () => {
  const file = join(folder, 'chat.json');
  const before = await discordStandIn({ file });
  const said = before.person(MEMBER).send(before.channel('general').id, 'Good night');
  await before.close();

  const after = await discordStandIn({ file });
  const again = after.person(MEMBER).send(after.channel('general').id, 'Good morning');
  const messages = after.messages(after.channel('general').id);
  await after.close();

  expect(messages.map((message) => message.content)).toEqual(['Good night', 'Good morning']);
  expect(BigInt(again.id) > BigInt(said.id)).toBe(true);
  expect(await readdir(folder)).toEqual(['chat.json']);
});
