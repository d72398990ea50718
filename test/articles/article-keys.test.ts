import { expect, test } from 'vitest';
import { articleKeys } from '../../src/articles/article-keys.ts';

const text = 'A goat climbed the tower of Ansel and stayed there until the bells rang. '.repeat(8);
const keys = (url: string) =>
  articleKeys({ url, title: 'Goat', text, siteName: 'The Ansel Herald' } as never).filter((key) =>
    key.startsWith('text:'),
  );

test('the same words at another address of a host are the same article', () => {
  expect(keys('https://www.herald.example/a')).toEqual(keys('https://m.herald.example/b?id=2'));
});

test('the same words at another host are not, whatever name both go by', () => {
  expect(keys('https://herald.example/a')).not.toEqual(keys('https://mallory.example/a'));
});
