import { describe, expect, test } from 'vitest';
import { summarize } from '../../src/summaries/summarize.ts';
import { METHODS } from '../../src/summaries/summary.ts';
import { longText } from './long-text.ts';

const PLAIN =
  'The council approved the bridge on Monday. It will cost 40 million. Work begins in spring, the mayor said.';
const ODD: Readonly<Record<string, string>> = {
  'one word': 'Bridge',
  'one sentence': 'The council approved the bridge.',
  'all capitals': PLAIN.toUpperCase(),
  'no punctuation': PLAIN.replace(/[.,]/g, ''),
  'the same text three times': `${PLAIN}\n${PLAIN}\n${PLAIN}`,
  Hindi: 'परिषद ने सोमवार को नए पुल को मंजूरी दी। पुल पर चार करोड़ रुपये खर्च होंगे। काम वसंत में शुरू होगा।',
  Chinese: '市议会周一批准了新桥。这座桥将耗资四千万。工程将于春天开始。',
  Arabic: 'وافق المجلس على الجسر الجديد يوم الاثنين. سيكلف الجسر أربعين مليونا. يبدأ العمل في الربيع.',
  Thai: 'สภาเมืองอนุมัติสะพานใหม่เมื่อวันจันทร์ สะพานจะใช้งบสี่สิบล้าน งานจะเริ่มในฤดูใบไม้ผลิ',
  emoji: '🌉🌉 The bridge is approved! 🎉 Work begins in spring 👷‍♀️. 🚧🚧🚧',
  'a table': 'Team\tPoints\tGoals\nHolm\t31\t40:12\nAster\t28\t33:20\nLund\t21\t25:25',
  'lone surrogates': 'The \ud83d council approved \udc00 the bridge. Work begins\ud800 in spring.',
  'control characters':
    'The council\u0000 approved\u0007 the bridge.\u001b Work begins in \u200fspring.\u0085 Done it is.',
  'questions only': 'Who approved the bridge? When does the work begin? What will it cost?',
  'quotes only': '"We approved the bridge." "Work begins in spring."',
  'pronouns only': 'It was approved on Monday by the whole council. They begin in spring with the work on it.',
};

describe.each(Object.entries(ODD))('%s', (_, text) => {
  test.each(METHODS)('%s gives a verbatim sentence', (method) => {
    const { sentences } = summarize([{ id: 1, text }], { method });

    expect(sentences.length).toBeGreaterThan(0);
    for (const { text: own, cites } of sentences) expect(text.slice(cites[0]!.start, cites[0]!.end)).toBe(own);
    expect(new Set(sentences.map((s) => s.text)).size).toBe(sentences.length);
  });
});

test.each(['', ' \n\n ', '…!?', '\u0000'])('nothing comes of a text without a word', (text) => {
  expect(summarize([{ id: 1, text }], {}).sentences).toEqual([]);
});

test('nothing comes of no documents', () => {
  expect(summarize([], {}).sentences).toEqual([]);
});

test('documents without text do not hold up the others', () => {
  const { sentences } = summarize(
    [
      { id: 1, text: '' },
      { id: 2, text: PLAIN },
      { id: 3, text: '\n' },
    ],
    { sentences: 2 },
  );

  expect(sentences.every(({ cites }) => cites[0]!.doc === 2)).toBe(true);
});

test('a megabyte is summarized', () => {
  const text = longText(13_000).slice(0, 1_000_000);

  expect(summarize([{ id: 1, text }], { lang: 'en' }).sentences.length).toBeGreaterThan(0);
});

test.each(METHODS)('%s summarizes a thousand sentences', (method) => {
  expect(summarize([{ id: 1, text: longText(1000) }], { lang: 'en', method }).sentences.length).toBeGreaterThan(0);
});

test('one line of a megabyte without punctuation is answered', () => {
  expect(summarize([{ id: 1, text: 'word '.repeat(200_000) }], { lang: 'en' }).sentences.length).toBe(1);
});
