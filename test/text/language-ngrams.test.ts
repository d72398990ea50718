import { eld } from 'eld/small';
import { expect, test } from 'vitest';
import { scoreNgrams } from '../../src/text/language-ngrams.ts';

test.each([
  'The ferry stays in port until the fog has lifted',
  "L'île n'a plus d'eau : « c'est fini », dit-on",
  'Nem tudjuk, mikor indul a következő komp a szigetre',
  'Đại biểu Quốc hội chất vấn Bộ trưởng về giá điện',
  "“Quotes”, \\ and ' in 42 words?!",
])('the packed tables give the scores that eld gives: %s', (text) => {
  const packed = scoreNgrams(text, 'Latin');

  const own = eld.detect(text).getScores();
  expect(packed.size).toBeGreaterThan(0);
  for (const [lang, score] of packed) if (lang !== 'id') expect(own[lang]).toBe(score);
});
