import { describe, expect, test } from 'vitest';
import trackers from '../../data/feeds/trackers.json' with { type: 'json' };
import { normalizeUrl, urlKey, urlKeys } from '../../src/feeds/normalize-url.ts';

describe('the canonical form', () => {
  test.each([
    ['HTTPS://Harbour.Example:443/a', 'https://harbour.example/a'],
    ['http://harbour.example:8080/a', 'http://harbour.example:8080/a'],
    ['https://harbour.example/a?utm_source=x&id=2&fbclid=1&UTM_Medium=y', 'https://harbour.example/a?id=2'],
    ['https://harbour.example/a?utm_source=x', 'https://harbour.example/a'],
    ['https://harbour.example/a#comments', 'https://harbour.example/a'],
    ['https://harbour.example/#!/story/1', 'https://harbour.example/#!/story/1'],
    ['https://harbour.example/a?ref=rss', 'https://harbour.example/a'],
    ['https://harbour.example/a?ref=12', 'https://harbour.example/a?ref=12'],
    ['https://harbour.example/a;jsessionid=1F?b=1', 'https://harbour.example/a?b=1'],
    ['https://harbour.example/a?q=x%20y&b', 'https://harbour.example/a?q=x%20y&b'],
    ['https://anna:secret@harbour.example/a', 'https://harbour.example/a'],
    ['https://www.google.com/amp/s/harbour.example/a', 'https://harbour.example/a'],
    ['https://harbour-example.cdn.ampproject.org/c/s/harbour.example/a', 'https://harbour.example/a'],
  ])('of %s', (url, expected) => {
    expect(normalizeUrl(url)).toBe(expected);
  });

  test('of a relative address needs a base', () => {
    expect(normalizeUrl('../b', 'https://harbour.example/a/c')).toBe('https://harbour.example/b');
    expect(normalizeUrl('../b')).toBeUndefined();
  });

  test.each(['mailto:a@b.example', 'javascript:alert(1)', 'no', ''])('of %s is none', (url) => {
    expect(normalizeUrl(url)).toBeUndefined();
    expect(urlKeys(url)).toEqual([]);
  });
});

describe('two addresses have one key', () => {
  const page = 'https://harbour.example/news/ferry.html';
  test.each([
    'http://www.harbour.example/news/ferry.html',
    'https://m.harbour.example/news/ferry.html?utm_campaign=x',
    'https://amp.harbour.example/news/ferry.html#top',
    'https://harbour.example/news/ferry.html/amp/',
    'https://harbour.example/amp/news/ferry.html',
    'https://harbour.example/news/ferry.amp.html',
    'https://harbour.example//news/ferry.html?amp=1&outputType=amp',
    'https://harbour.example/news/ferry.html/',
  ])('%s', (url) => {
    expect(urlKey(url)).toBe(urlKey(page));
  });

  test('whatever the order of their parameters', () => {
    expect(urlKey('https://harbour.example/?b=2&a=1')).toBe(urlKey('https://harbour.example/index.html?a=1&b=2'));
  });
});

test.each([
  ['https://harbour.example/?id=1', 'https://harbour.example/?id=2'],
  ['https://harbour.example/a', 'https://harbour.example/A'],
  ['https://harbour.example:8080/a', 'https://harbour.example/a'],
  ['https://news.harbour.example/a', 'https://harbour.example/a'],
])('%s and %s are different pages', (a, b) => {
  expect(urlKey(a)).not.toBe(urlKey(b));
});

test('the list of trackers names each once, in small letters and in order', () => {
  expect(trackers.names).toEqual([...new Set(trackers.names)].sort());
  expect(trackers.names).toEqual(trackers.names.map((name) => name.toLowerCase()));
});
