import { expect, test } from 'vitest';
import { parseFeed } from '../../src/feeds/parse.ts';

function titleOf(declarations: string, title: string): string | undefined {
  const document = `<?xml version="1.0"?><!DOCTYPE rss [ ${declarations} ]><rss><channel><item><title>${title}</title></item></channel></rss>`;
  const parsed = parseFeed(Buffer.from(document), {});
  return parsed.ok ? parsed.feed.items[0]?.title : parsed.error;
}

test('short words that a document names stand where their names stood', () => {
  expect(titleOf(`<!ENTITY town "Ansel"> <!ENTITY beast 'goat'>`, 'The &beast; of &town; &amp; &eacute;')).toBe(
    'The goat of Ansel & é',
  );
});

test.each([
  ['names in names', '<!ENTITY a "ha"><!ENTITY b "&a;&a;">', '&b;', '&b;'],
  ['files', '<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;', '&a;'],
  ['parameters', '<!ENTITY % a "x"><!ENTITY b "%a;">', '&b;', '&b;'],
  ['markup', '<!ENTITY a "<b>x</b>">', '&a;', '&a;'],
  ['long words', `<!ENTITY a "${'x'.repeat(201)}">`, '&a;', '&a;'],
  ["everybody's names", '<!ENTITY lt "x"><!ENTITY amp "y">', 'a &lt; b &amp; c', 'a < b & c'],
])('%s are left as they are', (_name, declarations, title, read) => {
  expect(titleOf(declarations, title)).toBe(read);
});

test('a name is replaced a thousand times and no more', () => {
  const document = `<!DOCTYPE rss [<!ENTITY a "xxxxxxxxxx">]><rss><channel><item><description>${'&a;'.repeat(5_000)}</description></item></channel></rss>`;

  const parsed = parseFeed(Buffer.from(document), {});

  expect(parsed.ok && parsed.feed.items[0]?.summary?.match(/x{10}/g)?.length).toBe(1_000);
});
