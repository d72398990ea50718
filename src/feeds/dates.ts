// Reads the dates that feeds really carry: ISO 8601, RFC 822, and what people and content systems write in their own languages.

import { monthNumber } from './month-names.ts';
import { zoneOffset } from './time-zones.ts';

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, ms: 0 };
/** Longer texts are not dates. */
const MAX_LENGTH = 120;

// 2024-08-05T10:00:00.25+02:00, 20240805T100000Z, 2024-08-05 10:00, 2024-08, 2024
const ISO =
  /^(\d{4})(?:-?(\d{1,2})(?:-?(\d{1,2}))?)?(?:(?:t|\s+|\s*,\s*)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?\s*(\D.*|[+-].*)?$/i;
// 10:00, 10:00:00.25, 10h30, 3:05 pm, 10時30分, 오후 3:05
const TIME =
  /(上午|下午|午前|午後|오전|오후)?\s*(\d{1,2})\s*(?::|h|時|时|点|시)\s*(\d{2})(?:(?::|\s*분|\s*分)\s*(\d{2})(?:[.,](\d+))?)?[分秒초분]*\s*([ap]\.?\s?m\b\.?)?/i;
const HOUR_ONLY = /\b(\d{1,2})\s*([ap]\.?m\b\.?)/i;

/** Milliseconds in UTC; undefined for what is no date. A time without a zone is read as UTC. */
export function parseDate(text: string): number | undefined {
  const line = text
    .slice(0, MAX_LENGTH * 2)
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFKC');
  if (line === '' || line.length > MAX_LENGTH) return undefined;
  if (/^\d{10}$/.test(line)) return Number(line) * 1000;
  if (/^\d{13}$/.test(line)) return Number(line);
  return parseIso(line) ?? parseWritten(line);
}

function parseIso(line: string): number | undefined {
  const match = ISO.exec(line);
  if (!match) return undefined;
  const zone = match[8]?.trim();
  const day = { year: Number(match[1]), month: Number(match[2] ?? 1), day: Number(match[3] ?? 1) };
  return instant(day, clockOf(match[4], match[5], match[6], match[7]), zone);
}

function parseWritten(line: string): number | undefined {
  const { clock, rest, zone } = takeTime(line);
  const day = chineseDay(rest) ?? namedDay(rest) ?? numericDay(rest);
  return day && instant(day, clock, zone);
}

/** Splits the time of day, and the zone behind it, from the date. */
function takeTime(line: string): { clock: Clock; rest: string; zone: string | undefined } {
  const match = TIME.exec(line);
  if (!match) return takeHour(line);
  const before = line.slice(0, match.index);
  const after = line.slice(match.index + match[0].length).replace(/[()]/g, ' ');
  const clock = clockOf(match[2], match[3], match[4], match[5], match[6] ?? match[1]);
  const zone =
    /^\s*,?\s*((?:gmt|utc?|z)?\s*[+-]\s?\d{1,2}(?::?\d{2})?|[a-z]+\/[a-z_/]+|[a-z]{1,5})(?![\p{L}\d])/iu.exec(after);
  const known = zone && zoneOffset(zone[1]!, 0) !== undefined;
  return known
    ? { clock, rest: `${before} ${after.slice(zone[0].length)}`, zone: zone[1] }
    : { clock, rest: `${before} ${after}`, zone: undefined };
}

function takeHour(line: string): { clock: Clock; rest: string; zone: undefined } {
  const match = HOUR_ONLY.exec(line);
  if (!match) return { clock: MIDNIGHT, rest: line, zone: undefined };
  return {
    clock: clockOf(match[1], '0', undefined, undefined, match[2]),
    rest: line.replace(match[0], ' '),
    zone: undefined,
  };
}

/** 2024年8月5日, 2024년 8월 5일 */
function chineseDay(text: string): Day | undefined {
  const match = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/.exec(text);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined;
}

/** 5 August 2024, Aug 5, 2024, 05-Aug-24, 5 tháng 8 năm 2024, 2024 Aug 5 */
function namedDay(text: string): Day | undefined {
  const month = findMonth(text);
  if (!month) return undefined;
  const numbers = [...`${text.slice(0, month.start)} ${text.slice(month.end)}`.matchAll(/\d+/g)].map((m) => m[0]);
  const year = numbers.find((n) => n.length === 4) ?? numbers[1];
  const day = numbers.find((n) => n !== year && n.length <= 2);
  if (numbers.length > 3 || year === undefined || (numbers.length > 1 && day === undefined)) return undefined;
  return { year: fullYear(year), month: month.number, day: Number(day ?? 1) };
}

interface FoundMonth {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

function findMonth(text: string): FoundMonth | undefined {
  const vietnamese = /(?:tháng|thg|th)\.?\s*(\d{1,2})(?!\d)/iu.exec(text);
  if (vietnamese) {
    return { number: Number(vietnamese[1]), start: vietnamese.index, end: vietnamese.index + vietnamese[0].length };
  }
  // The last word that is a month: "mar. 5 août" begins with a French Tuesday.
  let found: FoundMonth | undefined;
  for (const word of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const number = monthNumber(word[0]);
    if (number) found = { number, start: word.index, end: word.index + word[0].length };
  }
  return found;
}

/** 30.10.23, 03/30/2020, 11 04 2020, 2024/8/5 */
function numericDay(text: string): Day | undefined {
  const match = /(?<!\d)(\d{1,4})\s?([\s./-])\s?(\d{1,2})\s?[\s./-]\s?(\d{1,4})(?!\d)/.exec(text);
  if (!match) return undefined;
  const [first, second, third] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (match[1]!.length === 4) return { year: first, month: second, day: third };
  if (match[4]!.length < 2) return undefined;
  const year = fullYear(match[4]!);
  const american = match[2] === '/' && second <= 31 && first <= 12 && (second > 12 || !speaksOtherLanguage(text));
  return american ? { year, month: first, day: second } : { year, month: second, day: first };
}

/** Words that are no English weekday: 03/04 is then the third of April. */
function speaksOtherLanguage(text: string): boolean {
  return /\p{L}{2,}/u.test(text.replace(/\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/gi, ' '));
}

function clockOf(hour?: string, minute?: string, second?: string, fraction?: string, half?: string): Clock {
  const noon = half && /^(p|下午|午後|오후)/i.test(half);
  const morning = half && /^(a|上午|午前|오전)/i.test(half);
  const h = Number(hour ?? 0);
  return {
    hour: noon && h < 12 ? h + 12 : morning && h === 12 ? 0 : h,
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    ms: Math.floor(Number(`0.${fraction ?? 0}`) * 1000),
  };
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function instant(date: Day, clock: Clock, zone: string | undefined): number | undefined {
  const { year, month, day } = date;
  const { hour, minute, second, ms } = clock;
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return undefined;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  // The 31st of February is no date, not the 3rd of March.
  if (midnight.getUTCDate() !== day) return undefined;
  const local = midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
  const offset = zone ? zoneOffset(zone, local) : 0;
  return offset === undefined ? undefined : local - offset;
}
