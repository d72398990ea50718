// Bytes of a page to text, by the order of the HTML standard: BOM, header, meta, then what the bytes look like.

import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { fileFormat } from '../feeds/file-format.ts';

const PRESCAN_BYTES = 4096;
const HTML_TYPE = /^(text\/html|application\/xhtml\+xml|application\/xml|text\/xml|text\/plain)\b/i;
const META_CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i;
const XML_ENCODING = /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})["']/i;

/** `undefined` when the answer is no page (an image, a PDF, an archive). */
export function decodePage(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  if (contentType !== undefined && !HTML_TYPE.test(contentType.trim())) return undefined;
  if (fileFormat(bytes) !== undefined) return undefined;
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PRESCAN_BYTES));
  if (contentType === undefined && start.includes(0) && !hasBom(start)) return undefined;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return iconv.decode(buffer, pageCharset(start, buffer, contentType));
}

function pageCharset(start: Buffer, whole: Buffer, contentType: string | undefined): string {
  if (hasBom(start)) return start[0] === 0xef ? 'utf-8' : 'utf-16';
  const ascii = start.toString('latin1');
  const named =
    /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '') ?? META_CHARSET.exec(ascii) ?? XML_ENCODING.exec(ascii);
  const charset = named?.[1];
  // Pages that name a legacy charset and hold UTF-8 are commoner than text that is UTF-8 by accident.
  if (isUtf8(whole)) return 'utf-8';
  if (charset === undefined || /^utf-?8$/i.test(charset) || !iconv.encodingExists(charset)) return 'windows-1252';
  return /^iso-?8859-?1$|^latin-?1$|^ascii$/i.test(charset) ? 'windows-1252' : charset;
}

function hasBom(start: Buffer): boolean {
  const [a, b, c] = start;
  return (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe);
}
