// The bot as an operator runs it: a process of its own, to be killed.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface BotProcess {
  readonly child: ChildProcess;
  /** What it logged so far. */
  readonly log: () => string;
  /** Resolves when a log line holds the text; rejects when the process ends first. */
  logged(text: string): Promise<void>;
  /** Resolves with its exit code (null after a kill). */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const ROOT = join(import.meta.dirname, '../..');

/** Runs `bin/FILE`, in a folder without `.env`, with these variables alone on top of PATH. */
export function startProcess(
  file: 'main.js' | 'cli.js',
  { args = [], env = {}, cwd }: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>>; readonly cwd: string },
): BotProcess {
  const child = spawn(process.execPath, [join(ROOT, 'bin', file), ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const hear = (chunk: Buffer): void => {
    log += chunk.toString('utf8');
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return {
    child,
    log: () => log,
    logged: async (text) => {
      while (!log.includes(text)) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended before "${text}": ${log}`);
        await Promise.race([once(child.stderr as NodeJS.EventEmitter, 'data'), once(child.stdout as NodeJS.EventEmitter, 'data'), once(child, 'exit')]);
      }
    },
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill(signal);
        await ended;
      }
      return child.exitCode;
    },
  };
}
