// The main names and words of a story: what most of its articles say, and few others do.

import { type Article, articleTime } from '../articles/article.ts';
import { shareOf } from '../stories/idf.ts';
import { readWords } from './read-words.ts';
import { TREND_LEAD, type TrendRow } from './trend.ts';
import { isSaidBy, type Written, writtenAs } from './written-as.ts';

/** Articles that are read; the newest. */
const TELLING = 12;
/** Words that are looked at more closely, for each that is wanted. */
const LOOKED_AT = 4;
/** In so many of the articles at least. */
const COMMON = 0.4;
/** Plain words in more of a language's news than this are no mark of one story ("board", "city"). */
const PLAIN_SHARE = 0.015;
/** What a name counts beside a plain word. */
const NAME_WEIGHT = 1.5;

type Told = Pick<TrendRow, 'title' | 'lead' | 'lang' | 'time'>;

/** Of the articles of one story, in one scope; most telling first. */
export function storyNames(articles: readonly Told[], limit: number): string[] {
  const own = [...articles].sort((a, b) => b.time - a.time).slice(0, TELLING);
  const counts = new Map<string, { count: number; share: number }>();
  for (const article of own) {
    const { words, lang } = readWords(article);
    for (const term of new Set(words.map((word) => word.term))) {
      const known = counts.get(term) ?? { count: 0, share: shareOf(term, lang) };
      known.count += 1;
      counts.set(term, known);
    }
  }
  const fewest = Math.max(COMMON * mostInOneLanguage(own), Math.min(2, own.length));
  const weight = ({ count, share }: { count: number; share: number }): number => count * -Math.log(share);
  const best = [...counts]
    .filter(([, { count }]) => count >= fewest)
    .sort((a, b) => weight(b[1]) - weight(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit * LOOKED_AT);
  const written = best
    .map(([term, count]) => ({ ...writtenAs(term, own), weight: weight(count), share: count.share }))
    .filter(({ isName, isPhrase, share }) => isName || isPhrase || share <= PLAIN_SHARE);
  return distinct(written.sort((a, b) => rank(b) - rank(a))).slice(0, limit);
}

/** The same of stored articles. */
export function namesOf(articles: readonly Article[], limit: number): string[] {
  return storyNames(
    articles.map((article) => ({
      title: article.title,
      lead: article.text.slice(0, TREND_LEAD),
      lang: article.lang,
      time: articleTime(article),
    })),
    limit,
  );
}

function rank({ weight, isName }: Written & { readonly weight: number }): number {
  return weight * (isName ? NAME_WEIGHT : 1);
}

function distinct(written: readonly Written[]): string[] {
  const names: string[] = [];
  for (const { word } of written) if (!names.some((name) => isSaidBy(name, word))) names.push(word);
  return names;
}

/** A word is in the articles of one language alone, unless it is a name. */
function mostInOneLanguage(articles: readonly Told[]): number {
  return Math.max(...[...Map.groupBy(articles, ({ lang }) => lang).values()].map(({ length }) => length));
}
