import type { Problem } from '../errors.ts';
import { parseCron } from './cron.ts';
import { nameDays, parseDays } from './days.ts';
import type { Schedule } from './digest.ts';
import { parseTimeZone, suggestTimeZone } from './time-zones.ts';

export interface ScheduleWish {
  /** HH:MM. */
  readonly at: string | undefined;
  /** Five fields. */
  readonly cron: string | undefined;
  /** With `at` alone; undefined means daily. */
  readonly days: string | undefined;
  readonly timezone: string;
}

/** What a person typed, checked and written as it is stored. */
export function parseSchedule(wish: ScheduleWish): Schedule | Problem {
  const [at, cron] = [wish.at?.trim() || undefined, wish.cron?.trim() || undefined];
  if ((at === undefined) === (cron === undefined)) return { problem: 'at-or-cron' };
  const timezone = parseTimeZone(wish.timezone);
  if (timezone === undefined)
    return { problem: 'bad-time-zone', input: wish.timezone, suggestion: suggestTimeZone(wish.timezone) };
  return at === undefined ? byCron(cron as string, timezone) : byHour(at, wish.days ?? 'daily', timezone);
}

function byCron(cron: string, timezone: string): Schedule | Problem {
  if (parseCron(cron) === undefined) return { problem: 'bad-cron', input: cron };
  return { kind: 'cron', cron: cron.split(/\s+/).join(' '), timezone };
}

function byHour(input: string, days: string, timezone: string): Schedule | Problem {
  // "8:00", "08:00", "8.30" as much of Europe writes it.
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(input);
  if (match === null) return { problem: 'bad-time', input };
  const weekdays = parseDays(days);
  if (weekdays === undefined) return { problem: 'bad-days', input: days };
  return { kind: 'at', at: `${match[1]?.padStart(2, '0')}:${match[2]}`, days: nameDays(weekdays), timezone };
}
