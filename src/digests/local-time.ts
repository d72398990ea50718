// Local dates and times of IANA zones, by what Intl knows of them.

export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError where the zone does not exist. */
export function localTimeAt(ms: number, timezone: string): LocalTime {
  const parts = new Map(
    formatOf(timezone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) as number;
  return { year: of('year'), month: of('month'), day: of('day'), hour: of('hour'), minute: of('minute') };
}

/**
 * When a clock there shows that time: the first time where it shows it twice (autumn), the first minute after the gap
 * where it never does (spring).
 */
export function instantOf(local: LocalTime, timezone: string): number {
  const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
  // No zone is further than 14 hours from UTC, so a day before and a day after lie on either side of the change.
  const before = offsetAt(asUtc - DAY, timezone);
  const after = offsetAt(asUtc + DAY, timezone);
  const fits = [...new Set([before, after])].map((offset) => asUtc - offset).filter((at) => shows(at, asUtc, timezone));
  if (fits.length > 0) return Math.min(...fits);
  return firstMinuteAfter(asUtc - after, asUtc - before, timezone);
}

function shows(at: number, asUtc: number, timezone: string): boolean {
  return at + offsetAt(at, timezone) === asUtc;
}

/** The change of offset lies between the two. */
function firstMinuteAfter(from: number, to: number, timezone: string): number {
  const changed = offsetAt(to, timezone);
  let low = Math.floor(from / MINUTE);
  let high = Math.ceil(to / MINUTE);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * MINUTE, timezone) === changed) high = middle;
    else low = middle;
  }
  return high * MINUTE;
}

function offsetAt(ms: number, timezone: string): number {
  const { year, month, day, hour, minute } = localTimeAt(ms, timezone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(ms / MINUTE) * MINUTE;
}

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(timezone, format);
  return format;
}
