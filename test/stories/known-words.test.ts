import { expect, test } from 'vitest';
import { createGrouper } from '../../src/stories/grouper.ts';
import { readWords, withTone } from '../../src/stories/known-words.ts';

test('Vietnamese syllables that differ in nothing but their marks are different words', () => {
  const terms = readWords('báo bão bảo bao', 'vi').map(({ word }) => word.terms[0]);

  expect(new Set(terms).size).toBe(4);
});

test('a tone is the same on whichever letter it is written', () => {
  expect(withTone('hoà')).toBe(withTone('hòa'));
  expect(withTone('Hòa'.normalize('NFD'))).toBe(withTone('hòa'));
  expect(withTone('hòa')).not.toBe(withTone('hoa'));
});

test('in other languages accents are forgiven', () => {
  const [accented, plain] = readWords('Malmö Malmo', 'sv').map(({ word }) => word.terms[0]);

  expect(accented).toBe(plain);
});

test('the same news in old and new spelling of tones is one story', () => {
  const grouper = createGrouper<number, number>();
  const told = {
    title: 'Khánh Hoà: bão số 9 đổ bộ, sáu tàu cá mất liên lạc',
    text: 'Sáu tàu cá của tỉnh Khánh Hoà mất liên lạc sau khi bão số 9 đổ bộ vào bờ biển tối thứ Hai. Cảnh sát biển đang tìm kiếm 42 thuyền viên.',
    lang: 'vi',
    time: Date.UTC(2026, 4, 4),
  };
  grouper.place({ ...told, id: 1, source: 'Báo Một' }, () => 1);
  const other = {
    title: told.title.replaceAll('Hoà', 'Hòa'),
    text: `${told.text.replaceAll('Hoà', 'Hòa')} Gió giật cấp 12.`,
  };

  expect(grouper.place({ ...told, ...other, id: 2, source: 'Báo Hai' }, () => 2).story).toBe(1);
});
