import { describe, expect, test } from 'vitest';
import { toTerms } from '../../src/text/terms.ts';
import { MAX_QUERY_LENGTH, parseQuery } from '../../src/topics/query.ts';
import {
  findStarterTopic,
  nameIn,
  offerStarterTopics,
  starterQuery,
  starterTopics,
} from '../../src/topics/starter-topics.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ru', 'vi', 'ja'];

describe.each(starterTopics().map((topic) => [topic.id, topic] as const))('%s', (id, topic) => {
  test('has a name and words in each language', () => {
    expect(Object.keys(topic.name)).toEqual(LANGUAGES);
    expect(Object.keys(topic.words)).toEqual(LANGUAGES);
    for (const lang of LANGUAGES) expect(topic.words[lang]!.length, `${id} ${lang}`).toBeGreaterThanOrEqual(8);
  });

  test('has words that say something in their language, each once', () => {
    for (const lang of LANGUAGES) {
      const words = topic.words[lang]!;
      expect(
        words.filter((word) => toTerms(word, lang).length === 0),
        `${id} ${lang}`,
      ).toEqual([]);
      expect(new Set(words).size, `${id} ${lang}`).toBe(words.length);
    }
  });

  test('is a query in each language, and in four together', () => {
    for (const lang of LANGUAGES) expect(parseQuery(starterQuery(topic, [lang]))).toHaveProperty('ok', true);
    const four = starterQuery(topic, LANGUAGES.slice(0, 4));
    expect(four.length).toBeLessThanOrEqual(MAX_QUERY_LENGTH);
    for (const lang of LANGUAGES.slice(0, 4)) expect(four).toContain(topic.words[lang]!.at(-1));
  });
});

test('are offered in the language of whoever types, found by their English name as well', () => {
  expect(offerStarterTopics('wahl', 'de')).toEqual([{ name: 'Wahlen', value: 'starter:elections' }]);
  expect(offerStarterTopics('elect', 'de')).toEqual([{ name: 'Wahlen', value: 'starter:elections' }]);
  expect(offerStarterTopics('', 'ja').length).toBe(starterTopics().length);
});

test('are found by what the list sends and by a name that was typed', () => {
  expect(findStarterTopic('starter:elections')?.id).toBe('elections');
  expect(findStarterTopic(' выборы ')?.id).toBe('elections');
  expect(findStarterTopic('Harbour')).toBeUndefined();
});

test('the first languages come first, those that do not fit are left out, and English stands in for unknown ones', () => {
  const topic = findStarterTopic('economy')!;

  expect(starterQuery(topic, ['de', 'en', 'de'])).toMatch(/^Wirtschaft OR .*economy OR /);
  expect(starterQuery(topic, ['tlh'])).toMatch(/^economy OR /);
  expect(starterQuery(topic, LANGUAGES).length).toBeLessThanOrEqual(MAX_QUERY_LENGTH);
  expect(nameIn(topic, 'tlh')).toBe('Economy');
});
