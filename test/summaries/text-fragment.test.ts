import { expect, test } from 'vitest';
import { textFragmentUrl } from '../../src/summaries/text-fragment.ts';

test.each([
  ['a short sentence whole', 'https://a.test/x', 'Nobody was hurt.', 'https://a.test/x#:~:text=Nobody%20was%20hurt.'],
  [
    'hyphens, commas and ampersands encoded',
    'https://a.test/x',
    'A well-known, R&D site.',
    'https://a.test/x#:~:text=A%20well%2Dknown%2C%20R%26D%20site.',
  ],
  [
    'brackets encoded, for Markdown',
    'https://a.test/x',
    'It (the bridge) fell.',
    'https://a.test/x#:~:text=It%20%28the%20bridge%29%20fell.',
  ],
  [
    'after a fragment that is there',
    'https://a.test/x#part',
    'Nobody was hurt.',
    'https://a.test/x#part:~:text=Nobody%20was%20hurt.',
  ],
  [
    'instead of a directive that is there',
    'https://a.test/x#:~:text=old',
    'Nobody was hurt.',
    'https://a.test/x#:~:text=Nobody%20was%20hurt.',
  ],
])('links to %s', (_, url, sentence, expected) => {
  expect(textFragmentUrl(url, sentence)).toBe(expected);
});

test('names a long sentence by its first and last words', () => {
  const sentence =
    'The captain told investigators that the steering had failed minutes before the ferry hit the rocks.';

  expect(textFragmentUrl('https://a.test/', sentence)).toBe(
    'https://a.test/#:~:text=The%20captain%20told%20investigators%20that%20the,ferry%20hit%20the%20rocks.'.replace(
      'ferry',
      'the%20ferry',
    ),
  );
});

test.each([
  '字'.repeat(300),
  'слово '.repeat(200),
  `${'x'.repeat(5000)}.`,
  '\ud800 lone surrogate and more words that go on and on.',
])('stays short and valid for a sentence of any kind', (sentence) => {
  const url = textFragmentUrl('https://a.test/', sentence);

  expect(url.length).toBeLessThanOrEqual(340);
  expect(() => new URL(url)).not.toThrow();
  expect(() => decodeURIComponent(url)).not.toThrow();
});
