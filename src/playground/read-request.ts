// Reads a request's body: JSON, or multipart with `payload_json` and files.
import type { IncomingMessage } from 'node:http';
import { apiError } from './api-error.ts';
import { LIMIT } from './limits.ts';
import type { UploadedFile } from './records.ts';

export interface ReadBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export async function readRequest(request: IncomingMessage): Promise<ReadBody> {
  const bytes = await readBytes(request, LIMIT.requestBytes);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/form-data')) return { body: parseJson(bytes.toString('utf8')), files: [] };
  return readForm(bytes, type);
}

export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > limit) throw apiError.tooLarge();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

async function readForm(bytes: Buffer, type: string): Promise<ReadBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files: UploadedFile[] = [];
  let body: unknown;
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') body = parseJson(value);
      continue;
    }
    const content = new Uint8Array(await value.arrayBuffer());
    if (content.byteLength > LIMIT.fileBytes) throw apiError.tooLarge();
    files.push({ field, filename: value.name, contentType: contentType(value.name, value.type), bytes: content });
  }
  return { body, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw apiError.badJson();
  }
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  opml: 'text/x-opml; charset=utf-8',
};

function contentType(name: string, given: string): string {
  const known = TYPES[name.split('.').pop()?.toLowerCase() ?? ''];
  return known ?? (given || 'application/octet-stream');
}
