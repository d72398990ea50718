// When a digest falls due, worked out from its schedule alone.

import { type Cron, parseCron } from './cron.ts';
import { parseDays } from './days.ts';
import type { Schedule } from './digest.ts';
import { instantOf, localTimeAt } from './local-time.ts';

export interface RunTime {
  readonly at: number;
  /** The schedule's own date and time there ("2026-11-21T08:00"), also where the clock leaves it out that day. */
  readonly key: string;
}

const DAY_MS = 86_400_000;

/** The longest that 29 February keeps waiting: 2096 to 2104. */
const MOST_DAYS = 9 * 366;

/** The first time after that one. undefined where the schedule makes no sense. */
export function nextRun(schedule: Schedule, afterMs: number): RunTime | undefined {
  const cron = compile(schedule);
  if (cron === undefined) return undefined;
  const { timezone } = schedule;
  const start = localTimeAt(afterMs, timezone);
  // From the day before: a time that the clock left out there runs after it.
  const firstDay = Date.UTC(start.year, start.month - 1, start.day) - DAY_MS;
  for (let n = 0; n < MOST_DAYS; n += 1) {
    const day = new Date(firstDay + n * DAY_MS);
    if (!isDay(cron, day)) continue;
    const found = firstOfDay(cron, day, timezone, afterMs);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The last time from `fromMs` on that is not after `nowMs`, if there is one. */
export function lastRunBy(schedule: Schedule, fromMs: number, nowMs: number): RunTime | undefined {
  // Looked for backwards in growing steps, so that a minute's schedule after a month is not walked through.
  for (let back = 60_000; ; back *= 2) {
    const after = Math.max(fromMs - 1, nowMs - back);
    let last: RunTime | undefined;
    for (let run = nextRun(schedule, after); run !== undefined && run.at <= nowMs; run = nextRun(schedule, run.at))
      last = run;
    if (last !== undefined || after === fromMs - 1) return last;
  }
}

/** From one time to the next; a day where there is no next. */
export function periodAt(schedule: Schedule, ms: number): number {
  const first = nextRun(schedule, ms - 1);
  const second = first && nextRun(schedule, first.at);
  return first && second ? second.at - first.at : DAY_MS;
}

function compile(schedule: Schedule): Cron | undefined {
  if (schedule.kind === 'cron') return parseCron(schedule.cron);
  const [hour, minute] = schedule.at.split(':').map(Number);
  const weekdays = parseDays(schedule.days);
  if (hour === undefined || minute === undefined || weekdays === undefined) return undefined;
  const everyDay = new Set(Array.from({ length: 31 }, (_, i) => i + 1));
  const everyMonth = new Set(Array.from({ length: 12 }, (_, i) => i + 1));
  return { minutes: [minute], hours: [hour], days: everyDay, months: everyMonth, weekdays, eitherDay: false };
}

function isDay(cron: Cron, day: Date): boolean {
  if (!cron.months.has(day.getUTCMonth() + 1)) return false;
  const [byDate, byWeekday] = [cron.days.has(day.getUTCDate()), cron.weekdays.has(day.getUTCDay())];
  return cron.eitherDay ? byDate || byWeekday : byDate && byWeekday;
}

function firstOfDay(cron: Cron, day: Date, timezone: string, afterMs: number): RunTime | undefined {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  for (const hour of cron.hours) {
    // The hour's last minute decides whether its minutes need looking at.
    if (instantOf({ year, month, day: date, hour, minute: cron.minutes.at(-1) as number }, timezone) <= afterMs)
      continue;
    for (const minute of cron.minutes) {
      const at = instantOf({ year, month, day: date, hour, minute }, timezone);
      if (at > afterMs) return { at, key: `${day.toISOString().slice(0, 10)}T${two(hour)}:${two(minute)}` };
    }
  }
  return undefined;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
