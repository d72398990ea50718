import { describe, expect, test } from 'vitest';
import { renderProblem } from '../src/discord/render/problem.ts';
import type { Problem } from '../src/errors.ts';
import { CATALOGUES, LOCALES, localised, wordsFor } from '../src/words.ts';
import { readable } from './helpers/readable.ts';

type Texts = { readonly [key: string]: string | Texts };

const PLURAL = /_(zero|one|two|few|many|other)$/;
const TRANSLATED = LOCALES.filter((locale) => locale !== 'en');

/** Every text by its path. */
function flat(texts: Texts, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

const stems = (texts: Map<string, string>) =>
  [...new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')))].sort();
const values = (text: string) => new Set([...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1] as string));
const english = flat(CATALOGUES.en);

describe.each(TRANSLATED)('%s', (locale) => {
  const texts = flat(CATALOGUES[locale]);

  test('has every text that English has, and no other', () => {
    expect(stems(texts)).toEqual(stems(english));
  });

  test('has the plural forms of its language', () => {
    // Where "many" is for millions alone, "other" serves for it.
    const needed = new Intl.PluralRules(locale)
      .resolvedOptions()
      .pluralCategories.filter((category) => category !== 'many' || locale === 'ru');
    const counted = [...english.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(PLURAL, ''));

    const missing = counted
      .flatMap((stem) => needed.map((category) => `${stem}_${category}`))
      .filter((key) => !texts.has(key));

    expect(missing).toEqual([]);
  });

  test('has the values of the English text in each, and asks for no other', () => {
    const differing = [...texts].filter(([key, text]) => {
      const same = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
      const [own, wanted] = [values(text), values(same)];
      // "One" may be said without its number.
      if (key.endsWith('_one')) wanted.delete('count');
      if (key.endsWith('_one')) own.delete('count');
      return [...own].sort().join() !== [...wanted].sort().join();
    });

    expect(differing).toEqual([]);
  });

  test('speaks for itself: hardly any text is the English one', () => {
    const same = [...texts].filter(([key, text]) => key.length > 0 && text.length > 24 && english.get(key) === text);

    expect(same.map(([key]) => key).filter((key) => !key.endsWith('.cron') && !key.startsWith('digests.cron'))).toEqual(
      [],
    );
  });
});

describe('saying', () => {
  test.each([
    [1, '1 источник'],
    [3, '3 источника'],
    [5, '5 источников'],
    [21, '21 источник'],
    [1234, '1234 источника'],
  ])('counts %d in Russian', (count, expected) => {
    expect(wordsFor('ru').say('count.sources', { count }).replace(/\s/g, ' ').replace('1 234', '1234')).toBe(expected);
  });

  test('writes numbers as the language does', () => {
    expect(wordsFor('de').say('count.articles', { count: 12345 })).toBe('12.345 Artikel');
    expect(wordsFor('en-US').say('count.articles', { count: 12345 })).toBe('12,345 articles');
  });

  test.each([
    ['en-GB', 'en'],
    ['es-419', 'es-ES'],
    ['pt-BR', 'pt-BR'],
    ['ko', 'en'],
    [undefined, 'en'],
  ])('%s is spoken to in %s', (wanted, expected) => {
    expect(wordsFor(wanted).locale).toBe(expected);
  });

  test('never expands what a person typed', () => {
    expect(wordsFor('en').say('search.title', { query: '{{count}} $t(page)' })).toBe('Search: {{count}} $t(page)');
  });

  test('offers Discord each translation, Latin American Spanish included', () => {
    expect(Object.keys(localised('command.search.description')).sort()).toEqual(
      ['de', 'es-419', 'es-ES', 'fr', 'ja', 'pt-BR', 'ru', 'vi'].sort(),
    );
  });
});

const HOST = { host: 'news.example' };
const PROBLEMS: readonly Problem[] = [
  { problem: 'not-a-url', input: 'htp:/x' },
  { problem: 'host-not-found', ...HOST },
  { problem: 'private-address', ...HOST },
  { problem: 'unreachable', ...HOST },
  { problem: 'http-status', ...HOST, status: 403 },
  { problem: 'timeout', ...HOST, seconds: 20 },
  { problem: 'too-large', ...HOST, megabytes: 10 },
  { problem: 'garbled', ...HOST },
  { problem: 'too-many-redirects', ...HOST },
  { problem: 'robots', ...HOST },
  { problem: 'no-article', url: 'https://news.example/' },
  { problem: 'not-a-feed', url: 'https://news.example/' },
  { problem: 'a-file', url: 'https://news.example/', format: 'ZIP' },
  { problem: 'list-is-file', format: 'ZIP' },
  { problem: 'nothing-found', query: 'otters' },
  { problem: 'nothing-found', query: 'otters', orAddress: true },
  { problem: 'no-sources' },
  { problem: 'no-text' },
  { problem: 'unknown-topic', name: 'otters', known: ['Harbour'] },
  { problem: 'unknown-source', name: 'otters', known: [] },
  { problem: 'unknown-digest', name: 'otters', known: ['Morning'] },
  { problem: 'already-exists', name: 'Harbour' },
  { problem: 'unknown-pack', name: 'Harbour', known: ['World news'] },
  { problem: 'topic-in-use', name: 'Harbour', digest: 'Morning' },
  { problem: 'name-needed' },
  { problem: 'topic-deleted' },
  { problem: 'too-common', words: 'the' },
  { problem: 'name-too-long', limit: 75 },
  { problem: 'bad-query', input: '(otters', at: 0, reason: 'open-bracket' },
  { problem: 'bad-time', input: '8 o’clock' },
  { problem: 'bad-cron', input: '* *' },
  { problem: 'bad-days', input: 'someday' },
  { problem: 'bad-time-zone', input: 'Europe/Berln', suggestion: 'Europe/Berlin' },
  { problem: 'at-or-cron' },
  { problem: 'cannot-post', channelId: '4', missing: ['SendMessages', 'ViewChannel'] },
  { problem: 'needs-manage-server' },
  { problem: 'server-only' },
  { problem: 'quota', what: 'sources', limit: 100 },
  { problem: 'quota', what: 'topics', limit: 50 },
  { problem: 'quota', what: 'digests', limit: 25 },
  { problem: 'too-fast', seconds: 1 },
  { problem: 'too-fast', seconds: 12 },
  { problem: 'expired' },
  { problem: 'internal', reference: 'ab12cd34' },
];

test.each(LOCALES)('every problem reads well in %s', (locale) => {
  const words = wordsFor(locale);

  const read = PROBLEMS.map((problem) => readable(renderProblem(problem, words, (command) => `/${command}`)));

  expect(read.join('\n')).not.toMatch(/\{\{|undefined|problem\.|fault\./);
  expect(read.map((text) => text.split('\n').at(-1)).join('\n')).toMatchSnapshot();
});
