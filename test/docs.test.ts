// Fails when the documentation no longer says what the code does.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { SETTINGS } from '../src/config.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('settings', () => {
  test.each(SETTINGS)('%s is explained in .env.example and in the README', (name) => {
    expect(read('.env.example')).toMatch(new RegExp(`^(# )?${name}=`, 'm'));
    expect(read('README.md')).toContain(`\`${name}\``);
  });

  test('.env.example names no setting that there is not', () => {
    const named = [...read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);

    expect(named.filter((name) => !(SETTINGS as readonly string[]).includes(name as string))).toEqual([]);
  });
});

describe('commands', () => {
  test('every command is in the README', () => {
    const readme = read('README.md');
    const missing = commands.map(({ data }) => data.name).filter((name) => !readme.includes(name));

    expect(missing).toEqual([]);
  });

  test('every file of commands/ is in the list that is registered', () => {
    const index = read('commands/index.ts');
    const files = globSync('commands/*.ts', { cwd: root }).map((file) => basename(file, '.ts'));

    expect(files.filter((file) => file !== 'index' && !index.includes(`./${file}.ts`))).toEqual([]);
  });
});

test('every file that ARCHITECTURE.md sends a reader to is there', () => {
  const named = [...read('ARCHITECTURE.md').matchAll(/`((?:src|data|test|bin)\/[\w./-]*\.\w+|commands\/)`/g)].map(
    ([, path]) => path as string,
  );

  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
