import { describe, expect, test } from 'vitest';
import type { Groupable } from '../../src/stories/grouper.ts';
import { groupAll } from '../helpers/group-all.ts';

const NOON = Date.parse('2026-03-10T12:00:00Z');
const HOUR = 3_600_000;

const english: Groupable = {
  title: 'Ferry Marit runs aground off Skarvoy, all 312 aboard rescued',
  text: 'The ferry Marit ran aground on a sandbank off Skarvoy on Monday night with 312 people aboard. Captain Henrik Aune said the fog had come in minutes. The Lysholm Line sent two tugs; 4,200 litres of fuel were pumped out.',
  lang: 'en',
  source: 'Harbour Gazette',
  time: NOON,
};
const german: Groupable = {
  title: 'Fähre „Marit“ läuft vor Skarvoy auf Grund: 312 Menschen gerettet',
  text: 'Vor Skarvoy ist am Montagabend die Fähre „Marit“ mit 312 Menschen an Bord auf eine Sandbank gelaufen. Kapitän Henrik Aune sprach von plötzlichem Nebel. Die Reederei Lysholm Line schickte zwei Schlepper, 4.200 Liter Treibstoff wurden abgepumpt.',
  lang: 'de',
  source: 'Nordbote',
  time: NOON + 2 * HOUR,
};

const storiesOf = (...articles: readonly Groupable[]): number[] => groupAll(articles);

describe('one event in two languages', () => {
  test('is one story where names and numbers are the same, however numbers are written', () => {
    expect(storiesOf(english, german)).toEqual([1, 1]);
  });

  test('is two where the same people and places are in the news with other numbers', () => {
    const later = {
      ...german,
      title: 'Henrik Aune wird Bürgermeister von Skarvoy',
      text: 'Henrik Aune, früher Kapitän der Lysholm Line auf der Marit, ist in Skarvoy mit 58,3 Prozent gewählt worden. 1.906 Menschen gaben ihre Stimme ab.',
    };

    expect(storiesOf(english, later)).toEqual([1, 2]);
  });

  test('is two where a number is shared and no name', () => {
    const other = {
      ...german,
      title: 'Gemeinde zählt 312 Störche',
      text: 'In den Wiesen am Fluss wurden in diesem Frühjahr 312 Störche gezählt, so viele wie nie. Im Vorjahr waren es 4.200 Euro Zuschuss, die der Verein dafür bekam.',
    };

    expect(storiesOf(english, other)).toEqual([1, 2]);
  });

  test('is two where days lie between them', () => {
    expect(storiesOf(english, { ...german, time: NOON + 72 * HOUR })).toEqual([1, 2]);
  });
});
