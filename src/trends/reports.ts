// From articles to reports: what is counted, so that a source that posts much, and a text that many print, count once.

import type { ArticleId } from '../articles/article.ts';
import { sourceKey } from './read-words.ts';
import { DAY_MS, TREND_SPANS, type TrendRow, type TrendSince } from './trend.ts';

/** The time that is looked at, in days back from now: the window is days 0 to `days` - 1, before it comes what tells the usual. */
export interface Frame {
  readonly now: number;
  readonly days: number;
  /** Times as long, before. */
  readonly before: number;
}

export interface Report {
  readonly row: TrendRow;
  /** Days back. */
  readonly day: number;
  readonly source: number;
  /** The same for all that one source wrote that day. */
  readonly key: number;
}

/** More than any frame has. */
const DAYS_A_KEY = 64;

export function frameOf(since: TrendSince, now: number): Frame {
  return { now, ...TREND_SPANS[since] };
}

/** When the frame begins. */
export function frameStart({ now, days, before }: Frame): number {
  return now - days * (1 + before) * DAY_MS;
}

export function isNow({ day }: Report, { days }: Frame): boolean {
  return day < days;
}

/** Copies are left out. Where there is one source alone, its stories stand for sources. */
export function toReports(rows: readonly TrendRow[], frame: Frame): Report[] {
  const own = withoutCopies(rows);
  const sources = new Map<string, number>();
  const keys = own.map(({ source }) => {
    const key = sourceKey(source);
    if (!sources.has(key)) sources.set(key, sources.size);
    return sources.get(key) as number;
  });
  const isOneSource = sources.size === 1;
  return own.flatMap((row, i) => {
    const day = Math.max(0, Math.floor((frame.now - row.time) / DAY_MS));
    const source = isOneSource ? row.storyId : (keys[i] as number);
    return day < frame.days * (1 + frame.before) ? [{ row, day, source, key: source * DAYS_A_KEY + day }] : [];
  });
}

export function sourceOf(key: number): number {
  return Math.floor(key / DAYS_A_KEY);
}

/** Of copies of one text, the original; where that is not here, the first that was stored: as a story's sources are told. */
function withoutCopies(rows: readonly TrendRow[]): readonly TrendRow[] {
  const copyOf = new Map(rows.map(({ id, copyOf: of }) => [id, of]));
  const rootOf = (row: TrendRow): ArticleId => {
    let root = row.id;
    // A copy of a copy of a copy is as far as it goes; what refers to itself ends too.
    for (let step = 0; step < 8; step += 1) {
      const of = copyOf.get(root);
      if (of === undefined) break;
      root = of;
    }
    return root;
  };
  const first = new Map<ArticleId, TrendRow>();
  for (const row of [...rows].sort((a, b) => a.id - b.id)) {
    const root = rootOf(row);
    if (row.id === root || !first.has(root)) first.set(root, row);
  }
  return [...first.values()];
}
