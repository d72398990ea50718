import { expect, test } from 'vitest';
import { isLanguage, readLanguage } from '../../src/text/read-language.ts';

test.each([
  ['DE', 'de'],
  ['pt-BR', 'pt'],
  ['nb', 'no'],
  ['German', 'de'],
  ['Türkçe', 'tr'],
  ['turkce', 'tr'],
  ['Englisch', 'en'],
  ['allemand', 'de'],
  ['inglés', 'en'],
  ['inglês', 'en'],
  ['английский', 'en'],
  ['英語', 'en'],
  ['Tiếng Anh', 'en'],
  ['francais', 'fr'],
  ['espanol', 'es'],
  [' 日本語 ', 'ja'],
])('%s is %s, in whatever language the bot speaks, accents aside', (typed, code) => {
  expect(readLanguage(typed)).toBe(code);
  expect(isLanguage(typed)).toBe(true);
});

test.each(['klingon', 'tl h', '', 'Engl'])('%j is no language', (typed) => {
  expect(isLanguage(typed)).toBe(false);
});
