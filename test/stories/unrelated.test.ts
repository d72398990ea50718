// Events of one small town: the same places, the same people, the same few publishers. None of that makes two of them one.

import { describe, expect, test } from 'vitest';
import type { Groupable } from '../../src/stories/grouper.ts';
import { groupAll } from '../helpers/group-all.ts';

const NOON = Date.UTC(2026, 4, 4, 12);
const HOUR = 3_600_000;

interface Told extends Groupable {
  readonly event: string;
}

function told(event: string, hour: number, source: string, [title, text, lang = 'en']: readonly string[]): Told {
  return { event, title: title!, text: text!, lang, source, time: NOON + hour * HOUR };
}

const POST = 'Fallmouth Post';
const TOWN: readonly Told[] = [
  told('school', 0, POST, [
    'Mayor Hanna Weiss opens new school in Fallmouth',
    'Mayor Hanna Weiss cut the ribbon of a primary school on Mill Lane on Monday. It has room for 300 pupils and a gym that clubs may use in the evening.',
  ]),
  told('flood', 9, POST, [
    'Heavy rain floods cellars in Fallmouth',
    'Firefighters pumped water from forty cellars in Fallmouth after a thunderstorm on Monday night. The underpass at the station was closed until the morning.',
  ]),
  told('fire', 22, POST, [
    'Fire destroys carpenter’s workshop in Fallmouth',
    'A carpenter’s workshop in Fallmouth burned down on Tuesday. Sixty firefighters kept the flames from the houses next to it. Nobody was hurt.',
  ]),
  told('theft', 26, POST, [
    'Police in Fallmouth look for bicycle thieves',
    'Eleven electric bicycles were taken from a shop near the station in Fallmouth. The police ask anybody who saw a white van to come forward.',
  ]),
  told('concert', 28, POST, [
    'Choir sings at the station',
    'Passengers at Fallmouth station heard Brahms instead of announcements on Tuesday. The town’s choir gave a concert on platform two to mark its hundredth year.',
  ]),
  told('bridge', 33, POST, [
    'Mill Lane bridge to be closed for a year',
    'The bridge on Mill Lane in Fallmouth will be closed from June. Its bearings have rusted, an engineer found. Buses will go round by the harbour.',
  ]),
  told('hospital', 40, POST, [
    'Hospital shuts its maternity ward',
    'The hospital of Fallmouth will close its maternity ward at the end of the year. Too few midwives could be found, the director said.',
  ]),
  told('football', 44, POST, [
    'Fallmouth win the cup on penalties',
    'Fallmouth beat Ostwick 5-4 on penalties to win the county cup on Wednesday. Goalkeeper Tom Arden stopped two of them.',
  ]),
  told('arden', 50, POST, [
    'Fifty loaves in an hour',
    'Tom Arden, a baker by trade, sold fifty loaves in an hour at a stall in Fallmouth. The money goes to the animal shelter.',
  ]),
  told('factory', 54, POST, [
    'Cable maker to hire 200 in Fallmouth',
    'A maker of cables will build a factory on the old airfield in Fallmouth and hire 200 people. The council sold the land for 3 million.',
  ]),
  told('budget', 58, POST, [
    'Council raises dog tax',
    'Dog owners in Fallmouth will pay a third more from January. The council passed the tax by two votes after a long debate about its budget.',
  ]),
];

const CAPITAL: readonly Told[] = [
  told('tariffs', 0, 'The Wire', [
    'President Okoro signs tariffs on steel',
    'President Daniel Okoro signed an order on Monday that puts a tariff of 20 percent on foreign steel. Carmakers said that prices would rise.',
  ]),
  told('judge', 6, 'The Wire', [
    'President Okoro names judge to the supreme court',
    'President Daniel Okoro chose Miriam Achterberg, a judge from the north, for the vacant seat at the supreme court. The senate will hear her in June.',
  ]),
  told('visit', 20, 'Daily Ledger', [
    'Okoro to visit Japan and Korea',
    'President Daniel Okoro will travel to Tokyo and Seoul next week to speak about trade and defence, his office said on Tuesday.',
  ]),
  told('health', 25, 'Daily Ledger', [
    'Okoro in good health, doctors say',
    'President Daniel Okoro, 61, is fit for office, his doctors wrote after the yearly check on Tuesday. He should sleep more, they added.',
  ]),
  told('book', 31, 'Daily Ledger', [
    'Former aide’s book describes quarrels around Okoro',
    'A book by a former speechwriter of President Daniel Okoro describes quarrels among his advisers. His office called it fiction.',
  ]),
  told('quake', 36, 'The Wire', [
    'Strong earthquake shakes northern Japan',
    'An earthquake of magnitude 6.8 shook the north of Japan on Wednesday. Trains stopped; there was no danger of a tsunami, the weather agency said.',
  ]),
  told('carmaker', 41, 'The Wire', [
    'Japanese carmaker recalls 400,000 vans',
    'A carmaker in Japan called back 400,000 vans because their doors may open while driving. No accidents are known.',
  ]),
];

const STADT: readonly Told[] = [
  told('messer', 0, 'Nordblatt', [
    'Mann in Lübeck mit Messer verletzt',
    'Ein 34 Jahre alter Mann ist in der Nacht in Lübeck bei einem Streit verletzt worden. Die Polizei nahm einen Verdächtigen fest.',
    'de',
  ]),
  told('unfall', 7, 'Nordblatt', [
    'Radfahrerin stirbt bei Unfall in Lübeck',
    'Eine 52 Jahre alte Radfahrerin ist in Lübeck von einem Lastwagen erfasst worden und gestorben. Die Polizei sucht Zeugen.',
    'de',
  ]),
  told('hafen', 15, 'Nordblatt', [
    'Lübecker Hafen schlägt mehr Holz um',
    'Im Hafen von Lübeck ist im ersten Halbjahr ein Fünftel mehr Holz umgeschlagen worden als im Vorjahr. Der Betreiber stellt Leute ein.',
    'de',
  ]),
  told('marzipan', 22, 'Nordblatt', [
    'Marzipan wird teurer',
    'Ein Hersteller in Lübeck erhöht die Preise für Marzipan um acht Prozent. Schuld sei die schlechte Mandelernte, sagte eine Sprecherin.',
    'de',
  ]),
];

/** Pairs of different events that ended in one story. */
function mixed(articles: readonly Told[]): string[] {
  const stories = groupAll(articles);
  return articles.flatMap((a, i) =>
    articles
      .slice(0, i)
      .filter((b, j) => stories[i] === stories[j] && a.event !== b.event)
      .map((b) => `${a.title} / ${b.title}`),
  );
}

/** The same disorder at every run. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const keyed = list.map((item, i) => ({ item, key: ((i + 1) * seed * 7919) % 10_007 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

describe('events that share places, people and publishers', () => {
  test.each([
    ['a town', TOWN],
    ['a president', CAPITAL],
    ['a city, in German', STADT],
    ['all at once', [...TOWN, ...CAPITAL, ...STADT].sort((a, b) => a.time - b.time)],
  ] as const)('stay apart: %s', (_, articles) => {
    expect(mixed(articles)).toEqual([]);
  });

  test.each([1, 2, 3, 5, 11])('stay apart when the news comes out of order (%i)', (seed) => {
    expect(mixed(shuffled([...TOWN, ...CAPITAL, ...STADT], seed))).toEqual([]);
  });

  test('stay apart when the newest comes first', () => {
    expect(mixed([...TOWN, ...CAPITAL, ...STADT].sort((a, b) => b.time - a.time))).toEqual([]);
  });

  test('stay apart when a publisher gives all of them the same time', () => {
    expect(mixed(TOWN.map((article) => ({ ...article, time: NOON })))).toEqual([]);
  });
});
