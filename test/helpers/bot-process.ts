// The bot as an operator runs it: a process of its own, to be killed.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };

export interface BotProcess {
  readonly child: ChildProcess;
  /** What it logged so far. */
  readonly log: () => string;
  /** Resolves when a log line holds the text; rejects when the process ends first. */
  logged(text: string): Promise<void>;
  /** Resolves with its exit code (null after a kill) when it ends. */
  ended(): Promise<number | null>;
  /** Sends the signal and resolves as `ended` does. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const ROOT = join(import.meta.dirname, '../..');

/** Node's flags as `npm start` gives them. */
const FLAGS = (/^node (.*)bin\/main\.js$/.exec(packageJson.scripts.start)?.[1] ?? '').split(' ').filter(Boolean);

/** Runs `bin/FILE`, in a folder without `.env`, with these variables alone on top of PATH. */
export function startProcess(
  file: 'main.js' | 'cli.js',
  {
    args = [],
    env = {},
    cwd,
  }: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>>; readonly cwd: string },
): BotProcess {
  const child = spawn(process.execPath, [...FLAGS, join(ROOT, 'bin', file), ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  let heard = Promise.withResolvers<void>();
  const hear = (chunk: Buffer | undefined): void => {
    log += chunk?.toString('utf8') ?? '';
    heard.resolve();
    heard = Promise.withResolvers();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  child.on('exit', () => hear(undefined));
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const ended = async (): Promise<number | null> => {
    if (!hasEnded()) await once(child, 'exit');
    return child.exitCode;
  };
  return {
    child,
    ended,
    log: () => log,
    logged: async (text) => {
      while (!log.includes(text)) {
        if (hasEnded()) throw new Error(`it ended before "${text}": ${log}`);
        await heard.promise;
      }
    },
    end: async (signal) => {
      if (!hasEnded()) child.kill(signal);
      return ended();
    },
  };
}
