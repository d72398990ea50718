// One place, person or company in the news with several things at once, each told by two papers in their own words: what
// they share by name must not make them one, and what happened must. Nothing else is alive: it could not be harder.

import { describe, expect, test } from 'vitest';
import { createGrouper } from '../../src/stories/grouper.ts';

type Telling = readonly [title: string, text: string, otherTitle: string, otherText: string];

const SUBJECTS: readonly (readonly [subject: string, lang: string, events: readonly Telling[]])[] = [
  [
    'a city',
    'en',
    [
      [
        'Tram derails in central Lyon, six hurt',
        'A tram jumped the rails near Lyon’s opera house on Tuesday morning. Six passengers were treated for bruises, the operator said.',
        'Six injured as Lyon tram leaves tracks',
        'Six people were slightly hurt when a tram derailed close to the opera in Lyon, the transport company said.',
      ],
      [
        'Lyon museum buys lost Delacroix',
        'The fine arts museum of Lyon has bought a painting by Delacroix that was thought lost since 1850.',
        'Lost Delacroix goes to Lyon',
        'A Delacroix missing since 1850 was acquired by the museum of fine arts in Lyon, it said on Tuesday.',
      ],
      [
        'Lyon court jails baker for tax fraud',
        'A court in Lyon sentenced a baker to two years in prison for evading taxes on three shops.',
        'Baker gets two years for tax evasion in Lyon',
        'Two years in prison: that is the sentence for a Lyon baker who hid the income of three shops.',
      ],
      [
        'Lyon bans old diesel cars from September',
        'From September diesel cars older than ten years may not enter Lyon, the city council decided.',
        'Old diesels locked out of Lyon',
        'The council of Lyon voted to ban diesel cars over ten years of age from September on.',
      ],
      [
        'Heatwave closes schools in Lyon',
        'Schools in Lyon will stay closed on Thursday because of the heat. Temperatures may reach 41 degrees.',
        'No school on Thursday as Lyon expects 41 degrees',
        'Pupils in Lyon stay at home on Thursday: with 41 degrees expected, the schools will not open.',
      ],
      [
        'Lyon beat Nantes 3-0',
        'Lyon won 3-0 at home against Nantes on Tuesday and moved up to fourth place.',
        'Easy win for Lyon over Nantes',
        'Three goals, no reply: Lyon beat Nantes at home and are now fourth.',
      ],
    ],
  ],
  [
    'a company',
    'en',
    [
      [
        'Veridia recalls 80,000 dishwashers',
        'Veridia, maker of household appliances, called back 80,000 dishwashers whose doors may catch fire.',
        'Fire risk: Veridia takes back dishwashers',
        '80,000 dishwashers made by Veridia are recalled because a cable in the door can catch fire.',
      ],
      [
        'Veridia names new chief executive',
        'Veridia appointed Lena Okafor, now head of its Asian business, as chief executive from January.',
        'Okafor to lead Veridia',
        'Lena Okafor, who runs the business of Veridia in Asia, becomes its chief executive in January.',
      ],
      [
        'Veridia profit falls by a third',
        'Veridia earned 210 million in the third quarter, a third less than a year ago, as steel became dearer.',
        'Steel prices weigh on Veridia’s quarter',
        'Dearer steel cut the quarterly profit of Veridia by a third to 210 million.',
      ],
      [
        'Veridia to close plant in Ghent',
        'Veridia will close its plant in Ghent in two years; 900 jobs are lost, the works council said.',
        '900 jobs go as Veridia shuts Ghent plant',
        'The works council says that 900 people lose their jobs when Veridia closes in Ghent in two years.',
      ],
      [
        'Veridia sued over patents by rival',
        'Rival Koltec sued Veridia in Munich over three patents on heat pumps.',
        'Koltec takes Veridia to court',
        'Three heat pump patents are at the heart of a suit that Koltec brought against Veridia in Munich.',
      ],
      [
        'Hackers steal customer data from Veridia',
        'Names and addresses of 2 million customers were stolen from Veridia by hackers, it said.',
        'Data of 2 million Veridia customers stolen',
        'Veridia said hackers copied names and addresses of two million customers.',
      ],
    ],
  ],
  [
    'one evening’s football',
    'en',
    [
      [
        'Ostwick beat Merrow 2-1',
        'Ostwick won 2-1 against Merrow on Saturday. Pell scored both goals in the second half.',
        'Pell’s goals sink Merrow',
        'Two goals by Pell gave Ostwick a 2-1 win over Merrow.',
      ],
      [
        'Carrick and Dunmoor draw 1-1',
        'Carrick and Dunmoor drew 1-1 on Saturday. Adeyo scored late for the hosts.',
        'Late Adeyo goal saves point for Carrick',
        'Carrick came back against Dunmoor for a 1-1 draw when Adeyo scored late.',
      ],
      [
        'Selby win 4-0 at Harrowgate',
        'Selby won 4-0 at Harrowgate on Saturday, with three goals by Ruiz.',
        'Ruiz hat-trick as Selby rout Harrowgate',
        'Ruiz scored three times in the 4-0 win of Selby at Harrowgate.',
      ],
      [
        'Tarn lose again, coach sacked',
        'Tarn lost 3-0 against Vale on Saturday and dismissed coach Bo Lind.',
        'Tarn dismiss coach Lind after defeat by Vale',
        'Bo Lind is no longer coach of Tarn, who lost 3-0 against Vale.',
      ],
    ],
  ],
  [
    'a president',
    'en',
    [
      [
        'Marek vetoes farm bill',
        'President Adam Marek vetoed the farm bill on Tuesday, saying that it favours large estates.',
        'Farm bill stopped by Marek’s veto',
        'The farm bill helps large estates only, said President Adam Marek and vetoed it.',
      ],
      [
        'Marek to meet chancellor in Berlin',
        'President Adam Marek will travel to Berlin on Friday to meet the chancellor and speak about gas.',
        'Gas on agenda as Marek visits Berlin',
        'President Adam Marek and the German chancellor will talk about gas in Berlin on Friday.',
      ],
      [
        'Marek’s brother charged with bribery',
        'Prosecutors charged Pavel Marek, the brother of President Adam Marek, with taking bribes for road contracts.',
        'President’s brother accused over road contracts',
        'Pavel Marek, brother of President Adam Marek, took bribes for road contracts, prosecutors say.',
      ],
      [
        'Marek undergoes knee surgery',
        'President Adam Marek had an operation on his knee on Tuesday and will work from home for a week.',
        'Knee operation for President Marek',
        'After an operation on the knee President Adam Marek will work from home for a week.',
      ],
      [
        'Marek’s approval drops to 38 percent',
        'Only 38 percent approve of President Adam Marek, nine points fewer than in spring, a poll found.',
        'Poll: fewer approve of President Marek',
        'Approval of President Adam Marek has fallen by nine points to 38 percent, according to a poll.',
      ],
      [
        'Marek pardons whistleblower',
        'President Adam Marek pardoned Iva Doll, who had given files on arms deals to a newspaper.',
        'Whistleblower Doll pardoned',
        'Iva Doll, jailed for passing files on arms deals to a newspaper, was pardoned by President Adam Marek.',
      ],
    ],
  ],
  [
    'a city, in German',
    'de',
    [
      [
        'Straßenbahn entgleist in Leipzig, sechs Verletzte',
        'Nahe der Oper in Leipzig ist am Dienstag eine Straßenbahn entgleist. Sechs Fahrgäste wurden leicht verletzt.',
        'Sechs Verletzte bei Straßenbahnunfall in Leipzig',
        'Sechs Menschen sind leicht verletzt worden, als in Leipzig eine Straßenbahn nahe der Oper entgleiste.',
      ],
      [
        'Leipziger Museum kauft verschollenen Klinger',
        'Das Museum der bildenden Künste in Leipzig hat ein Gemälde von Max Klinger gekauft, das als verschollen galt.',
        'Verschollenes Klinger-Gemälde kommt nach Leipzig',
        'Ein lange verschollenes Gemälde von Max Klinger hängt bald im Museum der bildenden Künste in Leipzig.',
      ],
      [
        'Gericht in Leipzig verurteilt Bäcker',
        'Das Landgericht Leipzig hat einen Bäcker wegen Steuerhinterziehung zu zwei Jahren Haft verurteilt.',
        'Zwei Jahre Haft für Bäcker in Leipzig',
        'Wegen Steuerhinterziehung muss ein Bäcker aus Leipzig zwei Jahre in Haft.',
      ],
      [
        'Leipzig sperrt alte Diesel aus',
        'Ab September dürfen Dieselautos, die älter als zehn Jahre sind, nicht mehr nach Leipzig fahren.',
        'Fahrverbot für alte Diesel in Leipzig',
        'Für Dieselautos über zehn Jahre gilt in Leipzig ab September ein Fahrverbot.',
      ],
      [
        'Hitze: Schulen in Leipzig bleiben zu',
        'Wegen der Hitze bleiben die Schulen in Leipzig am Donnerstag geschlossen. Erwartet werden 39 Grad.',
        '39 Grad: Donnerstag hitzefrei in Leipzig',
        'Am Donnerstag ist in Leipzig schulfrei, denn es werden 39 Grad erwartet.',
      ],
    ],
  ],
  [
    'a mayor, in French',
    'fr',
    [
      [
        'Le maire de Brest inaugure un pont',
        'Le maire de Brest, Yann Le Goff, a inauguré mardi un pont pour cyclistes sur la Penfeld.',
        'Brest : un pont pour les cyclistes',
        'Un pont réservé aux cyclistes a été inauguré sur la Penfeld par le maire de Brest, Yann Le Goff.',
      ],
      [
        'Le maire de Brest ne se représentera pas',
        'Yann Le Goff, maire de Brest, ne sera pas candidat aux élections municipales de mars.',
        'Municipales : Le Goff renonce',
        'Le maire de Brest, Yann Le Goff, renonce à se présenter aux élections de mars.',
      ],
      [
        'Le maire de Brest hospitalisé',
        'Yann Le Goff, maire de Brest, a été hospitalisé mardi après un malaise pendant un discours.',
        'Malaise du maire de Brest',
        'Victime d’un malaise pendant un discours, le maire de Brest, Yann Le Goff, a été conduit à l’hôpital.',
      ],
      [
        'Le maire de Brest veut doubler le prix du stationnement',
        'Yann Le Goff, maire de Brest, propose de doubler le prix du stationnement au centre.',
        'Stationnement : les prix doublent à Brest',
        'Le stationnement au centre de Brest coûtera deux fois plus cher, a annoncé le maire, Yann Le Goff.',
      ],
    ],
  ],
  [
    'a chairman, in Vietnamese',
    'vi',
    [
      [
        'Chủ tịch Trần Văn Minh khánh thành trường học',
        'Chủ tịch tỉnh Trần Văn Minh sáng thứ Hai khánh thành một trường tiểu học mới ở Quảng Ninh cho 300 học sinh.',
        'Quảng Ninh có trường tiểu học mới',
        'Trường tiểu học mới cho 300 học sinh ở Quảng Ninh được Chủ tịch Trần Văn Minh khánh thành sáng thứ Hai.',
      ],
      [
        'Chủ tịch Trần Văn Minh nhập viện',
        'Chủ tịch tỉnh Quảng Ninh Trần Văn Minh phải nhập viện sau tai nạn xe đạp hôm thứ Hai.',
        'Ông Minh nhập viện sau tai nạn xe đạp',
        'Sau tai nạn xe đạp, Chủ tịch tỉnh Quảng Ninh Trần Văn Minh đã được đưa vào bệnh viện.',
      ],
      [
        'Chủ tịch Trần Văn Minh xin từ chức',
        'Chủ tịch tỉnh Quảng Ninh Trần Văn Minh nộp đơn xin từ chức vì lý do gia đình.',
        'Ông Minh rời chức chủ tịch Quảng Ninh',
        'Vì lý do gia đình, ông Trần Văn Minh xin từ chức chủ tịch tỉnh Quảng Ninh.',
      ],
      [
        'Chủ tịch Trần Văn Minh tiếp đoàn doanh nghiệp Nhật',
        'Chủ tịch tỉnh Trần Văn Minh tiếp đoàn doanh nghiệp Nhật Bản muốn đầu tư nhà máy điện gió ở Quảng Ninh.',
        'Doanh nghiệp Nhật muốn làm điện gió ở Quảng Ninh',
        'Đoàn doanh nghiệp Nhật Bản gặp Chủ tịch Trần Văn Minh để bàn về nhà máy điện gió ở Quảng Ninh.',
      ],
    ],
  ],
  [
    'a mayor, in Japanese',
    'ja',
    [
      [
        '港市の田中市長、新しい小学校を開校',
        '港市の田中花子市長は月曜日、児童300人の新しい小学校の開校式に出席した。',
        '港市に新小学校',
        '児童300人が通う小学校が港市に開校し、田中花子市長が式に出席した。',
      ],
      [
        '港市の田中市長、次の選挙に出馬せず',
        '港市の田中花子市長は春の市長選挙に立候補しない考えを示した。',
        '田中氏、三選を目指さず',
        '春の市長選挙について港市の田中花子市長は立候補を見送ると述べた。',
      ],
      [
        '港市の田中市長、自転車事故でけが',
        '港市の田中花子市長が自転車で転倒し、鎖骨を折って入院した。',
        '田中市長が入院',
        '自転車で転んだ港市の田中花子市長は鎖骨の骨折で入院している。',
      ],
      [
        '港市の田中市長、駐車料金の値上げを擁護',
        '港市の田中花子市長は中心部の駐車料金を2倍にする案を説明した。',
        '港市の駐車料金、2倍に',
        '中心部の駐車料金が2倍になると港市の田中花子市長が明らかにした。',
      ],
    ],
  ],
  [
    'a mayor, in Russian',
    'ru',
    [
      [
        'Мэр Твери Анна Белова открыла школу',
        'Мэр Твери Анна Белова в понедельник открыла новую школу на 300 учеников.',
        'В Твери открылась новая школа',
        'Новая школа на 300 учеников открыта в Твери мэром Анной Беловой.',
      ],
      [
        'Мэр Твери Анна Белова не пойдёт на выборы',
        'Анна Белова, мэр Твери, заявила, что не будет участвовать в весенних выборах.',
        'Белова отказалась от нового срока',
        'Мэр Твери Анна Белова отказалась выдвигаться на весенних выборах.',
      ],
      [
        'Мэр Твери Анна Белова попала в больницу',
        'Анна Белова, мэр Твери, упала с велосипеда и сломала ключицу.',
        'Белова сломала ключицу',
        'После падения с велосипеда мэр Твери Анна Белова лежит в больнице с переломом ключицы.',
      ],
      [
        'Мэр Твери Анна Белова защищает платные парковки',
        'Анна Белова, мэр Твери, считает, что парковка в центре должна стоить вдвое дороже.',
        'Парковка в Твери подорожает вдвое',
        'Вдвое дороже будет парковка в центре Твери, сообщила мэр Анна Белова.',
      ],
    ],
  ],
  [
    'a mayor, in Spanish',
    'es',
    [
      [
        'La alcaldesa de Vigo inaugura una escuela',
        'La alcaldesa de Vigo, Ana Rial, inauguró el lunes una escuela para 300 niños.',
        'Vigo estrena escuela',
        'Una escuela para 300 niños fue inaugurada el lunes por la alcaldesa de Vigo, Ana Rial.',
      ],
      [
        'La alcaldesa de Vigo no se presentará de nuevo',
        'Ana Rial, alcaldesa de Vigo, no será candidata en las elecciones de primavera.',
        'Rial renuncia a otro mandato',
        'La alcaldesa de Vigo, Ana Rial, no quiere ser candidata en las elecciones de primavera.',
      ],
      [
        'La alcaldesa de Vigo, herida en bicicleta',
        'Ana Rial, alcaldesa de Vigo, se rompió la clavícula al caer de la bicicleta.',
        'Rial, en el hospital tras una caída',
        'Tras caer de la bicicleta, la alcaldesa de Vigo, Ana Rial, está en el hospital con la clavícula rota.',
      ],
      [
        'La alcaldesa de Vigo duplica el precio del aparcamiento',
        'Ana Rial, alcaldesa de Vigo, defiende que aparcar en el centro cueste el doble.',
        'Aparcar en Vigo costará el doble',
        'Costará el doble aparcar en el centro de Vigo, según la alcaldesa, Ana Rial.',
      ],
    ],
  ],
];

const NOON = Date.UTC(2026, 4, 4, 12);
const HOUR = 3_600_000;
const ORDERS = [1, 2, 3, 4, 5, 6];

interface Told {
  readonly event: number;
  readonly title: string;
  readonly text: string;
}

/** The same disorder at every run. */
function inOrder(told: readonly Told[], seed: number): Told[] {
  const keyed = told.map((one, i) => ({ one, key: ((i + 1) * seed * 7919) % 10_007 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}

/** Shares of the pairs that ended in one story: of those of one event, and of the others. */
function joined(events: readonly Telling[], lang: string, isTitlesOnly = false) {
  const told = events.flatMap(([title, text, otherTitle, otherText], event) => [
    { event, title, text: isTitlesOnly ? '' : text },
    { event, title: otherTitle, text: isTitlesOnly ? '' : otherText },
  ]);
  const pairs = ORDERS.flatMap((seed) => {
    const grouper = createGrouper<number, number>();
    const story = new Map<number, number>();
    const order = inOrder(told, seed);
    for (const [id, { title, text }] of order.entries()) {
      const article = { id, title, text, lang, source: `Paper ${id}`, time: NOON + id * HOUR };
      const placed = grouper.place(article, () => id);
      for (const [other, known] of story) if (placed.merged.includes(known)) story.set(other, placed.story);
      story.set(id, placed.story);
    }
    return order.flatMap((a, i) =>
      order.slice(0, i).map((b, j) => ({ isSame: a.event === b.event, isJoined: story.get(i) === story.get(j) })),
    );
  });
  const share = (isSame: boolean): number => {
    const some = pairs.filter((pair) => pair.isSame === isSame);
    return some.filter(({ isJoined }) => isJoined).length / some.length;
  };
  return { same: share(true), different: share(false) };
}

describe('several things about', () => {
  test.each(SUBJECTS)('%s: each is a story of its own', (_, lang, events) => {
    const { same, different } = joined(events, lang);

    expect(different).toBe(0);
    expect(same).toBeGreaterThan(0.7);
  });

  test.each(SUBJECTS.filter(([, lang]) => ['en', 'de', 'ru', 'vi'].includes(lang)))(
    '%s, headlines alone: hardly any are mixed',
    (_, lang, events) => {
      expect(joined(events, lang, true).different).toBeLessThan(0.05);
    },
  );
});
