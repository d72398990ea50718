import { describe, expect, test } from 'vitest';
import type { Schedule } from '../../src/digests/digest.ts';
import { lastRunBy, nextRun } from '../../src/digests/next-run.ts';

const at = (time: string, timezone: string, days = 'daily'): Schedule => ({ kind: 'at', at: time, days, timezone });
const cron = (line: string, timezone = 'UTC'): Schedule => ({ kind: 'cron', cron: line, timezone });
const utc = (text: string): number => Date.parse(`${text}Z`);

function nextAfter(schedule: Schedule, after: string): string | undefined {
  const run = nextRun(schedule, utc(after));
  return run && `${new Date(run.at).toISOString().slice(0, 16)} ${run.key}`;
}

describe('an hour on some weekdays', () => {
  test.each([
    ['later today', at('08:00', 'UTC'), '2026-11-21T07:59', '2026-11-21T08:00 2026-11-21T08:00'],
    ['the time itself is over', at('08:00', 'UTC'), '2026-11-21T08:00', '2026-11-22T08:00 2026-11-22T08:00'],
    ['Saturday to Monday', at('08:00', 'UTC', 'weekdays'), '2026-11-21T00:00', '2026-11-23T08:00 2026-11-23T08:00'],
    ['Monday to Saturday', at('08:00', 'UTC', 'weekends'), '2026-11-23T00:00', '2026-11-28T08:00 2026-11-28T08:00'],
    ['a list of days', at('08:00', 'UTC', 'tue,thu'), '2026-11-24T09:00', '2026-11-26T08:00 2026-11-26T08:00'],
    [
      'the weekday is the local one',
      at('07:00', 'Asia/Tokyo', 'mon'),
      '2026-11-21T00:00',
      '2026-11-22T22:00 2026-11-23T07:00',
    ],
    ['over the new year', at('00:30', 'America/New_York'), '2026-12-31T12:00', '2027-01-01T05:30 2027-01-01T00:30'],
    ['a quarter-hour zone', at('06:00', 'Asia/Kathmandu'), '2026-11-21T00:14', '2026-11-21T00:15 2026-11-21T06:00'],
    ['a half-hour zone', at('08:00', 'America/St_Johns'), '2026-11-21T00:00', '2026-11-21T11:30 2026-11-21T08:00'],
    [
      'the far side of the date line',
      at('08:00', 'Pacific/Apia'),
      '2026-11-21T00:00',
      '2026-11-21T19:00 2026-11-22T08:00',
    ],
  ])('%s', (_, schedule, after, expected) => {
    expect(nextAfter(schedule, after)).toBe(expected);
  });
});

describe('when the clocks change', () => {
  test.each([
    // Europe/Berlin goes from 02:00 to 03:00 on 2026-03-29 at 01:00 UTC, and back on 2026-10-25.
    ['Berlin, before spring', at('08:00', 'Europe/Berlin'), '2026-03-28T12:00', '2026-03-29T06:00 2026-03-29T08:00'],
    [
      'Berlin, 02:30 does not exist',
      at('02:30', 'Europe/Berlin'),
      '2026-03-28T12:00',
      '2026-03-29T01:00 2026-03-29T02:30',
    ],
    ['Berlin, the day after', at('02:30', 'Europe/Berlin'), '2026-03-29T01:00', '2026-03-30T00:30 2026-03-30T02:30'],
    [
      'Berlin, 02:30 comes twice',
      at('02:30', 'Europe/Berlin'),
      '2026-10-24T12:00',
      '2026-10-25T00:30 2026-10-25T02:30',
    ],
    [
      'Berlin, the second 02:30 is left out',
      at('02:30', 'Europe/Berlin'),
      '2026-10-25T00:30',
      '2026-10-26T01:30 2026-10-26T02:30',
    ],
    [
      'Berlin by cron, spring',
      cron('30 2 * * *', 'Europe/Berlin'),
      '2026-03-28T12:00',
      '2026-03-29T01:00 2026-03-29T02:30',
    ],
    [
      'Berlin by cron, autumn',
      cron('30 2 * * *', 'Europe/Berlin'),
      '2026-10-25T00:30',
      '2026-10-26T01:30 2026-10-26T02:30',
    ],
    // St. John's: 02:00 to 03:00 on 2026-03-08 at 05:30 UTC; back on 2026-11-01.
    ["St. John's, spring", at('02:15', 'America/St_Johns'), '2026-03-07T12:00', '2026-03-08T05:30 2026-03-08T02:15'],
    ["St. John's, autumn", at('01:15', 'America/St_Johns'), '2026-10-31T12:00', '2026-11-01T03:45 2026-11-01T01:15'],
    // Lord Howe: by half an hour.
    [
      'Lord Howe, 02:15 does not exist',
      at('02:15', 'Australia/Lord_Howe'),
      '2026-10-03T00:00',
      '2026-10-03T15:30 2026-10-04T02:15',
    ],
    // Apia left out 2011-12-30.
    ['Apia, a day left out', at('08:00', 'Pacific/Apia'), '2011-12-29T18:00', '2011-12-30T10:00 2011-12-30T08:00'],
    ['Apia, the day after it', at('08:00', 'Pacific/Apia'), '2011-12-30T10:00', '2011-12-30T18:00 2011-12-31T08:00'],
  ])('%s', (_, schedule, after, expected) => {
    expect(nextAfter(schedule, after)).toBe(expected);
  });

  test('a year of Berlin has one run for each of its days', () => {
    const keys: string[] = [];
    let after = utc('2025-12-31T23:00') - 1;
    for (;;) {
      const run = nextRun(at('02:30', 'Europe/Berlin'), after);
      if (run === undefined || run.at >= utc('2026-12-31T23:00')) break;
      keys.push(run.key);
      after = run.at;
    }

    expect(keys).toHaveLength(365);
    expect(new Set(keys).size).toBe(365);
  });

  test('every ten minutes does not pile up where an hour is left out', () => {
    const times: string[] = [];
    let after = utc('2026-03-29T00:45');
    for (let n = 0; n < 4; n += 1) {
      after = nextRun(cron('*/10 * * * *', 'Europe/Berlin'), after)?.at as number;
      times.push(new Date(after).toISOString().slice(11, 16));
    }

    expect(times).toEqual(['00:50', '01:00', '01:10', '01:20']);
  });
});

describe('cron', () => {
  test.each([
    ['*/15 * * * *', '2026-11-21T10:07', '2026-11-21T10:15'],
    ['0 9-17/4 * * *', '2026-11-21T10:07', '2026-11-21T13:00'],
    ['5,35 8 * * *', '2026-11-21T08:05', '2026-11-21T08:35'],
    ['0 0 1 * *', '2026-11-21T10:07', '2026-12-01T00:00'],
    ['0 0 1 jan *', '2026-11-21T10:07', '2027-01-01T00:00'],
    ['0 8 * * MON-FRI', '2026-11-21T10:07', '2026-11-23T08:00'],
    ['0 8 * * 7', '2026-11-21T10:07', '2026-11-22T08:00'],
    ['0 8 * * 0', '2026-11-21T10:07', '2026-11-22T08:00'],
    ['0 8 * * 5-7', '2026-11-21T10:07', '2026-11-22T08:00'],
    ['0 0 29 2 *', '2026-11-21T10:07', '2028-02-29T00:00'],
    ['0 0 29 2 *', '2096-03-01T00:00', '2104-02-29T00:00'],
    // Both day fields narrow: either will do. 13th or Friday.
    ['0 0 13 * 5', '2026-11-09T00:00', '2026-11-13T00:00'],
    ['0 0 13 * 5', '2026-11-13T00:00', '2026-11-20T00:00'],
    // A star with a step does not narrow: an odd day that is a Monday.
    ['0 0 */2 * 1', '2026-11-21T00:00', '2026-11-23T00:00'],
    ['0 0 31 2 1', '2026-11-21T00:00', '2027-02-01T00:00'],
    ['  0   8  *  *  * ', '2026-11-21T00:00', '2026-11-21T08:00'],
  ])('%s', (line, after, expected) => {
    const run = nextRun(cron(line), utc(after));
    expect(run && new Date(run.at).toISOString().slice(0, 16)).toBe(expected);
  });

  test.each([
    '',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * 32 * *',
    '* * * 13 *',
    '* * * * 8',
    'a b c d e',
    '*/0 * * * *',
    '5-1 * * * *',
    '1,,2 * * * *',
    '0 0 30 2 *',
    '0 0 31 4,6,9,11 *',
    '@daily',
    '*-5 * * * *',
    '1-2-3 * * * *',
    '-1 * * * *',
    '1.5 * * * *',
  ])('%j never comes', (line) => {
    expect(nextRun(cron(line), utc('2026-11-21T00:00'))).toBeUndefined();
  });
});

describe('the last time that has passed', () => {
  test.each([
    [at('08:00', 'UTC'), '2026-11-01T08:00', '2026-11-21T09:00', '2026-11-21T08:00'],
    [at('08:00', 'UTC'), '2026-11-21T08:00', '2026-11-21T08:00', '2026-11-21T08:00'],
    [at('08:00', 'UTC'), '2026-11-21T08:01', '2026-11-21T09:00', undefined],
    [cron('* * * * *'), '2026-01-01T00:00', '2026-11-21T09:00', '2026-11-21T09:00'],
    [cron('0 0 1 1 *'), '2020-01-01T00:00', '2026-11-21T09:00', '2026-01-01T00:00'],
  ])('%j from %s by %s', (schedule, from, now, expected) => {
    const run = lastRunBy(schedule, utc(from), utc(now));
    expect(run && new Date(run.at).toISOString().slice(0, 16)).toBe(expected);
  });
});
