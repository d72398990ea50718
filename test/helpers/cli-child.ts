// The command line in a process of its own, asked line by line, with the processor time and the most memory that it took.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../bin/cli.js', import.meta.url));

export interface CliChild {
  /** The answer to one line, parsed, and the processor time that it took. */
  readonly ask: (line: object) => Promise<{ readonly answer: Record<string, unknown>; readonly ms: number }>;
  /** The most memory that the process has had; 0 where the system does not tell (it is Linux's). */
  readonly peakMb: () => number;
  readonly close: () => Promise<void>;
}

/** As `npm run cli` starts it. */
export function startCli(verb: string): CliChild {
  const child = spawn(process.execPath, ['--max-semi-space-size=8', CLI, verb], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stdin.on('error', () => undefined);
  return {
    ask: async (line) => {
      const before = processorMs(child.pid);
      child.stdin.write(`${JSON.stringify(line)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('the process has ended');
      return { answer: JSON.parse(value) as Record<string, unknown>, ms: processorMs(child.pid) - before };
    },
    peakMb: () => Math.round(Number(/VmHWM:\s+(\d+)/.exec(procFile(child.pid, 'status'))?.[1] ?? 0) / 1024),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** User and system time, in ticks of 10 ms: the 14th and 15th field of /proc/PID/stat. */
function processorMs(pid: number | undefined): number {
  const fields = procFile(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

function procFile(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
