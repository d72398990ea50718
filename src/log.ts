import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Logs go to standard error as JSON lines: standard output belongs to what the program answers. */
export function createLog(level: string): Log {
  return pino({ level, base: undefined, redact: ['token', '*.token'] }, pino.destination({ dest: 2, sync: true }));
}

export const silentLog: Log = pino({ level: 'silent' });
