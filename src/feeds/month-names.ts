// Month names in the languages of feeds, taken from the locale data that Node carries.

/** Earlier languages win where a word means two months (listopad is November in Polish, October in Croatian). */
const LANGUAGES =
  'en de fr es pt it nl ru uk pl cs sk sv nb da fi is tr id ms ro hu et lv lt el bg sr sr-Latn sl ca gl eu ar he fa hi th hr'.split(
    ' ',
  );

/** Short forms that the locale data lacks. */
const EXTRA: Readonly<Record<string, number>> = {
  sept: 9,
  mrz: 3,
  maerz: 3,
  jän: 1,
  jaen: 1,
  okt: 10,
  dez: 12,
  fev: 2,
  abr: 4,
  ago: 8,
  set: 9,
  out: 10,
  dic: 12,
  ene: 1,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  ott: 10,
  aout: 8,
  mai: 5,
  мая: 5,
  нояб: 11,
  ноя: 11,
  сен: 9,
  сент: 9,
};

let names: Map<string, number> | undefined;

/** 1 to 12, or undefined for a word that is no month. */
export function monthNumber(word: string): number | undefined {
  names ??= readNames();
  return names.get(word.toLowerCase()) ?? names.get(plain(word));
}

function readNames(): Map<string, number> {
  const found = new Map<string, number>(Object.entries(EXTRA));
  const add = (word: string, month: number) => {
    for (const form of [word, plain(word)]) if (form.length > 2 && !found.has(form)) found.set(form, month);
  };
  const formats: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ];
  for (const language of LANGUAGES) {
    const words = formats.flatMap((format) => monthsOf(language, format));
    for (const { word, month } of words) add(word, month);
    for (const { word, month } of words) add(word.slice(0, 3), month);
  }
  return found;
}

function monthsOf(language: string, format: Intl.DateTimeFormatOptions): { word: string; month: number }[] {
  const formatter = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...format, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => {
    const parts = formatter.formatToParts(Date.UTC(2024, index, 5));
    const name = parts.find((part) => part.type === 'month')?.value ?? '';
    return { word: /[\p{L}\p{M}]+/u.exec(name.toLowerCase())?.[0] ?? '', month: index + 1 };
  });
}

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
