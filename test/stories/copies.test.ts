import { describe, expect, test } from 'vitest';
import { copyGroups, createCopyIndex } from '../../src/stories/copies.ts';
import { containment, toFingerprint } from '../../src/stories/fingerprint.ts';
import { createHashTable } from '../../src/stories/hash-table.ts';

const words =
  'amber basket candle dragon ember falcon garden harbor island jungle kettle lantern meadow needle orchard pepper quarry ribbon saddle timber'.split(
    ' ',
  );

/** A text of so many words that no other seed shares runs with. */
function textOf(seed: number, count: number): string {
  return Array.from(
    { length: count },
    (_, i) => words[(seed * 7 + i * i * (seed + 3) + i * 5) % words.length] + (i % 9 === 0 ? seed : ''),
  ).join(' ');
}

describe('copyGroups', () => {
  const original = { id: 1, title: 'Original', text: textOf(1, 300) };

  test.each([
    ['the same text under another headline', textOf(1, 300)],
    ['a text cut to its first third', textOf(1, 300).split(' ').slice(0, 110).join(' ')],
    ['a text framed by other words', `${textOf(2, 40)} ${textOf(1, 300)} ${textOf(3, 40)}`],
    [
      'a text with every twelfth word changed',
      textOf(1, 300)
        .split(' ')
        .map((word, i) => (i % 12 === 5 ? 'changed' : word))
        .join(' '),
    ],
  ])('finds %s', (_, text) => {
    const groups = copyGroups([original, { id: 2, title: 'Retitled', text }]);

    expect(groups).toEqual(
      new Map([
        [1, 1],
        [2, 1],
      ]),
    );
  });

  test.each([
    ['another text', textOf(5, 300)],
    ['a text that quotes a passage', `${textOf(5, 260)} ${textOf(1, 300).split(' ').slice(20, 60).join(' ')}`],
    ['a teaser inside a page of links', textOf(1, 300).split(' ').slice(0, 25).join(' ')],
    ['nothing', ''],
  ])('leaves alone %s', (_, text) => {
    const groups = copyGroups([original, { id: 2, title: 'Other', text }]);

    expect(groups.get(2)).toBe(2);
  });

  test('compares texts without spaces by their characters', () => {
    const text =
      '中央银行周一宣布将基准利率上调百分之零点二五，这是今年以来第三次加息，市场此前普遍预期利率不变。分析人士认为通货膨胀压力仍然较大。';

    const groups = copyGroups([
      { id: 1, title: '甲', text },
      { id: 2, title: '乙', text: `本报讯 ${text}` },
    ]);

    expect(groups.get(2)).toBe(1);
  });
});

describe('containment', () => {
  test('is the same in both directions', () => {
    const a = toFingerprint('', textOf(1, 2_000));
    const b = toFingerprint('', `${textOf(1, 400)} ${textOf(4, 200)}`);

    expect(containment(a, b)).toBe(containment(b, a));
  });
});

describe('createCopyIndex', () => {
  test('no longer finds what was removed', () => {
    const index = createCopyIndex<string>();
    index.add('a', toFingerprint('', textOf(1, 200)));

    index.remove('a');

    expect([index.size, index.find(toFingerprint('', textOf(1, 200)))]).toEqual([0, undefined]);
  });
});

describe('createHashTable', () => {
  test('keeps every value through growth and removal', () => {
    const table = createHashTable();
    for (let i = 0; i < 10_000; i++) table.add((i * 8) >>> 0, i);
    for (let i = 0; i < 10_000; i += 2) table.remove((i * 8) >>> 0, i);
    for (let i = 0; i < 10_000; i += 2) table.add(8, i);

    expect(table.get(24, 5)).toEqual([3]);
    expect(table.get(16, 5)).toEqual([]);
    expect(table.get(8, 9_000).length).toBe(5_001);
  });
});
