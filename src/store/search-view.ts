// The shelves as a scope sees them.

import { countAllowed } from '../postings/posting-list.ts';
import type { ScopeMask } from './search-scope.ts';
import type { Lists, StoredShelf } from './search-shelves.ts';

/** Newest shelves first. */
export interface View {
  readonly allowed: Uint8Array;
  readonly hot: readonly StoredShelf[];
  /** How many articles of a hot shelf are in scope. */
  readonly visible: ReadonlyMap<StoredShelf, number>;
  readonly archive: readonly StoredShelf[];
  /** Articles in scope on the hot shelves. */
  readonly total: number;
}

/** The hot part are the newest articles of the scope, not of everybody. */
export function toView(mask: ScopeMask, shelves: readonly StoredShelf[], most: number): View {
  const { allowed } = mask;
  const visible = new Map<StoredShelf, number>();
  let total = 0;
  let looked = 0;
  for (const shelf of shelves) {
    if (total >= most) break;
    looked += 1;
    const count = mask.countVisible(shelf.ids);
    total += count;
    if (count > 0) visible.set(shelf, count);
  }
  return { allowed, hot: [...visible.keys()], visible, archive: shelves.slice(looked), total };
}

/** The same with some of the hot shelves and no archive. */
export function narrowView(view: View, isKept: (shelf: StoredShelf) => boolean): View {
  const hot = view.hot.filter(isKept);
  const total = hot.reduce((sum, shelf) => sum + (view.visible.get(shelf) ?? 0), 0);
  return { ...view, hot, archive: [], total };
}

/** Whether it is seen from end to end. */
export function isWhole({ visible }: View, shelf: StoredShelf): boolean {
  return visible.get(shelf) === shelf.size;
}

/** How many articles in scope hold a term; `lists` are those of the hot shelves, the term's the `i`th of each. */
export function countHeld(view: View, lists: readonly Lists[], i: number): number {
  return view.hot.reduce((sum, shelf, n) => {
    const list = lists[n]?.[i];
    if (list === undefined) return sum;
    return sum + (isWhole(view, shelf) ? list.count : countAllowed(list, shelf.ids, view.allowed));
  }, 0);
}
