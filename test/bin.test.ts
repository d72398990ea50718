// The wrappers that npm runs: plain JavaScript, so that an old Node can say what it lacks.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startProcess } from './helpers/bot-process.ts';

const PATIENCE = { timeout: 60_000 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a wrapper on a Node that says it is that version. */
async function runOn(version: string, file: 'main.js' | 'cli.js', args: readonly string[] = []) {
  const preload = join(folder, 'older-node.mjs');
  writeFileSync(
    preload,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });
Object.defineProperty(process, 'version', { value: 'v${version}' });`,
  );
  const { child, log } = startProcess(file, {
    cwd: folder,
    args,
    env: { NODE_OPTIONS: `--import=${pathToFileURL(preload)}`, SHARDS: 'none' },
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said: log().trim() };
}

test.each([
  ['main.js', '20.19.5'],
  ['main.js', '22.22.0'],
  ['cli.js', '18.20.8'],
] as const)('bin/%s on Node %s says in one sentence what to do', PATIENCE, async (file, version) => {
  const { code, said } = await runOn(version, file);

  expect(code).toBe(1);
  expect(said).toBe(
    `Broadsheet needs Node 24 or newer and this is v${version}: run "npm ci" without --omit=optional (it brings a Node of its own), or install Node 24.`,
  );
});

test('on Node 24 and later the program itself starts', PATIENCE, async () => {
  const main = await runOn('24.0.0', 'main.js');
  const cli = await runOn('26.1.0', 'cli.js', ['no-such-verb']);

  // Its own words: a setting that does not fit, a verb that there is not.
  expect(main).toMatchObject({ code: 1, said: expect.stringContaining('SHARDS: "none" does not fit') });
  expect(cli).toMatchObject({ code: 2, said: expect.stringContaining('no-such-verb') });
});
