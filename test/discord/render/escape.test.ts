import { describe, expect, test } from 'vitest';
import { cleanLine, clip, escapeLabel, escapeText, plainText } from '../../../src/discord/render/escape.ts';
import { citeLink, link, safeUrl } from '../../../src/discord/render/link.ts';
import { asCode } from '../../../src/discord/render/words-of.ts';

const GOOD = 'https://gazette.example/a';

describe('escaping text', () => {
  test.each([
    ['bold and italics', '**a** _b_ ~~c~~ ||d||', '\\*\\*a\\*\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\|'],
    ['code', 'a `b` ```c```', 'a \\`b\\` \\`\\`\\`c\\`\\`\\`'],
    ['everyone', '@everyone and @here', '\\@everyone and \\@here'],
    ['mentions', '<@1> <@&2> <#3>', '\\<\\@1\\> \\<\\@&2\\> \\<\\#3\\>'],
    ['commands and timestamps', '</ban:1> <t:0:R>', '\\</ban:1\\> \\<t\\:0:R\\>'],
    ['custom emojis', '<:a:1> <a:b:2> :smile:', '\\<\\:a:1\\> \\<a\\:b:2\\> \\:smile:'],
    ['addresses', 'see https://evil.example', 'see https\\://evil.example'],
    ['invitations', 'join discord.gg/x or discordapp.com/invite/x', 'join discord\\.gg/x or discordapp\\.com/invite/x'],
    ['masked links', '[bank](https://evil.example)', '\\[bank\\](https\\://evil.example)'],
    ['headings', '# big', '\\# big'],
    ['small type', '-# small', '\\-\\# small'],
    ['lists', '- one', '\\- one'],
    ['numbered lists', '1. one', '1\\. one'],
    ['quotes', '> said', '\\> said'],
    ['backslashes', 'a\\', 'a\\\\'],
    ['new lines', 'a\n# b\r\n> c', 'a \\# b \\> c'],
    ['times and scores', 'At 10:30, 3-1 (1. FC won)', 'At 10:30, 3-1 (1. FC won)'],
    ['years in front', '2024 was -4 degrees', '2024 was -4 degrees'],
  ])('%s', (_what, typed, expected) => {
    expect(escapeText(typed)).toBe(expected);
  });

  test.each([
    ['right-to-left overrides', 'abc\u202egpj.exe\u2066x\u2069', 'abcgpj.exex'],
    ['zero-width characters', 'a\u200bd\u2060m\ufeffin\u00ad', 'admin'],
    ['tags', 'a\u{e0061}b', 'ab'],
    ['controls', 'a\u0000b\u001b[31mc\u0085', 'ab[31mc'],
    ['blank letters', 'a\u3164b\u115f', 'ab'],
    ['lone surrogates', 'a\ud83d b\udc4d', 'a\ufffd b\ufffd'],
  ])('takes out %s', (_what, typed, expected) => {
    expect(cleanLine(typed)).toBe(expected);
  });

  test('leaves at most four marks on a letter', () => {
    const piled = `Z${'\u0310\u0311\u0312\u0313'.repeat(20)}`;

    expect([...cleanLine(piled)].length).toBeLessThanOrEqual(5);
  });

  test.each([
    'Nước Việt Nam độc lập',
    'می‌خواهم بروم',
    'हिन्दी में समाचार',
    'ประเทศไทย',
    'المدينة المنوّرة',
    '東京で「雪」が降る',
    '👩‍👩‍👧 🇻🇳 ☀️',
  ])('leaves %s as it is', (text) => {
    expect(escapeText(text)).toBe(text.normalize('NFC'));
  });
});

describe('cutting', () => {
  test('says that it cut, at a word', () => {
    expect(clip('The harbour bridge reopened', 20)).toBe('The harbour bridge…');
  });

  test.each([5, 6, 7, 8, 9, 10, 11, 12])('never halves a character or an escape (%d)', (max) => {
    for (const text of ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', '**********', 'a*b_c~d`e|f', '🇻🇳🇻🇳🇻🇳🇻🇳', 'e\u0301'.repeat(20)]) {
      const cut = escapeText(text, max);

      expect(cut.length).toBeLessThanOrEqual(max);
      expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      expect(cut.replace(/\\./gu, '')).not.toMatch(/\\/);
    }
  });

  test('is quick with a megabyte of marks', () => {
    const started = performance.now();

    escapeText('*'.repeat(1_000_000), 300);
    escapeText('\u0301'.repeat(1_000_000), 300);
    escapeText('a:'.repeat(500_000), 300);

    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('plain text for labels keeps its signs', () => {
    expect(plainText('**Not bold** <@1>', 80)).toBe('**Not bold** <@1>');
  });
});

describe('links', () => {
  test('brackets in the text cannot end the link', () => {
    expect(link('x](https://evil.example) [y', GOOD)).toContain(`[(${'gazette.example'})](<${GOOD}>)`);
    expect(link('[Update] Rates [again', GOOD)).toBe(`[(Update) Rates (again](<${GOOD}>)`);
    expect(escapeLabel('［full width］')).toBe('(full width)');
  });

  test.each([
    [
      'another host as text',
      'https://bank.example/login',
      `https\\://bank.example/login [(gazette.example)](<${GOOD}>)`,
    ],
    ['another host without scheme', 'bank.example', `bank.example [(gazette.example)](<${GOOD}>)`],
    ['its own host', 'gazette.example', `[gazette.example](<${GOOD}>)`],
    ['a sentence that names a host', 'Amazon.com falls', `[Amazon.com falls](<${GOOD}>)`],
    ['an abbreviation', 'U.S. and E.U. talk', `[U.S. and E.U. talk](<${GOOD}>)`],
    ['a decimal', '3.5 percent', `[3.5 percent](<${GOOD}>)`],
  ])('%s', (_what, text, expected) => {
    expect(link(text, GOOD)).toBe(expected);
  });

  test('its own host with its port', () => {
    expect(link('127.0.0.3:8080', 'http://127.0.0.3:8080/a')).toBe('[127.0.0.3:8080](<http://127.0.0.3:8080/a>)');
  });

  test.each([
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['not an address', undefined],
    ['', undefined],
    ['https://a.example/x)](https://evil.example', 'https://a.example/x%29%5D%28https://evil.example'],
    ['https://a.example/x> <@1>', 'https://a.example/x%3E%20%3C@1%3E'],
    ['https://bank.example@evil.example/', 'https://evil.example/'],
    ['https://user:pw@a.example/', 'https://a.example/'],
    ['https://a.example/a b', 'https://a.example/a%20b'],
    ['https://a.example/#:~:text=one%20two,three', 'https://a.example/#:~:text=one%20two,three'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ["https://a.example/it's|`", 'https://a.example/it%27s%7C%60'],
  ])('%s opens %s', (url, expected) => {
    expect(safeUrl(url)).toBe(expected);
  });

  test('a long address loses its fragment first, then the link', () => {
    expect(safeUrl(`${GOOD}#:~:text=${'x'.repeat(900)}`)).toBe(GOOD);
    expect(safeUrl(`${GOOD}?${'x'.repeat(900)}`)).toBeUndefined();
    expect(link('Title', `${GOOD}?${'x'.repeat(900)}`)).toBe('Title');
  });

  test('a title without a visible character shows the host', () => {
    expect(link('\u200b \u202e', GOOD)).toBe(`[gazette.example](<${GOOD}>)`);
  });

  test('a number without an address is plain text', () => {
    expect(citeLink(3, undefined)).toBe('\\[3\\]');
    expect(citeLink(3, GOOD)).toBe(`[[3]](<${GOOD}>)`);
  });

  test('code cannot be left', () => {
    expect(asCode('a``` **b**\n`c')).toBe("`a''' **b** 'c`");
    expect(asCode('')).toBe('` `');
  });
});
