// The five texts that the project was handed, furniture and all; they belong to others, so they stay outside the tree.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/articles/clean-text.ts';

const folder = new URL('../../../shared/seeds/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).sort() : [];

/** Lines of furniture by what they begin with; everything else in the files is the article's. */
const FURNITURE = [
  /^Keywords:/,
  /^\[Insert Image/,
  /^Post Comment$/,
  /^You May Have Missed$/,
  /^Share the post/,
  /^Table of Contents$/,
  /^Avatar of/,
  /^Ahmed Mainul$/,
  /^My name is/,
  /^1 thought on/,
  /^Leave a Comment$/,
  /^Related Posts$/,
];

describe.skipIf(files.length !== 5)('the five seed texts (skipped where the shared folder is missing)', () => {
  test.each(files)('%s keeps every paragraph and none of the furniture', (file) => {
    const raw = readFileSync(new URL(file, folder), 'utf8');
    const cut = raw.indexOf('\nRelated Posts');
    const lines = (cut < 0 ? raw : raw.slice(0, cut)).split('\n').filter((line) => line.trim() !== '');
    const wanted = lines.filter((line) => !FURNITURE.some((pattern) => pattern.test(line)));

    const { title, text } = cleanText(raw);

    expect(text.split('\n')).toEqual(wanted.filter((line) => line.trim() !== title));
  });

  test('title, author and keywords are lifted out of the text', () => {
    const cleaned = files.map((file) => cleanText(readFileSync(new URL(file, folder), 'utf8')));

    expect(cleaned.map((one) => one.title)).toEqual([
      'Putin’s Vietnam Visit: Reshaping the World Order or Seeking Allies?',
      undefined,
      'Russian President Vladimir Putin Visits Hanoi Amidst Geopolitical Maneuvering',
      undefined,
      undefined,
    ]);
    expect(cleaned[0]!.keywords).toHaveLength(14);
    expect(cleaned[2]!.author).toBe('Ahmed Mainul');
    expect(cleaned.map((one) => one.headings.length)).toEqual([5, 0, 3, 0, 0]);
  });
});
