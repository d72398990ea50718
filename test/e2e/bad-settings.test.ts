// What an operator gets wrong: the process ends at once with one sentence for each mistake, and no stack.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBroadsheet } from '../../src/broadsheet.ts';
import { readConfig } from '../../src/config.ts';
import { OperatorError } from '../../src/errors.ts';
import { silentLog } from '../../src/log.ts';
import { startProcess } from '../helpers/bot-process.ts';
import { discordStandIn, TOKEN } from '../helpers/discord-stand-in.ts';

/** The start of a process on a busy machine. */
const PATIENCE = { timeout: 60_000 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the bot and waits for its end. */
async function endOf(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const process = startProcess('main.js', { cwd: folder, env });
  const code = await new Promise<number | null>((resolve) => process.child.on('close', resolve));
  return { code, said: process.log().trim() };
}

/** The sentence of the mistake that the bot does not start with, in this process; `endOf` shows what becomes of one. */
async function refusal(env: Readonly<Record<string, string>>): Promise<string> {
  const config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'news.db')}`, ...env });
  const starting = startBroadsheet({ config: { ...config, discordToken: TOKEN }, log: silentLog, ticking: false });
  const error = await starting.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(OperatorError);
  return (error as OperatorError).message;
}

test('every setting that does not fit has a line that says what to write', PATIENCE, async () => {
  const { code, said } = await endOf({ HTTP_PORT: 'eighty', FETCH_ALLOW: 'intranet', DISCORD_TOKEN: 'Bot abc.def' });

  expect(code).toBe(1);
  expect(said.split('\n').sort()).toEqual([
    'DISCORD_TOKEN: the value given (not shown) does not fit; write the token from the Bot page of the Discord Developer Portal alone, without "Bot" before it, or leave it out.',
    'FETCH_ALLOW: "intranet" does not fit; write host:port, host:* or a CIDR such as 10.0.0.0/8, or leave it out.',
    'HTTP_PORT: "eighty" does not fit; write a port from 0 to 65535, or leave it out.',
  ]);
});

test('a configured bot without a token says where to get one, or how to try without', PATIENCE, async () => {
  const { code, said } = await endOf({ DATABASE_URL: 'sqlite:news.db' });

  expect(code).toBe(1);
  expect(said).toBe(
    'DISCORD_TOKEN is missing: put the token from the Bot page of the Discord Developer Portal into .env, or run "npm run playground" to try Broadsheet without Discord.',
  );
});

test.each([
  ['a folder that is a file', 'file/news.db'],
  ['a file that is no database', 'file'],
])('a database path that cannot be opened: %s', PATIENCE, async (_, path) => {
  writeFileSync(
    join(folder, 'file'),
    'This is a text and no database, and long enough to be taken for one.'.repeat(20),
  );

  const said = await refusal({ DATABASE_URL: `sqlite:${join(folder, path)}`, DISCORD_TOKEN: TOKEN });

  expect(said).toMatch(
    new RegExp(
      `^The database ${join(folder, path)} cannot be opened \\(.+\\): check DATABASE_URL, that its folder can be written, and that the file is Broadsheet's\\.$`,
    ),
  );
});

test('a token that Discord refuses', PATIENCE, async () => {
  const standIn = await discordStandIn();
  const { code, said } = await endOf({
    DATABASE_URL: 'sqlite:news.db',
    DISCORD_API_URL: standIn.apiUrl,
    DISCORD_TOKEN: 'not-the-token',
  });
  await standIn.close();

  expect(code).toBe(1);
  expect(said).toBe(
    'Discord refuses the token: copy it again from the Bot page of the Discord Developer Portal (Reset Token shows a new one) and put it behind DISCORD_TOKEN.',
  );
});

test('a Discord that cannot be reached', PATIENCE, async () => {
  const standIn = await discordStandIn();
  await standIn.close();

  expect(await refusal({ DISCORD_API_URL: standIn.apiUrl, DISCORD_TOKEN: TOKEN })).toMatch(
    /^Discord cannot be reached at http:\/\/127\.0\.0\.1:\d+\/api \(.*ECONNREFUSED.*\): check the connection to the internet, and DISCORD_API_URL if it is set\.$/,
  );
});
