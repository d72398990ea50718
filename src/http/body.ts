// Reads a response's body: decompressed, counted as it comes out, and left at once when it is too large.

import { pipeline, Readable } from 'node:stream';
import zlib from 'node:zlib';

/** More layers than this are an attack, not a server. */
const MAX_CODINGS = 2;
/** Enough to see what a coding is. */
const HEAD_BYTES = 4;

/** The body is not packed as its header says, or damaged. */
export class GarbledError extends Error {
  override readonly name = 'GarbledError';
}

/** Undefined when the body, as it comes or once decompressed, is longer than `maxBytes`. */
export async function readBody(
  body: Readable,
  codings: string | undefined,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const names = namesOf(codings);
  try {
    return await (names.length === 0 ? collect(body, maxBytes) : unpackBody(body, names, maxBytes));
  } finally {
    body.destroy();
  }
}

async function collect(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of body) {
    total += chunk.length;
    if (total > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function unpackBody(body: Readable, names: readonly string[], maxBytes: number) {
  const counted = withHead(body, maxBytes);
  const { value: head, done } = await counted.next();
  if (done) return Buffer.alloc(0);
  const stages = names.flatMap((name, at) => decoder(name, at === 0 ? head : undefined) ?? []);
  if (stages.length === 0) return collect(chained(head, counted), maxBytes);
  const decoded = pipeline([Readable.from(chained(head, counted)), ...stages], () => {}) as unknown as Readable;
  try {
    return await collect(decoded, maxBytes);
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    if (isZlibError(error)) throw new GarbledError('the body cannot be unpacked', { cause: error });
    throw error;
  }
}

class TooLong extends Error {}

/** The body in chunks of which the first shows what it is; ended by an error where more comes packed than may come out. */
async function* withHead(body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array, undefined> {
  let head: Uint8Array | undefined = Buffer.alloc(0);
  let total = 0;
  for await (const chunk of body) {
    total += chunk.length;
    if (total > maxBytes) throw new TooLong();
    if (head === undefined) yield chunk;
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < HEAD_BYTES) continue;
      yield head;
      head = undefined;
    }
  }
  if (head !== undefined && head.length > 0) yield head;
  return undefined;
}

async function* chained(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

/** The names of the codings, the last applied first. */
function namesOf(codings: string | undefined): string[] {
  const names = (codings ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MAX_CODINGS) throw new GarbledError(`${names.length} content codings`);
  return names.reverse();
}

/**
 * A body cut short gives what arrived (the sync flush), as browsers do. `head`, where it is known, is the first bytes:
 * servers and the proxies before them unpack bodies and leave the header as it was.
 */
function decoder(name: string, head: Uint8Array | undefined): zlib.Gunzip | undefined {
  const lenient = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  if (name === 'gzip' || name === 'x-gzip') return startsWith(head, GZIP) ? zlib.createGunzip(lenient) : undefined;
  if (name === 'deflate') return isRawDeflate(head) ? zlib.createInflateRaw(lenient) : zlib.createUnzip(lenient);
  if (name === 'br') return zlib.createBrotliDecompress() as unknown as zlib.Gunzip;
  if (name !== 'zstd' || !startsWith(head, ZSTD)) return undefined;
  return zlib.createZstdDecompress() as unknown as zlib.Gunzip;
}

const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

function startsWith(head: Uint8Array | undefined, magic: readonly number[]): boolean {
  return head === undefined || magic.every((byte, at) => head[at] === byte);
}

/** The standard means zlib's wrapping, some servers leave it out. RFC 9110 §8.4.1.2. */
function isRawDeflate(head: Uint8Array | undefined): boolean {
  return head !== undefined && !startsWith(head, GZIP) && ((head[0] ?? 0) & 0x0f) !== 8;
}

function isZlibError(error: unknown): boolean {
  return (
    error instanceof Error && /^(?:Z_|ERR_|ZSTD_)/.test((error as NodeJS.ErrnoException).code ?? '') && 'errno' in error
  );
}
