import { describe, expect, test } from 'vitest';
import { toTerms } from '../../src/text/terms.ts';
import { isMatch, matchQuery } from '../../src/topics/match.ts';
import { parseQuery, type Query } from '../../src/topics/query.ts';
import { toTopicQuery } from '../../src/topics/topic-query.ts';

function show(query: Query): string {
  switch (query.kind) {
    case 'and':
    case 'or':
      return `(${query.parts.map(show).join(query.kind === 'and' ? ' & ' : ' | ')})`;
    case 'not':
      return `!${show(query.part)}`;
    case 'since':
      return `since=${query.ms ?? query.from}`;
    case 'text':
      return `${query.title ? 'title=' : ''}${query.phrase ? `"${query.text}"` : query.text}`;
    default:
      return `${query.kind}=${query.value}`;
  }
}

function read(text: string): string {
  const parsed = parseQuery(text);
  return 'ok' in parsed ? show(parsed.query) : `${parsed.reason}@${parsed.at}`;
}

describe('parseQuery', () => {
  test.each([
    ['climate change', '(climate & change)'],
    ['"climate change" OR warming', '("climate change" | warming)'],
    ['(storm OR flood) -football', '((storm | flood) & !football)'],
    ['a OR b c', '(a | (b & c))'],
    ['covid-19 AND vaccine', '("covid-19" & "vaccine")'],
    ['AND a b AND (c OR d) AND', '("a" & "b" & (c | d))'],
    ['title:(ferry OR tram) mayor', '((title=ferry | title=tram) & mayor)'],
    ['title:(a (b OR "c d") source:bbc) e', '(title=a & (title=b | title="c d") & source=bbc & e)'],
    ['-source：（bbc OR cnn） lang: (en | de) x', '(!(source=bbc | source=cnn) & (lang=en | lang=de) & x)'],
    ['subtitle:(a) x', '(subtitle: & a & x)'],
    ['-(a OR b) c', '(!(a | b) & c)'],
    ['NOT sport news', '(!sport & news)'],
    ['Source:BBC lang:de title:"rate cut" since:3d', '(source=bbc & lang=de & title="rate cut" & since=259200000)'],
    ['since:2026-01-02 x', '(since=1767312000000 & x)'],
    ['source: quiet lang： de', '(source=quiet & lang=de)'],
    ['Source: quiet source:', 'quiet'],
    ['„rote Linie“ «ligne rouge» “red line"', '("rote Linie" & "ligne rouge" & "red line")'],
    ['「東京」 選挙', '("東京" & 選挙)'],
    ['"Solveig” ran', '("Solveig" & ran)'],
    ['”ran aground” -”off it” »på grund»', '("ran aground" & !"off it" & "på grund")'],
    ['5” lizard', '(5 & lizard)'],
    ['7” and 5” lizards', '(7 & and & 5 & lizards)'],
    ['” stray', 'stray'],
    ['ｆｅｒｒｙ ＯＲ ｓｏｕｒｃｅ：ｂｂｃ', '(ferry | source=bbc)'],
    ['don’t', 'don’t'],
    ['a | b', '(a | b)'],
    ['() & — x', 'x'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['', 'empty@0'],
    [' -- ( ) ""', 'empty@0'],
    ['say "hello', 'open-quote@4'],
    ['(a OR b', 'open-bracket@0'],
    ['a) b', 'extra-bracket@1'],
    ['a OR', 'dangling-or@2'],
    ['a since:soon', 'bad-since@2'],
    ['a since:2026-13-01', 'bad-since@2'],
    ['a since:2026-02-30', 'bad-since@2'],
    ['lang:klingon a', 'bad-language@0'],
    ['a lang:(en OR klingon)', 'bad-language@14'],
    ['title:(a OR b', 'open-bracket@0'],
    ['since:(soon)', 'bad-since@7'],
    ['a -lang:"x y"', 'bad-language@3'],
    ['OR a', 'dangling-or@0'],
    ['a OR OR b', 'dangling-or@2'],
    ['-a -b', 'only-exclusions@0'],
    ['a OR -b', 'only-exclusions@0'],
    ['x'.repeat(1001), 'too-long@1000'],
  ])('says what is wrong with %s, and where', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('answers every string with a query that can be matched or with one problem', () => {
    const pieces = [
      '"',
      '“',
      '”',
      '(',
      ')',
      '|',
      '-',
      ' ',
      'OR',
      'AND',
      'NOT',
      'title:',
      'source:(',
      ',',
      'since:',
      '9d',
      'lang:',
      'ÿ',
      '東',
      '\ud83d',
      '«',
      'a',
      '\u0000',
      '’',
    ];
    const doc = { lang: 'en', titleTerms: ['a'], textTerms: ['b'], source: 'X', time: 0 };
    let seed = 42;
    const next = (n: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed % n;
    };
    for (let round = 0; round < 5_000; round++) {
      const text = Array.from({ length: next(24) }, () => pieces[next(pieces.length)]).join('');

      const parsed = parseQuery(text);

      expect(() => parseQuery(text, { list: true })).not.toThrow();
      if ('ok' in parsed) expect(matchQuery(parsed.query, doc, 0).matched).toBe(isMatch(parsed.query, doc, 0));
      else expect([parsed.problem, parsed.at >= 0 && parsed.at <= text.length]).toEqual(['bad-query', true]);
    }
  });

  test('reads a thousand brackets', () => {
    expect(read(`${'('.repeat(499)}a${')'.repeat(499)}`)).toBe('a');
  });
});

const storm = {
  lang: 'en',
  titleTerms: toTerms('Storm floods Hanoi streets', 'en'),
  textTerms: toTerms('Schools were closed as the Red River rose. The Bank of England kept its interest rate.', 'en'),
  source: 'The Morning Kettle',
  url: 'https://news.kettle.example/a',
  time: 1_000_000,
};

function matches(text: string): boolean {
  const parsed = parseQuery(text);
  return 'ok' in parsed && matchQuery(parsed.query, storm, 2_000_000).matched;
}

test('isMatch asks for a text only where source, language and time do not decide', () => {
  const unread = {
    ...storm,
    get textTerms(): string[] {
      throw new Error('The text was analysed');
    },
  };
  const isIt = (text: string): boolean => {
    const parsed = parseQuery(text);
    return 'ok' in parsed && isMatch(parsed.query, unread, 2_000_000);
  };

  expect(isIt('flood source:elsewhere')).toBe(false);
  expect(isIt('(flood OR lang:en) since:1h')).toBe(true);
  expect(isIt('title:flood source:kettle')).toBe(true);
  expect(() => isIt('flood source:kettle')).toThrow('analysed');
});

describe('matchQuery', () => {
  test.each([
    'flood',
    'FLOODING school',
    '"red river"',
    '"bank of england"',
    'nothing OR street',
    'hanoi -saigon',
    'source:kettle',
    'source:"morning kettle"',
    'source:kettle.example storm',
    'title:storm',
    'the storm',
    'lang:en hanoi',
    'since:1h hanoi',
  ])('finds %s', (text) => {
    expect(matches(text)).toBe(true);
  });

  test.each([
    '"river red"',
    'title:school',
    'hanoi -flood',
    'source:ket',
    'lang:de hanoi',
    'the',
    'hanoi saigon',
    'since:2020-01-01 hanoi',
  ])('does not find %s', (text) => {
    expect(matches(text)).toBe(false);
  });

  test('says which words were there, which were not, and which forbade it', () => {
    const parsed = parseQuery('hanoi typhoon -school');

    const match = 'ok' in parsed ? matchQuery(parsed.query, storm, 0) : undefined;

    expect(match).toEqual({ matched: false, found: ['hanoi'], missing: ['typhoon'], excluded: ['school'] });
  });

  test('folds diacritics and follows each language in its own morphology', () => {
    const doc = { ...storm, lang: 'de', titleTerms: toTerms('Die Wahlen in Österreich', 'de'), textTerms: [] };
    const parsed = parseQuery('wahl osterreich');

    expect('ok' in parsed && matchQuery(parsed.query, doc, 0).matched).toBe(true);
  });
});

describe('capitals', () => {
  const tariffs = {
    ...storm,
    titleTerms: toTerms('US raises tariffs on imported steel', 'en'),
    textTerms: toTerms('The WHO looked on and told us nothing.', 'en'),
  };
  const isIn = (text: string): boolean => {
    const parsed = parseQuery(text);
    return 'ok' in parsed && matchQuery(parsed.query, tariffs, 0).matched;
  };

  test.each([
    'US',
    'US OR IT',
    '"US" "WHO"',
    'WHO tariffs',
    '"US raises"',
    'IMPORTED STEEL TARIFFS ON IT',
    '"TARIFFS ON STEEL" OR US',
  ])('a word is a name, a headline in capitals is words: %s is there', (text) => {
    expect(isIn(text)).toBe(true);
  });

  test.each(['IT', 'IT tariffs', 'tariffs -US', 'us', 'title:WHO'])('%s is not there', (text) => {
    expect(isIn(text)).toBe(false);
  });
});

describe('toTopicQuery', () => {
  const NOTHING_ELSE = { exclude: undefined, sources: [], languages: [] };

  test.each([
    ['ferry, tram mayor,', '(ferry | (tram & mayor))'],
    ['ferry、tram，"a, b"', '(ferry | tram | "a, b")'],
    ['ferry,tram, -opera', '((ferry | tram) & !opera)'],
    ['1,500 (ferry; tram)', '(1,500 & (ferry | tram))'],
  ])('reads the commas of %s as OR', (include, expected) => {
    const parsed = toTopicQuery({ ...NOTHING_ELSE, include });

    expect('ok' in parsed && show(parsed.query)).toBe(expected);
  });

  test.each([
    ['-tram', '(storm & !tram)'],
    ['-tram mayor', '(storm & !(tram | mayor))'],
    ['-tram, NOT "a b"', '(storm & !(tram, | "a b"))'],
    ['-tram OR -mayor', '(storm & !(tram | mayor))'],
    ['tram -(a b)', '(storm & !(tram | (a & b)))'],
  ])('leaves out what %s names', (exclude, expected) => {
    const parsed = toTopicQuery({ ...NOTHING_ELSE, include: 'storm', exclude });

    expect('ok' in parsed && show(parsed.query)).toBe(expected);
  });

  test('leaves out any of the excluded words, and keeps to the sources and languages', () => {
    const parsed = toTopicQuery({
      include: 'storm',
      exclude: 'sport football',
      sources: ['BBC', 'Kettle'],
      languages: ['en'],
    });

    expect('ok' in parsed && show(parsed.query)).toBe(
      '(storm & !(sport | football) & (source=bbc | source=kettle) & lang=en)',
    );
  });
});
