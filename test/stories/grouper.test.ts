import { describe, expect, test } from 'vitest';
import { ALIVE_MS, createGrouper, type Groupable } from '../../src/stories/grouper.ts';
import { FACTORY, PLASTIC, RECALL } from '../helpers/two-events.ts';

const NOON = Date.UTC(2026, 4, 4, 12);
const HOUR = 3_600_000;

type Told = Groupable & { readonly id: number };

function told(id: number, title: string, text: string, more: Partial<Told> = {}): Told {
  return { id, title, text, lang: 'en', source: `Paper ${id}`, time: NOON + id * HOUR, ...more };
}

const FERRY = [
  told(
    1,
    'Ferry sinks off Lumara, 40 missing',
    'A ferry with 120 people aboard sank off the port of Lumara on Monday. Rescue boats searched for 40 missing passengers, the coast guard said.',
  ),
  told(
    2,
    'Forty missing after Lumara ferry sinks',
    'Divers joined the search for some 40 passengers missing since a ferry sank near Lumara. The coast guard said 80 people were brought ashore.',
  ),
  told(
    3,
    'Lumara ferry disaster: captain questioned',
    'Police in Lumara questioned the captain of the ferry that sank on Monday with 120 people aboard. The search for missing passengers went on.',
  ),
];
const BANK = told(
  4,
  'Velden bank raises interest rate to 4.5%',
  'The central bank of Velden raised its key interest rate to 4.5 percent on Monday, citing stubborn inflation. Economists had expected a pause.',
);
const MUSEUM = told(
  5,
  'Lumara museum shows lost paintings',
  'The museum of Lumara opened an exhibition of paintings thought lost since 1911. Visitors queued around the block for the landscapes.',
);

function placeAll(articles: readonly Told[], grouper = createGrouper<number, string>()): Map<number, string> {
  const stories = new Map<number, string>();
  for (const article of articles) {
    const { story, merged, parted } = grouper.place(article, () => `s${article.id}`);
    stories.set(article.id, story);
    for (const [id, old] of stories) if (merged.includes(old)) stories.set(id, story);
    for (const id of parted?.articles ?? []) stories.set(id, parted!.story);
  }
  return stories;
}

describe('createGrouper', () => {
  test('puts reports of one event into one story', () => {
    const stories = placeAll(FERRY);

    expect([...stories.values()]).toEqual(['s1', 's1', 's1']);
  });

  test('keeps other events apart, even in the same town', () => {
    const stories = placeAll([...FERRY, BANK, MUSEUM]);

    expect([stories.get(4), stories.get(5)]).toEqual(['s4', 's5']);
  });

  test('groups articles that all bear the same time', () => {
    const stories = placeAll(FERRY.map((article) => ({ ...article, time: NOON })));

    expect(new Set(stories.values()).size).toBe(1);
  });

  test('gives a copy the story of its original and says whose copy it is', () => {
    const grouper = createGrouper<number, string>();
    const body = `${FERRY[0]!.text} ${FERRY[2]!.text} The owner of the ferry declined to comment before an inquiry ends.`;
    grouper.place(told(1, 'Ferry sinks', body), () => 'first');

    const placement = grouper.place(told(2, 'Dozens missing at sea', `By our agency. ${body}`), () => 'second');

    expect(placement).toEqual({ story: 'first', merged: [], copyOf: 1, parted: undefined });
  });

  test('opens a new story when the like of it comes a month later', () => {
    const later = { ...FERRY[1]!, time: NOON + 30 * 24 * HOUR };

    const stories = placeAll([FERRY[0]!, later]);

    expect(stories.get(2)).toBe('s2');
  });

  test('changes nothing by deciding', () => {
    const grouper = createGrouper<number, string>();

    grouper.decide(FERRY[0]!);

    expect(grouper.size).toBe(0);
    expect(grouper.decide(FERRY[1]!).story).toBeUndefined();
  });

  test('keeps no word of what was decided and never kept, or is long gone', () => {
    const grouper = createGrouper<number, string>();
    grouper.place(FERRY[0]!, () => 's1');
    const { terms } = grouper;

    for (let n = 0; n < 50; n++) grouper.decide(told(n, `Word${n}x`, `Another${n}y and other${n}z.`));
    grouper.decide(FERRY[0]!);

    expect(grouper.terms).toBe(terms);
    grouper.forget(NOON * 2);
    grouper.decide(told(99, '', ''));
    expect(grouper.terms).toBe(0);
  });

  test('refuses to keep what was decided before the last decision', () => {
    const grouper = createGrouper<number, string>();
    const decision = grouper.decide(FERRY[0]!);
    grouper.decide(FERRY[1]!);

    expect(() => grouper.keep(decision, { article: 1, story: 's1' })).toThrow('before the next one');
  });

  test('takes the ids that the store gives once the article is written', () => {
    const grouper = createGrouper<number, string>();
    grouper.keep(grouper.decide(FERRY[0]!), { article: 901, story: 'row 17' });

    expect(grouper.decide(FERRY[1]!).story).toBe('row 17');
  });

  test('goes on after a restart as if nothing had happened', () => {
    const stream = [
      FERRY[0]!,
      BANK,
      FERRY[1]!,
      MUSEUM,
      FERRY[2]!,
      told(
        6,
        'Velden rate rise surprises markets',
        'Shares fell after the central bank of Velden raised its interest rate to 4.5 percent, a step few economists had expected.',
      ),
    ];
    const whole = placeAll(stream);
    const before = createGrouper<number, string>();
    const firstHalf = placeAll(stream.slice(0, 3), before);

    const after = createGrouper<number, string>({ memory: before.memory() });
    after.restore(
      stream.slice(0, 3).map((article) => ({ ...article, story: firstHalf.get(article.id)!, isCounted: true })),
    );
    const secondHalf = placeAll(stream.slice(3), after);

    expect(new Map([...firstHalf, ...secondHalf])).toEqual(whole);
  });

  test('knows after a restart what a source repeats', () => {
    const box =
      'Ann Berg Ann Maria BergBerg calls for a vote on the harbour toll Ferry owners balk at lengthy hearing Council signs stopgap budget through November Harbour master denies that he saw the letter MORE';
    const first = told(1, 'Bridge rusts', `Rust was found on the bridge, said mayor ${box}. Divers look at its piers.`);
    const second = told(
      2,
      'School in shifts',
      `A school on Mill Lane will teach in two shifts, mayor ${box} told parents on Tuesday. The roof of its gym came down in a storm and cannot be mended before spring, so that four classes move to the old cinema next to the station, where chairs are missing.`,
      {
        source: first.source,
      },
    );
    const before = createGrouper<number, string>();
    const seen = before.decide(first);
    before.keep(seen, { article: 1, story: 'bridge' });
    const { id, time } = first;
    const kept = before.pack(seen);

    const after = createGrouper<number, string>({ memory: before.memory() });
    after.restore([{ id, time, kept, story: 'bridge', isCounted: true }]);

    const termsIn = (grouper: typeof after, article: Told): number => grouper.decide(article).profile.ids.length;
    expect(termsIn(after, second)).toBe(termsIn(before, second));
    expect(termsIn(after, second)).toBeLessThan(termsIn(createGrouper(), second));
  });

  test('forgets what is older than its window, and stays small', () => {
    const grouper = createGrouper<number, string>();
    const days = ALIVE_MS / (24 * HOUR);
    for (let id = 0; id < 1_000; id++) {
      const word = `zq${id.toString(36)}`;
      grouper.place(told(id, `Report ${word} one`, `Something about ${word} and ${word}x happened.`), () => `s${id}`);
    }

    expect(grouper.size).toBeLessThan((days + 12) * 24);
    grouper.forget(NOON + 2_000 * HOUR);
    expect(grouper.size).toBe(0);
  });

  test('takes an article that joins a story and is forgotten at once, as it tells of long ago', () => {
    const day = 24 * HOUR;
    const grouper = createGrouper<number, string>();
    placeAll(
      [FERRY[0]!, FERRY[2]!].map((article) => ({ ...article, time: NOON + 2 * day })),
      grouper,
    );
    grouper.place({ ...BANK, time: NOON + 2 * day + ALIVE_MS - HOUR }, () => 's4');
    // The next article is the one at which the dead are dropped.
    for (let id = 10; grouper.sweeps < 4; id++) {
      const late = { ...FERRY[1]!, id, time: NOON + day };
      const placement = grouper.place(late, () => `s${id}`);
      expect(placement.story).toBe('s1');
    }

    expect(grouper.size).toBe(3);
  });

  test('takes empty and odd texts', () => {
    const odd = ['', ' ', '\n\n', '😀', '«»', '数据', 'ﷺ', 'x'.repeat(50_000), '\ud800'];

    const stories = placeAll(
      odd.flatMap((text, i) => [told(i * 2, text, ''), told(i * 2 + 1, '', text, { lang: undefined })]),
    );

    expect(stories.size).toBe(odd.length * 2);
  });
});

describe('two events of one company', () => {
  const [factory, recall, plastic] = [FACTORY, RECALL, PLASTIC].map(({ title, text }, i) =>
    told(i + 1, title, text),
  ) as [Told, Told, Told];

  test('that were taken for one part when the next report shows it', () => {
    const grouper = createGrouper<number, string>();
    const mixed = placeAll([factory, recall], grouper);

    const placement = grouper.place(plastic, () => 's3');

    expect(new Set(mixed.values())).toEqual(new Set(['s1']));
    expect(placement).toMatchObject({ story: 's1', parted: { story: 's3' } });
    expect(new Set(placement.parted?.articles)).toEqual(new Set([recall.id, plastic.id]));
    expect(grouper.decide({ ...plastic, title: 'Blue plastic in Tallgrass lasagnas' }).story).toBe('s3');
    expect(grouper.decide({ ...factory, title: 'Tallgrass to build in Salina' }).story).toBe('s1');
  });

  test('part after a restart, too', () => {
    const before = createGrouper<number, string>();
    const mixed = placeAll([factory, recall], before);
    const after = createGrouper<number, string>({ memory: before.memory() });
    after.restore([factory, recall].map((one) => ({ ...one, story: mixed.get(one.id)!, isCounted: true })));

    expect(after.place(plastic, () => 's3').parted).toEqual(before.place(plastic, () => 's3').parted);
  });
});

describe('what two events share by chance', () => {
  test.each([
    [
      [
        'Hanoi opens first metro line',
        'Hanoi opened its first metro line on Tuesday after a decade of delays. Thousands of residents rode free of charge.',
      ],
      [
        'Flood alert in Hanoi as river rises',
        'Authorities in Hanoi evacuated hundreds of families as the Red River rose above the alarm level on Tuesday.',
      ],
    ],
    [
      [
        'President Marlow signs tax bill',
        'President Elena Marlow signed a bill cutting taxes for small companies on Monday. The opposition called it a gift to the rich.',
      ],
      [
        'President Marlow visits Japan',
        'President Elena Marlow arrived in Tokyo on Monday for talks on trade and security with the prime minister.',
      ],
    ],
  ] as const)('a place or a person does not join %s and %s', ([title, text], [otherTitle, otherText]) => {
    const stories = placeAll([told(1, title, text), told(2, otherTitle, otherText)]);

    expect(new Set(stories.values()).size).toBe(2);
  });
});
