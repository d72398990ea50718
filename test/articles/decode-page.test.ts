import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../src/articles/decode-page.ts';
import { fetchPage } from '../../src/articles/fetch-page.ts';

describe('decoding a page', () => {
  test.each([
    ['the header', iconv.encode('<p>Müller</p>', 'iso-8859-1'), 'text/html; charset=ISO-8859-1', 'Müller'],
    ['a meta tag', iconv.encode('<meta charset="windows-1251"><p>Москва</p>', 'windows-1251'), 'text/html', 'Москва'],
    ['a BOM', iconv.encode('<p>東京</p>', 'utf-16', { addBOM: true }), 'text/html', '東京'],
    [
      'its own bytes, whatever the header says',
      Buffer.from('<p>Müller</p>'),
      'text/html; charset=iso-8859-1',
      'Müller',
    ],
    ['a guess where nothing is said', iconv.encode('<p>caf\u00e9</p>', 'windows-1252'), 'text/html', 'café'],
  ])('goes by %s', (_, bytes, contentType, text) => {
    expect(decodePage(bytes, contentType)).toContain(text);
  });

  test.each([
    [Buffer.from('%PDF-1.7'), 'application/pdf'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), undefined],
  ])('an answer that is no page is undefined', (bytes, contentType) => {
    expect(decodePage(bytes, contentType)).toBeUndefined();
  });
});

test('a person who asks for a summary of a file hears what it is', async () => {
  const bytes = Buffer.from('PK\x03\x04 and so on');
  const http = { fetch: async () => ({ kind: 'ok', url: 'https://a.example/b', contentType: 'text/html', bytes }) };

  expect(await fetchPage('https://a.example/b', { http: http as never, extract: async () => undefined })).toEqual({
    problem: 'a-file',
    url: 'https://a.example/b',
    format: 'ZIP',
  });
});
