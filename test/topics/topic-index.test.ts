import { describe, expect, test } from 'vitest';
import type { Owner } from '../../src/scope.ts';
import { toTerms } from '../../src/text/terms.ts';
import { type MatchDoc, matchQuery } from '../../src/topics/match.ts';
import type { Topic, TopicId } from '../../src/topics/topic.ts';
import { createTopicIndex } from '../../src/topics/topic-index.ts';
import { toTopicQuery } from '../../src/topics/topic-query.ts';
import { createDice } from '../bench/dice.ts';

function topic(id: number, include: string, more: Partial<Topic> = {}): Topic {
  return {
    id: id as TopicId,
    owner: 'g1' as Owner,
    name: include,
    include,
    exclude: undefined,
    sources: [],
    languages: [],
    createdAt: 0,
    ...more,
  };
}

function doc(title: string, text: string, lang: string | undefined, source = 'The Kettle'): MatchDoc {
  return { lang, titleTerms: toTerms(title, lang), textTerms: toTerms(text, lang), source, time: 5_000 };
}

const DOCS = [
  doc('Storm floods Hanoi', 'Schools closed as the Red River rose.', 'en'),
  doc('Bank of England holds rates', 'Inflation is falling, the bank said.', 'en', 'BBC News'),
  doc('Die Wahl in Bremen', 'Die Wahlen enden am Sonntag.', 'de'),
  doc('東京で選挙', '首相は選挙を行うと述べた。', 'ja'),
];
const TOPICS = [
  topic(1, 'flood'),
  topic(2, 'storm -football'),
  topic(3, '"bank of england" OR inflation'),
  topic(4, 'source:bbc'),
  topic(5, 'wahl', { languages: ['de'] }),
  topic(6, '(storm OR hanoi) river'),
  topic(7, 'the storm'),
  topic(8, 'die'),
  topic(9, '選挙'),
  topic(10, 'title:river'),
  topic(11, 'storm', { exclude: 'school sport' }),
  topic(12, 'rates', { sources: ['BBC'] }),
  topic(13, 'lang:de'),
  topic(14, 'since:1h storm'),
];

const sorted = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b);

describe('createTopicIndex', () => {
  test('matches exactly what each query matches alone', () => {
    const index = createTopicIndex();
    for (const each of TOPICS) index.add(each);

    for (const each of DOCS) {
      const alone = TOPICS.filter((one) => {
        const parsed = toTopicQuery(one);
        return 'ok' in parsed && matchQuery(parsed.query, each, 6_000).matched;
      });

      expect(sorted(index.match(each, 6_000))).toEqual(alone.map(({ id }) => id));
    }
  });

  test('finds the topics that one would expect', () => {
    const index = createTopicIndex();
    for (const each of TOPICS) index.add(each);

    expect(DOCS.map((each) => sorted(index.match(each, 6_000)))).toEqual([[1, 2, 6, 7, 14], [3, 4, 12], [5, 13], [9]]);
  });

  test('forgets a removed topic and keeps another server’s equal one', () => {
    const index = createTopicIndex();
    index.add(topic(1, 'storm'));
    index.add(topic(2, 'storm'));

    index.remove(1 as TopicId);

    expect([index.match(DOCS[0]!, 0), index.size]).toEqual([[2], 1]);
  });

  test('replaces a topic that is edited, in languages already seen too', () => {
    const index = createTopicIndex();
    index.add(topic(1, 'inflation'));
    index.match(DOCS[0]!, 0);

    index.add(topic(1, 'hanoi'));

    expect([index.match(DOCS[0]!, 0), index.match(DOCS[1]!, 0)]).toEqual([[1], []]);
  });

  test('says what is wrong with a query and stays as it was', () => {
    const index = createTopicIndex();

    expect(index.add(topic(1, '"storm'))?.reason).toBe('open-quote');
    expect(index.size).toBe(0);
  });
});

/** Queries of every shape over few words, some of which are stop words in one language or another. */
function makeQuery(dice: (n: number) => number, depth = 0): string {
  const words = [
    'storm',
    'the',
    'die',
    'Wahlen',
    'bora',
    'rivers',
    '選挙',
    '"bora bora"',
    '"red river"',
    'title:storm',
  ];
  const fields = ['source:bbc', 'source:"bbc news"', 'source:!', 'lang:de', 'lang:en', 'since:1h', 'title:"the die"'];
  const one = (): string => (dice(4) > 0 ? words[dice(words.length)]! : fields[dice(fields.length)]!);
  if (depth > 2) return one();
  const part = (): string => makeQuery(dice, depth + 1);
  const shapes = [
    one,
    one,
    () => `${part()} ${part()}`,
    () => `(${part()} OR ${part()})`,
    () => `${part()} -(${part()})`,
  ];
  return shapes[dice(shapes.length)]!();
}

describe('an index of queries of every shape', () => {
  const dice = createDice(3);
  const topics = Array.from({ length: 400 }, (_, i) => topic(i, makeQuery(dice)));
  const docs = [undefined, 'en', 'de', 'ja', 'vi', 'xx', 'pt-BR'].flatMap((lang) => [
    { ...doc('Storm over Bora Bora', 'The red river rose. Wahlen: die Flut. 選挙', lang), time: 9_000_000 },
    { ...doc('The die is cast', 'Bora, then bora; a river is red.', lang, 'BBC'), url: 'https://bbc.example/1' },
    { ...doc('選挙', 'Rivers', lang, 'News of the BBC news'), time: 0 },
    doc('', '', lang, ''),
  ]);
  const matchesAlone = (one: Topic, each: MatchDoc): boolean => {
    const parsed = toTopicQuery(one);
    return 'ok' in parsed && matchQuery(parsed.query, each, 9_000_000).matched;
  };

  test('answers for each what it matches alone, whatever comes and goes', () => {
    const index = createTopicIndex();
    const there = new Set<Topic>();
    const toggle = (one: Topic): void => {
      if (there.delete(one)) index.remove(one.id);
      else if (index.add(one) === undefined) there.add(one);
    };
    for (const [i, each] of docs.entries()) {
      topics.filter((_, n) => (n * 7 + i) % 5 === 0).forEach(toggle);

      const alone = [...there].filter((one) => matchesAlone(one, each));

      expect(sorted(index.match(each, 9_000_000))).toEqual(sorted(alone.map(({ id }) => id)));
    }
    expect(index.size).toBe(there.size);
  });

  test('is ready for a language before its first article, in turns', async () => {
    const index = createTopicIndex();
    for (const one of topics) index.add(one);

    await index.prepare('de');

    const expected = topics.filter((one) => matchesAlone(one, docs[8]!));
    expect(sorted(index.match(docs[8]!, 9_000_000))).toEqual(expected.map(({ id }) => id));
  });
});
