import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/articles/clean-text.ts';

const STORM =
  'The storm that reached the coast on Monday kept the northern ports closed for a third day, and some forty ships were waiting outside.';
const MASTER =
  '“We will open when the wind lets us,” the harbour master said on Wednesday, after a night in which two moorings had broken.';
const CLAIMS =
  'Insurers expect claims of about 30 million, most of them for spoiled fruit and for containers that were lost overboard near the cape.';

function linesOf(text: string): string[] {
  return cleanText(text).text.split('\n');
}

describe('a text with everything around it', () => {
  const cleaned = cleanText(`Home » World » Coast
Storm closes the northern ports for a third day
By Ann Lee
June 20, 2024
5 min read
Facebook Twitter WhatsApp Email

Keywords: storm, ports, insurance

${STORM}

[Insert Image of the harbour]

${MASTER}

Read also: Ferries return to the islands

What happens next:

${CLAIMS}

- The oil terminal opens first
- The fishing port follows

Tags: storm, ports
Click to share on Twitter (Opens in new window)

About the Author
Ann Lee
Ann Lee is a journalist who writes about the sea. She lives in the harbour town.

Leave a Reply
Your email address will not be published. Required fields are marked *`);

  test('keeps paragraphs, headings and lists, and nothing else', () => {
    expect(cleaned.text.split('\n')).toEqual([
      STORM,
      MASTER,
      'What happens next:',
      CLAIMS,
      '- The oil terminal opens first',
      '- The fishing port follows',
    ]);
    expect(cleaned.headings).toEqual([2]);
  });

  test('lifts title, author and keywords out', () => {
    expect(cleaned.title).toBe('Storm closes the northern ports for a third day');
    expect(cleaned.author).toBe('Ann Lee');
    expect(cleaned.keywords).toEqual(['storm', 'ports', 'insurance']);
    expect(cleaned.lang).toBe('en');
  });
});

test('a text that is clean already stays as it is', () => {
  const text = `${STORM}\n${MASTER}\n${CLAIMS}`;

  expect(cleanText(text)).toEqual({ text, headings: [], lang: 'en' });
});

test('teasers below the text go with their headlines and excerpts, cut short or not', () => {
  const text = `${STORM}\n${MASTER}\nRelated Posts\n\nFerries return to the islands\nThe first ferry left the quay at noon with forty passengers and a piano…\n\nQuay wall costs double\nThe council heard on Tuesday that the new wall needs more steel.`;

  expect(linesOf(text)).toEqual([STORM, MASTER]);
});

test('a box of related articles within the text is cut, and the text below it kept', () => {
  const text = `${STORM}\nRelated articles\nFerries return to the islands\nQuay wall costs double\n${MASTER}\n${CLAIMS}`;

  expect(linesOf(text)).toEqual([STORM, MASTER, CLAIMS]);
});

test('an advertisement’s label between paragraphs takes nothing with it', () => {
  expect(linesOf(`${STORM}\nAdvertisement\n${MASTER}\nShare\n${CLAIMS}`)).toEqual([STORM, MASTER, CLAIMS]);
});

test('a comment counter below the headline is not the end of the text', () => {
  const text = `Storm closes the ports\n${STORM.slice(0, 61)}.\n3 Comments\n${STORM}\n${MASTER}\n${CLAIMS}`;

  expect(linesOf(text)).toContain(CLAIMS);
});

test('comments below the text are cut however long they are', () => {
  const comment =
    'I was there on the quay, and nobody told us anything for hours, which I find hard to forgive even now that it is over.';

  expect(linesOf(`${STORM}\n${MASTER}\n2 thoughts on “Storm closes the ports”\n${comment}\n${comment}`)).toEqual([
    STORM,
    MASTER,
  ]);
});

test('the entries of a table of contents are cut, the headings they point at kept', () => {
  const text = `Storm closes the ports\nTable of Contents\nWho waits\nWho pays\n${STORM}\nWho waits\n${MASTER}\nWho pays\n${CLAIMS}`;
  const cleaned = cleanText(text);

  expect(cleaned.text.split('\n')).toEqual([STORM, 'Who waits', MASTER, 'Who pays', CLAIMS]);
  expect(cleaned.headings).toEqual([1, 3]);
});

test('an author’s box is cut, and the author taken from it', () => {
  const text = `Storm closes the ports\n${STORM}\n${MASTER}\nAvatar of ann lee\nAnn Lee\nMy name is Ann Lee, and I write about the sea for this site.`;
  const cleaned = cleanText(text);

  expect(cleaned.author).toBe('Ann Lee');
  expect(cleaned.text.split('\n')).toEqual([STORM, MASTER]);
});

test('a paragraph that begins like furniture stays', () => {
  const share =
    'Share prices of the three largest insurers fell by four percent on Monday, and recovered some of it the next day, traders said.';
  const related =
    'Related to this is the question of who pays for the moorings, which the council has put off until after the summer break.';

  expect(linesOf(`${STORM}\n${share}\n${related}\n${CLAIMS}`)).toEqual([STORM, share, related, CLAIMS]);
});

test.each([
  [
    'de',
    'Sturm schließt die Häfen im Norden',
    'Von Anna Lehmann',
    'Der Sturm, der am Montag die Küste erreichte, hält die Häfen im Norden den dritten Tag geschlossen; vierzig Schiffe warten vor der Küste.',
    [
      'Artikel teilen',
      'Foto: Hafenamt',
      'Das könnte Sie auch interessieren',
      'Fähren fahren wieder',
      'Kommentar schreiben',
    ],
  ],
  [
    'fr',
    'La tempête ferme les ports du nord',
    'Par Anne Leroy',
    'La tempête qui a atteint la côte lundi maintient les ports du nord fermés pour le troisième jour, et une quarantaine de navires attendent au large.',
    [
      'Partager cet article',
      'Lire aussi : Les ferries reviennent',
      'Articles similaires',
      'Le quai coûte le double',
      'Laisser un commentaire',
    ],
  ],
  [
    'es',
    'El temporal cierra los puertos del norte',
    'Por Ana Leal',
    'El temporal que llegó a la costa el lunes mantiene cerrados los puertos del norte por tercer día, y unos cuarenta barcos esperan fuera.',
    [
      'Compartir en Facebook',
      'Publicidad',
      'Noticias relacionadas',
      'Vuelven los transbordadores',
      'Deja un comentario',
    ],
  ],
  [
    'pt',
    'Tempestade fecha os portos do norte',
    'Por Ana Leal',
    'A tempestade que chegou à costa na segunda-feira mantém os portos do norte fechados pelo terceiro dia, e cerca de quarenta navios esperam ao largo.',
    [
      'Compartilhe no WhatsApp',
      'Leia também: As balsas voltam',
      'Você também pode gostar',
      'O cais custa o dobro',
      'Deixe um comentário',
    ],
  ],
  [
    'ru',
    'Шторм закрыл северные порты',
    'Автор: Анна Ли',
    'Шторм, пришедший на побережье в понедельник, третий день держит северные порты закрытыми; около сорока судов ждут на рейде, сообщили власти.',
    [
      'Поделиться',
      'Читайте также: Паромы возвращаются',
      'Похожие новости',
      'Набережная подорожала вдвое',
      'Оставить комментарий',
    ],
  ],
  [
    'vi',
    'Bão khiến các cảng phía bắc đóng cửa',
    'Tác giả: Nguyễn An',
    'Cơn bão đổ bộ vào bờ biển hôm thứ Hai khiến các cảng phía bắc đóng cửa ngày thứ ba liên tiếp, khoảng bốn mươi tàu đang chờ ngoài khơi.',
    ['Chia sẻ', 'Ảnh: Cảng vụ', 'Bài viết liên quan', 'Phà chạy trở lại', 'Để lại một bình luận'],
  ],
  [
    'ja',
    '暴風で北部の港が閉鎖',
    '著者：山田花子',
    '月曜日に海岸へ達した暴風のため、北部の港は三日連続で閉鎖されており、沖合では約四十隻の船が待機していると港の担当者が話した。',
    ['シェア', '写真：港湾局', '関連記事', 'フェリーが運航を再開', 'コメントを残す'],
  ],
])('%s: furniture is known in this language', (lang, title, byline, paragraph, furniture) => {
  const [share, inline, ...tail] = furniture;
  const cleaned = cleanText(
    [title, byline, share, paragraph, inline, paragraph.replace(/[.。]$/, ' (2).'), ...tail].join('\n'),
  );

  expect(cleaned.title).toBe(title);
  expect(cleaned.author).toBe(byline.replace(/^(?:Von|Par|Por|Автор:|Tác giả:|著者：)\s*/, ''));
  expect(cleaned.text.split('\n')).toEqual([paragraph, paragraph.replace(/[.。]$/, ' (2).')]);
  expect(cleaned.lang).toBe(lang);
});

test.each([
  '[Insert Image of the harbour at night]',
  '[Photo: the harbour]',
  '(Image)',
  '[Advertisement]',
  '[Bild einfügen]',
  '[画像を挿入]',
])('%s stands for a picture', (line) => {
  expect(linesOf(`${STORM}\n${line}\n${MASTER}`)).toEqual([STORM, MASTER]);
});

test('nothing in, nothing out', () => {
  expect(cleanText(' \n ')).toEqual({ text: '', headings: [] });
});

test('a paragraph that happens to have dots between its parts stays', () => {
  const list =
    'Rotterdam is full · The ferry of 20 June 2024 is the last one to go · Nobody knows when the ports will open';

  expect(linesOf(`${STORM}\n${list}\n${MASTER}`)).toContain(list);
});
