import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { OperatorError } from '../../src/errors.ts';
import { MIGRATIONS, migrate } from '../../src/store/migrate.ts';
import { NodeSqliteDialect } from '../../src/store/node-sqlite.ts';
import { openStore } from '../../src/store/open.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { NOON, TANUKI } from '../helpers/factories.ts';

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function failure(url: string): Promise<string> {
  const error = await openStore(url).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OperatorError);
  return (error as OperatorError).message;
}

test('the folder of the database is made', async () => {
  const path = join(freshFolder(), 'a', 'b', 'c.db');

  const store = await openStore(`sqlite:${path}`);
  await store.guilds.saveSettings(TANUKI, { timezone: 'Asia/Tokyo', language: 'ja' });
  await store.close();

  const again = await openStore(`sqlite:${path}`);
  expect(await again.guilds.settings(TANUKI)).toEqual({ timezone: 'Asia/Tokyo', language: 'ja' });
  await again.close();
});

test.each([
  ['a folder is in its place', (folder: string) => folder],
  ['a file is where its folder should be', (folder: string) => join(folder, 'file', 'b.db')],
  ['the file is something else', (folder: string) => join(folder, 'file')],
])('%s: one sentence with the path and what to check', async (_, pathIn) => {
  const folder = freshFolder();
  writeFileSync(
    join(folder, 'file'),
    'This is no database, but it is long enough to be looked at as one by its header.'.repeat(20),
  );

  const message = await failure(`sqlite:${pathIn(folder)}`);

  expect(message).toContain(pathIn(folder));
  expect(message).toContain('DATABASE_URL');
  expect(message).not.toContain('\n');
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is told', async () => {
  const folder = join(freshFolder(), 'locked');
  mkdirSync(folder);
  chmodSync(folder, 0o500);

  expect(await failure(`sqlite:${join(folder, 'b.db')}`)).toContain('can be written');
});

test.skipIf(process.platform !== 'linux')('a file system that refuses folders is told, not waited for', async () => {
  expect(await failure('sqlite:/proc/broadsheet/b.db')).toContain('/proc/broadsheet');
});

test('PostgreSQL is told to come later, and what is no address is told as such', async () => {
  expect(await failure('postgres://localhost/news')).toContain('later release');
  expect(await failure('mysql://localhost/news')).toContain('sqlite:PATH');
  expect(await failure('sqlite:')).toContain('sqlite:PATH');
});

test('a database of a newer version is not touched', async () => {
  const path = join(freshFolder(), 'b.db');
  const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(openDatabase(path)) });
  await migrate(db, { ...MIGRATIONS, '9999-from-the-future': { up: async () => undefined } });
  await db.destroy();

  expect(await failure(`sqlite:${path}`)).toMatch(/newer version.*9999-from-the-future/);
});

test('opening again changes nothing', async () => {
  const path = join(freshFolder(), 'b.db');
  const schema = () => {
    const database = new DatabaseSync(path);
    const rows = database.prepare('select name, sql from sqlite_master order by name').all();
    database.close();
    return rows.map(({ name, sql: text }) => `${name}: ${text}`);
  };
  await (await openStore(`sqlite:${path}`)).close();
  const first = schema();

  await (await openStore(`sqlite:${path}`)).close();

  expect(first.length).toBeGreaterThan(40);
  expect(schema()).toEqual(first);
});

test('a migration that fails leaves the database as it was', async () => {
  const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(openDatabase(':memory:')) });
  await migrate(db);
  const failing = {
    ...MIGRATIONS,
    '9999-half': {
      up: async (inside: Kysely<unknown>) => {
        await sql`create table half (id integer)`.execute(inside);
        throw new Error('Half way');
      },
    },
  };

  await expect(migrate(db, failing)).rejects.toThrow('Half way');

  const tables = await db.introspection.getTables();
  expect(tables.map(({ name }) => name)).not.toContain('half');
  await migrate(db);
  await db.destroy();
});

test('an object among the parameters is refused: SQLite would take it for named ones and lose a value', async () => {
  const db = new Kysely<{ t: { a: unknown; b: unknown } }>({
    dialect: new NodeSqliteDialect(openDatabase(':memory:')),
  });
  await sql`create table t (a, b)`.execute(db);

  for (const value of [new Date(NOON), { a: 1 }, [1], Symbol('x')])
    await expect(db.insertInto('t').values({ a: value, b: 1 }).execute()).rejects.toThrow(/parameter must be/);
  await db
    .insertInto('t')
    .values({ a: true, b: new Uint8Array([1]) })
    .execute();

  expect(await db.selectFrom('t').selectAll().execute()).toEqual([{ a: 1, b: new Uint8Array([1]) }]);
  await db.destroy();
});
