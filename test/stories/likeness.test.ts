import { describe, expect, test } from 'vitest';
import { packSeen, unpackSeen } from '../../src/stories/kept.ts';
import { createLexicon } from '../../src/stories/lexicon.ts';
import { createLikeness, type Likeness } from '../../src/stories/likeness.ts';
import { type Profile, toProfile } from '../../src/stories/profile.ts';

const TIME = Date.UTC(2026, 4, 4);

function read(texts: readonly string[], lang = 'en'): { profiles: Profile[]; like: Likeness } {
  const lexicon = createLexicon();
  const profiles = texts.map((text) => toProfile({ title: '', text, lang, time: TIME }, lexicon));
  return { profiles, like: createLikeness(lexicon)(profiles[0]!)(profiles[1]!) };
}

function readHeadlines(titles: readonly string[], lang = 'en'): Likeness {
  const lexicon = createLexicon();
  const [one, other] = titles.map((title) => toProfile({ title, text: '', lang, time: TIME }, lexicon));
  return createLikeness(lexicon)(one!)(other!);
}

describe('what two articles share beyond names', () => {
  test('a person of office, first and last name is one thing, a town another', () => {
    const { like } = read([
      'On Sunday Mayor Hanna Weiss opened a school in Fallmouth.',
      'In Fallmouth a dog has bitten Mayor Hanna Weiss.',
    ]);

    expect(like.lead).toBeGreaterThan(0.3);
    expect(like.beyond).toBe(0);
  });

  test('names in pieces are one where either text tells them together', () => {
    const pieces = 'A dog has bitten Hanna, whom the town calls Weiss, in Fallmouth.';
    const whole = 'In Fallmouth people see Hanna Weiss often.';

    expect(read([pieces, whole]).like.beyond).toBe(0);
    expect(read([whole, pieces]).like.beyond).toBe(0);
  });

  test.each([
    ['fr', 'Yann Le Goff dort.', 2],
    ['en', 'The Bank of England waits.', 2],
    ['de', 'Ursula von der Leyen wartet.', 2],
    ['en', 'Paris and London wait.', 3],
    ['en', 'In Paris, London waits.', 3],
  ])('a name keeps its particles, two names stay two (%s: %s)', (lang, text, count) => {
    expect(new Set(read([text, 'x'], lang).profiles[0]!.names).size).toBe(count);
  });

  test.each([
    ['ja', '田中花子さんが開校式に出席', '田中花子さんは開校式で話した。'],
    ['vi', 'Chủ tịch từ chức', 'Sáng nay chủ tịch nộp đơn.'],
  ])('where capitals mark no names, what stands together twice is one thing (%s)', (lang, title, text) => {
    const once = toProfile({ title, text: '', lang, time: TIME }, createLexicon());
    const twice = toProfile({ title, text, lang, time: TIME }, createLexicon());

    expect(new Set(once.names).size).toBe(once.names.length);
    expect(new Set(twice.names).size).toBeLessThan(twice.names.length);
  });

  test('what happened counts', () => {
    const { like } = read([
      'On Sunday Mayor Hanna Weiss opened a school in Fallmouth.',
      'A school in Fallmouth was opened by Mayor Hanna Weiss.',
    ]);

    expect(like.beyond).toBeGreaterThan(0.5);
  });

  test('a headline in capitals throughout names nobody', () => {
    const title = { title: 'Mayor Opens School In Fallmouth', text: '', lang: 'en', time: TIME };
    const { names } = toProfile(title, createLexicon());

    expect([...names]).toEqual(Array.from(names, (_, i) => i));
  });

  test.each([
    ['en', 'Mayor of Lyon marries', 'Lyon: mayor in hospital', 1],
    ['en', 'Lyon mayor marries', 'The mayor of Lyon marries again', 2],
    ['fr', 'Le maire de Brest se marie', 'Brest : le maire hospitalisé', 1],
    ['ja', '港市の田中市長、けが', '港市の田中市長、開校式に', 1],
    ['zh', '杭州市长受伤', '杭州市长宣布', 1],
    ['ar', 'رئيس بلدية صيدا في المستشفى', 'رئيس بلدية صيدا يفتتح جسراً', 1],
    ['en', 'Lyon Mayor Marries', 'Mayor of Lyon in Hospital', 1],
    ['en', 'Taylor Brandt Marries', 'Manager Sues Taylor Brandt', 1],
    ['en', 'Taylor Brandt Marries', 'Brandt Meets Taylor', 2],
  ])('in headlines alone a name and its office are one thing (%s: %s; %s)', (lang, one, other, count) => {
    const like = readHeadlines([one, other], lang);

    expect([like.rarest, like.second, like.third].filter((rarity) => rarity > 0)).toHaveLength(count);
  });

  test('what happened is told by words that are neither name nor office', () => {
    expect(readHeadlines(['Fire in Lyon', 'Lyon: the fire is out']).told).toBeGreaterThan(0);
    expect(readHeadlines(['A mayor for Lyon', 'In Lyon the mayor sings']).told).toBe(0);
  });

  test.each([
    ['en', 'Kessler Opens Lindau School', 'Lindau: Kessler Marries'],
    ['en', 'Kessler opens Lindau school', 'Lindau: Kessler marries'],
    ['fr', 'Kessler inaugure une école à Lindau', 'Lindau : Kessler se marie'],
    ['ru', 'Кесслер открыл школу в Линдау', 'Линдау: Кесслер женился'],
    ['ar', 'كيسلر يفتتح مدرسة لينداو', 'زفاف كيسلر لينداو'],
    ['ja', 'ケスラー、リンダウに学校開校', 'リンダウでケスラー結婚'],
    ['vi', 'Kessler khánh thành trường ở Lindau', 'Lindau: Kessler kết hôn'],
  ])('a name tells nothing of what happened, wherever it stands (%s: %s)', (lang, one, other) => {
    expect(readHeadlines([one, other], lang).second).toBeGreaterThan(0);
    expect(readHeadlines([one, other], lang).told).toBe(0);
  });

  test.each([
    ['', 'Mayor Hanna Weiss sings.', 2],
    ['Mayor Hanna Weiss Sings', '', 3],
  ])('is the same after a restart (%s%s)', (title, text, count) => {
    const lexicon = createLexicon();
    const profile = toProfile({ title, text, lang: 'en', time: TIME }, lexicon);
    const seen = {
      profile,
      print: { hashes: new Uint32Array(0), level: 0 },
      anchors: { lang: 'en', time: TIME, names: new Uint32Array(0), numbers: new Uint32Array(0) },
      runs: new Uint32Array(0),
    };

    const back = unpackSeen(packSeen(seen, lexicon), TIME, lexicon);

    expect(profile.offices).toHaveLength(1);
    expect(new Set(profile.names).size).toBe(count);
    expect(back.profile).toEqual(profile);
  });
});
