// Reads a response's body: decompressed, counted as it comes out, and left at once when it is too large.

import { pipeline, type Readable } from 'node:stream';
import zlib from 'node:zlib';

/** More layers than this are an attack, not a server. */
const MAX_CODINGS = 2;

/** Undefined when the body, once decompressed, is longer than `maxBytes`. */
export async function readBody(
  body: Readable,
  codings: string | undefined,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const stages = decoders(codings);
  const decoded = stages.length === 0 ? body : pipeline([body, ...stages], () => {});
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const chunk of decoded as AsyncIterable<Uint8Array>) {
      total += chunk.length;
      if (total > maxBytes) return undefined;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    body.destroy();
  }
}

function decoders(codings: string | undefined): zlib.Gunzip[] {
  const names = (codings ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MAX_CODINGS) throw new Error(`${names.length} content codings`);
  return names.reverse().flatMap((name) => decoder(name) ?? []);
}

/** A body cut short gives what arrived (the sync flush), as browsers do. */
function decoder(name: string): zlib.Gunzip | undefined {
  const lenient = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  if (name === 'gzip' || name === 'x-gzip') return zlib.createGunzip(lenient);
  if (name === 'deflate') return zlib.createUnzip(lenient);
  if (name === 'br') return zlib.createBrotliDecompress() as unknown as zlib.Gunzip;
  if (name === 'zstd') return zlib.createZstdDecompress() as unknown as zlib.Gunzip;
  return undefined;
}
