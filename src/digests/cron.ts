// Five cron fields: minute, hour, day of month, month, weekday. Lists, ranges, steps and English names, as in Vixie's cron.

export interface Cron {
  /** Ascending. */
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: ReadonlySet<number>;
  /** 1 to 12. */
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** Where both day fields narrow, a day that fits either is meant (crontab(5)). */
  readonly eitherDay: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** In a leap year: what no year has never comes. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** undefined where it is no such line, or one that never comes (30 February). */
export function parseCron(text: string): Cron | undefined {
  const fields = text.trim().toLowerCase().split(/\s+/);
  if (fields.length !== 5) return undefined;
  const [minute, hour, day, month, weekday] = fields as [string, string, string, string, string];
  const minutes = parseField(minute, 0, 59, []);
  const hours = parseField(hour, 0, 23, []);
  const days = parseField(day, 1, 31, []);
  const months = parseField(month, 1, 12, MONTHS);
  // 7 is Sunday too.
  const weekdays = parseField(weekday.replace(/^\*/, '0-6'), 0, 7, WEEKDAYS)?.map((one) => one % 7);
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  // A field that begins with * does not narrow, whatever its step: Vixie's rule.
  const eitherDay = !day.startsWith('*') && !weekday.startsWith('*');
  const comes = months.some((one) => days.some((date) => date <= (LONGEST[one - 1] as number)));
  if (!comes && !eitherDay) return undefined;
  return { minutes, hours, days: new Set(days), months: new Set(months), weekdays: new Set(weekdays), eitherDay };
}

/** The field's numbers, ascending. */
function parseField(field: string, low: number, high: number, names: readonly string[]): number[] | undefined {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const range = parsePart(part, low, high, names);
    if (range === undefined) return undefined;
    for (let value = range.from; value <= range.to; value += range.step) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

/** "*", "5", "1-5", each with "/step"; "5/15" goes from 5 to the end. */
function parsePart(part: string, low: number, high: number, names: readonly string[]) {
  const match = /^(\*|[a-z]{3}|\d{1,2})(?:-([a-z]{3}|\d{1,2}))?(?:\/(\d{1,2}))?$/.exec(part);
  if (match === null) return undefined;
  const [, first, last, every] = match as unknown as [string, string, string?, string?];
  const isAll = first === '*';
  if (isAll && last !== undefined) return undefined;
  const from = isAll ? low : toNumber(first, low, names);
  const to = last === undefined ? (isAll || every !== undefined ? high : from) : toNumber(last, low, names);
  return toRange(from, to, Number(every ?? 1), low, high);
}

function toRange(from: number | undefined, to: number | undefined, step: number, low: number, high: number) {
  if (from === undefined || to === undefined || step < 1) return undefined;
  return from >= low && to <= high && from <= to ? { from, to, step } : undefined;
}

function toNumber(text: string, low: number, names: readonly string[]): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = names.indexOf(text);
  return index === -1 ? undefined : index + low;
}
