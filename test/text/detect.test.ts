import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/text/detect.ts';

// One event in many languages; sentences of our own.
const headlines: [lang: string, text: string][] = [
  ['en', 'Ferry sinks off northern coast, all passengers safe'],
  ['de', 'Fähre vor der Nordküste gesunken, alle Passagiere gerettet'],
  ['fr', 'Un ferry coule au large de la côte nord, tous les passagers sont saufs'],
  ['es', 'Se hunde un ferri frente a la costa norte'],
  ['pt', 'Balsa afunda no litoral norte e todos são resgatados'],
  ['it', 'Affonda un traghetto, tutti salvi i passeggeri'],
  ['nl', 'Veerboot gezonken voor de noordkust'],
  ['pl', 'Prom zatonął u północnego wybrzeża'],
  ['ru', 'Паром затонул у северного побережья'],
  ['uk', 'Біля північного узбережжя затонув пором'],
  ['tr', 'Kuzey kıyısı açıklarında feribot battı'],
  ['ar', 'غرق عبارة قبالة الساحل الشمالي'],
  ['fa', 'یک کشتی مسافربری در سواحل شمالی غرق شد'],
  ['he', 'מעבורת טבעה מול החוף הצפוני'],
  ['hi', 'उत्तरी तट के पास नौका डूबी, सभी यात्री सुरक्षित'],
  ['vi', 'Phà chìm ngoài khơi bờ biển phía bắc'],
  ['zh', '渡轮在北部海岸沉没，乘客全部获救'],
  ['ja', '北部沿岸でフェリー沈没、乗客全員無事'],
  ['ja', '首相、辞任表明'],
  ['ko', '북부 해안에서 여객선 침몰'],
  ['th', 'เรือเฟอร์รี่จมนอกชายฝั่งทางเหนือ'],
  ['id', 'Kapal feri tenggelam di lepas pantai utara'],
  ['cs', 'U severního pobřeží se potopil trajekt'],
  ['el', 'Βυθίστηκε πλοίο στη βόρεια ακτή'],
  ['sv', 'Färja sjönk utanför norra kusten'],
  ['da', 'Færge er sunket ud for nordkysten'],
  ['no', 'Ferge sank utenfor kysten i nord'],
  ['fi', 'Lautta upposi pohjoisrannikolla'],
  ['hu', 'Elsüllyedt egy komp az északi partoknál'],
  ['ro', 'Un feribot s-a scufundat în largul coastei de nord'],
];

describe('detectLanguage', () => {
  test.each(headlines)('%s: %s', (lang, text) => {
    expect(detectLanguage(text)).toBe(lang);
  });

  test('is not misled by a foreign name at the beginning', () => {
    expect(detectLanguage('Tour de Bellerive: Lavigne wins the last stage')).toBe('en');
  });

  test('reads a page in capitals', () => {
    expect(detectLanguage('FIRE KILLS THREE IN HARBOUR WAREHOUSE')).toBe('en');
  });

  test('ignores addresses and tags', () => {
    expect(detectLanguage('https://example.org/the/news/of/the/day @reader Fähre vor der Küste gesunken')).toBe('de');
  });

  test.each(['', '   ', '2024', '!?', '🔥🔥', 'ok', '\ud800'])('does not guess from %j', (text) => {
    expect(detectLanguage(text)).toBeUndefined();
  });
});
