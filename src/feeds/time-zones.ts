// What a zone in a feed's date means: an offset, an abbreviation, or a name of the IANA database.

const HOUR = 3_600_000;

/** Hours east of UTC. Where an abbreviation has several meanings, the one that feeds mean. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  mez: 1,
  met: 1,
  cest: 2,
  mesz: 2,
  mest: 2,
  eet: 2,
  eest: 3,
  sast: 2,
  cat: 2,
  eat: 3,
  wat: 1,
  msk: 3,
  msd: 4,
  trt: 3,
  idt: 3,
  gst: 4,
  pkt: 5,
  ist: 5.5,
  npt: 5.75,
  ict: 7,
  wib: 7,
  wita: 8,
  wit: 9,
  hkt: 8,
  sgt: 8,
  myt: 8,
  pht: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  brt: -3,
  art: -3,
  clt: -4,
  nst: -3.5,
  ndt: -2.5,
  ast: -4,
  adt: -3,
  est: -5,
  edt: -4,
  et: -5,
  cst: -6,
  cdt: -5,
  ct: -6,
  mst: -7,
  mdt: -6,
  mt: -7,
  pst: -8,
  pdt: -7,
  pt: -8,
  akst: -9,
  akdt: -8,
  hst: -10,
};

/** Milliseconds east of UTC at the local time `localAt`; undefined for a zone that nobody knows. */
export function zoneOffset(zone: string, localAt: number): number | undefined {
  const text = zone
    .trim()
    .replace(/\s*\(.*\)$/, '')
    .toLowerCase();
  const numeric = /^(?:gmt|utc?|z)?\s*([+-])\s?(\d{1,2})(?::?(\d{2}))?$/.exec(text);
  if (numeric) {
    const ms = (Number(numeric[2]) + Number(numeric[3] ?? 0) / 60) * HOUR;
    return ms > 16 * HOUR ? undefined : numeric[1] === '-' ? -ms : ms;
  }
  if (Object.hasOwn(ABBREVIATIONS, text)) return ABBREVIATIONS[text]! * HOUR;
  return text.includes('/') ? namedOffset(zone.trim(), localAt) : undefined;
}

function namedOffset(zone: string, localAt: number): number | undefined {
  try {
    const offsetAt = (at: number) => localTime(zone, at) - Math.floor(at / 1000) * 1000;
    // Twice, because the offset is that of the instant, which is known only with the offset.
    return offsetAt(localAt - offsetAt(localAt));
  } catch {
    return undefined;
  }
}

/** What the clocks of `zone` show at an instant, as if it were UTC. */
function localTime(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'), value('second'));
}
