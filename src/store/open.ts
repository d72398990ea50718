// From DATABASE_URL to a store, its tables made or brought up to date.

import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type CompiledQuery, Kysely } from 'kysely';
import { OperatorError } from '../errors.ts';
import type { Log } from '../log.ts';
import { articleStore, type ReadRows } from './articles.ts';
import { type Db, guarded, transact } from './atomic.ts';
import { dropClaims } from './claims-sqlite.ts';
import type { SearchStore, Store } from './contract.ts';
import { digestStore } from './digests.ts';
import { feedStore } from './feeds.ts';
import { guildStore } from './guilds.ts';
import { itemStore } from './items.ts';
import { holdLifeline } from './lifeline.ts';
import { liveStore } from './live.ts';
import { lookStore } from './looks.ts';
import { migrate } from './migrate.ts';
import { muteStore } from './mutes.ts';
import { NodeSqliteDialect } from './node-sqlite.ts';
import { openDatabase } from './open-database.ts';
import { runStore } from './runs.ts';
import type { Tables } from './schema.ts';
import { createSearcher } from './search-sqlite.ts';
import { SEARCH_LIMIT_MS, type SearchThread, startSearchThread } from './search-thread.ts';
import { sourceStore } from './sources.ts';
import { splitStore } from './splits.ts';
import { storyStore } from './stories.ts';
import { topicStore } from './topics.ts';

export async function openStore(databaseUrl: string, { log }: { readonly log?: Log } = {}): Promise<Store> {
  if (/^postgres(ql)?:/.test(databaseUrl))
    throw new OperatorError(
      'DATABASE_URL names a PostgreSQL database, and PostgreSQL comes with a later release: use sqlite:PATH until then.',
    );
  if (!databaseUrl.startsWith('sqlite:') || databaseUrl === 'sqlite:')
    throw new OperatorError(
      `DATABASE_URL is not a database's address: write sqlite:PATH, such as sqlite:data/state/broadsheet.db.`,
    );
  const path = databaseUrl.slice('sqlite:'.length);
  const database = openFile(path);
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
  try {
    await migrate(db as unknown as Kysely<unknown>);
    const store = path === ':memory:' ? inProcess(db, database) : await onDisk(db, path);
    log?.debug({ path }, 'the database is open');
    return store;
  } catch (error) {
    await db.destroy();
    if (database.isOpen) database.close();
    throw error instanceof OperatorError ? error : cannotOpen(path, error);
  }
}

function openFile(path: string): DatabaseSync {
  try {
    if (path !== ':memory:') makeFolder(dirname(resolve(path)));
    return openDatabase(path);
  } catch (error) {
    throw cannotOpen(path, error);
  }
}

/** One folder at a time: Node 24's recursive mkdir never returns where a file system refuses folders (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function cannotOpen(path: string, cause: unknown): OperatorError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new OperatorError(
    `The database ${path} cannot be opened (${reason}): check DATABASE_URL, that its folder can be written, and that the file is Broadsheet's.`,
    { cause },
  );
}

/** A database in memory has no second connection: its searches run here. For tests. */
function inProcess(db: Db, database: DatabaseSync): Store {
  const searcher = createSearcher(database);
  const ask: Ask = async (question) => searcher.answer(question, performance.now() + SEARCH_LIMIT_MS);
  return makeStore(db, ask, async () => undefined);
}

async function onDisk(db: Db, path: string): Promise<Store> {
  const lifeline = await holdLifeline(path, () => dropClaims(db));
  const thread = startSearchThread(path);
  return makeStore(db, thread.ask, async () => {
    await thread.close();
    lifeline.close();
  });
}

type Ask = SearchThread['ask'];

function searchStore(ask: Ask): SearchStore {
  return {
    candidates: ({ owners }, wanted) => ask({ kind: 'candidates', owners, ask: wanted }),
    marks: ({ owners }, wanted) => ask({ kind: 'marks', owners, ask: wanted }),
    languages: ({ owners }) => ask({ kind: 'languages', owners }),
    similar: ({ owners }, wanted) => ask({ kind: 'similar', owners, ...wanted }),
  };
}

function readApart(ask: Ask): ReadRows {
  return async <Row>({ sql, parameters }: CompiledQuery<Row>) =>
    (await ask({ kind: 'rows', sql, parameters: parameters as readonly SQLInputValue[] })) as readonly Row[];
}

function makeStore(db: Db, ask: Ask, closeRest: () => Promise<void>): Store {
  const search = searchStore(ask);
  const store: Store = {
    ...partsOf(guarded(db), search),
    articles: articleStore(guarded(db), readApart(ask)),
    transaction: (work) =>
      transact(db, (inner) =>
        work({
          ...partsOf(inner, search),
          transaction: () => Promise.reject(new Error('A transaction inside a transaction')),
          close: () => Promise.reject(new Error('A transaction cannot close the store')),
        }),
      ),
    close: async () => {
      await closeRest();
      await db.destroy();
    },
  };
  return store;
}

function partsOf(db: Db, search: SearchStore): Omit<Store, 'transaction' | 'close'> {
  return {
    engine: 'sqlite',
    feeds: feedStore(db),
    items: itemStore(db),
    sources: sourceStore(db),
    articles: articleStore(db),
    stories: storyStore(db),
    live: liveStore(db),
    topics: topicStore(db),
    digests: digestStore(db),
    runs: runStore(db),
    guilds: guildStore(db),
    mutes: muteStore(db),
    splits: splitStore(db),
    looks: lookStore(db),
    search,
  };
}
