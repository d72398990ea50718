// What a file is by its first bytes, where that is neither a feed nor a page: archives, pictures, sound, documents, programs.

/** Name, where the signature stands, and the signature in Latin-1. */
const SIGNATURES: readonly (readonly [string, number, string])[] = [
  ['EPUB', 30, 'mimetypeapplication/epub+zip'],
  ['OpenDocument', 30, 'mimetypeapplication/vnd.oasis.opendocument'],
  ['Microsoft Office', 30, '[Content_Types].xml'],
  ['ZIP', 0, 'PK\x03\x04'],
  ['ZIP', 0, 'PK\x05\x06'],
  ['ZIP', 0, 'PK\x07\x08'],
  ['GZIP', 0, '\x1f\x8b'],
  ['BZIP2', 4, '1AY&SY'],
  ['XZ', 0, '\xfd7zXZ\0'],
  ['7-Zip', 0, "7z\xbc\xaf'\x1c"],
  ['RAR', 0, 'Rar!\x1a\x07'],
  ['Zstandard', 0, '\x28\xb5\x2f\xfd'],
  ['LZ4', 0, '\x04\x22\x4d\x18'],
  ['TAR', 257, 'ustar'],
  ['PDF', 0, '%PDF-'],
  ['PostScript', 0, '%!PS'],
  ['RTF', 0, '{\\rtf'],
  ['Microsoft Office', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['PNG', 0, '\x89PNG'],
  ['JPEG', 0, '\xff\xd8\xff'],
  ['GIF', 0, 'GIF8'],
  ['WebP', 8, 'WEBP'],
  ['WAV', 8, 'WAVE'],
  ['AVI', 8, 'AVI '],
  ['MP4', 4, 'ftyp'],
  ['Matroska', 0, '\x1a\x45\xdf\xa3'],
  ['MP3', 0, 'ID3'],
  ['Ogg', 0, 'OggS'],
  ['FLAC', 0, 'fLaC'],
  ['ELF', 0, '\x7fELF'],
  ['EXE', 0, 'MZ\x90\0'],
  ['Mach-O', 0, '\xcf\xfa\xed\xfe'],
  ['WebAssembly', 0, '\0asm'],
  ['SQLite', 0, 'SQLite format 3\0'],
  ['WOFF', 0, 'wOF'],
];
const LONGEST = 320;

/** The format's name as people know it; undefined for anything that may be text. */
export function fileFormat(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LONGEST)).toString('latin1');
  return SIGNATURES.find(([, at, signature]) => head.startsWith(signature, at))?.[0];
}
