// Answers in pages: which part is shown, and the buttons that lead to the others.

import type { Words } from '../../words.ts';
import { button, row } from './message.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** Counted from 0 and moved into what there is: an answer may have become shorter since the button was made. */
  readonly page: number;
  readonly pages: number;
  /** Number of the first item, from 1. */
  readonly first: number;
}

export function pageOf<T>(all: readonly T[], wanted: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(0, Number.isInteger(wanted) ? wanted : 0), pages - 1);
  return { items: all.slice(page * size, (page + 1) * size), page, pages, first: page * size + 1 };
}

export function pageButtons(page: Page<unknown>, words: Words, idOf: (page: number) => string) {
  if (page.pages < 2) return undefined;
  return row(
    page.page > 0 ? button(`‹ ${words.say('button.previous')}`, idOf(page.page - 1)) : undefined,
    page.page < page.pages - 1 ? button(`${words.say('button.next')} ›`, idOf(page.page + 1)) : undefined,
  );
}

export function pageFact(page: Page<unknown>, words: Words): string | undefined {
  return page.pages < 2 ? undefined : words.say('page', { page: page.page + 1, pages: page.pages });
}
