// A story in a list: its headline, sources and one sentence that says most.

import { articleLabels } from '../articles/labels.ts';
import type { StoryCard } from '../stories/answer.ts';
import type { Story } from '../stories/story.ts';
import type { AnswerSentence, CitedArticle, Label } from './answer.ts';
import { citeArticles, toSummaryDoc } from './cite-articles.ts';
import type { Method, Summary, SummaryBudget, SummaryDoc } from './summary.ts';

export type Summarize = (docs: readonly SummaryDoc[], budget: SummaryBudget) => Promise<Summary>;

/** By that method, where nobody asks for another; a summary that another one made says so. */
export function summarizeWith(summarize: Summarize, method: Method | undefined): Summarize {
  if (method === undefined) return summarize;
  return async (docs, budget) => {
    const summary = await summarize(docs, { method, ...budget });
    return summary.method === (budget.method ?? method) ? summary : { ...summary, asked: method };
  };
}

/** More articles than this add nothing that a reader sees, and time. */
export const MAX_DOCS = 12;

export interface StorySummary {
  readonly sentences: readonly AnswerSentence[];
  readonly articles: readonly CitedArticle[];
  readonly summary: Summary;
}

export async function summarizeStory(story: Story, budget: SummaryBudget, summarize: Summarize): Promise<StorySummary> {
  const originals = story.articles.filter(({ copyOf, text }) => copyOf === undefined && text !== '');
  const candidates = originals.length > 0 ? originals : story.articles;
  // A story may be told in several languages, a summary is read in one: that of its headline.
  const lang = candidates[0]?.lang;
  const read = candidates.filter((article) => article.lang === lang).slice(0, MAX_DOCS);
  const summary = await summarize(read.map(toSummaryDoc), { ...budget, ...(lang === undefined ? {} : { lang }) });
  const byId = new Map(story.articles.map((article) => [article.id as number | string, article]));
  return { ...citeArticles(summary.sentences, byId), summary };
}

const NOT_TOLD = { sentences: [], articles: [], summary: undefined } as const;

/** A card with that many sentences, at most; none needs no summary. */
export async function toStoryCard(story: Story, count: number, summarize: Summarize): Promise<StoryCard> {
  const told = count === 0 ? NOT_TOLD : await summarizeStory(story, { sentences: count }, summarize);
  const { sentences, articles, summary } = told;
  const first = story.articles[0];
  return {
    ref: `s${story.id}`,
    headline: story.headline,
    url: first?.url,
    sources: story.sources,
    lastAt: story.lastAt,
    sentence: sentences[0],
    sentences,
    articles,
    labels: [...storyLabels(story), ...(summary?.asked === undefined ? [] : ['other-method' as const])],
    lang: first?.lang,
  };
}

/** What has to be said of a story: that it has one source, or what is true of all its articles. */
export function storyLabels(story: Story): readonly Label[] {
  const [first, ...others] = story.articles.map(articleLabels);
  const shared = (first ?? []).filter((label) => others.every((labels) => labels.includes(label)));
  return story.sources.length === 1 ? ['single-source', ...shared] : shared;
}
