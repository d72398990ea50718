// News made up for these tests: one place, person or company, and several things about it, each told by two papers in their
// own words.

export type Telling = readonly [title: string, text: string, otherTitle: string, otherText: string];

export const SUBJECTS: readonly (readonly [subject: string, lang: string, events: readonly Telling[]])[] = [
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
  [
    'a mayor, in Chinese',
    'zh',
    [
      [
        '杭州市长为新小学揭牌',
        '杭州市长王丽周一为一所可容纳300名学生的新小学揭牌。',
        '杭州一所新小学启用',
        '可容纳300名学生的新小学周一在杭州启用，市长王丽出席了仪式。',
      ],
      [
        '杭州市长宣布不再参选',
        '杭州市长王丽表示，她不会参加明年春天的选举。',
        '王丽放弃连任',
        '明年春天的选举中将没有杭州市长王丽，她说十年已经足够。',
      ],
      [
        '杭州市长骑车受伤',
        '杭州市长王丽骑自行车时摔倒，锁骨骨折，已住院。',
        '王丽摔伤住院',
        '骑自行车摔倒后，杭州市长王丽因锁骨骨折住院治疗。',
      ],
      [
        '杭州市长建议停车费翻倍',
        '杭州市长王丽提出把市中心的停车费提高一倍，商家表示担忧。',
        '杭州停车费将翻倍',
        '商家反对杭州市长王丽把市中心停车费提高一倍的计划。',
      ],
    ],
  ],
  [
    'a mayor, in Korean',
    'ko',
    [
      [
        '수원시장, 새 초등학교 개교식 참석',
        '김지은 수원시장은 월요일 학생 300명이 다닐 새 초등학교의 개교식에 참석했다.',
        '수원에 새 초등학교 문 열어',
        '학생 300명을 위한 초등학교가 월요일 수원에서 문을 열었고 김지은 시장이 테이프를 끊었다.',
      ],
      [
        '수원시장, 다음 선거 출마 안 한다',
        '김지은 수원시장은 내년 봄 선거에 출마하지 않겠다고 밝혔다.',
        '김지은 시장 불출마 선언',
        '내년 봄 선거에 김지은 수원시장은 나서지 않는다. 그는 10년이면 충분하다고 말했다.',
      ],
      [
        '수원시장 자전거 사고로 입원',
        '김지은 수원시장이 자전거를 타다 넘어져 쇄골이 부러졌다.',
        '김지은 시장, 자전거 사고로 병원에',
        '자전거에서 넘어진 김지은 수원시장이 쇄골 골절로 입원했다.',
      ],
      [
        '수원시장, 주차요금 두 배 인상 옹호',
        '김지은 수원시장은 도심 주차요금을 두 배로 올리는 계획을 옹호했다. 상인들은 걱정한다.',
        '수원 주차요금 두 배로',
        '상인들은 도심 주차요금을 두 배로 올리려는 김지은 수원시장의 계획에 항의했다.',
      ],
    ],
  ],
  [
    'a mayor, in Arabic',
    'ar',
    [
      [
        'رئيسة بلدية صيدا تفتتح مدرسة',
        'افتتحت رئيسة بلدية صيدا ليلى حداد يوم الاثنين مدرسة ابتدائية تتسع لثلاثمئة تلميذ.',
        'مدرسة جديدة في صيدا',
        'مدرسة ابتدائية لثلاثمئة تلميذ افتتحتها يوم الاثنين رئيسة بلدية صيدا ليلى حداد.',
      ],
      [
        'رئيسة بلدية صيدا لن تترشح مجدداً',
        'قالت ليلى حداد، رئيسة بلدية صيدا، إنها لن تترشح في انتخابات الربيع.',
        'حداد تتخلى عن ولاية جديدة',
        'لن تترشح رئيسة بلدية صيدا ليلى حداد في انتخابات الربيع المقبل.',
      ],
      [
        'إصابة رئيسة بلدية صيدا في حادث دراجة',
        'كسرت ليلى حداد، رئيسة بلدية صيدا، عظم الترقوة بعد سقوطها عن دراجة.',
        'حداد في المستشفى بعد سقوطها',
        'ترقد رئيسة بلدية صيدا ليلى حداد في المستشفى بكسر في الترقوة بعد سقوطها عن الدراجة.',
      ],
      [
        'رئيسة بلدية صيدا تضاعف رسوم المواقف',
        'دافعت ليلى حداد، رئيسة بلدية صيدا، عن مضاعفة رسوم مواقف السيارات في الوسط.',
        'رسوم المواقف في صيدا تتضاعف',
        'ستتضاعف رسوم مواقف السيارات في وسط صيدا بحسب رئيسة البلدية ليلى حداد.',
      ],
    ],
  ],
  [
    'a mayor, in Hindi',
    'hi',
    [
      [
        'इंदौर के महापौर ने स्कूल का उद्घाटन किया',
        'इंदौर के महापौर रमेश जोशी ने सोमवार को 300 बच्चों के लिए नए प्राथमिक स्कूल का उद्घाटन किया।',
        'इंदौर में नया स्कूल खुला',
        '300 बच्चों के लिए प्राथमिक स्कूल का सोमवार को इंदौर में महापौर रमेश जोशी ने उद्घाटन किया।',
      ],
      [
        'इंदौर के महापौर दोबारा चुनाव नहीं लड़ेंगे',
        'रमेश जोशी, इंदौर के महापौर, वसंत में होने वाले चुनाव में उम्मीदवार नहीं होंगे।',
        'जोशी ने चुनाव से किया इनकार',
        'वसंत के चुनाव में इंदौर के महापौर रमेश जोशी उम्मीदवार नहीं बनेंगे।',
      ],
      [
        'इंदौर के महापौर साइकिल से गिरकर घायल',
        'इंदौर के महापौर रमेश जोशी साइकिल से गिर गए और उनकी हड्डी टूट गई।',
        'महापौर जोशी अस्पताल में',
        'साइकिल से गिरने के बाद इंदौर के महापौर रमेश जोशी टूटी हड्डी के साथ अस्पताल में भर्ती हैं।',
      ],
      [
        'इंदौर के महापौर ने पार्किंग शुल्क दोगुना किया',
        'इंदौर के महापौर रमेश जोशी ने शहर के केंद्र में पार्किंग शुल्क दोगुना करने का बचाव किया।',
        'इंदौर में पार्किंग महंगी',
        'शहर के केंद्र में पार्किंग शुल्क दोगुना होगा, इंदौर के महापौर रमेश जोशी ने बताया।',
      ],
    ],
  ],
  [
    'a mayor, in Portuguese',
    'pt',
    [
      [
        'Prefeita de Lages inaugura escola',
        'A prefeita de Lages, Ana Prado, inaugurou na segunda-feira uma escola para 300 crianças.',
        'Lages ganha nova escola',
        'Uma escola para 300 crianças foi inaugurada na segunda-feira pela prefeita de Lages, Ana Prado.',
      ],
      [
        'Prefeita de Lages não disputará eleição',
        'Ana Prado, prefeita de Lages, não será candidata na próxima eleição municipal.',
        'Prado desiste de novo mandato',
        'A prefeita de Lages, Ana Prado, decidiu não ser candidata na eleição municipal.',
      ],
      [
        'Prefeita de Lages se fere em queda de bicicleta',
        'Ana Prado, prefeita de Lages, quebrou a clavícula ao cair da bicicleta.',
        'Prado no hospital após queda',
        'Depois de cair da bicicleta, a prefeita de Lages, Ana Prado, está no hospital com a clavícula quebrada.',
      ],
      [
        'Prefeita de Lages dobra preço do estacionamento',
        'Ana Prado, prefeita de Lages, quer que o estacionamento no centro custe o dobro.',
        'Estacionar em Lages vai custar o dobro',
        'O estacionamento no centro de Lages vai custar o dobro, disse a prefeita Ana Prado.',
      ],
    ],
  ],
  [
    'a mayor, in Italian',
    'it',
    [
      [
        'La sindaca di Parma inaugura una scuola',
        'La sindaca di Parma, Anna Ferri, ha inaugurato lunedì una scuola per 300 bambini.',
        'Parma ha una nuova scuola',
        'Una scuola per 300 bambini è stata inaugurata lunedì dalla sindaca di Parma, Anna Ferri.',
      ],
      [
        'La sindaca di Parma non si ricandida',
        'Anna Ferri, sindaca di Parma, non sarà candidata alle elezioni di primavera.',
        'Ferri rinuncia a un altro mandato',
        'La sindaca di Parma, Anna Ferri, non vuole candidarsi alle elezioni di primavera.',
      ],
      [
        'La sindaca di Parma ferita in bicicletta',
        'Anna Ferri, sindaca di Parma, si è rotta la clavicola cadendo dalla bicicletta.',
        'Ferri in ospedale dopo una caduta',
        'Dopo una caduta dalla bicicletta la sindaca di Parma, Anna Ferri, è in ospedale con la clavicola rotta.',
      ],
      [
        'La sindaca di Parma raddoppia il prezzo dei parcheggi',
        'Anna Ferri, sindaca di Parma, difende il raddoppio del prezzo dei parcheggi in centro.',
        'A Parma parcheggi al doppio',
        'Parcheggiare in centro a Parma costerà il doppio, secondo la sindaca Anna Ferri.',
      ],
    ],
  ],
  [
    'a mayor, in Polish',
    'pl',
    [
      [
        'Prezydent Radomia otworzyła szkołę',
        'Prezydent Radomia Anna Nowak w poniedziałek otworzyła szkołę podstawową dla 300 dzieci.',
        'Radom ma nową szkołę',
        'Szkołę podstawową dla 300 dzieci otworzyła w poniedziałek prezydent Radomia Anna Nowak.',
      ],
      [
        'Prezydent Radomia nie wystartuje w wyborach',
        'Anna Nowak, prezydent Radomia, nie będzie kandydować w wiosennych wyborach.',
        'Nowak rezygnuje z kolejnej kadencji',
        'Prezydent Radomia Anna Nowak nie chce kandydować w wiosennych wyborach.',
      ],
      [
        'Prezydent Radomia ranna w wypadku na rowerze',
        'Anna Nowak, prezydent Radomia, złamała obojczyk, spadając z roweru.',
        'Nowak w szpitalu po upadku',
        'Po upadku z roweru prezydent Radomia Anna Nowak leży w szpitalu ze złamanym obojczykiem.',
      ],
      [
        'Prezydent Radomia podwaja opłaty za parkowanie',
        'Anna Nowak, prezydent Radomia, broni podwojenia opłat za parkowanie w centrum.',
        'Parkowanie w Radomiu dwa razy droższe',
        'Opłaty za parkowanie w centrum Radomia zostaną podwojone, zapowiedziała prezydent Anna Nowak.',
      ],
    ],
  ],
  [
    'a mayor, in Turkish',
    'tr',
    [
      [
        'Sivas belediye başkanı okul açtı',
        'Sivas Belediye Başkanı Ayşe Demir pazartesi günü 300 öğrencilik yeni bir ilkokul açtı.',
        'Sivas’ta yeni okul',
        '300 öğrencilik ilkokul pazartesi günü Sivas Belediye Başkanı Ayşe Demir tarafından açıldı.',
      ],
      [
        'Sivas belediye başkanı yeniden aday olmayacak',
        'Sivas Belediye Başkanı Ayşe Demir bahardaki seçimde aday olmayacağını söyledi.',
        'Demir adaylıktan vazgeçti',
        'Bahardaki seçimde Sivas Belediye Başkanı Ayşe Demir aday olmuyor.',
      ],
      [
        'Sivas belediye başkanı bisiklet kazasında yaralandı',
        'Sivas Belediye Başkanı Ayşe Demir bisikletten düştü ve köprücük kemiği kırıldı.',
        'Demir hastanede',
        'Bisikletten düşen Sivas Belediye Başkanı Ayşe Demir köprücük kemiği kırığıyla hastanede yatıyor.',
      ],
      [
        'Sivas belediye başkanı otopark ücretini ikiye katlıyor',
        'Sivas Belediye Başkanı Ayşe Demir merkezdeki otopark ücretinin iki katına çıkmasını savundu.',
        'Sivas’ta otopark iki kat pahalı',
        'Merkezdeki otopark ücreti iki katına çıkacak, dedi Sivas Belediye Başkanı Ayşe Demir.',
      ],
    ],
  ],
  [
    'a governor, in Japanese',
    'ja',
    [
      [
        '小池知事、新病院の開院式に出席',
        '東京都の小池恵子知事は月曜日、都立の新しい病院の開院式に出席した。病床は400床。',
        '都立新病院が開院',
        '400床の新しい都立病院が月曜日に開院し、小池恵子知事が式典であいさつした。',
      ],
      [
        '小池知事、給食無償化を発表',
        '小池恵子知事は都内の公立小中学校の給食を来春から無償にすると発表した。',
        '都内の給食、来春から無償に',
        '来春から都内の公立小中学校の給食が無償になると小池恵子知事が明らかにした。',
      ],
      [
        '小池知事、地下鉄延伸で国と合意',
        '小池恵子知事は地下鉄有楽町線の延伸をめぐり国土交通省と費用負担で合意した。',
        '地下鉄延伸、費用負担で合意',
        '有楽町線の延伸の費用負担で都と国土交通省が合意し、小池恵子知事が会見した。',
      ],
      [
        '小池知事、記録的猛暑で外出自粛呼びかけ',
        '記録的な猛暑を受け、小池恵子知事は不要な外出を控えるよう都民に呼びかけた。',
        '猛暑で外出控えて 小池知事',
        '不要な外出を控えてほしいと小池恵子知事が記録的な猛暑の中で都民に訴えた。',
      ],
    ],
  ],
];

/** Headlines alone: per event two or three tellings. */
export const HEADLINES: readonly (readonly [subject: string, lang: string, events: readonly (readonly string[])[]])[] =
  [
    [
      'a mayor named with her town',
      'en',
      [
        ['Fallmouth mayor Hanna Weiss opens school', 'Hanna Weiss, mayor of Fallmouth, opens primary school'],
        ['Fallmouth mayor Hanna Weiss rules out third term', 'No third term for Fallmouth’s Hanna Weiss'],
        [
          'Fallmouth mayor Hanna Weiss breaks collarbone',
          'Hanna Weiss of Fallmouth breaks collarbone in fall from bicycle',
        ],
        ['Fallmouth mayor Hanna Weiss defends parking fees', 'Parking fees in Fallmouth: Hanna Weiss defends plan'],
        ['Fallmouth mayor Hanna Weiss marries', 'Wedding bells in Fallmouth for Hanna Weiss'],
      ],
    ],
    [
      'a singer, every word with a capital',
      'en',
      [
        ['Taylor Brandt Announces World Tour', 'Brandt to Tour the World Next Year'],
        ['Taylor Brandt Sued by Former Manager', 'Former Manager Takes Taylor Brandt to Court'],
        ['Taylor Brandt Donates Million to Flood Victims', 'Flood Victims Get a Million From Taylor Brandt'],
        ['Taylor Brandt Wins Three Music Awards', 'Three Awards for Singer Taylor Brandt'],
        ['Taylor Brandt Breaks Arm on Stage', 'Singer Taylor Brandt Breaks Arm During Show'],
        ['Taylor Brandt Expecting Second Child', 'Second Child for Taylor Brandt'],
      ],
    ],
    [
      'a club',
      'en',
      [
        ['Real Madrid sign Duarte', 'Duarte joins Real Madrid'],
        ['Real Madrid beat Getafe 3-0', 'Three goals as Real Madrid cruise past Getafe'],
        ['Real Madrid coach Lima sacked', 'Lima out at Real Madrid'],
        ['Real Madrid to rebuild stadium roof', 'New stadium roof for Real Madrid'],
        ['Real Madrid fined over racist chants', 'Racist chants: fine for Real Madrid'],
      ],
    ],
    [
      'a country',
      'en',
      [
        ['Earthquake kills dozens in Turkey', 'Dozens dead in Turkey earthquake'],
        ['Turkey raises interest rates to 45 percent', 'Interest rates in Turkey hit 45 percent'],
        ['Turkey arrests journalists', 'Journalists arrested in Turkey'],
        ['Turkey wins volleyball title', 'Volleyball: Turkey takes title'],
        ['Bus crash in Turkey kills nine', 'Nine killed as bus crashes in Turkey'],
        ['Turkey bans single-use plastic', 'Single-use plastic banned in Turkey'],
      ],
    ],
    [
      'a singer, in German',
      'de',
      [
        ['Helene Sander kündigt Welttournee an', 'Sander geht auf Welttournee'],
        ['Helene Sander von Ex-Managerin verklagt', 'Ex-Managerin zieht gegen Helene Sander vor Gericht'],
        ['Helene Sander spendet für Flutopfer', 'Flutopfer: Spende von Helene Sander'],
        ['Helene Sander bricht sich den Arm', 'Sängerin Helene Sander: Arm gebrochen'],
        ['Helene Sander erwartet zweites Kind', 'Zweites Kind für Helene Sander'],
      ],
    ],
    [
      'a mayor',
      'en',
      [
        [
          'Mayor of Lyon opens bridge for cyclists',
          'Lyon: mayor inaugurates cycling bridge',
          'New bridge for cyclists opened in Lyon',
        ],
        ['Mayor of Lyon will not seek another term', 'Lyon mayor rules out third term'],
        [
          'Mayor of Lyon taken to hospital',
          'Lyon mayor in hospital after collapse',
          'Lyon: mayor collapses during speech, taken to hospital',
        ],
        ['Mayor of Lyon wants to double parking fees', 'Parking fees in Lyon to double, says mayor'],
        ['Mayor of Lyon cleared of libel', 'Court clears Lyon mayor of libel'],
        ['The mayor of Lyon marries', 'Wedding bells for Lyon’s mayor'],
      ],
    ],
    [
      'a singer',
      'en',
      [
        ['Taylor Brandt announces world tour', 'Brandt to tour the world next year'],
        ['Taylor Brandt sued by former manager', 'Former manager takes Taylor Brandt to court'],
        ['Taylor Brandt donates million to flood victims', 'Flood victims get a million from Taylor Brandt'],
        ['Taylor Brandt wins three music awards', 'Three awards for singer Taylor Brandt'],
        ['Taylor Brandt breaks arm on stage', 'Singer Taylor Brandt breaks arm during show'],
        ['Taylor Brandt expecting second child', 'Second child for Taylor Brandt'],
      ],
    ],
    [
      'a city',
      'en',
      [
        ['Fire destroys Oslo warehouse', 'Oslo warehouse burns down'],
        ['Oslo raises tram fares', 'Tram fares to go up in Oslo'],
        ['Man stabbed in Oslo park', 'Stabbing in Oslo park leaves man injured'],
        ['Oslo hosts chess final', 'Chess final comes to Oslo'],
        ['Oslo airport strike grounds flights', 'Flights cancelled as strike hits Oslo airport'],
        ['Bear seen in Oslo suburb', 'Bear walks through suburb of Oslo'],
      ],
    ],
    [
      'a company',
      'en',
      [
        ['Apple unveils new iPhone', 'New iPhone presented by Apple'],
        ['Apple sued over app store fees', 'App store fees: developers sue Apple'],
        ['Apple shares fall on China worries', 'China worries push Apple shares down'],
        ['Apple to build data centre in Denmark', 'Denmark gets Apple data centre'],
        ['Apple buys music start-up', 'Music start-up acquired by Apple'],
        ['Apple workers in Glasgow form union', 'Glasgow Apple store staff vote for union'],
      ],
    ],
    [
      'a prime minister',
      'en',
      [
        ['Prime Minister of Fiji resigns', 'Fiji’s prime minister steps down'],
        ['Prime minister of Fiji visits Tokyo', 'Tokyo welcomes Fiji’s prime minister'],
        ['Fiji prime minister has heart surgery', 'Heart surgery for Fiji prime minister'],
        ['Fiji’s prime minister opens coral museum', 'Coral museum opened by prime minister in Fiji'],
      ],
    ],
    [
      'a mayor, in French',
      'fr',
      [
        [
          'Le maire de Brest inaugure un pont',
          'Brest : un pont pour les cyclistes',
          'Brest : le maire inaugure un pont cyclable',
        ],
        ['Le maire de Brest ne se représentera pas', 'Municipales : le maire de Brest renonce'],
        ['Le maire de Brest hospitalisé', 'Malaise du maire de Brest', 'Brest : le maire hospitalisé après un malaise'],
        ['Le maire de Brest veut doubler le prix du stationnement', 'Stationnement : les prix doublent à Brest'],
        ['Brest : le maire relaxé dans une affaire de diffamation', 'Diffamation : le maire de Brest relaxé'],
        ['Brest : le maire se marie', 'Mariage du maire de Brest'],
      ],
    ],
    [
      'a city, in French',
      'fr',
      [
        ['Un incendie détruit un entrepôt à Rennes', 'Rennes : un entrepôt détruit par un incendie'],
        ['Rennes augmente le prix du métro', 'Métro plus cher à Rennes'],
        ['Un homme poignardé dans un parc de Rennes', 'Rennes : un homme poignardé dans un parc'],
        ['Rennes accueille la finale d’échecs', 'La finale d’échecs se jouera à Rennes'],
        ['Un ours aperçu près de Rennes', 'Rennes : un ours aperçu en banlieue'],
      ],
    ],
    [
      'a minister, in French',
      'fr',
      [
        ['Le ministre de l’Intérieur démissionne', 'Démission du ministre de l’Intérieur'],
        ['Le ministre de l’Intérieur en visite à Alger', 'Alger : visite du ministre de l’Intérieur'],
        [
          'Le ministre de l’Intérieur annonce 3.000 policiers de plus',
          '3.000 policiers en plus, promet le ministre de l’Intérieur',
        ],
        ['Le ministre de l’Intérieur victime d’un accident de ski', 'Accident de ski pour le ministre de l’Intérieur'],
      ],
    ],
    [
      'a mayor, in Spanish',
      'es',
      [
        [
          'La alcaldesa de Vigo inaugura una escuela',
          'Vigo estrena escuela',
          'Vigo: la alcaldesa inaugura una escuela',
        ],
        ['La alcaldesa de Vigo no se presentará de nuevo', 'La alcaldesa de Vigo renuncia a otro mandato'],
        ['La alcaldesa de Vigo, herida en bicicleta', 'Vigo: la alcaldesa se cae de la bicicleta'],
        ['La alcaldesa de Vigo duplica el precio del aparcamiento', 'Aparcar en Vigo costará el doble'],
        ['La alcaldesa de Vigo se casa', 'Boda de la alcaldesa de Vigo'],
      ],
    ],
    [
      'a city, in Spanish',
      'es',
      [
        ['Un incendio destruye un almacén en Murcia', 'Murcia: arde un almacén'],
        ['Murcia sube el precio del tranvía', 'El tranvía de Murcia, más caro'],
        ['Apuñalan a un hombre en un parque de Murcia', 'Un hombre apuñalado en Murcia'],
        ['Murcia acoge la final de ajedrez', 'La final de ajedrez, en Murcia'],
      ],
    ],
    [
      'a mayor, in Italian',
      'it',
      [
        ['Il sindaco di Parma inaugura un ponte', 'Parma, inaugurato un ponte per ciclisti'],
        ['Il sindaco di Parma non si ricandida', 'Parma, il sindaco rinuncia al terzo mandato'],
        ['Il sindaco di Parma ricoverato', 'Malore per il sindaco di Parma: ricoverato'],
        ['Il sindaco di Parma raddoppia il costo dei parcheggi', 'Parcheggi, a Parma prezzi doppi'],
      ],
    ],
    [
      'a mayor, in Portuguese',
      'pt',
      [
        ['Prefeita de Lages inaugura escola', 'Lages ganha nova escola'],
        ['Prefeita de Lages não disputará eleição', 'Prefeita de Lages desiste de novo mandato'],
        ['Prefeita de Lages se fere em queda de bicicleta', 'Queda de bicicleta leva prefeita de Lages ao hospital'],
        ['Prefeita de Lages dobra preço do estacionamento', 'Estacionar em Lages vai custar o dobro'],
      ],
    ],
    [
      'a mayor, in Dutch',
      'nl',
      [
        ['Burgemeester van Zwolle opent fietsbrug', 'Zwolle heeft nieuwe fietsbrug'],
        ['Burgemeester van Zwolle stopt', 'Zwolle: burgemeester wil geen nieuwe termijn'],
        ['Burgemeester van Zwolle in ziekenhuis', 'Zwolse burgemeester opgenomen in ziekenhuis'],
        ['Burgemeester van Zwolle wil duurder parkeren', 'Parkeren in Zwolle wordt duurder'],
      ],
    ],
    [
      'a mayor, in German',
      'de',
      [
        ['Bürgermeister von Lübeck eröffnet Radbrücke', 'Neue Radbrücke in Lübeck'],
        ['Bürgermeister von Lübeck tritt nicht mehr an', 'Lübecks Bürgermeister verzichtet auf weitere Amtszeit'],
        ['Bürgermeister von Lübeck im Krankenhaus', 'Lübeck: Bürgermeister nach Sturz im Krankenhaus'],
        ['Bürgermeister von Lübeck will Parkgebühren verdoppeln', 'Parkgebühren in Lübeck sollen sich verdoppeln'],
      ],
    ],
    [
      'a mayor, in Russian',
      'ru',
      [
        ['Мэр Твери открыл школу', 'В Твери открылась новая школа'],
        ['Мэр Твери не пойдёт на выборы', 'Мэр Твери отказался от нового срока'],
        ['Мэр Твери попал в больницу', 'Тверь: мэр сломал ключицу'],
        ['Мэр Твери защищает платные парковки', 'Парковка в Твери подорожает вдвое'],
      ],
    ],
    [
      'a mayor, in Polish',
      'pl',
      [
        ['Prezydent Radomia otworzył most', 'Radom ma nowy most dla rowerzystów'],
        ['Prezydent Radomia nie będzie kandydował', 'Radom: prezydent rezygnuje z kolejnej kadencji'],
        ['Prezydent Radomia trafił do szpitala', 'Prezydent Radomia w szpitalu po upadku'],
        ['Prezydent Radomia podwaja opłaty za parkowanie', 'Parkowanie w Radomiu dwa razy droższe'],
      ],
    ],
    [
      'a mayor, in Japanese',
      'ja',
      [
        ['港市の田中市長、新しい小学校を開校', '港市に新小学校'],
        ['港市の田中市長、次の選挙に出馬せず', '港市長選、田中市長は出馬せず'],
        ['港市の田中市長、自転車事故でけが', '田中市長が自転車で転倒、入院'],
        ['港市の田中市長、駐車料金の値上げを擁護', '港市の駐車料金、2倍に'],
      ],
    ],
    [
      'a city, in Japanese',
      'ja',
      [
        ['札幌で倉庫火災', '札幌市の倉庫で火災'],
        ['札幌の地下鉄、来春値上げへ', '札幌市営地下鉄が値上げ'],
        ['札幌の公園で男性刺される', '公園で男性が刺され重傷 札幌'],
        ['札幌で将棋の名人戦', '将棋名人戦、札幌で開幕'],
      ],
    ],
    [
      'a mayor, in Chinese',
      'zh',
      [
        ['杭州市长为新小学揭牌', '杭州新小学启用'],
        ['杭州市长宣布不再竞选', '杭州市长不寻求连任'],
        ['杭州市长骑车受伤住院', '杭州市长骑自行车摔伤'],
        ['杭州市长建议停车费翻倍', '杭州停车费将翻倍'],
      ],
    ],
    [
      'a mayor, in Korean',
      'ko',
      [
        ['수원시장, 새 초등학교 개교식 참석', '수원에 새 초등학교 개교'],
        ['수원시장, 차기 선거 불출마', '수원시장 불출마 선언'],
        ['수원시장, 자전거 사고로 입원', '자전거 사고로 수원시장 입원'],
        ['수원시장, 주차요금 두 배 인상 제안', '수원 주차요금 두 배로'],
      ],
    ],
    [
      'a chairman, in Vietnamese',
      'vi',
      [
        ['Chủ tịch Quảng Ninh khánh thành trường học', 'Quảng Ninh có trường tiểu học mới'],
        ['Chủ tịch Quảng Ninh nhập viện', 'Chủ tịch Quảng Ninh nhập viện sau tai nạn xe đạp'],
        ['Chủ tịch Quảng Ninh xin từ chức', 'Chủ tịch Quảng Ninh từ chức vì lý do gia đình'],
        ['Chủ tịch Quảng Ninh tiếp doanh nghiệp Nhật', 'Doanh nghiệp Nhật muốn làm điện gió ở Quảng Ninh'],
      ],
    ],
    [
      'a mayor, in Arabic',
      'ar',
      [
        ['رئيس بلدية صيدا يفتتح جسراً', 'افتتاح جسر جديد في صيدا'],
        ['رئيس بلدية صيدا لن يترشح مجدداً', 'رئيس بلدية صيدا يعلن عدم ترشحه'],
        ['رئيس بلدية صيدا في المستشفى', 'نقل رئيس بلدية صيدا إلى المستشفى'],
        ['رئيس بلدية صيدا يضاعف رسوم المواقف', 'رسوم المواقف في صيدا تتضاعف'],
      ],
    ],
  ];

/** Headlines that all name the same two, and nothing else that two events have in common. */
export const TWO_NAMES: typeof HEADLINES = [
  [
    'a senator and her state, every word with a capital',
    'en',
    [
      ['Senator Ruth Okafor Opens Ohio Campaign Office', 'Ruth Okafor Cuts Ribbon at New Ohio Campaign Office'],
      ['Ohio Senator Ruth Okafor Hospitalized After Fall', 'Ruth Okafor of Ohio in Hospital After Falling Down Stairs'],
      ['Ohio: Ruth Okafor Backs Abortion Amendment', 'Senator Ruth Okafor Endorses Ohio Abortion Amendment'],
      ['Ruth Okafor Sues Ohio Newspaper for Libel', 'Ohio Newspaper Sued by Ruth Okafor Over Libel'],
      ['Ruth Okafor Calls for Tunnel Under Ohio River', 'Ohio River Tunnel Proposed by Senator Ruth Okafor'],
    ],
  ],
  [
    'a company and its city',
    'en',
    [
      ['Corvane lays off 400 workers in Seattle', 'Seattle: Corvane cuts 400 jobs'],
      ['Corvane moves design team back to Seattle', 'Corvane brings designers home to Seattle'],
      ['Fire breaks out at Corvane plant in Seattle', 'Seattle firefighters battle blaze at Corvane factory'],
      ['Corvane donates land for Seattle park', 'New park for Seattle on land given by Corvane'],
      ['Corvane machinists in Seattle reject contract', 'Seattle machinists vote down Corvane contract offer'],
    ],
  ],
  [
    'a man and his company, every word with a capital',
    'en',
    [
      ['Dana Kessler Says Orbitel Will Open Stores in Peru', 'Orbitel Stores Coming to Peru, Says Dana Kessler'],
      [
        'Dana Kessler Sells Orbitel Shares Worth $40 Million',
        'Orbitel Chief Dana Kessler Cashes In $40 Million in Shares',
      ],
      ['Orbitel Extends Dana Kessler Contract to 2028', 'Dana Kessler to Stay at Orbitel Until 2028'],
      [
        'Dana Kessler Testifies in Orbitel Antitrust Trial',
        'Antitrust Trial: Orbitel Boss Dana Kessler Takes the Stand',
      ],
      [
        'Orbitel Replaces Maps Team After Dana Kessler Apology',
        'Dana Kessler Apologizes for Orbitel Maps, Replaces Team',
      ],
    ],
  ],
  [
    'a president and his capital',
    'en',
    [
      ['Adeyemi opens metro station in Lagos', 'New Lagos metro station opened by Adeyemi'],
      ['Adeyemi meets farmers in Lagos', 'Farmers bring grievances to Adeyemi in Lagos'],
      ['Adeyemi fires Lagos police chief', 'Lagos police chief dismissed by Adeyemi'],
      ['Adeyemi hands out medals in Lagos', 'Lagos: Adeyemi decorates soldiers with medals'],
      ['Adeyemi vetoes Lagos building law', 'Building law for Lagos blocked by Adeyemi'],
    ],
  ],
  [
    'a cook and her town, every word with a capital',
    'en',
    [
      ['Bramwick Chef Odalys Trenk Opens Bakery', 'Odalys Trenk Opens a Bakery in Bramwick'],
      ['Odalys Trenk Wins Bramwick Marathon', 'Bramwick Marathon Goes to Odalys Trenk'],
      ['Odalys Trenk Robbed at Knifepoint in Bramwick', 'Bramwick: Knife Robber Attacks Odalys Trenk'],
      ['Odalys Trenk Writes Bramwick Cookbook', 'A Bramwick Cookbook by Odalys Trenk'],
      ['Odalys Trenk to Leave Bramwick for Paris', 'Farewell to Bramwick: Odalys Trenk Moves to Paris'],
    ],
  ],
  [
    'two countries, every word with a capital',
    'en',
    [
      ['China and Russia Hold Naval Drills', 'Naval Drills by Russia and China Begin'],
      ['China, Russia Sign Gas Pipeline Deal', 'Gas Pipeline Deal Signed by Russia and China'],
      ['Russia and China Open Border Bridge', 'New Bridge Links China and Russia'],
      ['China Bans Russia Meat Imports', 'Meat From Russia Banned in China'],
      ['Russia Beats China in Hockey Final', 'Hockey Final: Russia Defeats China'],
    ],
  ],
  [
    'a president in a city, in French',
    'fr',
    [
      ['Macron inaugure une école à Marseille', 'Marseille : une école inaugurée par Macron'],
      ['Macron rencontre des pêcheurs à Marseille', 'À Marseille, les pêcheurs interpellent Macron'],
      ['Macron promet des policiers à Marseille', 'Davantage de policiers pour Marseille, promet Macron'],
      ['Macron relance le métro de Marseille', 'Métro de Marseille : Macron débloque des fonds'],
    ],
  ],
  [
    'a player and his club, in Spanish',
    'es',
    [
      ['Messi marca dos goles con Miami', 'Dos goles de Messi en la victoria de Miami'],
      ['Messi renueva con el Miami', 'Miami amplía el contrato de Messi'],
      ['Messi abre un restaurante en Miami', 'Un restaurante de Messi en Miami'],
      ['Messi, lesionado en la rodilla, no entrena con Miami', 'Lesión de rodilla de Messi preocupa en Miami'],
    ],
  ],
  [
    'a politician in a city, in Spanish',
    'es',
    [
      ['Sánchez inaugura una línea de metro en Madrid', 'Madrid: nueva línea de metro inaugurada por Sánchez'],
      ['Sánchez recibe a los agricultores en Madrid', 'Los agricultores llevan a Madrid sus quejas a Sánchez'],
      ['Sánchez anuncia viviendas en Madrid', 'Viviendas para Madrid: el anuncio de Sánchez'],
    ],
  ],
  [
    'a politician in a city, in German',
    'de',
    [
      ['Merz eröffnet Museum in Köln', 'Köln: Merz weiht Museum ein'],
      ['Merz trifft Landwirte in Köln', 'Landwirte klagen Merz in Köln ihr Leid'],
      ['Merz verspricht Köln Geld für die U-Bahn', 'Geld für Kölns U-Bahn: Merz sagt zu'],
    ],
  ],
  [
    'a politician in a city, in Italian',
    'it',
    [
      ['Meloni inaugura una scuola a Napoli', 'Napoli, Meloni inaugura la nuova scuola'],
      ['Meloni incontra i pescatori a Napoli', 'I pescatori di Napoli protestano con Meloni'],
      ['Meloni promette più agenti a Napoli', 'Più agenti per Napoli: la promessa di Meloni'],
    ],
  ],
  [
    'a president in a city, in Portuguese',
    'pt',
    [
      ['Lula inaugura escola em Recife', 'Recife ganha escola inaugurada por Lula'],
      ['Lula encontra pescadores em Recife', 'Pescadores de Recife cobram Lula'],
      ['Lula promete metrô a Recife', 'Metrô de Recife: Lula anuncia verba'],
    ],
  ],
  [
    'a politician in a city, in Dutch',
    'nl',
    [
      ['Schoof opent school in Utrecht', 'Utrecht: nieuwe school geopend door Schoof'],
      ['Schoof spreekt boeren in Utrecht', 'Boeren in Utrecht klagen bij Schoof'],
      ['Schoof belooft Utrecht geld voor tram', 'Geld voor tram in Utrecht: toezegging van Schoof'],
    ],
  ],
  [
    'a politician in a city, in Polish',
    'pl',
    [
      ['Tusk otworzył szkołę w Gdańsku', 'Gdańsk: Tusk na otwarciu szkoły'],
      ['Tusk spotkał się z rolnikami w Gdańsku', 'Rolnicy z Gdańska skarżą się Tuskowi'],
      ['Tusk obiecał Gdańskowi tramwaj', 'Tramwaj dla Gdańska: Tusk daje pieniądze'],
    ],
  ],
  [
    'a president in a city, in Russian',
    'ru',
    [
      ['Путин открыл школу в Казани', 'В Казани Путин открыл школу'],
      ['Путин встретился с рыбаками в Казани', 'Рыбаки Казани пожаловались Путину'],
      ['Путин пообещал Казани метро', 'Метро в Казани: Путин выделит деньги'],
      ['Путин вручил ордена в Казани', 'Ордена в Казани: награды от Путина'],
    ],
  ],
  [
    'a politician in a city, in Swedish',
    'sv',
    [
      ['Kristersson öppnar skola i Malmö', 'Ny skola i Malmö invigd av Kristersson'],
      ['Kristersson möter bönder i Malmö', 'Bönder i Malmö klagar hos Kristersson'],
    ],
  ],
  [
    'a player and his club, in Japanese',
    'ja',
    [
      ['メッシ2得点、マイアミ勝利', 'マイアミ快勝、メッシが2ゴール'],
      ['メッシ、マイアミと契約延長', 'マイアミがメッシとの契約を延長'],
      ['メッシ、マイアミにステーキ店を開店', 'マイアミにメッシのステーキ店'],
      ['メッシ、膝のけがでマイアミの練習欠席', '膝を負傷のメッシ、マイアミの練習に姿なし'],
    ],
  ],
  [
    'a president in a city, in Chinese',
    'zh',
    [
      ['马克龙在马赛为新学校揭牌', '马赛新学校启用 马克龙出席'],
      ['马克龙在马赛会见渔民', '马赛渔民向马克龙诉苦'],
      ['马克龙承诺向马赛增派警察', '马克龙：马赛将增加警力'],
    ],
  ],
  [
    'a president in a city, in Korean',
    'ko',
    [
      ['푸틴, 카잔에서 학교 개교식 참석', '카잔 새 학교 개교식에 푸틴 참석'],
      ['푸틴, 카잔에서 어민 만나', '카잔 어민들 푸틴에게 호소'],
      ['푸틴, 카잔 지하철 연장 약속', '카잔 지하철에 예산 지원, 푸틴 약속'],
      ['푸틴, 카잔서 훈장 수여', '카잔 훈장 수여식에 푸틴'],
    ],
  ],
  [
    'a president in a city, in Arabic',
    'ar',
    [
      ['ماكرون يفتتح مدرسة في مرسيليا', 'مرسيليا: ماكرون يدشن مدرسة جديدة'],
      ['ماكرون يلتقي صيادين في مرسيليا', 'صيادو مرسيليا يشكون لماكرون'],
      ['ماكرون يعد مرسيليا بمزيد من الشرطة', 'مزيد من الشرطة في مرسيليا كما وعد ماكرون'],
    ],
  ],
  [
    'a politician in a city, in Hindi',
    'hi',
    [
      ['मोदी ने वाराणसी में स्कूल का उद्घाटन किया', 'वाराणसी के नए स्कूल का मोदी ने किया उद्घाटन'],
      ['मोदी वाराणसी में बुनकरों से मिले', 'वाराणसी के बुनकरों ने मोदी से की शिकायत'],
      ['मोदी ने वाराणसी को मेट्रो का वादा किया', 'वाराणसी मेट्रो के लिए मोदी देंगे धन'],
      ['मोदी ने वाराणसी में पदक बांटे', 'वाराणसी में मोदी के हाथों मिले पदक'],
    ],
  ],
  [
    'a president in a city, in Persian',
    'fa',
    [
      ['پوتین در کازان مدرسه افتتاح کرد', 'مدرسه جدید کازان با حضور پوتین افتتاح شد'],
      ['پوتین در کازان با ماهیگیران دیدار کرد', 'گلایه ماهیگیران کازان از پوتین'],
      ['پوتین به کازان وعده مترو داد', 'وعده پوتین برای متروی کازان'],
    ],
  ],
  [
    'a politician in a city, in Hebrew',
    'he',
    [
      ['נתניהו חנך בית ספר בחיפה', 'בית ספר חדש בחיפה נחנך על ידי נתניהו'],
      ['נתניהו נפגש עם דייגים בחיפה', 'הדייגים בחיפה התלוננו בפני נתניהו'],
      ['נתניהו הבטיח מטרו לחיפה', 'מטרו בחיפה: נתניהו הבטיח תקציב'],
    ],
  ],
  [
    'a president in a city, in Thai',
    'th',
    [
      ['ปูตินเปิดโรงเรียนในคาซาน', 'โรงเรียนใหม่ในคาซาน ปูตินร่วมพิธีเปิด'],
      ['ปูตินพบชาวประมงในคาซาน', 'ชาวประมงคาซานร้องทุกข์ต่อปูติน'],
      ['ปูตินสัญญาสร้างรถไฟใต้ดินคาซาน', 'รถไฟใต้ดินคาซาน ปูตินรับปากให้งบ'],
    ],
  ],
  [
    'a president in a city, in Vietnamese',
    'vi',
    [
      ['Putin khánh thành trường học ở Kazan', 'Kazan có trường học mới, Putin dự lễ khánh thành'],
      ['Putin gặp ngư dân ở Kazan', 'Ngư dân Kazan than phiền với Putin'],
      ['Putin hứa xây tàu điện ngầm cho Kazan', 'Tàu điện ngầm Kazan: Putin cấp vốn'],
      ['Putin trao huân chương ở Kazan', 'Lễ trao huân chương của Putin ở Kazan'],
    ],
  ],
];

/** Headlines of one event, and of other things that those who are in it did at the same time. */
export const IN_THE_NEWS = {
  event: [
    'Adeyemi survives plane crash near Lagos',
    'Plane carrying Adeyemi crashes near Lagos',
    'President Adeyemi unhurt after Lagos plane crash',
    'Adeyemi plane crash: what we know',
    'Lagos plane crash: President Adeyemi survives',
    'Crash of presidential plane near Lagos: Adeyemi safe',
    'Adeyemi walks away from plane crash in Lagos',
    'Pilot dies in Lagos crash, Adeyemi survives',
    'World leaders relieved as Adeyemi survives plane crash',
    'Investigators at Lagos crash site after Adeyemi escape',
    'Adeyemi thanks pilot after Lagos plane crash',
    'Plane crash near Lagos: Adeyemi leaves hospital',
  ],
  others: [
    'Adeyemi opens metro station in Lagos',
    'New Lagos metro station opened by Adeyemi',
    'Adeyemi meets farmers in Lagos',
    'Farmers bring grievances to Adeyemi in Lagos',
    'Adeyemi fires Lagos police chief',
    'Lagos police chief dismissed by Adeyemi',
    'Adeyemi hands out medals in Lagos',
    'Building law for Lagos blocked by Adeyemi',
  ],
} as const;
