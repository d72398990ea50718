// Which words are in more reports than usual: counted, weighed, not yet put together.

import { shareOf } from '../stories/idf.ts';
import { toTerms } from '../text/terms.ts';
import { visitTerms } from './read-words.ts';
import { type Frame, isNow, type Report, sourceOf } from './reports.ts';
import { surprise } from './surprise.ts';
import type { Growth } from './trend.ts';

export interface CountedWord extends Growth {
  readonly term: string;
  /** Of texts of its language at large that hold it. */
  readonly share: number;
  readonly surprise: number;
  /** Those of the window that it stands in. */
  readonly reportsNow: readonly Report[];
}

export interface CountedWords {
  readonly usualDays: number;
  readonly words: readonly CountedWord[];
}

/** Like standard deviations. Of many words chance makes some as strange, but seldom those that grew most. */
const SURPRISING = 2;
const LEAST_GROWTH = 1;
/** The news of a language at large stand for so many reports of what is usual, where there are few of one's own. */
const PRIOR_REPORTS = 4;
/** Where nothing of one's own is known, the news of the language at large tell the usual, like so many reports. */
const AT_LARGE = 200;

export function countWords(reports: readonly Report[], frame: Frame): CountedWords {
  const usualDays = knownDays(reports, frame);
  const settled = usualDays === 0 ? undefined : settledSources(reports, frame);
  const counted = settled === undefined ? reports : reports.filter(({ source }) => settled.has(source));
  const now = counted.filter((report) => isNow(report, frame));
  const before = counted.filter((report) => !isNow(report, frame));
  const tallies = tallyNow(now.filter(({ row }) => row.inTopic));
  if (settled === undefined) return { usualDays, words: mostTold(tallies, activityOf(now)) };
  addBefore(
    tallies,
    before.filter(({ row }) => row.inTopic),
  );
  const activity = { now: activityOf(now), before: activityOf(before) };
  return { usualDays, words: [...tallies].flatMap(([term, tally]) => weigh(term, tally, activity)).sort(byGrowth) };
}

/** Of how many days before the window something is known, if that is true of most sources that are heard now. */
function knownDays(reports: readonly Report[], frame: Frame): number {
  const settled = settledSources(reports, frame);
  const heard = new Set(reports.filter((report) => isNow(report, frame)).map(({ source }) => source));
  const known = [...heard].filter((source) => settled.has(source));
  if (known.length === 0 || known.length < heard.size / 2) return 0;
  return Math.max(...reports.map(({ day }) => day)) + 1 - frame.days;
}

/** Those known for a whole time before the window: what others bring is all new, and none of it says what grew. */
function settledSources(reports: readonly Report[], { days }: Frame): ReadonlySet<number> {
  return new Set(reports.filter(({ day }) => day >= 2 * days).map(({ source }) => source));
}

/** How many reports there were of anything. */
function activityOf(reports: readonly Report[]): number {
  return new Set(reports.map(({ key }) => key)).size;
}

interface Tally {
  readonly lang: string;
  readonly now: Set<number>;
  readonly before: Set<number>;
  readonly reports: Report[];
}

/** Words of at least two sources. */
function tallyNow(reports: readonly Report[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const namesOf = ownNames();
  for (const report of reports) {
    const own = namesOf(report);
    visitTerms(report.row, (term, lang) => {
      if (own.has(term)) return;
      let tally = tallies.get(term);
      if (tally === undefined) {
        tally = { lang, now: new Set(), before: new Set(), reports: [] };
        tallies.set(term, tally);
      }
      if (tally.reports.at(-1) === report) return;
      tally.now.add(report.key);
      tally.reports.push(report);
    });
  }
  for (const [term, { now }] of tallies) if (sourcesOf(now) < 2) tallies.delete(term);
  return tallies;
}

function addBefore(tallies: ReadonlyMap<string, Tally>, reports: readonly Report[]): void {
  const namesOf = ownNames();
  for (const report of reports) {
    const own = namesOf(report);
    visitTerms(report.row, (term) => {
      const tally = tallies.get(term);
      if (tally !== undefined && !own.has(term)) tally.before.add(report.key);
    });
  }
}

/** The terms of a source's own name: they stand in much that it writes. */
function ownNames(): (report: Report) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return ({ row }) => {
    let own = known.get(row.source);
    if (own === undefined) {
      // Of a longer text the language would be looked for, which loads tables.
      own = new Set(toTerms(row.source.slice(0, 59), row.lang));
      known.set(row.source, own);
    }
    return own;
  };
}

function sourcesOf(keys: ReadonlySet<number>): number {
  return new Set([...keys].map(sourceOf)).size;
}

function weigh(
  term: string,
  { lang, now, before, reports }: Tally,
  activity: { readonly now: number; readonly before: number },
): CountedWord[] {
  const usual = (before.size / Math.max(1, activity.before)) * activity.now;
  const growth = now.size - usual;
  const share = shareOf(term, lang);
  const strange = surprise(
    { count: now.size, of: activity.now },
    { count: before.size + PRIOR_REPORTS * share, of: activity.before + PRIOR_REPORTS },
  );
  if (strange < SURPRISING || growth < LEAST_GROWTH) return [];
  const counts = { reports: now.size, usual, growth, sources: sourcesOf(now) };
  return [{ ...counts, term, share, surprise: strange, reportsNow: reports }];
}

/** What most sources write of, without what is always written of. */
function mostTold(tallies: ReadonlyMap<string, Tally>, activity: number): CountedWord[] {
  return [...tallies]
    .flatMap(([term, { lang, now, reports }]): CountedWord[] => {
      const share = shareOf(term, lang);
      const strange = surprise({ count: now.size, of: activity }, { count: AT_LARGE * share, of: AT_LARGE });
      if (strange < SURPRISING) return [];
      const counts = { reports: now.size, usual: 0, growth: now.size, sources: sourcesOf(now) };
      return [{ ...counts, term, share, surprise: strange, reportsNow: reports }];
    })
    .sort(byGrowth);
}

function byGrowth(a: CountedWord, b: CountedWord): number {
  return b.growth - a.growth || b.surprise - a.surprise || (a.term < b.term ? -1 : 1);
}
