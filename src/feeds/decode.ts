// From bytes to text: by byte order mark, the bytes themselves, what the prolog and the header say, and evidence.

import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { guessEncoding } from './encoding-evidence.ts';

/** Names that mean something wider in practice than what they say. */
const WIDER: Readonly<Record<string, string>> = {
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  'euc-kr': 'cp949',
  ks_c_5601: 'cp949',
  'ks_c_5601-1987': 'cp949',
  'big5-hkscs': 'big5',
  'x-euc-jp': 'euc-jp',
};

/** Where more than this share of a text cannot be read, another encoding is tried. */
const MAX_BROKEN = 0.05;

export function decodeBytes(bytes: Uint8Array, contentType: string | undefined): string {
  const text = decode(bytes, contentType);
  // Control characters that nobody types: bytes of windows-1252 that were taken for Latin-1 somewhere on the way.
  return /[\x80-\x9f]/.test(text) ? text.replace(/[\x80-\x9f]+/g, fromWindows) : text;
}

/** As long a run as it may be: one call for each character would take seconds. */
function fromWindows(run: string): string {
  return iconv.decode(Buffer.from(run, 'latin1'), 'windows-1252');
}

function decode(bytes: Uint8Array, contentType: string | undefined): string {
  const marked = byteOrderMark(bytes) ?? byteShape(bytes);
  if (marked) return decodeAs(bytes, marked);
  if (isUtf8(bytes) && !hasEscapes(bytes)) return new TextDecoder('utf-8').decode(bytes);
  const declared = [prologCharset(bytes), headerCharset(contentType)].flatMap((name) => knownCharset(name) ?? []);
  for (const charset of declared) {
    const text = decodeAs(bytes, charset);
    if (brokenShare(text) <= MAX_BROKEN) return text;
  }
  const asUtf8 = new TextDecoder('utf-8').decode(bytes);
  // One bad byte does not make a UTF-8 document something else.
  if (brokenShare(asUtf8) <= MAX_BROKEN * 4) return asUtf8;
  return decodeAs(bytes, guessEncoding(bytes));
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : undefined;
}

/** What "<" or "{" look like in encodings of more than one byte, and "<?xm" in EBCDIC. */
function byteShape(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  const isStart = (byte: number | undefined) => byte === 0x3c || byte === 0x7b || byte === 0x20 || byte === 0x0a;
  if (a === 0 && b === 0 && c === 0 && isStart(d)) return 'utf-32be';
  if (isStart(a) && b === 0) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0 && isStart(b)) return 'utf-16be';
  return a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94 ? 'cp037' : undefined;
}

/** ISO-2022-JP switches alphabets with escapes and has ASCII bytes only, so it looks like UTF-8. */
function hasEscapes(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28);
}

function prologCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<\?xml[^>]*?encoding\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
}

function headerCharset(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
}

/** UTF-16 and UTF-32 would have shown themselves; a document that claims them in ASCII bytes is mistaken. */
function knownCharset(name: string | undefined): string | undefined {
  if (!name || /^(utf-?(16|32)|ucs-)/i.test(name)) return undefined;
  const lower = name.toLowerCase();
  const charset = Object.hasOwn(WIDER, lower) ? WIDER[lower]! : lower;
  return charset === 'iso-2022-jp' || iconv.encodingExists(charset) ? charset : undefined;
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  // iconv-lite lacks ISO-2022-JP; windows-1252 is read by iconv-lite because some Node versions get it wrong.
  if (charset === 'iso-2022-jp' || charset === 'utf-8') return new TextDecoder(charset).decode(bytes);
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset);
}

/** Replacement characters among everything that is not ASCII. */
function brokenShare(text: string): number {
  let broken = 0;
  let all = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken += 1;
    if (code > 0x7f) all += 1;
  }
  return all === 0 ? 0 : broken / all;
}
