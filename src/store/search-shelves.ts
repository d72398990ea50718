// The shelves as a search reads them: what is on them stays, so that much of it is kept between searches.

import type { DatabaseSync } from 'node:sqlite';
import type { PostingList } from '../postings/posting-list.ts';
import { createShelf, type OpenShelf, type Shelf } from '../postings/shelf.ts';
import { fromBytes, readMarks } from './search-bytes.ts';
import { LANGUAGE_TERMS } from './search-languages.ts';

export interface ShelfReader {
  /** Newest first. */
  shelves(): readonly StoredShelf[];
}

export interface StoredShelf extends Shelf {
  /** For each of the terms; one question for all of them. */
  lists(terms: readonly string[]): Lists;
  /** Terms between the two (the second left out). */
  range(from: string, to: string): Iterable<string>;
  /** Terms that say a language. */
  languages(): Iterable<string>;
}

export type Lists = readonly (PostingList | undefined)[];

interface ShelfRow {
  readonly id: number;
  readonly size: number;
  readonly newest: number;
  readonly version: number;
}

interface Kept {
  readonly version: number;
  readonly shelf: StoredShelf;
}

export function createShelfReader(database: DatabaseSync): ShelfReader {
  const ready = database.prepare(
    `select id, size, newest, version from search_shelves where state = 'ready' order by upto desc`,
  );
  const open = createOpener(database);
  const fresh = createFresh(database);
  let kept = new Map<number, Kept>();
  return {
    shelves() {
      const rows = ready.all() as unknown as ShelfRow[];
      const before = kept;
      kept = new Map(
        rows.map((row) => {
          const known = before.get(row.id);
          return [row.id, known?.version === row.version ? known : { version: row.version, shelf: open(row) }];
        }),
      );
      const stored = rows.map(({ id }) => (kept.get(id) as Kept).shelf);
      const first = fresh.read();
      return first.size === 0 ? stored : [first, ...stored];
    },
  };
}

function createOpener(database: DatabaseSync): (row: ShelfRow) => StoredShelf {
  const docsOf = database.prepare('select ids, minutes from search_docs where shelf = ?');
  // One by one, a search of fifty terms asks SQLite a thousand questions, most of them for nothing.
  const listsOf = database.prepare(
    `select asked.key, count, last, bytes from json_each(?) as asked
      cross join search_lists where shelf = ? and term = asked.value`,
  );
  listsOf.setReturnArrays(true);
  const termsIn = database.prepare(
    'select term from search_lists where shelf = ? and term >= ? and term < ? order by term',
  );
  termsIn.setReturnArrays(true);
  const read = (id: number, terms: readonly string[]): Lists => {
    const lists: (PostingList | undefined)[] = terms.map(() => undefined);
    if (terms.length === 0) return lists;
    const rows = listsOf.all(JSON.stringify(terms), id) as unknown as [number, number, number, Uint8Array][];
    for (const [place, count, last, bytes] of rows) lists[place] = { count, last, bytes };
    return lists;
  };
  const range = (id: number, from: string, to: string): string[] =>
    (termsIn.all(id, from, to) as unknown as [string][]).map(([term]) => term);
  return ({ id, size, newest }) => {
    const docs = docsOf.get(id) as { ids: Uint8Array; minutes: Uint8Array };
    let languages: readonly string[] | undefined;
    return {
      size,
      newest,
      ids: fromBytes(docs.ids),
      minutes: fromBytes(docs.minutes),
      list: (term) => read(id, [term])[0],
      lists: (terms) => read(id, terms),
      range: (from, to) => range(id, from, to),
      languages() {
        languages ??= range(id, ...LANGUAGE_TERMS);
        return languages;
      },
    };
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
        languages: () => rangeOf(shelf, ...LANGUAGE_TERMS),
      };
    },
  };
}

function* rangeOf(shelf: OpenShelf, from: string, to: string): Iterable<string> {
  for (const term of shelf.terms()) {
    if (term >= from && term < to) yield term;
  }
}

interface FreshRow {
  readonly id: number;
  readonly article_id: number;
  readonly minute: number;
  readonly terms: string;
  readonly marks: Uint8Array;
}
