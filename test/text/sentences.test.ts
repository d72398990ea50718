import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

function split(text: string, lang?: string): string[] {
  return splitSentences(text, lang).map((s) => text.slice(s.start, s.end));
}

// Each case is written with ‖ where a sentence ends.
const cases: [lang: string, marked: string][] = [
  ['en', 'The mayor resigned on Monday. ‖ Her deputy takes over.'],
  ['en', 'Dr. Ada Quill met Sen. Tom Reeve at St. Brigid’s. ‖ Nobody else came.'],
  ['en', 'J. R. Marlow and George W. Pell signed it. ‖ Both declined to comment.'],
  ['en', 'Prices rose 3.5 percent to $1,200.50. ‖ Wages did not.'],
  ['en', 'The U.S. Senate voted. ‖ It was close in the U.S. The bill now moves on.'.replace('U.S. The', 'U.S. ‖ The')],
  ['en', 'Shares of Norholm Inc. fell. ‖ Ferry Corp. Chairman Lena Holt blamed the weather.'],
  ['en', 'It opens at 9 a.m. Monday. ‖ It closes at 5 p.m. ‖ Nobody may enter later.'],
  ['en', '“We are ready,” she said. ‖ “Not one day too soon.” ‖ The crowd cheered.'],
  ['en', '“Who knew?” Holt asked. ‖ “I did not!” ‖ Then she left.'],
  ['en', '"That is true." ‖ Holt said that the port would reopen.'],
  ['en', 'He waited ... and waited. ‖ Then nothing... ‖ The end.'],
  ['en', 'HARBOUR CITY (Agency) — A fire broke out on Friday. ‖ No one was hurt.'],
  ['en', 'The ferry sank off the coast.Rescuers found all 40 people. ‖ They are safe.'.replace('.R', '.‖R')],
  ['en', 'Read it at www.Example.com/News.Html or on example.Com today. ‖ It is free.'],
  ['en', 'The paper (see p. 12) calls it No. 7 in the list. ‖ Others disagree.'],
  ['en', 'He took vitamin C. ‖ Researchers were not impressed.'],
  ['en', 'The fire spread (it was windy.) and reached the town. ‖ Then it rained.'],
  ['en', '1. Close the windows. ‖ Leave the house.'],
  ['en', 'FIRE KILLS THREE IN WAREHOUSE. ‖ MORE TO COME.'],
  ['de', 'Am 3. Mai sprach Prof. Dr. Kern in Nordhafen. ‖ Rund 1.500 Menschen kamen.'],
  ['de', 'Der 2. Bürgermeister kam z. B. zu spät, d. h. um 12 Uhr. ‖ Die Sitzung begann ohne ihn.'],
  ['de', '„Wir bleiben hier.“ ‖ Das sagte Kern am Abend. ‖ »Niemand geht.« ‖ Alle klatschten.'],
  ['de', 'Der Schaden liegt bei 3 Mio. Euro. ‖ Die Versicherung zahlt bzw. Kern zahlt.'],
  [
    'de',
    'Prof. Dr. med. Anna Kern vom 1. FC Nordhafen sprach mit Papst Leo II. Der Saal war voll.'.replace(
      '. Der',
      '. ‖ Der',
    ),
  ],
  ['en', 'Yahoo! Inc. met the board at 4 p.m. (1400 GMT) on Friday. ‖ “No.” ‖ Then it rose.'],
  ['es', 'Vega viajó a EE.UU. Los demás se quedaron.'.replace('. Los', '. ‖ Los')],
  ['tr', '2. Köprü 1973’te açıldı. ‖ Törene binlerce kişi geldi.'],
  ['ja', '「本当か？」記者が尋ねた。‖「違う。」‖「そうだ。」'],
  ['de', 'Das war 2019. ‖ Seitdem ist es ruhig.'],
  ['fr', 'M. Lavigne est arrivé à 10 h. ‖ Il n’a rien dit.'],
  ['fr', '« Nous restons. ‖ Personne ne part ! » ‖ La foule a applaudi.'],
  ['fr', 'L’art. 12 s’applique. ‖ Mme Roux le conteste.'],
  ['es', '¿Quién lo sabía? ‖ ¡Nadie! ‖ El Sr. Vega viajaba a 100 km/h. ‖ ¿Por qué?'],
  ['pt', 'O Sr. Prado chegou às 10 h. ‖ Não disse nada.'],
  ['it', 'L’ing. Rossi ha parlato. ‖ Poi è uscito.'],
  ['ru', 'А. И. Петров приехал в г. Ясный. ‖ Это было в 2019 г. ‖ Компания молчит.'],
  ['uk', 'Проф. Гай приїхав о 10 год. ‖ Він мовчав.'],
  ['vi', 'Ông An đến TP. Cảng lúc 9h30 ngày 20.6. ‖ Bà Hoa vắng mặt.'],
  ['hi', 'बैठक शाम को हुई। ‖ कोई निर्णय नहीं हुआ।'],
  ['ar', 'هل وصل الوزير؟ ‖ لم يصل أحد. ‖ انتهى الاجتماع.'],
  ['zh', '市长周一辞职。 ‖ 谁来接替？ ‖ 没人知道！'.replaceAll(' ‖ ', '‖')],
  ['zh', '她说：“我们不走。会议继续。”‖会后她离开了。'],
  ['zh', '“我们不走。”她说。‖会议继续。'],
  ['ja', '「帰りません。」と市長は述べた。‖会議は続いた（午後も続いた。）。'],
  ['ja', '成長率は３．５％だった。‖市場は静かだった！‖なぜか？'],
  ['ko', '시장은 월요일 사임했다. ‖ 후임은 정해지지 않았다.'],
  ['th', 'นายกเทศมนตรีลาออกเมื่อวันจันทร์ที่ผ่านมาตามที่คาดไว้ ‖ ขณะที่ผู้สืบทอดตำแหน่งยังไม่มีการประกาศ'],
];

describe('splitSentences', () => {
  test.each(cases)('%s: %s', (lang, marked) => {
    const wanted = marked.split('‖').map((s) => s.trim());

    expect(split(marked.replaceAll(/ ?‖/g, ''), lang)).toEqual(wanted);
  });

  test('never crosses a line break and drops empty lines', () => {
    expect(split('A headline without a stop\n\n  The mayor resigned \r\nto nobody’s surprise.')).toEqual([
      'A headline without a stop',
      'The mayor resigned',
      'to nobody’s surprise.',
    ]);
  });

  test('keeps a closing quote after a space with its sentence', () => {
    expect(split('« On part. Vraiment. » Silence.', 'fr')).toEqual(['« On part.', 'Vraiment. »', 'Silence.']);
  });

  test.each([
    ['nothing', '', 0],
    ['white space', ' \n\t\u00a0 ', 0],
    ['one word', 'Storm', 1],
    ['only stops', '?!... !!!', 1],
    ['lone surrogates', 'A \ud800 fire. The \udc00 end.', 2],
    ['control characters', 'A\u0000 fire\u0007. The end\u001f.', 2],
    ['emoji', 'Fire 🔥. All safe 👍🏽!', 2],
    ['a table', 'Team | Points\nNorth | 12\nSouth | 9', 3],
  ])('copes with %s', (_name, text, count) => {
    expect(splitSentences(text, 'en')).toHaveLength(count);
  });
});
