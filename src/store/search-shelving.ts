// Shelves as they fill: fresh articles are sorted by term onto a small shelf, and small shelves become larger ones, so
// that a search asks few shelves however many articles there are. Done in steps of some milliseconds, one with each
// article that is written; everything that a step needs to go on stands in the database.

import { CompiledQuery, sql } from 'kysely';
import { joinLists, type PostingList } from '../postings/posting-list.ts';
import { createShelf } from '../postings/shelf.ts';
import type { Db } from './atomic.ts';
import { fromBytes, readMarks, toBytes } from './search-bytes.ts';

/** Articles on a shelf of the lowest level, and how many shelves make one of the next. */
const FRESH = 128;
const SHELVES_A_LEVEL = [16, 16] as const;
/** Terms that a step of joining takes of all shelves together, and a step of clearing. */
const TERMS_A_STEP = 1600;
const ROWS_AN_INSERT = 100;

interface ShelfRow {
  readonly id: number;
  readonly state: string;
  readonly level: number;
  readonly size: number;
  readonly live: number;
  readonly low: number;
  readonly high: number;
  readonly upto: number;
  readonly newest: number;
  readonly made_of: string | null;
  readonly done_to: string | null;
}

/** Does what is most pressing, if anything is. */
export async function tendShelves(db: Db): Promise<void> {
  const { rows } = await sql<{ fresh: number | null }>`
    select (select max(id) from search_fresh) - (select min(id) from search_fresh) + 1 as fresh`.execute(db);
  if ((rows[0]?.fresh ?? 0) >= FRESH) return shelveFresh(db);
  const shelves = await db
    .selectFrom('search_shelves')
    .selectAll()
    .where((q) => q.or([q('state', '!=', 'ready'), q('level', '<', SHELVES_A_LEVEL.length)]))
    .orderBy('upto')
    .execute();
  const open = shelves.find(({ state }) => state === 'open');
  if (open !== undefined) return joinMore(db, open);
  const spent = shelves.find(({ state }) => state === 'spent');
  if (spent !== undefined) return clearMore(db, spent.id);
  const ready = shelves.filter(({ state }) => state === 'ready');
  for (const [level, enough] of SHELVES_A_LEVEL.entries()) {
    const parts = ready.filter((one) => one.level === level).slice(0, enough);
    if (parts.length === enough) return beginJoining(db, parts);
  }
}

async function shelveFresh(db: Db): Promise<void> {
  const rows = await db.selectFrom('search_fresh').selectAll().orderBy('id').limit(FRESH).execute();
  const shelf = createShelf();
  for (const row of rows) shelf.add({ id: row.article_id, minute: row.minute, marks: readMarks(row) });
  const upto = rows.at(-1)?.id ?? 0;
  const ids = rows.map((row) => row.article_id);
  const id = await insertShelf(db, {
    state: 'ready',
    level: 0,
    size: shelf.size,
    live: shelf.size,
    low: Math.min(...ids),
    high: Math.max(...ids),
    upto,
    newest: Math.max(...rows.map(({ minute }) => minute)),
    made_of: null,
  });
  await insertDocs(db, id, shelf.ids, shelf.minutes);
  const terms = [...shelf.terms()].sort();
  await insertLists(
    db,
    id,
    terms.map((term) => [term, shelf.list(term) as PostingList]),
  );
  await db.deleteFrom('search_fresh').where('id', '<=', upto).execute();
}

/** The order in which the database compares terms. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

async function insertShelf(db: Db, shelf: Omit<ShelfRow, 'id' | 'done_to'>): Promise<number> {
  const { id } = await db
    .insertInto('search_shelves')
    .values({ ...shelf, version: 0, done_to: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function insertDocs(db: Db, shelf: number, ids: Uint32Array, minutes: Uint32Array): Promise<void> {
  await db
    .insertInto('search_docs')
    .values({ shelf, ids: toBytes(ids), minutes: toBytes(minutes) })
    .execute();
}

/** As plain text: to build a query of thousands of values costs more than to carry it out. */
async function insertLists(db: Db, shelf: number, lists: readonly (readonly [string, PostingList])[]): Promise<void> {
  for (let from = 0; from < lists.length; from += ROWS_AN_INSERT) {
    const rows = lists.slice(from, from + ROWS_AN_INSERT);
    const places = rows.map(() => '(?, ?, ?, ?, ?)').join(', ');
    const values = rows.flatMap(([term, { count, last, bytes }]) => [shelf, term, count, last, bytes]);
    await db.executeQuery(
      CompiledQuery.raw(`insert into search_lists (shelf, term, count, last, bytes) values ${places}`, values),
    );
  }
}

async function beginJoining(db: Db, parts: readonly ShelfRow[]): Promise<void> {
  await insertShelf(db, {
    state: 'open',
    level: (parts[0] as ShelfRow).level + 1,
    size: parts.reduce((sum, { size }) => sum + size, 0),
    live: 0,
    low: 0,
    high: 0,
    upto: (parts.at(-1) as ShelfRow).upto,
    newest: 0,
    made_of: JSON.stringify(parts.map(({ id }) => id)),
  });
}

/** The next terms of a shelf that is being joined; after the last ones it takes the place of its parts. */
async function joinMore(db: Db, open: ShelfRow): Promise<void> {
  const ids = JSON.parse(open.made_of ?? '[]') as number[];
  const found = await db.selectFrom('search_shelves').selectAll().where('id', 'in', ids).orderBy('upto').execute();
  const from = open.done_to ?? '';
  const to = await farthest(db, ids, from, Math.ceil(TERMS_A_STEP / ids.length));
  const lists = new Map<string, { list: PostingList; base: number }[]>();
  let base = 0;
  for (const { id, size } of found) {
    await takeLists(db, { shelf: id, from, to }, base, lists);
    base += size;
  }
  const terms = [...lists.keys()].sort();
  await insertLists(
    db,
    open.id,
    terms.map((term) => [term, joinLists(lists.get(term) ?? [])]),
  );
  if (to === undefined) await finishJoining(db, open.id, found);
  else await db.updateTable('search_shelves').set({ done_to: to }).where('id', '=', open.id).execute();
}

/** The term up to which no shelf has more than `most`; undefined: the end. */
async function farthest(db: Db, shelves: readonly number[], from: string, most: number): Promise<string | undefined> {
  let nearest: string | undefined;
  for (const shelf of shelves) {
    const row = await db
      .selectFrom('search_lists')
      .select('term')
      .where('shelf', '=', shelf)
      .where('term', '>', from)
      .orderBy('term')
      .offset(most)
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined && (nearest === undefined || byBytes(row.term, nearest) < 0)) nearest = row.term;
  }
  return nearest;
}

async function takeLists(
  db: Db,
  { shelf, from, to }: { readonly shelf: number; readonly from: string; readonly to: string | undefined },
  base: number,
  into: Map<string, { list: PostingList; base: number }[]>,
): Promise<void> {
  const rows = await db
    .selectFrom('search_lists')
    .select(['term', 'count', 'last', 'bytes'])
    .where('shelf', '=', shelf)
    .where('term', '>', from)
    .$if(to !== undefined, (q) => q.where('term', '<=', to as string))
    .execute();
  for (const { term, ...list } of rows) {
    const known = into.get(term);
    if (known === undefined) into.set(term, [{ list, base }]);
    else known.push({ list, base });
  }
}

async function finishJoining(db: Db, id: number, parts: readonly ShelfRow[]): Promise<void> {
  const docs = await Promise.all(
    parts.map((part) =>
      db.selectFrom('search_docs').selectAll().where('shelf', '=', part.id).executeTakeFirstOrThrow(),
    ),
  );
  await insertDocs(
    db,
    id,
    join(docs.map(({ ids }) => fromBytes(ids))),
    join(docs.map(({ minutes }) => fromBytes(minutes))),
  );
  const live = parts.reduce((sum, part) => sum + part.live, 0);
  await db
    .updateTable('search_shelves')
    .set({
      state: live === 0 ? 'spent' : 'ready',
      live,
      low: Math.min(...parts.map(({ low }) => low)),
      high: Math.max(...parts.map(({ high }) => high)),
      newest: Math.max(...parts.map(({ newest }) => newest)),
      done_to: null,
      made_of: null,
    })
    .where('id', '=', id)
    .execute();
  await db
    .updateTable('search_shelves')
    .set({ state: 'spent' })
    .where(
      'id',
      'in',
      parts.map((part) => part.id),
    )
    .execute();
}

function join(parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Forgets a shelf that is no longer asked, some terms at a time. */
async function clearMore(db: Db, id: number): Promise<void> {
  const last = await farthest(db, [id], '', TERMS_A_STEP);
  await db
    .deleteFrom('search_lists')
    .where('shelf', '=', id)
    .$if(last !== undefined, (q) => q.where('term', '<=', last as string))
    .execute();
  if (last !== undefined) return;
  await db.deleteFrom('search_docs').where('shelf', '=', id).execute();
  await db.deleteFrom('search_shelves').where('id', '=', id).execute();
}
