// Shortens a headline for one line: cut where a clause ends, marked with …, no word changed.

// A clause may end before these; what stands before the cut must read as a headline of its own.
const BORDERS: readonly RegExp[] = [
  // "…: what we know", "… – live", "… | Reuters", "…; two held"
  /\s*(?:[:;|]|\s[–—-])\s/gu,
  // ", as", ", who", ", after", and the same in other languages: the comma alone tells
  /,\s/gu,
  /[，、：；]/gu,
];
// Connectives that open a clause without a comma. Our own list.
const CONNECTIVES: Readonly<Record<string, string>> = {
  en: 'after as amid before while when because since despite following until although though',
  de: 'nachdem weil während bevor obwohl nach trotz wegen',
  fr: 'après alors avant malgré tandis lorsque pendant',
  es: 'tras después mientras antes pese cuando',
  pt: 'após depois enquanto antes apesar quando',
  it: 'dopo mentre prima nonostante quando',
  nl: 'nadat terwijl voordat ondanks omdat na',
  ru: 'после пока перед несмотря когда',
  vi: 'sau khi trong trước',
};
const ELLIPSIS = '…';
// Less than this says too little: "Iran: …" or a bare name.
const FEWEST_CHARACTERS = 12;
const FEWEST_IDEOGRAPHS = 5;
const IDEOGRAPH = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
// "A, B and C": a cut at such a comma would leave part of a list.
const LIST = /^[^,，]{1,30}[,，]?\s(?:and|or|und|oder|et|ou|y|o|e|en|и|или|và|hoặc)\s/u;

/** Places where the headline may be cut, as lengths of what stays. */
function cutPlaces(title: string, lang: string | undefined): number[] {
  const places: number[] = [];
  for (const border of BORDERS) {
    for (const match of title.matchAll(border)) {
      const isComma = match[0].startsWith(',');
      if (isComma && LIST.test(title.slice(match.index + match[0].length))) continue;
      places.push(match.index);
    }
  }
  const words = CONNECTIVES[lang ?? 'en'];
  if (words) {
    const opening = new RegExp(`\\s+(?=(?:${words.replaceAll(' ', '|')})\\s)`, 'giu');
    for (const match of title.matchAll(opening)) places.push(match.index);
  }
  return places;
}

function isBalanced(text: string): boolean {
  const count = (mark: string) => text.split(mark).length;
  const pairs = ['“”', '«»', '()', '「」', '[]'].every(([open, close]) => count(open!) === count(close!));
  return pairs && count('"') % 2 === 1;
}

/**
 * The headline itself where it has at most so many characters; else up to the last clause border within them, with "…". One
 * without such a border stays whole: a cut inside a clause may say something else.
 */
export function shortenHeadline(title: string, maxChars: number, lang?: string): string {
  const whole = title.trim().replace(/\s+/g, ' ');
  if (whole.length <= maxChars) return whole;
  const fewest = IDEOGRAPH.test(whole) ? FEWEST_IDEOGRAPHS : FEWEST_CHARACTERS;
  const fitting = cutPlaces(whole, lang)
    .filter((at) => at >= fewest && at + ELLIPSIS.length <= maxChars)
    .map((at) => whole.slice(0, at).replace(/[\s,:;，、：；–—-]+$/u, ''))
    .filter(isBalanced)
    .toSorted((a, b) => b.length - a.length);
  return fitting[0] === undefined ? whole : fitting[0] + ELLIPSIS;
}
