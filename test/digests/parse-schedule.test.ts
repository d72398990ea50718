import { describe, expect, test } from 'vitest';
import { parseSchedule, type ScheduleWish } from '../../src/digests/parse-schedule.ts';

const parse = (wish: Partial<ScheduleWish>) =>
  parseSchedule({ at: undefined, cron: undefined, days: undefined, timezone: 'Europe/Berlin', ...wish });

describe('what a person types for a schedule', () => {
  test.each([
    ['8:00', undefined, '08:00', 'daily'],
    ['08:00', 'Weekdays', '08:00', 'weekdays'],
    ['23.59', 'sat, Sunday', '23:59', 'weekends'],
    [' 7:05 ', 'wed,mon', '07:05', 'mon,wed'],
    ['00:00', 'fri-mon', '00:00', 'mon,fri,sat,sun'],
    ['00:00', 'mon-sun', '00:00', 'daily'],
  ])('%s on %s', (at, days, storedAt, storedDays) => {
    expect(parse({ at, days })).toEqual({ kind: 'at', at: storedAt, days: storedDays, timezone: 'Europe/Berlin' });
  });

  test('a cron line is kept with single spaces', () => {
    expect(parse({ cron: ' 0  8 * * mon ' })).toEqual({ kind: 'cron', cron: '0 8 * * mon', timezone: 'Europe/Berlin' });
  });

  test.each([
    [{}, { problem: 'at-or-cron' }],
    [{ at: ' ', cron: '' }, { problem: 'at-or-cron' }],
    [{ at: '8:00', cron: '0 8 * * *' }, { problem: 'at-or-cron' }],
    [{ at: '24:00' }, { problem: 'bad-time', input: '24:00' }],
    [{ at: 'noon' }, { problem: 'bad-time', input: 'noon' }],
    [
      { at: '8:00', days: 'never' },
      { problem: 'bad-days', input: 'never' },
    ],
    [
      { at: '8:00', days: 'mon,' + 'x' },
      { problem: 'bad-days', input: 'mon,x' },
    ],
    [{ cron: '0 0 30 2 *' }, { problem: 'bad-cron', input: '0 0 30 2 *' }],
  ])('%j is told as a problem', (wish, problem) => {
    expect(parse(wish)).toEqual(problem);
  });
});

describe('time zones', () => {
  test.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['America/New York', 'America/New_York'],
    ['utc', 'UTC'],
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
    ['Asia/Ho_Chi_Minh', 'Asia/Ho_Chi_Minh'],
  ])('%s is %s', (timezone, stored) => {
    expect(parse({ at: '8:00', timezone })).toMatchObject({ timezone: stored });
  });

  test.each([
    ['berlin', 'Europe/Berlin'],
    ['CET', 'Europe/Berlin'],
    ['est', 'America/New_York'],
    ['Europe/Berln', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['Germany/Berlin', 'Europe/Berlin'],
    ['tokio', 'Asia/Tokyo'],
    ['xyzzy', undefined],
    ['', undefined],
  ])('%j gets the suggestion %s', (timezone, suggestion) => {
    expect(parse({ at: '8:00', timezone })).toEqual({ problem: 'bad-time-zone', input: timezone, suggestion });
  });
});
