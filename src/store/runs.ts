import { type Selectable, sql } from 'kysely';
import type { DigestId, Run, RunId, RunState, RunStory } from '../digests/digest.ts';
import type { StoryId } from '../stories/story.ts';
import { atomically, type Db } from './atomic.ts';
import { claimOpenRuns } from './claims-sqlite.ts';
import { toJson } from './clean-text.ts';
import type { RunStore } from './contract.ts';
import type { RunTable } from './schema.ts';

export function runStore(db: Db): RunStore {
  return {
    open: (run) => atomically(db, (inner) => openRun(inner, run)),
    claimUnfinished: async (ask) => {
      const rows = await claimOpenRuns(db, ask);
      return withParts(db, rows);
    },
    renew: async (id, { attempts, until }) => {
      const { numUpdatedRows } = await db
        .updateTable('runs')
        .set({ leased_until: until })
        .where('id', '=', id)
        .where('attempts', '=', attempts)
        .where('state', 'in', ['due', 'rendered'])
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    saveRendered: (id, rendered) => atomically(db, (inner) => saveRendered(inner, id, rendered)),
    markTried: async (id, now) => {
      await db
        .updateTable('runs')
        .set({ first_tried_at: now })
        .where('id', '=', id)
        .where('first_tried_at', 'is', null)
        .execute();
    },
    savePageSent: async (id, page, messageId) => {
      await db
        .insertInto('run_messages')
        .values({ run_id: id, page, message_id: messageId })
        .onConflict((conflict) => conflict.columns(['run_id', 'page']).doNothing())
        .execute();
    },
    finish: (id, end) => atomically(db, (inner) => finishRun(inner, id, end)),
    retryAt: async (id, at, problem) => {
      await db.updateTable('runs').set({ try_at: at, leased_until: 0, problem }).where('id', '=', id).execute();
    },
    history: (digestId, limit) => history(db, digestId, limit),
    posted: (digestId, stories) => posted(db, digestId, stories),
    cursor: (digestId) => lastCursor(db, digestId),
  };
}

async function openRun(db: Db, run: Parameters<RunStore['open']>[0]): Promise<Run> {
  const { digestId, key, dueAt, late, nextDueAt } = run;
  await db
    .insertInto('runs')
    .values({
      digest_id: digestId,
      key,
      due_at: dueAt,
      late: Number(late),
      state: 'due',
      attempts: 0,
      try_at: dueAt,
      leased_until: 0,
    })
    .onConflict((conflict) => conflict.columns(['digest_id', 'key']).doNothing())
    .execute();
  // Only a time that has come moves on: an admin may have set another one meanwhile.
  await db
    .updateTable('digests')
    .set({ due_at: nextDueAt ?? null })
    .where('id', '=', digestId)
    .where('due_at', '<=', dueAt)
    .execute();
  const rows = await db
    .selectFrom('runs')
    .selectAll()
    .where('digest_id', '=', digestId)
    .where('key', '=', key)
    .execute();
  return (await withParts(db, rows))[0] as Run;
}

type Rendered = Parameters<RunStore['saveRendered']>[1];

async function saveRendered(db: Db, id: RunId, rendered: Rendered): Promise<readonly unknown[]> {
  const saved = await db
    .updateTable('runs')
    .set({ pages: toJson(rendered.pages), cursor: rendered.cursor ?? null, state: 'rendered' })
    .where('id', '=', id)
    .where('state', '=', 'due')
    .returning('pages')
    .executeTakeFirst();
  if (saved !== undefined) await insertStories(db, id, rendered.stories);
  const row = saved ?? (await db.selectFrom('runs').select('pages').where('id', '=', id).executeTakeFirst());
  return JSON.parse(row?.pages ?? '[]') as unknown[];
}

async function insertStories(db: Db, id: RunId, stories: readonly RunStory[]): Promise<void> {
  if (stories.length === 0) return;
  const heirs = await heirsOf(
    db,
    stories.map(({ storyId }) => storyId),
  );
  await db
    .insertInto('run_stories')
    .values(
      stories.map(({ storyId, articleIds, update }, position) => ({
        run_id: id,
        position,
        story_id: heirs.get(storyId) ?? storyId,
        article_ids: toJson(articleIds),
        is_update: Number(update),
      })),
    )
    .execute();
}

/** A story may have been merged while its digest was written: what is told of it is told of its heir. */
async function heirsOf(db: Db, stories: readonly StoryId[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'heir'])
    .where('id', 'in', [...stories])
    .where('heir', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, heir }) => [id, heir as number]));
}

async function finishRun(db: Db, id: RunId, end: Parameters<RunStore['finish']>[1]): Promise<void> {
  const { state, now, problem } = end;
  const run = await db
    .updateTable('runs')
    .set({ state, finished_at: now, leased_until: 0, problem: problem ?? null })
    .where('id', '=', id)
    .where('state', 'in', ['due', 'rendered'])
    .returning('digest_id')
    .executeTakeFirst();
  if (run === undefined) return;
  await db
    .updateTable('digests')
    .set({ last_run_at: now, last_problem: state === 'failed' ? (problem ?? null) : null })
    .where('id', '=', run.digest_id)
    .execute();
}

async function history(db: Db, digestId: DigestId, limit: number): Promise<Run[]> {
  const rows = await db
    .selectFrom('runs')
    .selectAll()
    .where('digest_id', '=', digestId)
    .orderBy('due_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return withParts(db, rows);
}

/** Runs that were sent, are about to be, or broke off after a page: their stories are not news to the channel any more. */
const told = sql<boolean>`(runs.state in ('rendered', 'sent')
  or exists (select 1 from run_messages m where m.run_id = runs.id))`;

async function posted(db: Db, digestId: DigestId, stories: readonly StoryId[]): Promise<RunStory[]> {
  if (stories.length === 0) return [];
  const rows = await db
    .selectFrom('run_stories')
    .innerJoin('runs', 'runs.id', 'run_stories.run_id')
    .selectAll('run_stories')
    .where('runs.digest_id', '=', digestId)
    .where('run_stories.story_id', 'in', [...new Set(stories)])
    .where(told)
    .orderBy('run_id', 'desc')
    .orderBy('position')
    .execute();
  return rows.map(toRunStory);
}

/**
 * An empty day was read as well, so a skipped run counts; not one that was left out for its age before anybody can have
 * seen it, and not one that failed unseen.
 */
async function lastCursor(db: Db, digestId: DigestId): Promise<number | undefined> {
  const row = await db
    .selectFrom('runs')
    .select((q) => q.fn.max<number | null>('cursor').as('cursor'))
    .where('digest_id', '=', digestId)
    .where(
      sql<boolean>`(${told} or (runs.state = 'skipped' and (runs.problem is null or runs.first_tried_at is not null)))`,
    )
    .executeTakeFirst();
  return row?.cursor ?? undefined;
}

async function withParts(db: Db, rows: readonly Selectable<RunTable>[]): Promise<Run[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const stories = await db
    .selectFrom('run_stories')
    .selectAll()
    .where('run_id', 'in', ids)
    .orderBy('run_id')
    .orderBy('position')
    .execute();
  const messages = await db.selectFrom('run_messages').selectAll().where('run_id', 'in', ids).orderBy('page').execute();
  return rows.map((row) => ({
    id: row.id as RunId,
    digestId: row.digest_id as DigestId,
    key: row.key,
    dueAt: row.due_at,
    late: row.late === 1,
    state: row.state as RunState,
    pages: JSON.parse(row.pages ?? '[]') as unknown[],
    messageIds: messages.filter((message) => message.run_id === row.id).map((message) => message.message_id),
    stories: stories.filter((story) => story.run_id === row.id).map(toRunStory),
    firstTriedAt: row.first_tried_at ?? undefined,
    attempts: row.attempts,
  }));
}

function toRunStory(row: { story_id: number; article_ids: string; is_update: number }): RunStory {
  return {
    storyId: row.story_id as StoryId,
    articleIds: JSON.parse(row.article_ids) as number[],
    update: row.is_update === 1,
  };
}
