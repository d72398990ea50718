import type { Insertable, Selectable } from 'kysely';
import type { Digest, DigestId, Schedule, Style } from '../digests/digest.ts';
import type { Owner } from '../scope.ts';
import type { TopicId } from '../topics/topic.ts';
import type { Db } from './atomic.ts';
import { toJson } from './clean-text.ts';
import type { DigestStore } from './contract.ts';
import type { DigestTable } from './schema.ts';

export function digestStore(db: Db): DigestStore {
  return {
    create: (digest) => createDigest(db, digest),
    get: async (owner, id) => {
      const row = await db
        .selectFrom('digests')
        .selectAll()
        .where('owner', '=', owner)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toDigest(row);
    },
    byId: async (id) => {
      const row = await db.selectFrom('digests').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toDigest(row);
    },
    list: async (owner) =>
      (await db.selectFrom('digests').selectAll().where('owner', '=', owner).orderBy('id').execute()).map(toDigest),
    update: async (owner, id, change) => {
      const columns = toColumns(change);
      if (Object.keys(columns).length === 0) return;
      await db.updateTable('digests').set(columns).where('owner', '=', owner).where('id', '=', id).execute();
    },
    remove: async (owner, id) => {
      await db.deleteFrom('digests').where('owner', '=', owner).where('id', '=', id).execute();
    },
    count: async (owner) => {
      const { n } = await db
        .selectFrom('digests')
        .select((q) => q.fn.countAll<number>().as('n'))
        .where('owner', '=', owner)
        .executeTakeFirstOrThrow();
      return n;
    },
    due: async (now) =>
      (
        await db
          .selectFrom('digests')
          .selectAll()
          .where('due_at', '<=', now)
          .where('paused', '=', 0)
          .orderBy('due_at')
          .orderBy('id')
          .execute()
      ).map(toDigest),
    nextDueAt: async () => {
      const row = await db
        .selectFrom('digests')
        .select('due_at')
        .where('due_at', 'is not', null)
        .where('paused', '=', 0)
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst();
      return row?.due_at ?? undefined;
    },
  };
}

export function toDigest(row: Selectable<DigestTable>): Digest {
  return {
    id: row.id as DigestId,
    owner: row.owner as Owner,
    name: row.name,
    channelId: row.channel_id,
    topics: JSON.parse(row.topics) as TopicId[],
    schedule: JSON.parse(row.schedule) as Schedule,
    stories: row.stories,
    style: row.style as Style,
    pingRoleId: row.ping_role_id ?? undefined,
    silent: row.silent === 1,
    thread: row.thread as Digest['thread'],
    publish: row.publish === 1,
    ifEmpty: row.if_empty as Digest['ifEmpty'],
    paused: row.paused === 1,
    createdAt: row.created_at,
    dueAt: row.due_at ?? undefined,
    lastRunAt: row.last_run_at ?? undefined,
    lastProblem: row.last_problem ?? undefined,
  };
}

async function createDigest(db: Db, digest: Parameters<DigestStore['create']>[0]): Promise<Digest> {
  const row = await db
    .insertInto('digests')
    .values({ ...(toColumns(digest) as Insertable<DigestTable>), owner: digest.owner, created_at: digest.createdAt })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toDigest(row);
}

const COLUMN_OF = {
  name: 'name',
  channelId: 'channel_id',
  topics: 'topics',
  schedule: 'schedule',
  stories: 'stories',
  style: 'style',
  pingRoleId: 'ping_role_id',
  silent: 'silent',
  thread: 'thread',
  publish: 'publish',
  ifEmpty: 'if_empty',
  paused: 'paused',
  dueAt: 'due_at',
  lastRunAt: 'last_run_at',
  lastProblem: 'last_problem',
} as const satisfies Record<string, keyof DigestTable>;

/** A field that is there and undefined empties its column. */
function toColumns(change: Parameters<DigestStore['update']>[2]): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(COLUMN_OF)
      .filter(([field]) => field in change)
      .map(([field, column]) => [column, toColumn(change[field as keyof typeof change])]),
  );
}

function toColumn(value: unknown): string | number | null {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' || typeof value === 'number' ? value : toJson(value);
}
