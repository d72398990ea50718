// Files where a feed or a page should be: archives, bombs among them, pictures, documents and programs. None is stored.

import { deflateRawSync, gzipSync } from 'node:zlib';

/** One entry of a ZIP file. */
function zip(name: string, content: Uint8Array): Buffer {
  const packed = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), packed, Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
}

/** Stored, not packed, as the first entry of an EPUB has to be. */
function zipStored(name: string, content: string): Buffer {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name + content)]);
}

/** A directory of many entries that all name the same packed bytes. */
function overlappingZip(): Buffer {
  const entry = Buffer.alloc(46);
  entry.write('PK\x01\x02', 'latin1');
  entry.writeUInt32LE(0xff_ff_ff_f0, 24);
  return Buffer.concat([zip('kernel', ZEROS), ...Array.from({ length: 20_000 }, () => entry)]);
}

function tar(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  header.write('ustar\x0000', 257, 'latin1');
  return Buffer.concat([header, Buffer.from(content), Buffer.alloc(1024)]);
}

const ZEROS = Buffer.alloc(10_000_000);
const nested = (depth: number): Buffer => (depth === 0 ? zip('zeros', ZEROS) : zip('inner.zip', nested(depth - 1)));
const starting = (signature: string, length = 200_000): Buffer =>
  Buffer.concat([Buffer.from(signature, 'latin1'), Buffer.alloc(length, 0x5c)]);

export const FEED =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>x</title></item></channel></rss>';
/** A gigabyte of zeros in a megabyte: a file in gzip may have many members. */
export const gzipBomb = (): Buffer => {
  const member = gzipSync(ZEROS);
  return Buffer.concat(Array.from({ length: 100 }, () => member));
};

/** By name: the format that is told, and the bytes. */
export const ARCHIVES: Readonly<Record<string, readonly [string, () => Buffer]>> = {
  'a ZIP file with a feed': ['ZIP', () => zip('feed.xml', Buffer.from(FEED))],
  'ZIP in ZIP in ZIP': ['ZIP', () => nested(6)],
  'a ZIP file of overlapping entries': ['ZIP', overlappingZip],
  'an empty ZIP file': ['ZIP', () => Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])],
  'a ZIP file in gzip': ['ZIP', () => gzipSync(zip('feed.xml', Buffer.from(FEED)))],
  'gzip in gzip': ['GZIP', () => gzipSync(gzipSync(FEED))],
  'gzip that is none': ['GZIP', () => starting('\x1f\x8b\x08')],
  'a tape archive': ['TAR', () => tar('feed.xml', FEED)],
  'a tape archive in gzip': ['TAR', () => gzipSync(tar('feed.xml', FEED))],
  '7-Zip': ['7-Zip', () => starting("7z\xbc\xaf'\x1c\0\x04")],
  RAR: ['RAR', () => starting('Rar!\x1a\x07\x01\0')],
  BZIP2: ['BZIP2', () => starting('BZh91AY&SY')],
  XZ: ['XZ', () => starting('\xfd7zXZ\0\0\x04')],
  Zstandard: ['Zstandard', () => starting('\x28\xb5\x2f\xfd')],
  'a PDF': ['PDF', () => starting('%PDF-1.7\n<rss><item>')],
  'an EPUB': ['EPUB', () => zipStored('mimetype', 'application/epub+zip')],
  'a Word document': ['Microsoft Office', () => zip('[Content_Types].xml', Buffer.from(FEED))],
  'an old Word document': ['Microsoft Office', () => starting('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
  'a PNG picture': ['PNG', () => starting('\x89PNG\r\n\x1a\n')],
  'a JPEG picture': ['JPEG', () => starting('\xff\xd8\xff\xe0\0\x10JFIF')],
  'a film': ['MP4', () => starting('\0\0\0\x20ftypisom')],
  'a song': ['MP3', () => starting('ID3\x04')],
  'a program': ['ELF', () => starting('\x7fELF\x02\x01\x01')],
  'a database': ['SQLite', () => starting('SQLite format 3\0')],
};
