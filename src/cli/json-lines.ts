// JSON Lines in and out: read as they come, answered as they go, and a bad line never ends the run.

import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MAX_LINE_BYTES = 32 * 1024 * 1024;
const NEWLINE = 10;

/** `line` counts from 1; blank lines count but are not given out. */
export type JsonLine =
  | { readonly line: number; readonly value: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly error: string; readonly id?: string | number };

/** Yields each line parsed; a line over 32 MB is passed over without being held. */
export async function* readJsonLines(input: Readable, maxBytes = MAX_LINE_BYTES): AsyncGenerator<JsonLine> {
  const lines = lineReader(maxBytes);
  for await (const { part, isLast } of partsOfLines(input)) {
    lines.hold(part);
    if (!isLast) continue;
    const isLarge = lines.size() > LARGE_LINE;
    const parsed = lines.take();
    if (isLarge) sweep();
    if (parsed) yield parsed;
    if (isLarge) sweep();
  }
}

interface Part {
  readonly part: Buffer;
  /** With it the line ends. */
  readonly isLast: boolean;
}

async function* partsOfLines(input: Readable): AsyncGenerator<Part> {
  let isOpen = false;
  for await (const chunk of input as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      yield { part: chunk.subarray(from, end), isLast: true };
      from = end + 1;
    }
    isOpen = from < chunk.length;
    if (isOpen) yield { part: chunk.subarray(from), isLast: false };
  }
  if (isOpen) yield { part: Buffer.alloc(0), isLast: true };
}

const HEAD_BYTES = 1024;

/** Holds the parts of a line, or the first bytes of one that is too long to be held, until it is taken. */
function lineReader(maxBytes: number) {
  let held: Buffer[] = [];
  let size = 0;
  let line = 0;
  return {
    size: () => size,
    hold: (part: Buffer): void => {
      size += part.length;
      if (size <= maxBytes) held.push(part);
      else if (held.length !== 1 || held[0]!.length > HEAD_BYTES)
        held = [Buffer.concat([...held, part]).subarray(0, HEAD_BYTES)];
    },
    /** Undefined for a blank line. Nothing of the bytes is kept: a page of megabytes is in memory often enough. */
    take: (): JsonLine | undefined => {
      const bytes = Buffer.concat(held);
      const isWhole = size <= maxBytes;
      held = [];
      size = 0;
      line += 1;
      if (!isWhole) return { line, error: `the line is longer than ${maxBytes / 1024 / 1024} MB`, ...idIn(bytes) };
      return isBlank(bytes) ? undefined : parseLine(bytes, line);
    },
  };
}

/** Characters and bytes; the line itself, its text, what was parsed from it and its answer are as long again. */
const LARGE_LINE = 2_000_000;
let collectGarbage: (() => void) | undefined;

/** After a large line what it left behind is given back: V8 would let several such pages gather first. */
function sweep(): void {
  if (!collectGarbage) {
    setFlagsFromString('--expose-gc');
    // "last-resort" gives pages back to the system, too.
    const sweepAll = '() => gc({ type: "major", execution: "sync", flavor: "last-resort" })';
    collectGarbage = runInNewContext(sweepAll) as () => void;
  }
  collectGarbage();
}

/** Whose line it is, where that stands at its beginning. */
function idIn(head: Buffer): { readonly id?: string | number } {
  const found = /"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)/.exec(head.toString('utf8'))?.[1];
  return found === undefined ? {} : { id: JSON.parse(found) as string | number };
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
}

function parseLine(bytes: Buffer, line: number): JsonLine {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { line, value: value as Record<string, unknown> };
    }
    return { line, error: 'the line is not a JSON object' };
  } catch {
    return { line, error: 'the line is not JSON' };
  }
}

/** Writes one value as a line and waits where the reader is slower. */
export async function writeJsonLine(output: Writable, value: unknown): Promise<void> {
  output.write(JSON.stringify(value));
  if (!output.write('\n')) await once(output, 'drain');
}

/** Answers every line with what `answer` makes of it (a list: several lines); what it throws becomes `{id, error}`. `index` counts lines from 0. */
export async function answerLines(
  { input, output }: { readonly input: Readable; readonly output: Writable },
  answer: (value: Readonly<Record<string, unknown>>, index: number) => unknown,
): Promise<void> {
  for await (const one of readJsonLines(input)) {
    if ('error' in one) await writeJsonLine(output, { id: one.id ?? null, line: one.line, error: one.error });
    else await answerLine(output, one.value, () => answer(one.value, one.line - 1));
  }
}

async function answerLine(
  output: Writable,
  value: Readonly<Record<string, unknown>>,
  answer: () => unknown,
): Promise<void> {
  const id = value.id ?? value.qid ?? null;
  try {
    const result = await answer();
    for (const line of Array.isArray(result) ? result : [result]) {
      if (line !== undefined) await writeJsonLine(output, line);
    }
  } catch (error) {
    await writeJsonLine(output, { id, error: error instanceof Error ? error.message : String(error) });
  }
}
