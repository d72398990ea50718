// Names of days and months: each day of the week is more than usual on that day.

const known = new Map<string, ReadonlySet<string>>();
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
/** What Intl takes for a language. */
const CODE = /^[a-z]{2,3}$/;

/** `word` as it is written. */
export function isCalendarWord(word: string, lang: string): boolean {
  let words = known.get(lang);
  if (words === undefined) {
    words = calendarWords(lang);
    known.set(lang, words);
  }
  return words.has(word.toLowerCase());
}

/**
 * Written out ("mar." is short for mars and for martes, and the sea), in the forms that dates have ("1 марта", "март"),
 * with the single words of "thứ hai" and "segunda-feira".
 */
function calendarWords(lang: string): ReadonlySet<string> {
  const words = new Set<string>();
  if (!CODE.test(lang)) return words;
  const add = (text: string): void => {
    for (const word of text.toLowerCase().split(/[\s\d.,-]+/u)) if (word !== '') words.add(word);
  };
  const weekday = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  const alone = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' });
  const dated = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  for (let day = 0; day < 7; day += 1) add(weekday.format(MONDAY + day * DAY_MS));
  for (let month = 0; month < 12; month += 1) {
    add(alone.format(Date.UTC(2024, month, 15)));
    add(dated.format(Date.UTC(2024, month, 15)));
  }
  return words;
}
