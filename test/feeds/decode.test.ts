import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../src/feeds/decode.ts';

const PHRASES: Readonly<Record<string, string>> = {
  'utf-8': 'Việt Nam – tin tức mới',
  'iso-8859-1': 'Café déjà vu',
  'iso-8859-2': 'Żółta łódź',
  'iso-8859-5': 'Новости дня',
  'iso-8859-7': 'Ελληνικά νέα',
  'iso-8859-9': 'Türkçe haber ığş',
  'iso-8859-15': 'Prix 5 €',
  'windows-1250': 'Příliš žluťoučký kůň',
  'windows-1251': 'Президент прибыл в Ханой',
  'windows-1252': 'Café “déjà vu” – €5',
  'windows-1253': 'Ελληνικά νέα',
  'windows-1254': 'Türkçe haber ığş',
  'windows-1255': 'חדשות היום',
  'windows-1256': 'أخبار اليوم',
  'windows-874': 'ข่าววันนี้',
  'koi8-r': 'Новости дня',
  'koi8-u': 'Новини дня її',
  shift_jis: '日本語の見出しです',
  'euc-jp': '日本語の見出しです',
  gb2312: '中文新闻标题',
  gbk: '中文新聞標題',
  gb18030: '中文新闻标题',
  big5: '中文新聞標題',
  'euc-kr': '한국어 뉴스 제목',
};
const rows = Object.entries(PHRASES);
const document = (phrase: string, encoding?: string) =>
  `<?xml version="1.0"${encoding ? ` encoding="${encoding}"` : ''}?><rss><title>${phrase}</title></rss>`;

describe('the encoding is what is declared', () => {
  test.each(rows)('in the prolog: %s', (encoding, phrase) => {
    const bytes = iconv.encode(document(phrase, encoding), encoding);

    expect(decodeBytes(bytes, 'text/xml')).toContain(phrase);
  });

  test.each(rows)('in the header: %s', (encoding, phrase) => {
    const bytes = iconv.encode(document(phrase), encoding);

    expect(decodeBytes(bytes, `application/rss+xml; charset="${encoding.toUpperCase()}"`)).toContain(phrase);
  });

  test.each(rows)('in the prolog when the header lies: %s', (encoding, phrase) => {
    const bytes = iconv.encode(document(phrase, encoding), encoding);

    expect(decodeBytes(bytes, 'text/xml; charset=utf-8')).toContain(phrase);
    expect(decodeBytes(bytes, 'text/xml; charset=iso-8859-1')).toContain(phrase);
  });

  test('in ISO-2022-JP, which has ASCII bytes alone', () => {
    const bytes = Buffer.from('3c743e1b24424673 1b28423c2f743e'.replace(' ', ''), 'hex');

    expect(decodeBytes(bytes, 'text/xml; charset=iso-2022-jp')).toBe('<t>二</t>');
  });
});

describe('the bytes speak for themselves', () => {
  test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('in %s, with and without a mark', (encoding) => {
    const text = document('Việt Nam');

    expect(decodeBytes(iconv.encode(text, encoding, { addBOM: true }), undefined)).toContain('Việt Nam');
    expect(decodeBytes(iconv.encode(text, encoding), 'text/xml; charset=utf-8')).toContain('Việt Nam');
  });

  test('in UTF-8, whatever prolog and header say', () => {
    const bytes = Buffer.from(document('Việt Nam', 'iso-8859-1'));

    expect(decodeBytes(bytes, 'text/xml; charset=windows-1252')).toContain('Việt Nam');
  });

  test('in UTF-8 with one bad byte', () => {
    const bytes = Buffer.concat([Buffer.from(document('Việt Nam – tin tức mới')), Buffer.from([0xe9])]);

    expect(decodeBytes(bytes, undefined)).toContain('Việt Nam – tin tức mới');
  });

  test('in ASCII that calls itself UTF-16', () => {
    expect(decodeBytes(Buffer.from(document('Plain', 'utf-16')), undefined)).toContain('Plain');
  });
});

describe('without a word, or with a false one, the letters tell', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['windows-1252', 'Le café est « fermé » – déjà depuis l’été'],
    ['windows-1251', 'Президент прибыл в Ханой с официальным визитом и встретился с коллегами'],
    ['koi8-r', 'Президент прибыл в Ханой с официальным визитом и встретился с коллегами'],
    ['shift_jis', '日本の首相は今日の会議でこれからの計画について話しました'],
    ['euc-jp', '日本の首相は今日の会議でこれからの計画について話しました'],
    ['euc-kr', '대통령은 오늘 회의에서 앞으로의 계획에 대해 말했다'],
    ['gb18030', '中国的经济在今年上半年有了新的发展，他们对这个结果是不满意的'],
    ['big5', '台灣的經濟在今年上半年有了新的發展，他們對這個結果是不滿意的'],
    ['windows-874', 'นายกรัฐมนตรีเดินทางถึงกรุงฮานอยในวันนี้'],
    ['windows-1253', 'Ο πρωθυπουργός μίλησε σήμερα για τα σχέδια της κυβέρνησης'],
    ['windows-1255', 'ראש הממשלה דיבר היום על התוכניות של הממשלה'],
    ['windows-1256', 'وصل الرئيس اليوم إلى العاصمة في زيارة رسمية'],
  ];
  test.each(texts)('%s', (encoding, phrase) => {
    const bytes = iconv.encode(document(phrase), encoding);

    expect(decodeBytes(bytes, undefined)).toContain(phrase);
    expect(decodeBytes(iconv.encode(document(phrase, 'utf-8'), encoding), 'text/xml; charset=utf-8')).toContain(phrase);
  });
});
