// Feed cases of the corpus through the command line, the corpus's hostile documents and our own, each in a fresh process.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MORE_PAGES, PAGES, TEXTS } from '../articles/hostile-documents.ts';
import { ARCHIVES, gzipBomb } from '../feeds/archive-files.ts';
import { HOSTILE, MORE_HOSTILE } from '../feeds/hostile-documents.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpora/feeds/', import.meta.url));
const cli = fileURLToPath(new URL('../../bin/cli.js', import.meta.url));
/** As `npm run cli` starts it. */
const COMMAND = `${process.execPath} --max-semi-space-size=8 ${cli} parse-feed`;

export async function run(): Promise<Readonly<Record<string, number>>> {
  const own = await runOwnHostile();
  if (!existsSync(corpus)) {
    console.log('The corpus is not beside the project; only our own hostile documents were read.');
    return own;
  }
  return { ...(await scoreCases()), ...(await runHostile()), ...own };
}

async function scoreCases(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'feeds-'));
  const json = join(folder, 'score.json');
  const args = [join(corpus, 'score.mjs'), '--data', join(corpus, 'cases.jsonl.br'), '--cmd', COMMAND, '--json', json];
  await output(args);
  const { rate, fails } = JSON.parse(readFileSync(json, 'utf8')) as { rate: number; fails: string[][] };
  rmSync(folder, { recursive: true });
  for (const fail of fails) console.log(`  ${fail.join('\n    ')}`);
  return { 'feed cases': rate };
}

async function runHostile(): Promise<Record<string, number>> {
  const lines = await output([join(corpus, 'hostile.mjs'), '--cmd', COMMAND, '--all', '1']);
  const rows = lines.split('\n').flatMap((line) => {
    const [name, verdict, ms, mb] = line.split('\t');
    return mb === undefined ? [] : [{ name, verdict, ms: Number(ms), mb: Number(mb) }];
  });
  for (const row of rows.filter(({ ms, mb }) => ms > 2_000 || mb > 300)) console.log('  over the bar:', row);
  return {
    'hostile documents passed': rows.filter(({ verdict }) => verdict === 'pass').length,
    'hostile documents within 2 s and 300 MB': rows.filter(({ ms, mb }) => ms <= 2_000 && mb <= 300).length,
    'slowest hostile document, ms': Math.max(...rows.map(({ ms }) => ms)),
  };
}

interface Input {
  readonly verb: string;
  readonly name: string;
  readonly line: () => object;
}

function ownInputs(): Input[] {
  const archives = Object.entries(ARCHIVES).map(([name, [, make]]) => [name, make] as const);
  const feeds = [...Object.entries({ ...HOSTILE, ...MORE_HOSTILE, 'a gigabyte in gzip': gzipBomb }), ...archives];
  return [
    ...feeds.map(([name, make]) => ({
      verb: 'parse-feed',
      name,
      line: () => ({ bytes: Buffer.from(make()).toString('base64') }),
    })),
    ...[...PAGES, ...MORE_PAGES].map(([name, make]) => ({
      verb: 'extract',
      name,
      line: () => ({ html: make(), url: 'https://site.example/page' }),
    })),
    ...TEXTS.map(([name, make]) => ({ verb: 'clean', name, line: () => ({ text: make() }) })),
  ];
}

async function runOwnHostile(): Promise<Record<string, number>> {
  const inputs = ownInputs();
  let within = 0;
  let most = { mb: 0, ms: 0, largest: '', slowest: '' };
  for (const { verb, name, line } of inputs) {
    const { answer, mb, ms } = await runAlone(verb, `${JSON.stringify({ id: name, ...line() })}\n`);
    if (answer.startsWith('{') && ms <= 2_000 && mb <= 300) within += 1;
    else console.log(`  over the bar: ${name}, ${ms} ms, ${mb} MB, answer ${answer.slice(0, 60)}`);
    if (mb > most.mb) most = { ...most, mb, largest: name };
    if (ms > most.ms) most = { ...most, ms, slowest: name };
  }
  console.log(
    `  our own hostile feeds, archives, pages and texts: ${within} of ${inputs.length} within 2 s of processor and 300 MB; the slowest ${most.ms} ms (${most.slowest}), the largest ${most.mb} MB (${most.largest})`,
  );
  return { 'our hostile documents within the bar': within / inputs.length };
}

interface Alone {
  readonly answer: string;
  /** The most memory that the process had. */
  readonly mb: number;
  /** Of processor time, so that a busy machine does not count. */
  readonly ms: number;
}

/** One line through a fresh process; memory and time are Linux's, 0 elsewhere. */
function runAlone(verb: string, line: string): Promise<Alone> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-semi-space-size=8', cli, verb], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let answer = '';
    let mb = 0;
    let ms = 0;
    const look = setInterval(() => {
      mb = Math.max(mb, peakMegabytes(child.pid));
      ms = Math.max(ms, processorMs(child.pid));
    }, 20);
    child.stdout.on('data', (chunk: Buffer) => {
      if (answer.length < 1_000) answer += chunk.toString();
    });
    child.on('error', reject);
    child.stdin.on('error', () => {});
    child.on('close', () => {
      clearInterval(look);
      resolve({ answer, mb, ms });
    });
    child.stdin.end(line);
  });
}

function peakMegabytes(pid: number | undefined): number {
  try {
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(peak ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** User and system time, in ticks of 10 ms: the 14th and 15th field of /proc/PID/stat. */
function processorMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

function output(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', () => resolve(text));
  });
}
