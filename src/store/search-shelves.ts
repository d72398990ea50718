// The shelves as a search reads them: what is on them stays, so that much of it is kept between searches.

import type { DatabaseSync } from 'node:sqlite';
import type { PostingList } from '../postings/posting-list.ts';
import { createShelf, type OpenShelf, type Shelf } from '../postings/shelf.ts';
import { fromBytes, readMarks } from './search-bytes.ts';

export interface ShelfReader {
  /** Newest first. */
  shelves(): readonly StoredShelf[];
}

export interface StoredShelf extends Shelf {
  /** For each of the terms; one question for all of them. */
  lists(terms: readonly string[]): Lists;
  /** Terms between the two (the second left out) and how many articles hold each. */
  range(from: string, to: string): Iterable<TermCount>;
}

export interface TermCount {
  readonly term: string;
  readonly count: number;
}

export type Lists = readonly (PostingList | undefined)[];

interface Docs {
  readonly version: number;
  readonly ids: Uint32Array;
  readonly minutes: Uint32Array;
}

export function createShelfReader(database: DatabaseSync): ShelfReader {
  const ready = database.prepare(
    `select id, size, newest, version from search_shelves where state = 'ready' order by upto desc`,
  );
  const docsOf = database.prepare('select ids, minutes from search_docs where shelf = ?');
  const listOf = database.prepare('select count, last, bytes from search_lists where shelf = ? and term = ?');
  // One by one, a search of fifty terms asks SQLite a thousand questions, most of them for nothing.
  const listsOf = database.prepare(
    `select asked.key as place, count, last, bytes from json_each(?) as asked
      cross join search_lists where shelf = ? and term = asked.value`,
  );
  const listsFor = (id: number, terms: readonly string[]): Lists => {
    const lists: (PostingList | undefined)[] = terms.map(() => undefined);
    for (const { place, ...list } of listsOf.iterate(
      JSON.stringify(terms),
      id,
    ) as Iterable<unknown> as Iterable<ListRow>)
      lists[place] = list;
    return lists;
  };
  const termsIn = database.prepare(
    'select term, count from search_lists where shelf = ? and term >= ? and term < ? order by term',
  );
  const fresh = createFresh(database);
  let kept = new Map<number, Docs>();

  const docs = (id: number, version: number): Docs => {
    const known = kept.get(id);
    if (known?.version === version) return known;
    const row = docsOf.get(id) as { ids: Uint8Array; minutes: Uint8Array };
    return { version, ids: fromBytes(row.ids), minutes: fromBytes(row.minutes) };
  };
  return {
    shelves() {
      const rows = ready.all() as unknown as { id: number; size: number; newest: number; version: number }[];
      const now = new Map(rows.map(({ id, version }) => [id, docs(id, version)]));
      kept = now;
      const stored = rows.map(
        ({ id, size, newest }): StoredShelf => ({
          size,
          newest,
          ids: (now.get(id) as Docs).ids,
          minutes: (now.get(id) as Docs).minutes,
          list: (term) => listOf.get(id, term) as PostingList | undefined,
          lists: (terms) => (terms.length === 0 ? [] : listsFor(id, terms)),
          range: (from, to) => termsIn.iterate(id, from, to) as Iterable<unknown> as Iterable<TermCount>,
        }),
      );
      const first = fresh.read();
      return first.size === 0 ? stored : [first, ...stored];
    },
  };
}

/** The fresh articles as a shelf: what has come is added, and it is made again only when some have gone. */
function createFresh(database: DatabaseSync): { read(): StoredShelf } {
  const state = database.prepare('select max(id) as last, count(*) as count from search_fresh');
  const rows = database.prepare(
    'select id, article_id, minute, terms, marks from search_fresh where id > ? order by id',
  );
  let shelf = createShelf();
  let upto = 0;
  const add = (): void => {
    for (const row of rows.iterate(upto) as Iterable<unknown> as Iterable<FreshRow>) {
      shelf.add({ id: row.article_id, minute: row.minute, marks: readMarks(row) });
      upto = row.id;
    }
  };
  return {
    read() {
      const { last, count } = state.get() as { last: number | null; count: number };
      if ((last ?? 0) > upto) add();
      if (shelf.size !== count || (last ?? 0) !== upto) {
        shelf = createShelf();
        upto = 0;
        add();
      }
      const { size, newest, ids, minutes, list } = shelf;
      return {
        size,
        newest,
        ids,
        minutes,
        list,
        lists: (terms) => terms.map(list),
        range: (from, to) => rangeOf(shelf, from, to),
      };
    },
  };
}

function* rangeOf(shelf: OpenShelf, from: string, to: string): Iterable<TermCount> {
  for (const term of shelf.terms()) {
    if (term >= from && term < to) yield { term, count: shelf.list(term)?.count ?? 0 };
  }
}

interface ListRow extends PostingList {
  readonly place: number;
}

interface FreshRow {
  readonly id: number;
  readonly article_id: number;
  readonly minute: number;
  readonly terms: string;
  readonly marks: Uint8Array;
}
