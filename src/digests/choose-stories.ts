// Which stories a digest shows: what is new, never the same again, what most tell and what is fresh first.

import { type Article, articleTime } from '../articles/article.ts';
import type { Story } from '../stories/story.ts';

export interface Candidate {
  readonly story: Story;
  /** Articles of it that came since the last run. */
  readonly fresh: ReadonlySet<number>;
  /** Articles of it that the channel was told of, in any run. */
  readonly told: ReadonlySet<number>;
}

export interface Chosen {
  readonly story: Story;
  /** It was posted before, and others now tell more. */
  readonly update: boolean;
  /** The articles that it is posted for. */
  readonly news: readonly Article[];
}

export interface Choice {
  readonly stories: readonly Chosen[];
  /** Stories that were new too but found no room. */
  readonly more: number;
}

/** A day later a story needs twice the sources. */
const HALF_LIFE_MS = 24 * 3_600_000;

/** What a feed brings with an older date is its archive, not news. */
const OLD_MS = 7 * 24 * 3_600_000;

export function chooseStories(
  candidates: readonly Candidate[],
  { limit, now }: { readonly limit: number; readonly now: number },
): Choice {
  const chosen = candidates
    .flatMap(toChosen)
    .filter(({ news }) => newestTime(news) > now - OLD_MS)
    .sort((a, b) => weight(b, now) - weight(a, now) || b.story.id - a.story.id);
  return { stories: chosen.slice(0, limit), more: Math.max(0, chosen.length - limit) };
}

function toChosen({ story, fresh, told }: Candidate): Chosen[] {
  const unknown = story.articles.filter(({ id }) => fresh.has(id) && !told.has(id));
  const news = told.size === 0 ? unknown : unknown.filter(isNewFact(story, told));
  return news.length === 0 ? [] : [{ story, update: told.size > 0, news }];
}

/** Somebody else tells it, in words of his own; who only printed another's words has told nothing so far. */
function isNewFact(story: Story, told: ReadonlySet<number>): (article: Article) => boolean {
  const tellers = story.articles.filter(({ id, copyOf }) => told.has(id) && copyOf === undefined);
  const known = new Set(tellers.map(({ source }) => source.toLowerCase()));
  return (article) => article.copyOf === undefined && !known.has(article.source.toLowerCase());
}

function weight({ story, news }: Chosen, now: number): number {
  return Math.log2(1 + story.sources.length) - (now - newestTime(news)) / HALF_LIFE_MS;
}

function newestTime(articles: readonly Article[]): number {
  return Math.max(...articles.map(articleTime));
}
