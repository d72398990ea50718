// Twice the text at most 2.3 times the work, whatever the text is made of.
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/text/detect.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { analyse } from '../../src/text/terms.ts';
import { threadMs } from '../helpers/thread-ms.ts';

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

// 2.3 times the work for twice the text, twice over.
const LIMIT = 2.3 ** 2 / 4;

function work(text: string, lang: string): unknown {
  return [splitSentences(text, lang), analyse(text, lang)];
}

// All answers are kept until the end: four short texts must take as much memory as one long one, or what is measured
// is the processor's cache and the heap's youngest part.
function time(runs: number, text: string, lang: string): number {
  let kept: unknown[] = [];
  const ms = threadMs(() => {
    kept = Array.from({ length: runs }, () => work(text, lang));
  });
  return kept.length > 0 ? ms : 0;
}

const TICK_MS = 10;

/**
 * How much more a character costs in a text four times as long: 1 if the work is linear, 4 if it is quadratic. Both are
 * summed over rounds: the quickest of several short runs would be one into which no garbage collection fell.
 */
function growthOf(text: string, lang: string): number {
  const long = text.repeat(4);
  let [short, four] = [0, 0];
  for (let round = 0; round < 10; round++) {
    short += time(8, text, lang);
    four += time(2, long, lang);
    if (four <= LIMIT * short) break;
  }
  return (four - TICK_MS) / Math.max(short, 1);
}

describe('growth', () => {
  test.each(baits)('%s', (_name, unit, lang) => {
    const text = unit.repeat(Math.ceil((lang === 'ja' || lang === 'zh' ? 6_000 : 20_000) / unit.length));
    work(text, lang);

    expect(growthOf(text, lang)).toBeLessThanOrEqual(LIMIT);
  });

  test('a megabyte is split, analysed and its language told within five seconds', { retry: 1, timeout: 20_000 }, () => {
    const text = baits[0]![1].repeat(11_000);
    const before = performance.now();
    work(text, 'en');
    detectLanguage(text);

    expect(performance.now() - before).toBeLessThan(5000);
  });

  test('does not hang on long runs of one character', { retry: 1, timeout: 20_000 }, () => {
    const before = performance.now();
    for (const char of ['.', 'a', '1', '"', '(', ' ', '中', 'あ', 'ก', "'", '@', '\u0301', '\ud800']) {
      work(char.repeat(50_000), 'en');
      detectLanguage(char.repeat(50_000));
    }

    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
