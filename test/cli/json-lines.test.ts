import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type JsonLine, readJsonLines } from '../../src/cli/json-lines.ts';

async function read(chunks: readonly (string | Buffer)[], maxBytes?: number): Promise<JsonLine[]> {
  const input = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  return Array.fromAsync(readJsonLines(input, maxBytes));
}

describe('reading JSON Lines', () => {
  test('a line may come in pieces, and the last one without a line end', async () => {
    expect(await read(['{"a"', ':1}\n{"a":2', '}'])).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 2, value: { a: 2 } },
    ]);
  });

  test('a letter cut in two by a chunk is whole again', async () => {
    const bytes = Buffer.from('{"a":"ж"}\n');

    expect(await read([bytes.subarray(0, 7), bytes.subarray(7)])).toEqual([{ line: 1, value: { a: 'ж' } }]);
  });

  test('what is no JSON object is an error with its line number, and the next line is read', async () => {
    expect(await read(['nonsense\n\n[1]\r\n{"a":1}\r\n'])).toEqual([
      { line: 1, error: 'the line is not JSON' },
      { line: 3, error: 'the line is not a JSON object' },
      { line: 4, value: { a: 1 } },
    ]);
  });

  test('a line over the limit is refused, by its id where that comes first, and the next one is read', async () => {
    const limit = 1024 * 1024;
    const long = `{"id":"big","a":"${'x'.repeat(limit)}"}\n`;

    expect(await read([long, '{"a":1}\n'], limit)).toEqual([
      { line: 1, id: 'big', error: 'the line is longer than 1 MB' },
      { line: 2, value: { a: 1 } },
    ]);
  });
});
