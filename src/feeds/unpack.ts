// A document in a gzip file, as sitemaps and feeds in files often are although no header says so.

import { constants, gunzipSync } from 'node:zlib';

/** As large as a feed may be on its way, and no larger: a small file can hold a gigabyte. */
export const MAX_UNPACKED = 10_000_000;

/** The bytes themselves where they are not packed; what is inside once, and what there is of a file cut short. */
export function unpack(bytes: Uint8Array): Uint8Array | 'too-large' {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : bytes;
  }
}
