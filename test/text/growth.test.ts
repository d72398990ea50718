// Twice the text at most about twice the work, whatever the text is made of.
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/text/detect.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { analyse } from '../../src/text/terms.ts';

const baits: [name: string, unit: string, lang: string][] = [
  ['prose', 'The mayor of Harbour City, Ms. Holt, resigned at 9 a.m. on Monday. “I am tired,” she said. ', 'en'],
  ['one line without stops', 'word after word ', 'en'],
  ['stops', '. ', 'en'],
  ['quotes', '." ', 'fr'],
  ['guillemets', '« . » ', 'fr'],
  ['initials', 'A.B. ', 'en'],
  ['apostrophes', "a'", 'fr'],
  ['numbers', '1,000 ', 'en'],
  ['open brackets', '. (', 'en'],
  ['Chinese', '市长周一辞职继任者尚未确定', 'zh'],
  ['Japanese quotes', '「市長。', 'ja'],
  ['Thai', 'นายกเทศมนตรีลาออก', 'th'],
  ['combining marks', 'a\u0301\u0301\u0301', 'vi'],
];

function work(text: string, lang: string): void {
  splitSentences(text, lang);
  analyse(text, lang);
}

function bestTime(text: string, lang: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 4; i++) {
    const before = performance.now();
    work(text, lang);
    best = Math.min(best, performance.now() - before);
  }
  return best;
}

describe('growth', () => {
  test.each(baits)('%s', { retry: 3 }, (_name, unit, lang) => {
    const text = unit.repeat(Math.ceil(20_000 / unit.length));
    work(text, lang);
    const once = bestTime(text, lang);

    expect(bestTime(text + text, lang)).toBeLessThan(once * 2.6 + 2);
  });

  test('a megabyte is split, analysed and its language told within two seconds', { retry: 1 }, () => {
    const text = baits[0]![1].repeat(11_000);
    const before = performance.now();
    work(text, 'en');
    detectLanguage(text);

    expect(performance.now() - before).toBeLessThan(2000);
  });

  test('does not hang on long runs of one character', { retry: 1 }, () => {
    const before = performance.now();
    for (const char of ['.', 'a', '1', '"', '(', ' ', '中', 'あ', 'ก', "'", '@', '\u0301', '\ud800']) {
      work(char.repeat(100_000), 'en');
      detectLanguage(char.repeat(100_000));
    }

    expect(performance.now() - before).toBeLessThan(5000);
  });
});
