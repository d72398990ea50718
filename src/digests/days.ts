// The weekdays of a digest: daily, weekdays, weekends, or days by name.

import { WEEKDAYS } from './cron.ts';

const NAMED: Readonly<Record<string, readonly number[]>> = {
  daily: [0, 1, 2, 3, 4, 5, 6],
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 0],
};

const LONG = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** 0 is Sunday; undefined where a word is none of these. */
export function parseDays(text: string): ReadonlySet<number> | undefined {
  const days = text
    .toLowerCase()
    .split(/[,\s]+/)
    .filter(Boolean)
    .map((word) => NAMED[word] ?? range(word));
  if (days.length === 0 || days.some((one) => one === undefined)) return undefined;
  return new Set(days.flatMap((one) => one ?? []));
}

/** How it is stored and shown: one of the names where one fits, else "mon,wed". */
export function nameDays(days: ReadonlySet<number>): string {
  const named = Object.entries(NAMED).find(([, own]) => own.length === days.size && own.every((day) => days.has(day)));
  if (named !== undefined) return named[0];
  const mondayFirst = [1, 2, 3, 4, 5, 6, 0];
  return mondayFirst
    .filter((day) => days.has(day))
    .map((day) => WEEKDAYS[day])
    .join(',');
}

/** "mon", "monday", "mon-fri", "sat-mon". */
function range(word: string): readonly number[] | undefined {
  const [first, last = first, ...more] = word.split('-').map(dayOf);
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => (first + i) % 7);
}

function dayOf(word: string): number | undefined {
  const index = Math.max(WEEKDAYS.indexOf(word as (typeof WEEKDAYS)[number]), LONG.indexOf(word));
  return index === -1 ? undefined : index;
}
