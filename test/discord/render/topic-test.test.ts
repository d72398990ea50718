import { expect, test } from 'vitest';
import { renderTopicTest } from '../../../src/discord/render/topic-test.ts';
import type { TestedArticle } from '../../../src/topics/topic-test.ts';
import { wordsFor } from '../../../src/words.ts';
import { NOON, topicRow } from '../../helpers/answers.ts';

const TITLE = 'Tram stops';

function reasonFor(change: Partial<TestedArticle>, locale = 'en'): string {
  const plain = { title: TITLE, url: undefined, source: 'Gazette', at: NOON, score: 0, others: 0 };
  const near = [{ ...plain, fits: [], found: [], gaps: [], ...change }];
  const test = { kind: 'topic-test', topic: topicRow(), matched: [], near } as const;
  return JSON.stringify(renderTopicTest(test, wordsFor(locale), { half: 'near', page: 0 }));
}

test.each([
  [{ kind: 'lacksInTitle', words: ['tram'] }, '**lacks** *tram* **in the title**'],
  [{ kind: 'excludedLang', words: ['en'] }, '**is in** *English*, **which you leave out**'],
  [{ kind: 'excludedSource', words: ['Nordbote'] }, '**is from** *Nordbote*, **which you leave out**'],
  [{ kind: 'lang', words: ['de'] }, '**is not in** *German*'],
  [{ kind: 'since', words: ['since:7d'] }, '**is too old for** *since:7d*'],
] as const)('%j reads %s', (gap, expected) => {
  expect(reasonFor({ gaps: [gap] })).toContain(expected);
});

test('what has none of the words is told by what else it is, without a score', () => {
  const fits = [{ kind: 'lang', words: ['ja'] }] as const;

  expect(reasonFor({ fits })).toContain('is in *Japanese*');
  expect(reasonFor({ fits }, 'de')).toContain('ist auf *Japanisch*');
  expect(reasonFor({ fits })).not.toContain('score');
});
