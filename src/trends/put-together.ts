// From counted words to what is shown: names of several words whole, and words of one story once.

import type { StoryId } from '../stories/story.ts';
import type { CountedWord } from './count-words.ts';
import type { Report } from './reports.ts';
import type { WordTrend } from './trend.ts';
import { isSaidBy, writtenAs } from './written-as.ts';

/** Words that are looked at more closely, for each that is wanted. */
const LOOKED_AT = 6;
/** Articles that tell how a word is written. */
const TELLING = 40;
/** A story that has so much of a word's reports is what the word is about. */
const MAIN = 0.6;
/** Words of as many common articles go together; a smaller one with a larger that stands in nearly all of its articles. */
const TOGETHER = 0.5;
const WITHIN = 0.7;
/** The commoner a plain word is in the news at large, the more it must surprise: from this share on, so much an e-fold. */
const PLAIN = { share: 0.005, surprise: 2.4, anEFold: 0.6 };
const MOST_ALONG = 3;

interface Shown extends CountedWord {
  readonly word: string;
  readonly isName: boolean;
  readonly isPhrase: boolean;
  readonly storyId: StoryId | undefined;
  readonly articles: ReadonlySet<number>;
}

/** The words that grew most, `limit` of them, from those counted (most grown first). */
export function putTogether(words: readonly CountedWord[], limit: number): WordTrend[] {
  const shown = words
    .slice(0, limit * LOOKED_AT)
    .map(look)
    .filter(saysSomething);
  const groups: Shown[][] = [];
  for (const word of shown) {
    const group =
      groups.find((members) => members.some((one) => isSame(one, word))) ??
      groups.find(([first]) => first !== undefined && goTogether(first, word));
    if (group === undefined) groups.push([word]);
    else group.push(word);
  }
  const trends = groups.slice(0, limit).map(toTrend);
  const leading = new Set(trends.map((trend) => trend.word));
  return trends.map((trend) => ({ ...trend, along: trend.along.filter((word) => !leading.has(word)) }));
}

function toTrend(group: readonly Shown[]): WordTrend {
  const most = group[0]?.growth ?? 0;
  // Of words that grew alike, a name says more.
  const leader = group.find(({ isName, growth }) => isName && growth >= most * 0.75) ?? (group[0] as Shown);
  const { word, reports, usual, growth, sources, storyId } = leader;
  const others = group.filter((one) => one !== leader && !isSaidBy(one.word, word)).map((one) => one.word);
  const along = others.filter((one, i) => !others.slice(0, i).some((other) => isSaidBy(one, other)));
  return { word, reports, usual, growth, sources, storyId, along: along.slice(0, MOST_ALONG) };
}

function isSame(a: Shown, b: Shown): boolean {
  if (a.word.toLowerCase() === b.word.toLowerCase()) return true;
  if (a.storyId !== undefined && a.storyId === b.storyId) return true;
  return a.isPhrase && b.isPhrase && isSaidBy(a.word, b.word);
}

function goTogether(a: Shown, b: Shown): boolean {
  const common = a.articles.intersection(b.articles).size;
  if (common >= TOGETHER * (a.articles.size + b.articles.size - common)) return true;
  // One story of a place in which much goes on stands for itself.
  return b.storyId === undefined && common >= WITHIN * b.articles.size;
}

/** Names and phrases do; "early" and "response" are in anything. */
function saysSomething({ isName, isPhrase, share, surprise }: Shown): boolean {
  if (isName || isPhrase) return true;
  return surprise >= PLAIN.surprise + PLAIN.anEFold * Math.max(0, Math.log(share / PLAIN.share));
}

function look(counted: CountedWord): Shown {
  const reports = counted.reportsNow;
  return {
    ...counted,
    ...writtenAs(
      counted.term,
      reports.slice(-TELLING).map(({ row }) => row),
    ),
    storyId: mainStory(reports),
    articles: new Set(reports.map(({ row }) => row.id)),
  };
}

function mainStory(reports: readonly Report[]): StoryId | undefined {
  const all = new Set(reports.map(({ key }) => key)).size;
  for (const [storyId, own] of Map.groupBy(reports, ({ row }) => row.storyId)) {
    if (new Set(own.map(({ key }) => key)).size >= MAIN * all) return storyId;
  }
  return undefined;
}
