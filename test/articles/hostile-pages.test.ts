// Pages made to be slow or to run out of stack: each must be read, whatever comes out, in a fraction of the worker's deadline.

import { expect, test } from 'vitest';
import { cleanText } from '../../src/articles/clean-text.ts';
import { extractArticle } from '../../src/articles/extract.ts';

const PAGES: readonly (readonly [string, () => string])[] = [
  ['a million open divs', () => '<div>'.repeat(1_000_000)],
  ['a million open bold tags', () => '<b>x'.repeat(1_000_000)],
  ['nested tables', () => '<table><tr><td>'.repeat(200_000)],
  ['nested links with classes', () => '<a class="share related nav">x'.repeat(100_000)],
  ['a hundred thousand paragraphs', () => '<p>A short paragraph.'.repeat(100_000)],
  ['a million line breaks', () => `<p>${'x<br>'.repeat(1_000_000)}`],
  ['five megabytes of text', () => `<p>${'word, word. '.repeat(420_000)}`],
  ['five megabytes of spaces', () => `<p>a${' '.repeat(5_000_000)}b`],
  ['five megabytes of dashes', () => `<h1>${'-'.repeat(5_000_000)}a</h1>`],
  ['a million attributes', () => `<p ${'a=1 '.repeat(1_000_000)}>x`],
  ['a class of a megabyte', () => `<p class="${'share '.repeat(200_000)}">x`],
  ['a script that never closes', () => `<script>${'a'.repeat(5_000_000)}`],
  ['a comment that never closes', () => `<!--${'a'.repeat(5_000_000)}`],
  ['JSON-LD nested without end', () => `<script type="application/ld+json">${'['.repeat(900_000)}`],
  [
    'JSON-LD of many nodes',
    () => `<script type="application/ld+json">[${'{"@type":"Article"},'.repeat(40_000)}{}]</script>`,
  ],
  ['entities only', () => '&amp;'.repeat(1_000_000)],
  ['open times around everything', () => `<time>${'<time><p>text '.repeat(100_000)}`],
  ['author boxes in author boxes', () => '<div class="author byline">name '.repeat(100_000)],
];

test.each(PAGES)('%s', { timeout: 60_000 }, (_, make) => {
  const html = make();
  const start = process.cpuUsage();

  extractArticle(html, 'https://site.example/page');

  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(2500);
});

const TEXTS: readonly (readonly [string, () => string])[] = [
  ['two million dashes', () => '-'.repeat(2_000_000)],
  ['a line of brackets', () => '['.repeat(2_000_000)],
  [
    'many lines that are all heads of teasers',
    () =>
      `${'A paragraph of the text that is long enough to be one. '.repeat(3)}\n${'Related Posts\n'.repeat(100_000)}`,
  ],
  ['many short lines', () => 'x\n'.repeat(500_000)],
];

test.each(TEXTS)('text: %s', { timeout: 60_000 }, (_, make) => {
  const text = make();
  const start = process.cpuUsage();

  cleanText(text);

  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(2500);
});
