import { describe, expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { stemWord } from '../../src/text/stems.ts';
import { isStopWord } from '../../src/text/stop-words.ts';
import { analyse, toTerms } from '../../src/text/terms.ts';
import { tokenize } from '../../src/text/tokens.ts';

describe('fold', () => {
  test.each([
    ['Élysée', 'elysee'],
    ['Straße', 'strasse'],
    ['ŁÓDŹ', 'lodz'],
    ['Đà Nẵng', 'da nang'],
    ['İstanbul', 'istanbul'],
    ['ΑΘΉΝΑ', 'αθηνα'],
    ['Ёлка', 'елка'],
    ['йод', 'йод'],
    ['їжа', 'їжа'],
    ['ガス', 'ガス'],
    ['한국', '한국'],
    ['أحمد', 'احمد'],
    ['ｆｕｌｌ１', 'full1'],
  ])('%s becomes %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  test('folding twice changes nothing more', () => {
    for (const word of ['Élysée', 'ǅ', 'ΐ', 'ﬁre', 'ẞ', 'İ']) expect(fold(fold(word))).toBe(fold(word));
  });
});

describe('tokenize', () => {
  test.each([
    ['en', "The U.S. didn't pay $1,500.50.", ['The', 'U.S.', "didn't", 'pay', '1,500.50']],
    ['en', 'COVID-19 at example.com', ['COVID', '19', 'at', 'example', 'com']],
    ['en', 'The end.Next one', ['The', 'end', 'Next', 'one']],
    ['fr', "L'élection d’hier", ['L', 'élection', 'd', 'hier']],
    ['uk', 'об’єднання', ['об’єднання']],
    ['fr', '1 500 euros', ['1 500', 'euros']],
    ['zh', 'G7峰会在河内举行', ['G7', '峰会', '在', '河内', '举行']],
    ['hi', 'केंद्रीय बैंक', ['केंद्रीय', 'बैंक']],
  ])('%s: %s', (lang, text, words) => {
    expect(tokenize(text, lang).map((t) => t.text)).toEqual(words);
  });

  test('says where each token stands', () => {
    const text = 'Für 3,5 Mio. – l’été';

    for (const token of tokenize(text, 'fr')) expect(text.slice(token.start, token.end)).toBe(token.text);
  });
});

describe('stemWord', () => {
  test.each([
    ['en', 'wildfires', 'wildfire'],
    ['de', 'wahlen', 'wahl'],
    ['fr', 'évacuées', 'évacué'],
    ['es', 'elecciones', 'elección'],
    ['ru', 'выборов', 'выборы'],
    ['uk', 'пожежу', 'пожежа'],
    ['pl', 'wyborów', 'wybory'],
    ['cs', 'volbách', 'volby'],
    ['ko', '정부는', '정부가'],
    ['fa', 'کشورهای', 'کشور'],
    ['he', 'הממשלה', 'ממשלה'],
    ['tr', 'seçimler', 'seçimleri'],
  ])('%s: %s and %s share a stem', (lang, one, other) => {
    expect(stemWord(one, lang)).toBe(stemWord(other, lang));
  });

  test('leaves words alone in a language without a stemmer', () => {
    expect(stemWord('nghiệp', 'vi')).toBe('nghiệp');
  });
});

describe('isStopWord', () => {
  test.each([
    ['the', 'en', true],
    ['fire', 'en', false],
    ['über', 'de', true],
    ['uber', 'de', true],
    ['của', 'vi', true],
    ['cua', 'vi', false],
    ['the', undefined, true],
    ['the', 'xx', false],
    ['и', 'ru-RU', true],
  ] as const)('%s in %s: %s', (word, lang, stop) => {
    expect(isStopWord(word, lang)).toBe(stop);
  });
});

describe('analyse', () => {
  test.each([
    ['en', 'The officials said US wildfires cost $1,500.50', ['offici', 'us', 'wildfir', 'cost', '1500.50']],
    ['en', 'U.S. and US are one', ['us', 'us']],
    ['de', '1.500 Häuser, 3,5 Grad', ['1500', 'haus', '3.5', 'grad']],
    ['fr', 'L’élection a coûté 1 500 euros', ['elect', 'cout', '1500', 'euros']],
    ['zh', '普京抵达河内', ['普京', '抵达', '河内']],
    ['ja', 'プーチン大統領がハノイ到着', ['プーチン', '大統領', 'ハノイ', '到着']],
    ['vi', 'Tổng thống đến Hà Nội', ['tong', 'thong', 'ha', 'noi']],
    ['ru', 'Цены на нефть', ['цен', 'нефт']],
  ])('%s: %s', (lang, text, terms) => {
    expect(toTerms(text, lang)).toEqual(terms);
  });

  test('a word in capitals among others is a name, in a headline of capitals it is not', () => {
    expect(toTerms('WHO warns', 'en')).toContain('who');
    expect(toTerms('WHO IS IT', 'en')).toEqual([]);
  });

  test('terms have no white space and point at their place', () => {
    const text = 'Le prix : 1 500 euros, « dont l’État » paie 普京 et ภาษาไทย';

    for (const { term, start, end } of analyse(text, 'fr')) {
      expect(term).not.toMatch(/\s/);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  test('without a language a short query still meets the stems of its script', () => {
    expect(toTerms('wildfires')).toEqual(toTerms('wildfire', 'en'));
  });

  test.each(['', ' ', '…', '\ud800\udfff\ud800', '\u0000', '🔥'])('has no terms in %j', (text) => {
    expect(toTerms(text, 'en')).toEqual([]);
  });
});
