import { expect, test } from 'vitest';
import { renderLatest } from '../../../src/discord/render/latest.ts';
import { wordsFor } from '../../../src/words.ts';

const empty = (of: readonly string[], locale = 'en-GB') =>
  JSON.stringify(renderLatest({ kind: 'latest', of, articles: [] }, wordsFor(locale)));

test('an instance without articles is told apart from a topic and a source that have none', () => {
  expect(empty([])).toContain('Nothing has come in yet');
  expect(empty(['Hospitals', 'Der Nordbote'])).toContain('No article fits this yet');
});

test('what it is of is named as the language writes a colon', () => {
  expect(empty(['Hôpitaux'], 'fr')).toContain('Derniers articles : Hôpitaux');
});
